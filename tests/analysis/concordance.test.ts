import {describe, expect, it} from 'vitest'
import {countByYear, groupLines, inClauses, lineOf} from '../../src/analysis/concordance.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {FormulaId, Occurrence, Site, StatementId} from '../../src/corpus/model.ts'
import {file, readFixture, statementFile, statementMatter} from '../fixtures/edition.ts'

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

describe('lineOf(occurrence) in a sentence that does not end', () => {
  const text = `${'word '.repeat(20_000)}NCG ${'more '.repeat(20_000)}`
  const {before, words, after} = lineOf(occurrence(text, 'NCG'))

  it('shows what is near, in whole words, and marks that more stands there', () => {
    expect(words).toBe('NCG')
    expect(before).toMatch(/^…(?: word){60,} $/)
    expect(after).toMatch(/^(?: more){60,} …$/)
  })

  it('stays a line', () => {
    expect(before.length + after.length).toBeLessThan(1000)
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

describe('inClauses(attestations, corpus)', () => {
  const {corpus} = readCorpus([
    ...readFixture('tiny'),
    file(
      'content/statements/talks-2029.mdx',
      statementMatter
        .replace('2031-03-04', '2029')
        .replace('edition: extract\n', 'edition: record\nattestations:\n  - {formula: lantern, certainty: known}\n'),
    ),
  ])
  const attestations = corpus.graph.attestations.get('lantern' as FormulaId) ?? []

  it('shows the words of a formula in their sentence', () => {
    const lines = inClauses(attestations, corpus).map(lineOf)
    expect(lines.length).toBeGreaterThan(0)
    for (const [index, {words}] of lines.entries())
      expect(words).toBe(attestations.filter(({clause}) => clause !== undefined)[index]?.words)
  })

  it('leaves out what has no clause', () => {
    expect(attestations.map(({statement}) => statement)).toContain('talks-2029')
    expect(inClauses(attestations, corpus)).toHaveLength(attestations.length - 1)
  })
})

describe('countByYear(places, corpus)', () => {
  const record = (id: string, date: string) =>
    file(
      `content/statements/${id}.mdx`,
      statementMatter.replace('2031-03-04', date).replace('edition: extract', 'edition: record'),
    )
  const {corpus} = readCorpus([
    statementFile('<Clause n="1.1">\nA lamp.\n</Clause>', 'talks-2031'),
    record('talks-2031-b', '2031-09'),
    record('talks-2034', '2034'),
    record('talks-2029', '2029-01-01'),
    record('talks-2036', '2036'),
  ])

  it('counts from the first year that tells something to the last, and knows where a count of nothing says nothing', () => {
    const places = ['talks-2031', 'talks-2031', 'talks-2034'] as StatementId[]
    expect(countByYear(places, corpus)).toEqual([
      {year: 2031, count: 2, edited: 1, records: 1},
      {year: 2032, count: 0, edited: 0, records: 0},
      {year: 2033, count: 0, edited: 0, records: 0},
      {year: 2034, count: 1, edited: 0, records: 1},
    ])
  })

  it('has no years where there is no statement', () => {
    expect(countByYear([], readCorpus([]).corpus)).toEqual([])
  })
})
