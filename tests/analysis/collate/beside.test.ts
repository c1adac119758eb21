import {describe, expect, it} from 'vitest'
import {exchanges, isReported} from '../../../src/analysis/collate/beside.ts'
import {SubstitutionTable} from '../../../src/analysis/collate/substitutions.ts'
import {exchangeMarks} from '../../../src/analysis/collate/vocabulary.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import {printed, smallClause, smallCopy} from './small.ts'

function found(copy: string, record: string, table = new SubstitutionTable()) {
  return exchanges(smallCopy([[copy, smallClause('1.1', record)]]), table)
}

function shown(...parameters: Parameters<typeof found>): string[] {
  return found(...parameters).map(
    ({found: ours, expected, clause, modal}) =>
      `${clause.n} ${modal ? 'modal' : 'quantifier'}: ${printed(ours)} for ${printed(expected)}`,
  )
}

describe('exchanges(copy, table)', () => {
  it.each([
    ['They can meet again.', 'They will meet again.', '1.1 modal: can meet for will meet'],
    ['They could meet.', 'They will meet.', '1.1 modal: could meet for will meet'],
    ['They will meet.', 'They would meet.', '1.1 modal: will meet for would meet'],
    ['They can not be seen.', 'They will be seen.', '1.1 modal: can seen for will seen'],
    ['Each side spoke.', 'Both sides spoke.', '1.1 quantifier: Each side for Both sides'],
    ['Two sides spoke.', 'Both of the sides spoke.', '1.1 quantifier: Two sides for Both sides'],
  ])('%s stands where the record has: %s', (copy, record, exchange) => {
    expect(shown(copy, record)).toEqual([exchange])
  })

  it.each([
    ['the same word', 'Both sides spoke.', 'Both sides spoke.'],
    ['a word that the record has there too', 'They can meet.', 'They will meet, and can meet.'],
    ['a word beside another', 'They can meet.', 'They will speak.'],
    ['a modal beside a quantifier', 'They can side with us.', 'Both sides spoke.'],
    ['a word too far off', 'They can not all be seen.', 'They will be seen.'],
    ['a word with nothing beside it', 'They can.', 'They will see.'],
    ['will in reported speech', 'They would meet.', 'They will meet.'],
    ['can in reported speech', 'They could meet.', 'They can meet.'],
    ['may in reported speech', 'They might meet.', 'They may meet.'],
    ['shall in reported speech', 'They should meet.', 'They shall meet.'],
  ])('takes %s for no exchange', (_, copy, record) => {
    expect(shown(copy, record)).toEqual([])
  })

  it('knows the word beside it by what the copy puts for it', () => {
    const table = new SubstitutionTable()
    table.add(wordsOf('gather'), wordsOf('meet'), 1)
    expect(shown('They can gather.', 'They will meet.')).toEqual([])
    expect(shown('They can gather.', 'They will meet.', table)).toEqual(['1.1 modal: can gather for will meet'])
  })

  it('knows each modal of reported speech, in one direction', () => {
    expect([isReported('will', 'would'), isReported('would', 'will'), isReported('will', 'could')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('exchangeMarks(exchanges, spun)', () => {
  const modal = found('They can meet.', 'They Will meet.')
  const quantifier = found('Each side spoke.', 'Both sides spoke.')

  it('says what stands before which word', () => {
    expect(exchangeMarks(modal, false)).toEqual([
      {
        kind: 'modal',
        range: {start: 5, end: 8},
        expected: 'will',
        clause: '1.1',
        weight: 'likely',
        because: 'Before “meet” clause 1.1 has “Will”.',
      },
    ])
  })

  it('marks a quantifier only where the copy replaces words', () => {
    expect(exchangeMarks(quantifier, false)).toEqual([])
    expect(exchangeMarks(quantifier, true)).toEqual([
      {
        kind: 'spun-word',
        range: {start: 0, end: 4},
        expected: 'both',
        clause: '1.1',
        weight: 'likely',
        because: 'Before “sides” clause 1.1 has “Both”.',
      },
    ])
  })
})
