import {describe, expect, it} from 'vitest'
import {lineStarts} from '../../src/corpus/lines.ts'
import {piecesOf, rangeOf} from '../../src/playground/marks.ts'
import {pick, random} from '../fixtures/random.ts'

const text = 'one\ntwo 둘\n\nthree'

describe('rangeOf(place)', () => {
  const rangeAt = (line: number, column: number, endLine: number, endColumn: number) => {
    return rangeOf({path: '', line, column, endLine, endColumn}, lineStarts(text), text.length)
  }

  it.each([
    [[1, 1, 1, 4], 'one'],
    [[2, 5, 2, 6], '둘'],
    [[1, 3, 2, 2], 'e\nt'],
    [[4, 1, 9, 1], 'three'],
    [[9, 1, 9, 4], ''],
  ] as const)('%j is “%s”', ([line, column, endLine, endColumn], words) => {
    const {start, end} = rangeAt(line, column, endLine, endColumn)
    expect(text.slice(start, end)).toBe(words)
  })

  it('stays within the text and never ends before it begins', () => {
    expect(rangeAt(4, 1, 4, 99)).toEqual({start: text.length - 5, end: text.length})
    expect(rangeAt(4, 99, 4, 99)).toEqual({start: text.length, end: text.length})
    expect(rangeAt(2, 3, 1, 1)).toEqual({start: 6, end: 6})
  })
})

describe('piecesOf(text, ranges)', () => {
  const marked = (...ranges: readonly (readonly [start: number, end: number])[]) =>
    piecesOf(
      'abcdef',
      ranges.map(([start, end]) => ({start, end})),
    )
      .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
      .join('')

  it.each([
    ['nothing', [], 'abcdef'],
    ['some words', [[1, 3]], 'a[bc]def'],
    [
      'words out of order',
      [
        [4, 6],
        [0, 1],
      ],
      '[a]bcd[ef]',
    ],
    [
      'words that overlap',
      [
        [1, 4],
        [2, 5],
      ],
      'a[bcd][e]f',
    ],
    [
      'words within words',
      [
        [1, 5],
        [2, 3],
      ],
      'a[bcde]f',
    ],
    ['a place without width', [[2, 2]], 'ab[c]def'],
    ['the end of the text', [[6, 6]], 'abcdef'],
  ] as const)('marks %s', (_what, ranges, expected) => {
    expect(marked(...ranges)).toBe(expected)
  })

  it('keeps every character, whatever the ranges are', () => {
    const next = random(7)
    for (let round = 0; round < 500; round++) {
      const ranges = Array.from({length: pick([0, 1, 2, 5, 9], next)}, () => {
        const start = Math.floor(next() * (text.length + 2))
        return {start, end: start + Math.floor(next() * 6)}
      })
      const pieces = piecesOf(text, ranges)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }
  })
})
