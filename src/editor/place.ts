/** Places of the edition count from 1, those of editors from 0; both count columns in UTF-16 units. */

import type {Position, Range as Span} from 'vscode-languageserver'
import {lineStarts} from '../corpus/lines.ts'
import type {Place} from '../corpus/model.ts'

export type {Position, Range as Span} from 'vscode-languageserver'

export function spanOf({line, column, endLine, endColumn}: Place): Span {
  return {
    start: {line: line - 1, character: column - 1},
    end: {line: endLine - 1, character: endColumn - 1},
  }
}

/** Whether a position stands in a place or at its end. */
export function holds(place: Place, position: Position): boolean {
  return meets(place, {start: position, end: position})
}

/** Whether a place and a span have a position in common. */
export function meets(place: Place, {start, end}: Span): boolean {
  const own = spanOf(place)
  return compare(own.start, end) <= 0 && compare(start, own.end) <= 0
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character
}

/** The offset of a position; that of the nearest one where the text has none such. */
export function offsetOf(text: string, {line, character}: Position): number {
  const starts = lineStarts(text)
  const start = starts[line]
  if (start === undefined) return text.length
  return Math.min(start + character, (starts[line + 1] ?? text.length + 1) - 1)
}

/** The text of a place. */
export function textAt(text: string, place: Place): string {
  const {start, end} = spanOf(place)
  return text.slice(offsetOf(text, start), offsetOf(text, end))
}
