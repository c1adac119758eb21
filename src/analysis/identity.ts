/** What tells things apart for good: the ids by which a reader's device knows them. */

import type {Corpus, QuotedInClause, QuotedWords, Statement} from '../corpus/model.ts'

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
function quotationKey({n, formulas: [id]}: QuotedWords, {formulas}: Corpus): string | undefined {
  if (n !== undefined) return `:${n}`
  if (id === undefined) return undefined
  const formula = formulas.get(id)
  return `#${formula === undefined ? id : firstId(formula)}`
}

/** The quotations in the clauses of a statement, by key, in the order of the text; those that have one. */
export function quotationsByKey({id}: Pick<Statement, 'id'>, corpus: Corpus): Map<string, QuotedInClause[]> {
  const byKey = new Map<string, QuotedInClause[]>()
  for (const quotation of corpus.graph.quoted.get(id) ?? []) {
    const key = quotationKey(quotation, corpus)
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), quotation])
  }
  return byKey
}
