/** The words in which the pages name closed lists. */

import type {Presence} from '../analysis/presence.ts'
import type {Corpus, Emendation, Statement, TermKind} from '../corpus/model.ts'
import {counted} from './counted.ts'

export const termKinds: Readonly<Record<TermKind, string>> = {
  body: 'Bodies',
  treaty: 'Treaties',
  agreement: 'Agreements',
  document: 'Documents',
  policy: 'Policies',
  concept: 'Concepts',
  label: 'Labels',
  law: 'Law',
  place: 'Places',
  country: 'Countries',
  weapon: 'Weapons',
  event: 'Events',
  exercise: 'Exercises',
}

export const emendationBases: Readonly<Record<Emendation['basis'], string>> = {
  official: 'official wording seen',
  pattern: 'same substitution elsewhere',
  fixed: 'fixed name or phrase',
  inference: 'from the sense',
}

export const presences: Readonly<Record<Presence, string>> = {
  exact: 'the canonical words',
  variant: 'a variant',
  reported: 'reported to stand there, words not seen',
  absent: 'absent, on record',
  doubted: 'called absent, and not sure',
  'not-found': 'not found by matching',
  unknown: 'unknown, the text was not seen whole',
}

/** How much of a statement stands here, as lists say it. */
export function extentOf({id, edition}: Statement, {graph}: Corpus): string {
  return edition === 'record' ? 'record only' : counted(graph.clauses.get(id) ?? 0, 'clause')
}

/** How many statements of an edition are restated, in a sentence or two. */
export function restatedOf(statements: readonly Pick<Statement, 'edition'>[]): string {
  const all = statements.length
  const edited = statements.filter(({edition}) => edition !== 'record').length
  if (all === 0) return 'No statement is recorded here yet.'
  if (edited === all)
    return `${all === 1 ? 'The only one is' : `All ${all.toLocaleString('en-US')} are`} restated clause by clause.`
  return `So far ${edited.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} ${edited === 1 ? 'is' : 'are'} restated clause by clause. Of the others the record stands here: when and where, who met, and which formulas are known to be in it.`
}
