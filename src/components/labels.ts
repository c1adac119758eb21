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
