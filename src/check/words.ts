/** Where the words of a text node stand in its file. */

import {fileStart, lineStarts, lines, rangesOf} from '../corpus/lines.ts'
import type {Place, Range, Text} from '../corpus/model.ts'

/** Words as the file has them. */
export interface SourceWords {
  readonly place: Place
  readonly written: string
}

/**
 * Finds words of a text node in its file, in which they may stand on two lines
 * or with backslashes.
 *
 * @param file the whole text of the file
 * @param range offsets into the value of the node
 * @returns `undefined` where the node is written in a way that hides which
 *   character is which
 */
export function sourceWords(file: string, {value, place}: Text, range: Range): SourceWords | undefined {
  const starts = lineStarts(file)
  const from = (starts[place.line - 1] ?? 0) + place.column - 1
  const start = advance(file, from, value.slice(0, range.start))
  const end = start === undefined ? undefined : advance(file, start, value.slice(range.start, range.end))
  if (start === undefined || end === undefined) return undefined
  return {place: lines(place.path, file).place(start, end), written: file.slice(start, end)}
}

/** Where the file stands after it has written `value` from `from` on. */
function advance(file: string, from: number, value: string): number | undefined {
  let at = from
  for (const character of value.split('')) {
    const lineEnd = character === ' ' ? /^\s*\n\s*/.exec(file.slice(at, at + 200))?.[0].length : undefined
    if (lineEnd !== undefined) at += lineEnd
    else if (file[at] === character) at++
    else if (file[at] === '\\' && file[at + 1] === character) at += 2
    else return undefined
  }
  return at
}

/**
 * Where a value stands in the fields of a record.
 *
 * @param otherwise its place where it is written in another way
 */
export function fieldPlace(path: string, file: string, value: string, otherwise = fileStart(path)): Place {
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character)
  for (const {start, end} of rangesOf(file, value)) {
    if (!isLetter(file.charAt(start - 1)) && !isLetter(file.charAt(end))) return lines(path, file).place(start, end)
  }
  return otherwise
}
