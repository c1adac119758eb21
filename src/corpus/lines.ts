import type {Place, Range} from './model.ts'

/** Turns offsets of a text into lines and columns. */
export interface Lines {
  /** The place of a range of the text; `end` defaults to `start`. */
  place(start: number, end?: number): Place
}

/** Where each line of a text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Reads the line starts of `text` once; each look-up is a binary search. */
export function lines(path: string, text: string): Lines {
  const starts = lineStarts(text)

  function point(offset: number): {line: number; column: number} {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1}
  }

  return {
    place(start, end = start) {
      const from = point(start)
      const to = point(end)
      return {path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column}
    },
  }
}

/** The lines of a file of lines, each with its place; empty lines and remarks, which begin with `# `, are left out. */
export function* entryLines(path: string, text: string): Generator<{readonly line: string; readonly place: Place}> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('# ')) continue
    const number = index + 1
    yield {line, place: {path, line: number, column: 1, endLine: number, endColumn: line.length + 1}}
  }
}

/** The beginning of a file, for findings about a file as a whole. */
export function fileStart(path: string): Place {
  return {path, line: 1, column: 1, endLine: 1, endColumn: 1}
}

/** Running text on one line: a line end, with the spaces around it, is one space. */
export function joinLines(text: string): string {
  // Each run of spaces is tried once, at its beginning; without that, time grows with the square of its length.
  return text.replaceAll(/(?<!\s)\s*\n\s*/g, ' ')
}

/** Line ends and control characters as spaces: no text, and no name of a file, can steer a terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
}

/** Where `needle` stands in `text`: every range, left to right, without overlaps. */
export function rangesOf(text: string, needle: string): Range[] {
  if (needle === '') return []
  const ranges: Range[] = []
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
    ranges.push({start: at, end: at + needle.length})
  }
  return ranges
}
