/** The difference of two wordings as HTML. */

import type {QuotedPart} from '../analysis/wording.ts'
import {textHtml} from './inline.ts'

const elements = {
  same: undefined,
  inserted: 'ins',
  deleted: 'del',
  'only-before': undefined,
  'only-after': undefined,
} as const

/**
 * Parts as running text with `<ins>` and `<del>`. What was deleted is struck,
 * what was inserted is underlined, and the style sheet says "deleted:" and
 * "inserted:" to those who listen; these words are neither copied nor searched.
 */
export function differenceHtml(parts: readonly QuotedPart[]): string {
  return parts
    .map(({type, text}, index) => {
      const element = elements[type]
      if (element === undefined) return textHtml(text)
      // The space behind the last word is set outside, so that no stroke runs on; what replaces it keeps off.
      const words = text.trimEnd()
      const replaced = type === 'deleted' && parts[index + 1]?.type === 'inserted'
      return `<${element}>${textHtml(words)}</${element}>${text.slice(words.length) || (replaced ? ' ' : '')}`
    })
    .join('')
}
