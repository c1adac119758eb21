import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {matrixCsv} from '../../src/export/matrix.ts'
import {formulaFile, readFixture, tell} from '../fixtures/edition.ts'
import {readCsv} from '../fixtures/csv.ts'

const csv = (corpus: Corpus) => [...matrixCsv(corpus)].join('')

describe('matrixCsv(corpus)', () => {
  const {corpus} = readCorpus(readFixture('tiny'))

  it('has a line for each formula in each statement, by number and by date', () => {
    const rows = readCsv(csv(corpus))
    expect(rows.map(({number, statement, presence, clause}) => [number, statement, presence, clause])).toEqual([
      ['F01', 'river-2031', 'exact', '1.2'],
      ['F01', 'river-2032', 'absent', ''],
      ['F02', 'river-2031', 'exact', '2.2'],
      ['F02', 'river-2032', 'variant', '1.1'],
    ])
  })

  it('gives words, variant, basis and evidence', () => {
    const [first, second, , fourth] = readCsv(csv(corpus))
    expect(first).toMatchObject({
      formula: 'early-answer',
      date: '2031-03-04',
      forum: 'river-talks',
      words: 'will be met with a calm, common, and early answer',
      basis: 'restored',
      certainty: 'found',
    })
    expect(second).toMatchObject({words: '', basis: '', certainty: 'found', sources: 't2'})
    expect(fourth).toMatchObject({variant: 'kept', words: 'kept the lantern lit', basis: 't2', sources: 't2'})
  })

  it('keeps several attestations of one statement apart, in the order of the clauses', () => {
    const {corpus} = readCorpus([
      formulaFile('answer', 'will answer', {weak: 'can answer'}),
      tell({
        id: 'a',
        date: '2031',
        edition: 'full',
        numbering: 'own',
        quotes: [
          ['answer', 'will answer'],
          ['answer', 'can answer'],
        ],
      }),
    ])
    expect(readCsv(csv(corpus))).toMatchObject([
      {clause: '1.1 | 1.2', words: 'will answer | can answer', variant: ' | weak', basis: 't1 | t1'},
    ])
  })

  it('writes RFC 4180: lines end with CR LF, quotation marks are doubled', () => {
    const {corpus} = readCorpus([
      formulaFile('answer', 'will answer'),
      tell({id: 'a', date: '2031', forum: null, recorded: [['answer', `words: 'so-called "will answer", they say'`]]}),
    ])
    const lines = csv(corpus).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('formula,number,statement,date,forum,presence,variant,words,clause,basis,certainty,sources')
    expect(lines[1]).toBe('answer,F01,a,2031,,exact,,"so-called ""will answer"", they say",,,found,t1')
    expect(lines[2]).toBe('')
  })

  it('disarms what a spreadsheet would run', () => {
    const {corpus} = readCorpus([
      formulaFile('answer', 'will answer'),
      tell({id: 'a', date: '2031', recorded: [['answer', `words: '=will answer'`]]}),
      tell({id: 'b', date: '2032', recorded: [['answer', `words: '@will answer'`]]}),
      tell({id: 'c', date: '2033', recorded: [['answer', `words: '+will answer'`]]}),
      tell({id: 'd', date: '2034', recorded: [['answer', `words: '-will answer'`]]}),
    ])
    expect(readCsv(csv(corpus)).map(({words}) => words)).toEqual([
      "'=will answer",
      "'@will answer",
      "'+will answer",
      "'-will answer",
    ])
  })
})
