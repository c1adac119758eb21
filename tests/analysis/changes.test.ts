import {describe, expect, it} from 'vitest'
import {changesAbout, statementsOf, testimonyOf, yearsOf} from '../../src/analysis/changes.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Change, ChangeId, Corpus, FormulaId, StatementId, TermId} from '../../src/corpus/model.ts'
import {file, statementFile, statementMatter} from '../fixtures/edition.ts'

const formula = (id: string, wording: string) =>
  file(
    `content/formulas/${id}.mdx`,
    `---\nlabel: ${id}\nnumber: F01\nwording: ${wording}\ncertainty: known\n---\n\nA lamp that burns.\n`,
  )

const record = (id: string, date: string, lines: string) =>
  file(
    `content/statements/${id}.mdx`,
    statementMatter.replace('2031-03-04', date).replace('edition: extract', `edition: record\n${lines}`),
  )

const change = (id: string, number: string, lines: string, body = 'The lamp was lit, and then it was not.') =>
  file(
    `content/changes/${id}.mdx`,
    `---\nlabel: ${id}\nnumber: ${number}\n${lines}\ncertainty: known\n---\n\n${body}\n`,
  )

const {corpus} = readCorpus([
  formula('lit', 'stays lit'),
  formula('dark', 'goes dark'),
  statementFile('<Clause n="1.1">\nThe lamp <Quote formula="lit" basis="s1">stays lit</Quote>.\n</Clause>'),
  record('talks-2033', '2033-01-02', 'absences:\n  - {formula: lit, certainty: known}'),
  record(
    'talks-2029',
    '2029',
    'attestations:\n  - {formula: dark, certainty: known}\n  - {formula: lit, certainty: known}',
  ),
  change('c10-ten', 'C10', 'formulas: [lit, dark]'),
  change('c2-two', 'C2', 'statements: [talks-2033, talks-2029]\nterms: [lamp]'),
  change('c3-three', 'C3', 'terms: []', 'See <Ref to="talks-2031#1.1" />, and <Ref to="formula:lit">it</Ref>.'),
])

function essay(id: string, {changes}: Corpus = corpus): Change {
  const found = changes.get(id as ChangeId)
  if (found === undefined) throw new Error(`There is no essay ${id}`)
  return found
}

describe('testimonyOf(ids, corpus)', () => {
  it('returns attestations and recorded absences in the order of time, with or without a clause', () => {
    const rows = testimonyOf(['lit', 'dark'] as FormulaId[], corpus)
    expect(rows.map((row) => [row.statement.id, row.formula.id, row.type])).toEqual([
      ['talks-2029', 'lit', 'attestation'],
      ['talks-2029', 'dark', 'attestation'],
      ['talks-2031', 'lit', 'attestation'],
      ['talks-2033', 'lit', 'absence'],
    ])
  })

  it('passes over a formula that is not there', () => {
    expect(testimonyOf(['none' as FormulaId], corpus)).toEqual([])
  })
})

describe('yearsOf(change, corpus)', () => {
  it('spans what is attested, absent or named', () => {
    expect(yearsOf(essay('c10-ten'), corpus)).toEqual({first: '2029', last: '2033'})
    expect(yearsOf(essay('c2-two'), corpus)).toEqual({first: '2029', last: '2033'})
  })

  it('is unknown where an essay rests on nothing', () => {
    expect(yearsOf(essay('c3-three'), corpus)).toBeUndefined()
  })
})

describe('statementsOf(change, corpus)', () => {
  it('puts the statements in the order of time, whatever the order of the file', () => {
    expect(statementsOf(essay('c2-two'), corpus).map(({id}) => id)).toEqual(['talks-2029', 'talks-2033'])
  })
})

describe('changesAbout(subject, corpus)', () => {
  const about = (subject: Parameters<typeof changesAbout>[0]) => changesAbout(subject, corpus).map(({id}) => id)

  it('finds essays that name a formula, a term or a statement, by their number', () => {
    expect(about({type: 'formula', formula: 'dark' as FormulaId})).toEqual(['c10-ten'])
    expect(about({type: 'term', term: 'lamp' as TermId})).toEqual(['c2-two'])
    expect(about({type: 'statement', statement: 'talks-2029' as StatementId})).toEqual(['c2-two'])
  })

  it('finds essays that point to it, or to one of its clauses', () => {
    expect(about({type: 'formula', formula: 'lit' as FormulaId})).toEqual(['c3-three', 'c10-ten'])
    expect(about({type: 'statement', statement: 'talks-2031' as StatementId})).toEqual(['c3-three'])
  })
})
