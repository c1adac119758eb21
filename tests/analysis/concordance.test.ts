import {describe, expect, it} from 'vitest'
import {groupLines, lineOf} from '../../src/analysis/concordance.ts'
import type {Occurrence, Site} from '../../src/corpus/model.ts'

const clause = (statement: string): Site => ({type: 'clause', statement, clause: '1.1'}) as unknown as Site

function occurrence(text: string, words: string, site: Site = clause('one')): Occurrence {
  const start = text.indexOf(words)
  return {
    site,
    text,
    range: {start, end: start + words.length},
    place: {path: '', line: 1, column: 1, endLine: 1, endColumn: 1},
  }
}

describe('lineOf(occurrence)', () => {
  it('returns the sentence, cut where the words stand', () => {
    expect(lineOf(occurrence('First here. The U.S. and the NCG met. Then more.', 'NCG'))).toMatchObject({
      before: 'The U.S. and the ',
      words: 'NCG',
      after: ' met.',
    })
  })

  it('loses no character of a text without sentences', () => {
    const {before, words, after} = lineOf(occurrence('핵협의그룹 NCG', 'NCG'))
    expect(before + words + after).toBe('핵협의그룹 NCG')
  })
})

describe('groupLines(occurrences)', () => {
  it('keeps the lines of a statement together, in their order', () => {
    const groups = groupLines([occurrence('a b', 'a'), occurrence('c d', 'c', clause('two')), occurrence('e f', 'e')])
    expect(groups.map(({statement, lines}) => [statement, lines.map(({words}) => words)])).toEqual([
      ['one', ['a', 'e']],
      ['two', ['c']],
    ])
  })
})
