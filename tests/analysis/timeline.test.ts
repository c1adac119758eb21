import {describe, expect, it} from 'vitest'
import {isOn, yearsOn} from '../../src/analysis/axis.ts'
import {byYear, timelineOf} from '../../src/analysis/timeline.ts'
import type {Lane} from '../../src/analysis/timeline.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {file, statementMatter} from '../fixtures/edition.ts'

const statement = (id: string, date: string, matter = statementMatter) =>
  file(
    `content/statements/${id}.mdx`,
    matter.replace('2031-03-04', date).replace('edition: extract', 'edition: record'),
  )

const term = (id: string, kind: string, lines = '') =>
  file(`content/glossary/${id}.mdx`, `---\nlabel: ${id}\nkind: ${kind}\n${lines}certainty: known\n---\n\nA lamp.\n`)

const person = (id: string, ...offices: readonly string[]) =>
  file(
    `content/people/${id}.yaml`,
    `name: ${id}\nsort: ${id}\nparty: us\ncertainty: known\noffices:\n${offices.map((office) => `  - {${office}, party: us, certainty: known}\n`).join('')}`,
  )

const national = statementMatter.replace('forum: talks\n', '').replace('joint-statement', 'national-document')

const {corpus} = readCorpus([
  term('talks', 'body', "established: '2028'\nfacts:\n  - {date: 2030-01-01, text: They meet., certainty: known}\n"),
  term(
    'pact',
    'treaty',
    'established: 1953-10-01\nfacts:\n  - {date: 1953-10-01, text: It is signed., certainty: known}\n  - {date: 2031-03-04, text: The talks name it., certainty: known}\n  - {date: 2032-05, text: It is mended., certainty: known}\n',
  ),
  term('council', 'body', 'established: 2031-03-04\n'),
  term('paper', 'document', 'established: 2031-03-04\n'),
  term('lamp', 'concept', 'established: 2031-01-01\n'),
  statement('talks-2033', '2033'),
  statement('talks-2031', '2031-03-04'),
  statement('review-2030', '2030-06', national),
  person('old', 'title: Secretary of State, from: 2029-01-20, to: 2033-01-20'),
  person(
    'new',
    'title: Secretary of State (acting in all things), from: 2033-01-21',
    'title: Deputy Secretary of State',
  ),
  person('unknown', 'title: Secretary of State'),
])
const timeline = timelineOf(corpus)
const lane = (id: string): Lane => {
  const found = timeline.lanes.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`There is no lane ${id}`)
  return found
}
const told = (id: string) => lane(id).moments.map(({date, label, text}) => `${date} ${label}: ${text ?? ''}`)

describe('timelineOf(corpus)', () => {
  it('puts statements into the lane of their forum, earliest first, and national documents into one', () => {
    expect(lane('talks').moments.map(({date}) => date)).toEqual(['2031-03-04', '2033'])
    expect(lane('national-documents').moments.map(({date}) => date)).toEqual(['2030-06'])
    expect(timeline.lanes.map(({id, isForum}) => [id, isForum])).toEqual([
      ['talks', true],
      ['national-documents', false],
      ['agreements', false],
      ['bodies', false],
    ])
  })

  it('takes foundings and dated facts from the glossary, each once', () => {
    expect(told('agreements')).toEqual(['1953-10-01 pact: It is signed.', '2032-05 pact: It is mended.'])
  })

  it('leaves the meetings of a body, and documents that are statements, to the statements', () => {
    expect(told('bodies')).toEqual(['2028 talks: ', '2031-03-04 council: '])
    expect(timeline.lanes.map(({id}) => id)).not.toContain('documents')
  })

  it('begins its axis with the first statement, and keeps what is earlier in the lanes', () => {
    expect(timeline.axis).toEqual({firstYear: 2030, lastYear: 2033})
    expect(lane('agreements').moments[0]?.date).toBe('1953-10-01')
  })

  it('lists who held a principal office, those with unknown dates last', () => {
    expect(timeline.offices.map(({title, holders}) => [title, holders.map(({person: {id}}) => id)])).toEqual([
      ['Secretary of State', ['old', 'new', 'unknown']],
    ])
  })

  it('is empty for an empty edition', () => {
    const {lanes, offices, axis} = timelineOf(readCorpus([]).corpus)
    expect([lanes, offices, yearsOn(axis)]).toEqual([[], [], []])
    expect(isOn('2031', axis)).toBe(false)
    expect(Object.values(axis).every(Number.isSafeInteger)).toBe(true)
  })
})

describe('byYear(lanes)', () => {
  it('tells every moment once, under its year, earliest first', () => {
    const years = byYear(timeline.lanes)
    expect(years.map(({year}) => year)).toEqual(['1953', '2028', '2030', '2031', '2032', '2033'])
    expect(years.flatMap(({moments}) => moments)).toHaveLength(timeline.lanes.flatMap(({moments}) => moments).length)
  })
})
