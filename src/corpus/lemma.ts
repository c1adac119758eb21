/** Finds the words a note is keyed to. Exactly one match or a message: an edition never guesses. */

import {distance} from 'fastest-levenshtein'
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

/** Most places that are offered where several come equally near. */
const offers = 3

/** A word with where it stands; dashes part words, and punctuation around them belongs to none. */
const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[^\s\-–—/]*[\p{L}\p{N}])?/gu

/** What a word of the text costs that the wording does not have, in letters: little, for additions are common. */
const additionCost = 2

/** A stretch of a text that comes near to a wording. */
export interface NearWords extends Range {
  /** What it takes to make it of the wording, in letters. */
  readonly cost: number
}

/**
 * The words of `text` that are most like `exact`: one stretch, or up to three
 * that come equally near, in the order of the text.
 *
 * Approximate matching by words (Sellers, The Theory and Computation of
 * Evolutionary Distances, 1980): words may be replaced, added, left out. The
 * cost is counted in letters, so that “the” does not weigh as much as
 * “friendship”; a word with a slip costs the slip; capitals and punctuation
 * cost nothing. Time grows with the product of the numbers of words.
 *
 * @returns ranges of the text; none where fewer than half of the letters agree
 */
export function nearestWords(text: string, exact: string): NearWords[] {
  const wanted = Array.from(exact.matchAll(wordPattern), ([word]) => fold(word))
  if (wanted.length > offerLimit) return []
  const most = wanted.join('').length / 2
  const windows = windowsOf(text, wanted).filter(({cost}) => cost <= most)
  const least = Math.min(...windows.map(({cost}) => cost))
  const chosen: NearWords[] = []
  for (const window of windows) {
    const last = chosen.at(-1)
    if (window.cost > least) continue
    // Of two that begin together the longer leaves out less of what was wanted.
    if (last?.start === window.start) chosen.pop()
    if (last === undefined || last.end <= window.start || last.start === window.start) chosen.push(window)
  }
  return chosen.slice(0, offers)
}

/** For each word of the text the cheapest stretch that ends there. */
function windowsOf(text: string, wanted: readonly string[]): NearWords[] {
  const known = new Set(wanted)
  const replaced = (from: string, to: string) => {
    if (from === to) return 0
    const slip = distance(from, to)
    if (slip * 3 <= Math.max(from.length, to.length)) return slip
    // A word that has changed its place is half of what was wanted.
    return known.has(to) ? from.length / 2 : from.length
  }
  // The stretch that fits the first words, by their number; before the first word of the text all are left out.
  let column: NearWords[] = [{cost: 0, start: 0, end: 0}]
  for (const word of wanted) column.push({start: 0, end: 0, cost: (column.at(-1)?.cost ?? 0) + word.length})
  const windows: NearWords[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = fold(match[0])
    const start = match.index
    const end = start + match[0].length
    const next: NearWords[] = [{cost: 0, start: end, end}]
    for (const [index, from] of wanted.entries()) {
      const before = column[index]
      const same = column[index + 1]
      const above = next[index]
      if (before === undefined || same === undefined || above === undefined) continue
      const replace = {cost: before.cost + replaced(from, word), start: index === 0 ? start : before.start, end}
      const add = {...same, cost: same.cost + additionCost}
      const leave = {...above, cost: above.cost + from.length}
      next.push([replace, add, leave].reduce((least, other) => (other.cost < least.cost ? other : least)))
    }
    const whole = next.at(-1)
    if (whole?.end === end && whole.start < end) windows.push(whole)
    column = next
  }
  return windows
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}']/gu, '')
}
