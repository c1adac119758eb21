import {describe, expect, it} from 'vitest'
import {
  clausePattern,
  compareClauses,
  idLimit,
  idPattern,
  idProblem,
  isId,
  paragraphOf,
  parseSentenceAddress,
  sentencePattern,
} from '../../src/corpus/ids.ts'
import type {ClauseNumber} from '../../src/corpus/model.ts'

const clauses = (...numbers: string[]) => numbers as ClauseNumber[]

describe('isId(text)', () => {
  it.each(['a', '2p2-2024', 'w-spun-9pt', 's25d', '0', 'a-b-c', 'a'.repeat(idLimit)])('accepts %s', (text) => {
    expect(isId(text)).toBe(true)
  })

  it.each([
    '',
    '-a',
    'a-',
    'a--b',
    'A',
    'a_b',
    'a.b',
    'a b',
    'a/b',
    '../a',
    'a\n',
    'é',
    '강',
    '%2e',
    'a'.repeat(idLimit + 1),
  ])('refuses %j', (text) => {
    expect(isId(text)).toBe(false)
  })

  it.each([
    'con',
    'prn',
    'aux',
    'nul',
    'com1',
    'com9',
    'lpt1',
    'lpt9',
    'index',
    '404',
    'source',
    'constructor',
    'prototype',
  ])('refuses the reserved name %s', (text) => {
    expect(isId(text)).toBe(false)
  })

  it('takes time in proportion to the text', () => {
    // Neither two to the power of this nor its square would end within the time of any test.
    expect(idPattern.test(`${'a'.repeat(60)}!`)).toBe(false)
    expect(idPattern.test(`${'a-'.repeat(2_000_000)}!`)).toBe(false)
  })
})

describe('clausePattern', () => {
  it.each(['1.1', '5.3', '8.1a', '9999.9999z'])('accepts %s', (n) => expect(n).toMatch(clausePattern))
  it.each(['0.1', '1.0', '01.1', '1.01', '1', '1.1.1', '1.1A', '1.1ab', '1.1 ', '10000.1', '1.1\n'])(
    'refuses %j',
    (n) => expect(n).not.toMatch(clausePattern),
  )
})

describe('sentencePattern', () => {
  it('accepts no letters', () => {
    expect('9.4').toMatch(sentencePattern)
    expect('9.4a').not.toMatch(sentencePattern)
  })
})

describe('parseSentenceAddress(text)', () => {
  it('returns witness and sentence', () => {
    expect(parseSentenceAddress('w-spun-9pt:5.3')).toEqual({witness: 'w-spun-9pt', sentence: '5.3'})
  })

  it.each(['', 'w-a', '5.3', 'w-a:', ':5.3', 'w-a:5', 'w-a:5.3a', 'W-a:5.3', 'w-a:5.3:1', 'w-a: 5.3'])(
    'returns nothing for %j',
    (text) => {
      expect(parseSentenceAddress(text)).toBeUndefined()
    },
  )
})

describe('paragraphOf(clause)', () => {
  it('returns the number before the full stop', () => {
    expect(clauses('5.3', '12.1a', '1.10').map(paragraphOf)).toEqual([5, 12, 1])
  })
})

describe('compareClauses(a, b)', () => {
  it('orders by number, then by letter', () => {
    const ordered = clauses('1.1', '1.2', '1.10', '2.1', '8.1', '8.1a', '8.1b', '8.2', '10.1')
    expect(ordered.toReversed().toSorted(compareClauses)).toEqual(ordered)
  })

  it('returns 0 for the same number only', () => {
    expect(compareClauses(...(clauses('5.3', '5.3') as [ClauseNumber, ClauseNumber]))).toBe(0)
    expect(compareClauses(...(clauses('5.3', '5.3a') as [ClauseNumber, ClauseNumber]))).toBeLessThan(0)
  })
})

describe('idProblem(text)', () => {
  it.each([
    ['', 'is empty'],
    ['a'.repeat(81), 'has more than 80 characters'],
    ['Talks', 'has other signs than small letters and digits, joined by single hyphens'],
    ['print', 'is a name that a host or a file system keeps for itself'],
  ])('says what is wrong with “%s”', (text, problem) => {
    expect(idProblem(text)).toBe(problem)
  })

  it('finds nothing wrong with an id', () => {
    expect(idProblem('a'.repeat(80))).toBeUndefined()
  })
})
