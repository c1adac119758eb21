import {describe, expect, it} from 'vitest'
import {fileStart, joinLines, lines, rangesOf} from '../../src/corpus/lines.ts'

describe('lines(path, text).place(start, end)', () => {
  const text = 'one\n\n가나 🌊\nfour'
  const at = lines('content/x', text)
  const range = (start: number, end?: number) => {
    const {line, column, endLine, endColumn} = at.place(start, end)
    return `${line}:${column}-${endLine}:${endColumn}`
  }

  it('counts lines and columns from 1', () => {
    expect(range(0, 3)).toBe('1:1-1:4')
    expect(at.place(0).path).toBe('content/x')
  })

  it('returns a point where no end is given', () => {
    expect(range(5)).toBe('3:1-3:1')
  })

  it('puts a line end on the line that it ends, and an empty line by itself', () => {
    expect(range(3, 4)).toBe('1:4-2:1')
    expect(range(4, 5)).toBe('2:1-3:1')
  })

  it('counts columns in UTF-16 units', () => {
    expect(range(text.indexOf('🌊'), text.indexOf('🌊') + 2)).toBe('3:4-3:6')
  })

  it('finds the end of the text', () => {
    expect(range(text.length)).toBe('4:5-4:5')
    expect(lines('x', '').place(0)).toMatchObject({line: 1, column: 1})
    expect(lines('x', 'a\n').place(2)).toMatchObject({line: 2, column: 1})
  })

  it('finds every offset of a text as one would by counting', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const before = text.slice(0, offset).split('\n')
      expect(range(offset)).toMatch(new RegExp(`^${before.length}:${(before.at(-1) ?? '').length + 1}-`))
    }
  })
})

describe('fileStart(path)', () => {
  it('returns the first character of the file', () => {
    expect(fileStart('content/x')).toEqual({path: 'content/x', line: 1, column: 1, endLine: 1, endColumn: 1})
  })
})

describe('joinLines(text)', () => {
  it.each([
    ['one\ntwo', 'one two'],
    ['one  \n\t two', 'one two'],
    ['one\n\n\ntwo', 'one two'],
    [' one  two ', ' one  two '],
    ['one \u00A0\ntwo', 'one two'],
    ['\none\n', ' one '],
    ['one', 'one'],
  ])('makes of %j the line %j', (text, line) => {
    expect(joinLines(text)).toBe(line)
  })

  it('takes time in proportion to the text', () => {
    const start = performance.now()
    joinLines(`a${' '.repeat(100_000)}b`)
    joinLines(`a${' \n'.repeat(100_000)}b`)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('rangesOf(text, needle)', () => {
  it('returns every range from left to right', () => {
    expect(rangesOf('abcab', 'ab')).toEqual([
      {start: 0, end: 2},
      {start: 3, end: 5},
    ])
  })

  it('returns ranges that do not overlap', () => {
    expect(rangesOf('aaaa', 'aa')).toHaveLength(2)
    expect(rangesOf('aaa', 'aa')).toHaveLength(1)
  })

  it('returns nothing for an empty needle or one that is not there', () => {
    expect(rangesOf('abc', '')).toEqual([])
    expect(rangesOf('abc', 'd')).toEqual([])
  })
})
