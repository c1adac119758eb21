/** The words in which the pages name closed lists. */

import type {Presence} from '../analysis/presence.ts'
import type {Emendation, Grade, Source, Statement, StatementKind, TermKind} from '../corpus/model.ts'

export const statementKinds: Readonly<Record<StatementKind, string>> = {
  'joint-statement': 'Joint statement',
  'press-statement': 'Joint press statement',
  communique: 'Joint communiqué',
  declaration: 'Declaration',
  'fact-sheet': 'Joint fact sheet',
  readout: 'Joint readout',
  'national-document': 'National document',
}

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

export const grades: Readonly<Record<Grade, string>> = {
  W1: 'official',
  W2: 'verbatim mirror',
  W3: 'agency full text',
  W4: 'report with quotations',
  W5: 're-translation',
  W6: 'spun copy',
  W7: 'invented',
}

export const editions: Readonly<Record<Statement['edition'], string>> = {
  full: 'Every assertion of the statement stands here',
  extract: 'Some clauses of the statement stand here',
  record: 'The record of the statement, without its clauses',
}

export const numberings: Readonly<Record<NonNullable<Statement['numbering']>, string>> = {
  own: 'Clause numbers are this edition’s, after the lines of the witness',
  official: 'Clause numbers follow the official text',
  provisional: 'Clause numbers are provisional until the official text has been compared',
}

export const emendationBases: Readonly<Record<Emendation['basis'], string>> = {
  official: 'official wording seen',
  pattern: 'same substitution elsewhere',
  fixed: 'fixed name or phrase',
  inference: 'from the sense',
}

export const seen: Readonly<Record<Source['seen'], string>> = {
  opening: 'Its opening was seen.',
  whole: 'Seen whole.',
  passage: 'The passage was seen.',
  listing: 'Seen in a list only.',
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
