/** Small kits and copies made by hand, for tests of one method at a time. */

import {recordClauses} from '../../../src/analysis/collate/clauses.ts'
import type {AlignedCopy} from '../../../src/analysis/collate/exact.ts'
import type {Difference} from '../../../src/analysis/collate/parallel.ts'
import type {CollationKit, KitClause, KitTerm} from '../../../src/analysis/collate/model.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import type {Word} from '../../../src/analysis/collate/words.ts'
import type {ClauseNumber, StatementId, TermId} from '../../../src/corpus/model.ts'

/** A clause with its terms and quotations. */
export function smallClause(
  n: string,
  text: string,
  {terms = [], quotations = []}: {readonly terms?: readonly string[]; readonly quotations?: readonly string[]} = {},
): KitClause {
  return {
    n: n as ClauseNumber,
    text,
    terms: terms as readonly TermId[],
    quotations: quotations.map((words) => ({words, formulas: []})),
    from: [],
  }
}

/** A body with its name. */
export function smallTerm(id: string, label: string, more: Partial<KitTerm> = {}): KitTerm {
  return {id: id as TermId, kind: 'body', label, aliases: [], ...more}
}

/** A kit of one statement. */
export function smallKit(clauses: readonly KitClause[], more: Partial<CollationKit> = {}): CollationKit {
  const statement = {
    id: 'talks-2031' as StatementId,
    title: 'Talks',
    short: 'Talks, 2031',
    date: '2031-05-06',
    issuers: [],
    participants: [],
    clauses,
    attested: [],
  } as const
  return {
    statements: [statement],
    formulas: [],
    terms: [],
    people: [],
    witnesses: [],
    dictionary: [],
    register: '',
    ...more,
  }
}

/** Sentences of a copy, each with the clauses it answers to. */
export type Rows = readonly (readonly [sentence: string, ...clauses: KitClause[]])[]

/** A copy whose sentences answer to the clauses beside them. */
export function smallCopy(rows: Rows): AlignedCopy {
  const clauses = [...new Set(rows.flatMap(([, ...theirs]) => theirs))]
  return {
    sentences: rows.flatMap(([sentence]) => sentencesOf(sentence)),
    alignments: rows.map(([, ...theirs]) => ({clauses: theirs.map((clause) => clauses.indexOf(clause)), likeness: 1})),
    clauses: recordClauses(clauses),
  }
}

/** Words as they are printed. */
export function printed(words: readonly Word[]): string {
  return words.map(({text}) => text).join(' ')
}

/** `can light/will kindle`: the words of the copy and those of the record. */
export function shownDifference({found, expected}: Difference): string {
  return `${printed(found)}/${printed(expected)}`
}
