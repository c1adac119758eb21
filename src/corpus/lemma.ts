/** Finds the words a note is keyed to. Exactly one match or a message: an edition never guesses. */

import {rangesOf} from './lines.ts'
import type {Range} from './model.ts'

export type LemmaMatch =
  | {readonly type: 'found'; readonly range: Range}
  | {readonly type: 'missing'}
  | {readonly type: 'ambiguous'; readonly count: number}

/**
 * Finds `exact` in `text`.
 *
 * @param nth which occurrence is meant, from 1, where there are several
 */
export function matchLemma(text: string, exact: string, nth?: number): LemmaMatch {
  const ranges = rangesOf(text, exact)
  if (nth !== undefined) {
    const range = ranges[nth - 1]
    return range === undefined ? {type: 'missing'} : {type: 'found', range}
  }
  const [range] = ranges
  if (range === undefined) return {type: 'missing'}
  return ranges.length === 1 ? {type: 'found', range} : {type: 'ambiguous', count: ranges.length}
}

/** Longest wording, in words, for which another is offered: the search takes that many steps a word. */
const offerLimit = 100

/**
 * The words of `text` that are most like `exact`: the window of as many words
 * with the smallest edit distance, by words.
 *
 * @returns the words as they stand in the text, or `undefined` where fewer
 *   than half of them agree
 */
export function nearestWords(text: string, exact: string): string | undefined {
  const fold = (word: string) =>
    word
      .toLowerCase()
      .replaceAll(/[’‘]/g, "'")
      .replaceAll(/[^\p{L}\p{N}']/gu, '')
  const wanted = exact.split(/\s+/).map(fold)
  if (wanted.length > offerLimit) return undefined
  const spans = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: fold(match[0]),
  }))
  let best: {readonly start: number; readonly end: number; readonly agree: number} | undefined
  for (let from = 0; from + wanted.length <= spans.length; from++) {
    const agree = wanted.filter((word, index) => spans[from + index]?.word === word).length
    const first = spans[from]
    const last = spans[from + wanted.length - 1]
    if (first !== undefined && last !== undefined && agree * 2 >= wanted.length && agree > (best?.agree ?? 0)) {
      best = {start: first.start, end: last.end, agree}
    }
  }
  return best === undefined ? undefined : text.slice(best.start, best.end).replace(/[.,;:]$/, '')
}
