/** The kinds of file that `content/` holds: where each lives and what its record may say. One row each. */

import type {z} from 'zod'
import type {IdFields} from './named.ts'
import {
  changeSchema,
  formulaSchema,
  lockSchema,
  openPointsSchema,
  personSchema,
  shinglesSchema,
  sourcesSchema,
  statementSchema,
  termSchema,
  witnessSchema,
} from './schemas.ts'

export interface KindRow {
  /** Its path, with `ID` for the id; a file without an id is the only one of its kind. */
  readonly path: string
  readonly schema: z.ZodType
  /** Which of its fields hold ids. */
  readonly ids: IdFields
  /** What such a file holds, for people who write content. */
  readonly help: string
}

export type KindName =
  'statement' | 'term' | 'formula' | 'change' | 'person' | 'witness' | 'sources' | 'openPoints' | 'lock' | 'shingles'

/** The kinds of which every file is one record, called by its id. */
export type FileKind = Exclude<KindName, 'sources' | 'openPoints' | 'lock' | 'shingles'>

export const kinds: Readonly<Record<KindName, KindRow>> = {
  statement: {
    path: 'content/statements/ID.mdx',
    schema: statementSchema,
    ids: {
      forum: 'term',
      participants: 'person',
      witnesses: 'witness',
      sources: 'evidence',
      'attestations.formula': 'formula',
      'attestations.basis': 'evidence',
      'attestations.sources': 'evidence',
      'absences.formula': 'formula',
      'absences.sources': 'evidence',
    },
    help: 'a statement, clause by clause, with its notes',
  },
  term: {
    path: 'content/glossary/ID.mdx',
    schema: termSchema,
    ids: {
      sources: 'evidence',
      broader: 'term',
      related: 'term',
      'distinguish.term': 'term',
      'facts.sources': 'evidence',
    },
    help: 'a term: its names in English and Korean, what it means, what it is not',
  },
  formula: {
    path: 'content/formulas/ID.mdx',
    schema: formulaSchema,
    ids: {sources: 'evidence', related: 'formula', terms: 'term'},
    help: 'a phrase that returns from statement to statement',
  },
  change: {
    path: 'content/changes/ID.mdx',
    schema: changeSchema,
    ids: {
      sources: 'evidence',
      formulas: 'formula',
      statements: 'statement',
      terms: 'term',
      'readings.sources': 'evidence',
    },
    help: 'an essay on how the wording changed, resting on attestations',
  },
  person: {
    path: 'content/people/ID.yaml',
    schema: personSchema,
    ids: {sources: 'evidence', 'offices.sources': 'evidence', 'distinguish.person': 'person'},
    help: 'a person and the offices they held',
  },
  witness: {
    path: 'content/witnesses/ID.yaml',
    schema: witnessSchema,
    ids: {statement: 'statement', sources: 'evidence', 'apparatus.sources': 'source', 'examples.sources': 'evidence'},
    help: 'a copy that circulates, its grade, and its errors, row by row',
  },
  sources: {
    path: 'content/sources.yaml',
    schema: sourcesSchema,
    ids: {},
    help: 'what facts rest on',
  },
  openPoints: {
    path: 'content/open-points.yaml',
    schema: openPointsSchema,
    ids: {statements: 'statement', terms: 'term', formulas: 'formula', sources: 'evidence'},
    help: 'questions that the edition could not settle yet',
  },
  lock: {
    path: 'content/quotations.lock.yaml',
    schema: lockSchema,
    ids: {witness: 'witness'},
    help: 'quotations that a program compared with their witness; never edited by hand',
  },
  shingles: {
    path: 'content/shingles.lock.yaml',
    schema: shinglesSchema,
    ids: {},
    help: 'digests of words of the witnesses, so that text carried over is found, and of the rows of their apparatus; never edited by hand',
  },
}

/** The files that are lines and no record. */
export const registerFile = {
  path: 'content/ids.lock.txt',
  help: 'every address of a record, a clause or a note that has been published; never edited by hand',
} as const

export const historyFile = {
  path: 'content/history.lock.txt',
  help: 'when each text was published and when its words last changed, for the feeds; never edited by hand',
} as const

/** The path of the file of an id. */
export function pathOf(kind: KindName, id: string): string {
  return kinds[kind].path.replace('ID', id)
}

/** What the path of a file of this kind looks like; its group is the id. */
export function pathPattern({path}: Pick<KindRow, 'path'>): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replace('ID', '([^/]+)')}$`)
}

const patterns = Object.entries(kinds).map(([name, row]) => [name as KindName, pathPattern(row)] as const)

/** The kind of file that stands at a path, and its id; `undefined` where none belongs there. */
export function kindAt(path: string): {readonly name: KindName; readonly id: string} | undefined {
  for (const [name, pattern] of patterns) {
    const match = pattern.exec(path)
    if (match !== null) return {name, id: match[1] ?? ''}
  }
  return undefined
}

/** Whether every file of a kind is a record with an id of its own. */
export function isFileKind(name: KindName): name is FileKind {
  return kinds[name].path.includes('ID')
}
