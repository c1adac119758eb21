/** The base edition of the checks, and a cursor in it. */

import {viewer} from '../../src/editor/view.ts'
import type {View} from '../../src/editor/view.ts'
import type {Position} from '../../src/editor/place.ts'
import {editionOf, standardHeading, standardMatter, witnessTexts} from '../check/base.ts'

export const statement = 'content/statements/example.mdx'

/** A text, and the place in it that `‸` marks. */
export interface Marked {
  readonly text: string
  readonly position: Position
}

/** Takes the mark out of a text. */
export function marked(text: string): Marked {
  const at = text.indexOf('‸')
  if (at === -1) throw new Error(`no ‸ in: ${text}`)
  const before = text.slice(0, at).split('\n')
  return {
    text: text.slice(0, at) + text.slice(at + 1),
    position: {line: before.length - 1, character: before.at(-1)?.length ?? 0},
  }
}

/** The body of a statement with what is needed before it. */
export function body(text: string): string {
  return standardMatter + standardHeading + text
}

/** The base edition with files in it. */
export function view(files: Readonly<Record<string, string>> = {}): View {
  return viewer()(editionOf(new Map(Object.entries(files))), witnessTexts)
}
