import {describe, expect, it} from 'vitest'
import {holds, offsetOf, textAt} from '../../src/editor/place.ts'

const text = 'one\n둘 two\n\nthree'

describe('offsetOf(text, position)', () => {
  it.each([
    [0, 0, 0],
    [1, 2, 6],
    // Behind the end of a line, and of the text.
    [0, 99, 3],
    [2, 5, 10],
    [3, 99, text.length],
    [9, 0, text.length],
  ])('of line %i, character %i is %i', (line, character, offset) => {
    expect(offsetOf(text, {line, character})).toBe(offset)
  })
})

describe('holds(place, position)', () => {
  const place = {path: '', line: 2, column: 3, endLine: 2, endColumn: 6}

  it.each([
    [1, 1, false],
    [1, 2, true],
    [1, 5, true],
    [1, 6, false],
    [0, 3, false],
    [2, 3, false],
  ])('at line %i, character %i is %s', (line, character, expected) => {
    expect(textAt(text, place)).toBe('two')
    expect(holds(place, {line, character})).toBe(expected)
  })
})
