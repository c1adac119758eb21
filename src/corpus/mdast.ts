/** The parser where programs run: Sätteri, which is native and fast. `mdast.browser.ts` is the other. */

import {mdxToMdast} from 'satteri'

/** What a parser gives; a structural subset of mdast. */
export interface Mdast {
  readonly type: string
  readonly children?: readonly Mdast[]
  readonly value?: string | null
  readonly name?: string | null
  readonly attributes?: readonly {readonly type: string; readonly name?: string; readonly value?: unknown}[]
  readonly depth?: number
  readonly ordered?: boolean | null
  readonly url?: string
  readonly title?: string | null
  readonly position?: {readonly start: {readonly offset?: number}; readonly end: {readonly offset?: number}}
}

// Everything the vocabulary has no use for is off; smart punctuation would change quotations.
const features = {gfm: false, frontmatter: false, smartPunctuation: false} as const

/**
 * Parses MDX that `scanTags` has let pass.
 *
 * @throws Error whose message begins with line and column: `7:3: Expected a closing tag …`
 */
export function toMdast(body: string): Mdast {
  return mdxToMdast(body, {features}) as Mdast
}
