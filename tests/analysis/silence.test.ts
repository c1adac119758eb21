import {describe, expect, it} from 'vitest'
import {silenceOf} from '../../src/analysis/silence.ts'
import type {Silence} from '../../src/analysis/silence.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {StatementId} from '../../src/corpus/model.ts'
import {formulaFile, tell} from '../fixtures/edition.ts'
import type {Told} from '../fixtures/edition.ts'

const formulas = [
  formulaFile('answer', 'will answer', {weak: 'can answer'}, 'F01'),
  formulaFile('lamp', 'lit lamp', {}, 'F02'),
  formulaFile('ferry', 'free ferry', {}, 'F03'),
]

/** The silence of the last statement. */
function silence(...statements: readonly Told[]): Silence {
  const {corpus} = readCorpus([...formulas, ...statements.map(tell)])
  const statement = corpus.statements.get(statements.at(-1)?.id as StatementId)
  if (statement === undefined) throw new Error('The statement was not read')
  return silenceOf(statement, corpus)
}

const ids = (list: readonly {readonly formula: {readonly id: string}}[]) => list.map(({formula}) => formula.id)
const whole = {edition: 'full', numbering: 'own'} as const
const before: Told = {
  id: 'before',
  date: '2031',
  ...whole,
  quotes: [
    ['answer', 'will answer'],
    ['lamp', 'lit lamp'],
  ],
}

describe('silenceOf(statement, corpus)', () => {
  it('tells what is new, carried on, not found and absent on record apart', () => {
    const report = silence(before, {
      id: 'now',
      date: '2032',
      ...whole,
      quotes: [
        ['ferry', 'free ferry'],
        ['answer', 'can answer'],
      ],
    })
    expect(ids(report.fresh)).toEqual(['ferry'])
    expect(report.fresh[0]?.first).toBe(true)
    expect(ids(report.carried)).toEqual(['answer'])
    expect(report.carried[0]?.rewording?.changes).toBe(1)
    expect(ids(report.unmarked)).toEqual(['lamp'])
    expect(ids(report.absent)).toEqual([])
    expect([report.whole, report.againstWhole]).toEqual([true, true])
    const recorded = silence(before, {
      ...before,
      id: 'now',
      date: '2032',
      quotes: [],
      absent: ['lamp'],
      edition: 'record',
    })
    expect(ids(recorded.absent)).toEqual(['lamp'])
    expect(ids(recorded.unmarked)).toEqual(['answer'])
  })

  it('says of a text that was not seen whole that nothing follows from it', () => {
    expect(silence(before, {id: 'now', date: '2032'}).whole).toBe(false)
    expect(silence(before, {...before, id: 'now', date: '2032', numbering: 'provisional'}).whole).toBe(false)
    expect(silence({...before, edition: 'extract'}, {...before, id: 'now', date: '2032'}).againstWhole).toBe(false)
  })

  it('gives the last occurrence of what is missing, with its clause and words', () => {
    const {unmarked} = silence(
      before,
      {id: 'later', date: '2032', ...whole, quotes: [['lamp', 'a lit lamp']]},
      {id: 'now', date: '2033', ...whole, quotes: [['ferry', 'free ferry']]},
    )
    expect(unmarked.map(({before}) => [before.statement, before.clause, before.words])).toEqual([
      ['before', '1.1', 'will answer'],
      ['later', '1.1', 'a lit lamp'],
    ])
  })

  it('looks back three rounds of a forum and five statements of the same issuers, named in any order', () => {
    const talks = Array.from({length: 5}, (_, index): Told => ({
      id: `talks-${index}`,
      date: `203${index}`,
      issuers: 'rok, us, japan',
    }))
    const council = Array.from({length: 7}, (_, index): Told => ({
      id: `council-${index}`,
      date: `204${index}`,
      forum: 'council',
      issuers: 'us, rok',
    }))
    const report = silence(...talks, ...council, {id: 'now', date: '2050', issuers: 'rok, us'})
    expect(report.against.map(({id}) => id)).toEqual([
      'talks-2',
      'talks-3',
      'talks-4',
      'council-2',
      'council-3',
      'council-4',
      'council-5',
      'council-6',
    ])
  })

  it('does not look ahead, and says so where nothing came before', () => {
    const {against, unmarked} = silence({...before, date: '2033'}, {id: 'now', date: '2032', ...whole, quotes: []})
    expect([against, unmarked]).toEqual([[], []])
  })

  it('tells a formula that comes back from one that is first on record', () => {
    const rounds = Array.from({length: 6}, (_, index): Told => ({id: `quiet-${index}`, date: `203${index + 2}`}))
    const {fresh} = silence(before, ...rounds, {...before, id: 'now', date: '2040'})
    expect(fresh.map(({formula, first}) => [formula.id, first])).toEqual([
      ['answer', false],
      ['lamp', false],
    ])
  })
})
