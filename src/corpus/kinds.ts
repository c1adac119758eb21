/** The kinds of file that `content/` holds: where each lives and what its record may say. One row each. */

import type {z} from 'zod'
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
  /** What such a file holds, for people who write content. */
  readonly help: string
}

export const kinds = {
  statement: {
    path: 'content/statements/ID.mdx',
    schema: statementSchema,
    help: 'a statement, clause by clause, with its notes',
  },
  term: {
    path: 'content/glossary/ID.mdx',
    schema: termSchema,
    help: 'a term: its names in English and Korean, what it means, what it is not',
  },
  formula: {
    path: 'content/formulas/ID.mdx',
    schema: formulaSchema,
    help: 'a phrase that returns from statement to statement',
  },
  change: {
    path: 'content/changes/ID.mdx',
    schema: changeSchema,
    help: 'an essay on how the wording changed, resting on attestations',
  },
  person: {
    path: 'content/people/ID.yaml',
    schema: personSchema,
    help: 'a person and the offices they held',
  },
  witness: {
    path: 'content/witnesses/ID.yaml',
    schema: witnessSchema,
    help: 'a copy that circulates, its grade, and its errors, row by row',
  },
  sources: {
    path: 'content/sources.yaml',
    schema: sourcesSchema,
    help: 'what facts rest on',
  },
  openPoints: {
    path: 'content/open-points.yaml',
    schema: openPointsSchema,
    help: 'questions that the edition could not settle yet',
  },
  lock: {
    path: 'content/quotations.lock.yaml',
    schema: lockSchema,
    help: 'quotations that a program compared with their witness; never edited by hand',
  },
  shingles: {
    path: 'content/shingles.lock.yaml',
    schema: shinglesSchema,
    help: 'digests of words of the witnesses, so that text carried over is found; never edited by hand',
  },
} as const satisfies Record<string, KindRow>

export type KindName = keyof typeof kinds

/** The one file that is lines and no record. */
export const registerFile = {
  path: 'content/ids.lock.txt',
  help: 'every address that has been published; never edited by hand',
} as const

/** The path of the file of an id. */
export function pathOf(kind: KindName, id: string): string {
  return kinds[kind].path.replace('ID', id)
}

/** What the path of a file of this kind looks like; its group is the id. */
export function pathPattern({path}: Pick<KindRow, 'path'>): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replace('ID', '([^/]+)')}$`)
}
