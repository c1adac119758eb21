/** Every file that is written from the vocabulary and the schemas: `npm run generate` writes them, a test compares them. */

import {kinds} from '../corpus/kinds.ts'
import type {KindName} from '../corpus/kinds.ts'
import {jsonSchemaOf} from './jsonSchema.ts'
import {fillBlocks, referenceBlocks} from './reference.ts'
import {snippets} from './snippets.ts'

/** The page whose lists are written; its prose is not. */
export const readmePath = 'content/README.md'

/**
 * The files, by path from the project's root.
 *
 * @param readme the present text of `content/README.md`
 */
export function generatedFiles(readme: string): ReadonlyMap<string, string> {
  const names = Object.keys(kinds) as KindName[]
  return new Map([
    ...names.map((kind) => [schemaPath(kind), json(jsonSchemaOf(kind))] as const),
    ['.vscode/linchpin.code-snippets', json(snippets())],
    [readmePath, fillBlocks(readme, referenceBlocks())],
  ])
}

/** Where the JSON Schema of a kind lies. */
export function schemaPath(kind: KindName): string {
  return `.vscode/schemas/${kind}.json`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
