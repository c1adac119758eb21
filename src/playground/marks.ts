/** Where messages stand in the text of a draft. */

import {lineStarts} from '../corpus/lines.ts'
import type {Message} from '../corpus/message.ts'
import type {Place, Range} from '../corpus/model.ts'

/** The range of a place in the text it is about; within the text, whatever the place says. */
export function rangeOf({line, column, endLine, endColumn}: Place, starts: readonly number[], length: number): Range {
  const offset = (row: number, at: number) => Math.min(length, (starts[row - 1] ?? length) + at - 1)
  const start = offset(line, column)
  return {start, end: Math.max(start, offset(endLine, endColumn))}
}

/** The ranges of messages in a text, in their order. */
export function rangesOfMessages(messages: readonly Message[], text: string): Range[] {
  const starts = lineStarts(text)
  return messages.map(({place}) => rangeOf(place, starts, text.length))
}

/** A piece of a text, under a message or not. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Cuts a text where marks begin and end. What has no width marks the character there; marks that meet are one. */
export function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const {start, end} of ranges.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, start), Math.min(text.length, Math.max(end, start + 1))]
    if (to <= from) continue
    if (from > at) pieces.push({text: text.slice(at, from), isMarked: false})
    pieces.push({text: text.slice(from, to), isMarked: true})
    at = to
  }
  if (at < text.length) pieces.push({text: text.slice(at), isMarked: false})
  return pieces
}
