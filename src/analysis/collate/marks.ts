/** Findings before they are put in order: several methods may mark the same words. */

import type {ClauseNumber, Range} from '../../corpus/model.ts'
import type {CopyFinding} from './model.ts'
import type {Word} from './words.ts'

/** What a method says of some words. */
export type Mark = Omit<CopyFinding, 'found'>

/** The range from the first word to the last. */
export function rangeOf(words: readonly Word[]): Range {
  return {start: words[0]?.range.start ?? 0, end: words.at(-1)?.range.end ?? 0}
}

/** The clause of a finding, where it is known. */
export function at(clause: {readonly n: ClauseNumber} | undefined): {readonly clause?: ClauseNumber} {
  return clause === undefined ? {} : {clause: clause.n}
}

/**
 * Puts marks in the order of the copy. Where two touch the same words, the one
 * that was given first stays: methods are asked in the order of their proof.
 */
export function settle(marks: readonly Mark[], text: string): CopyFinding[] {
  const kept: Mark[] = []
  const taken = new Set<number>()
  for (const mark of marks) {
    const {start, end} = mark.range
    let free = end > start
    for (let at = start; at < end && free; at++) free = !taken.has(at)
    if (!free) continue
    for (let at = start; at < end; at++) taken.add(at)
    kept.push(mark)
  }
  return kept
    .sort((a, b) => a.range.start - b.range.start)
    .map((mark) => ({...mark, found: text.slice(mark.range.start, mark.range.end)}))
}
