import * as fc from 'fast-check'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {toMarkdown} from 'mdast-util-to-markdown'
import {describe, expect, it} from 'vitest'
import {heading, list, paragraph, strong, text, written} from '../../src/export/markdown/nodes.ts'
import type {Phrase} from '../../src/export/markdown/nodes.ts'

/** Words among which stand all signs that mean something somewhere, and what must stand beside them. */
const words = fc
  .array(fc.constantFrom(...Array.from('\\\t\n\r !"#&\'()*+-.:<=>[]^_`~|{}1aé한😀'), 'once', 'http://a.b/', '12'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''))

const phrase = fc.oneof(
  {weight: 4, arbitrary: words.map(text)},
  words.map(strong),
  words.map((value): Phrase => ({type: 'emphasis', children: [text(value)]})),
  fc.tuple(words, words).map(([url, label]): Phrase => ({type: 'link', url, children: [text(label)]})),
)

describe('written(parts)', () => {
  it('is what the library writes that looks for every sign in every text', () => {
    fc.assert(
      fc.property(fc.array(phrase, {maxLength: 6}), words, (phrases, title) => {
        const parts = [heading(2, title), paragraph(...phrases), ...list([phrases, [title]])]
        const whole = toMarkdown(
          {type: 'root', children: parts},
          {bullet: '-', emphasis: '*', listItemIndent: 'one', extensions: [gfmFootnoteToMarkdown()]},
        )
        expect(written(parts)).toBe(whole)
      }),
      {seed: 11, numRuns: 1000},
    )
  })
})
