/** What tells things apart for good: the ids by which a reader's device knows them. */

import type {Corpus, Quotation, Statement} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {walkInline} from '../corpus/text.ts'

/** The id a record had first: renamed, it is still the same record. */
export function firstId({id, formerIds}: {readonly id: string; readonly formerIds: readonly string[]}): string {
  return formerIds[0] ?? id
}

/**
 * What a quotation in a clause is known by within its statement: `:3`, its own
 * number, or `#ironclad`, the first of its formulas. Its words, its clause and
 * its place among the others say nothing here, for all of them may change.
 *
 * @returns nothing where it has neither
 */
export function quotationKey({n, formulas: [id]}: Quotation, {formulas}: Corpus): string | undefined {
  if (n !== undefined) return `:${n}`
  if (id === undefined) return undefined
  const formula = formulas.get(id)
  return `#${formula === undefined ? id : firstId(formula)}`
}

/** The quotations in the clauses of a statement, by key, in the order of the text. */
export function quotationsByKey(statement: Statement, corpus: Corpus): Map<string, Quotation[]> {
  const byKey = new Map<string, Quotation[]>()
  for (const {content} of clausesOf(statement)) {
    for (const node of walkInline(content)) {
      const key = node.type === 'quotation' ? quotationKey(node, corpus) : undefined
      if (node.type !== 'quotation' || key === undefined) continue
      byKey.set(key, [...(byKey.get(key) ?? []), node])
    }
  }
  return byKey
}
