/** The copy as it is set: its passages, cut where findings begin and end. */

import type {ClauseNumber, Range} from '../../corpus/model.ts'
import type {CopyFinding, Segment} from './model.ts'

/** A sentence of the copy, or words between sentences. */
export interface Passage {
  readonly range: Range
  /** The clauses it answers to. */
  readonly clauses: readonly ClauseNumber[]
  /** Whether a line of the copy begins here. */
  readonly opens: boolean
  /** In order; joined they are the text of the range. */
  readonly pieces: readonly Piece[]
}

/** A run of text, within one finding or within none. */
export interface Piece {
  readonly text: string
  /** Index of its finding. */
  readonly finding?: number
}

/**
 * The passages of a text in its order. No word is lost: what stands between
 * sentences and is more than space is a passage that answers to no clause.
 *
 * @param segments in the order of the text, not overlapping
 * @param findings in the order of the text, not overlapping
 */
export function passagesOf(text: string, segments: readonly Segment[], findings: readonly CopyFinding[]): Passage[] {
  const passages: Passage[] = []
  let end = 0
  let next = 0
  const add = (range: Range, clauses: readonly ClauseNumber[]) => {
    const opens = passages.length === 0 || text.slice(passages.at(-1)?.range.end, range.start).includes('\n')
    while ((findings[next]?.range.end ?? Infinity) <= range.start) next++
    passages.push({range, clauses, opens, pieces: piecesOf(text, range, findings, next)})
  }
  for (const {range, clauses} of segments) {
    for (const between of linesOf(text, end, range.start)) add(between, [])
    add(range, clauses)
    end = range.end
  }
  for (const after of linesOf(text, end, text.length)) add(after, [])
  return passages
}

/** The lines between two offsets that hold more than space, without the space around them. */
function linesOf(text: string, start: number, end: number): Range[] {
  return Array.from(text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/g), ({0: line, index}) => ({
    start: start + index,
    end: start + index + line.length,
  }))
}

function piecesOf(text: string, {start, end}: Range, findings: readonly CopyFinding[], first: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (let index = first; index < findings.length; index++) {
    const range = findings[index]?.range
    if (range === undefined || range.start >= end) break
    const from = Math.max(range.start, at)
    if (from > at) pieces.push({text: text.slice(at, from)})
    at = Math.min(range.end, end)
    pieces.push({text: text.slice(from, at), finding: index})
  }
  if (at < end) pieces.push({text: text.slice(at, end)})
  return pieces
}
