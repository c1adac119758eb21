import {describe, expect, it} from 'vitest'
import {assertionsOf} from '../../src/analysis/assertions.ts'
import {gradedCopies} from '../../src/analysis/copies.ts'
import {doubtfulPages, openPointsOn} from '../../src/analysis/doubts.ts'
import {latestStatement} from '../../src/analysis/series.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {SourceFile, Statement, StatementId} from '../../src/corpus/model.ts'
import {targetKey} from '../../src/corpus/target.ts'
import {file, formulaFile, statementFile, tell} from '../fixtures/edition.ts'

function read(...files: readonly SourceFile[]) {
  const {corpus, messages} = readCorpus(files)
  expect(messages).toEqual([])
  const statement = (id: string): Statement => {
    const found = corpus.statements.get(id as StatementId)
    if (found === undefined) throw new Error(`There is no statement ${id}`)
    return found
  }
  return {corpus, statement}
}

const note = (n: number, certainty: string, sources = '') =>
  `<Note n="${n}" kind="context" on="here" certainty="${certainty}"${sources === '' ? '' : ` sources="${sources}"`}>\nSo.\n</Note>\n`

const copy = (id: string, grade: string, more = '') =>
  file(
    `content/witnesses/${id}.yaml`,
    `statement: talks-2031\ngrade: ${grade}\ntitle: ${id}\npublisher: nobody\nsummary: Seen.\ncertainty: known\n${more}`,
  )

const points = (...rows: readonly string[]) =>
  file(
    'content/open-points.yaml',
    rows
      .map((row) => {
        const [id = '', status = ''] = row.split(' ')
        return `${id}:\n  question: ${id}?\n  status: ${status}\n  known: Little.\n  settles: A page.\n  statements: [talks-2031]\n  certainty: unsure\n`
      })
      .join(''),
  )

describe('doubtfulPages(corpus)', () => {
  it('lists what is unsure or in conflict by the page it stands on, and nothing that is known or found', () => {
    const {corpus} = read(
      statementFile(
        `<Clause n="1.1">\nThey meet here.\n\n${note(1, 'known')}\n${note(2, 'unsure')}\n${note(3, 'conflict', 's1 s2')}</Clause>`,
      ),
      tell({id: 'letter', date: '2030', absent: ['lantern'], absences: 'unsure', recorded: [['lantern']]}),
      formulaFile('lantern', 'keep the lantern lit'),
      file(
        'content/glossary/ferry.mdx',
        '---\nlabel: Ferry\nkind: body\nko: 나루\nkoCertainty: unsure\ncertainty: known\n---\n\nIt crosses.\n',
      ),
      file(
        'content/people/kim.yaml',
        'name: Kim\nsort: Kim\nparty: rok\nko: 김\nkoCertainty: unsure\noffices: [{title: Keeper, party: rok, certainty: unsure}, {title: Guard, party: rok, certainty: known}]\ncertainty: known\n',
      ),
      copy('w-seen', 'W5', 'examples: [{reads: one, should: two, certainty: unsure}]\n'),
    )
    const shown = doubtfulPages(corpus).map(({page, doubts}) => [
      targetKey(page),
      ...doubts.map(({at, part, evidence}) => `${targetKey(at)} ${part.kind} ${evidence.certainty}`),
    ])
    expect(shown).toEqual([
      ['letter', 'letter absence unsure'],
      ['talks-2031', 'talks-2031#1.1-n2 note unsure', 'talks-2031#1.1-n3 note conflict'],
      ['person:kim', 'person:kim office unsure', 'person:kim korean unsure'],
      ['witness:w-seen', 'witness:w-seen example unsure'],
      ['term:ferry', 'term:ferry korean unsure'],
    ])
  })

  it('says what is doubtful in the words of the record', () => {
    const {corpus} = read(
      statementFile(`<Clause n="1.1">\nThey meet here.\n\n${note(1, 'unsure')}</Clause>`),
      copy('w-seen', 'W5', 'examples: [{reads: one, should: two, certainty: unsure}]\n'),
    )
    const parts = doubtfulPages(corpus).flatMap(({doubts}) => doubts.map(({part}) => part))
    expect(parts).toEqual([
      {kind: 'note', lemma: 'here'},
      {kind: 'example', text: 'one'},
    ])
  })
})

describe('assertionsOf(corpus)', () => {
  it('gives every assertion once, also those that are sure', () => {
    const {corpus} = read(
      statementFile(`<Clause n="1.1">\nThey meet here.\n\n${note(1, 'known')}</Clause>`),
      copy('w-seen', 'W5'),
    )
    const kinds = [...assertionsOf(corpus)].map(({at, part}) => `${at.type} ${part.kind}`)
    expect(kinds).toEqual(['statement record', 'note note', 'witness record'])
  })
})

describe('openPointsOn(statement, corpus)', () => {
  it('names the points that are open, in the order of the file, and no settled one', () => {
    const {corpus, statement} = read(
      statementFile('<Clause n="1.1">\nThey meet.\n</Clause>'),
      tell({id: 'letter', date: '2030'}),
      points('zulu open', 'done settled', 'alpha open'),
    )
    expect(openPointsOn(statement('talks-2031'), corpus).map(({id}) => id)).toEqual(['zulu', 'alpha'])
    expect(openPointsOn(statement('letter'), corpus)).toEqual([])
  })
})

describe('gradedCopies(statement, corpus)', () => {
  it('gives the copies of the statement that were not compared, the best first', () => {
    const {corpus, statement} = read(
      statementFile('<Clause n="1.1">\nThey meet.\n</Clause>'),
      tell({id: 'letter', date: '2030'}),
      copy('w-bad', 'W6'),
      copy('w-zero', 'W1'),
      copy('w-mirror', 'W2'),
    )
    const compared = {...statement('talks-2031'), witnesses: [...corpus.witnesses.keys()].slice(-1)}
    expect(gradedCopies(statement('talks-2031'), corpus).map(({id}) => id)).toEqual(['w-zero', 'w-mirror', 'w-bad'])
    expect(gradedCopies(compared, corpus).map(({id}) => id)).toEqual(['w-mirror', 'w-bad'])
    expect(gradedCopies(statement('letter'), corpus)).toEqual([])
  })
})

describe('latestStatement(corpus)', () => {
  it('is the last by date, and nothing of an empty edition', () => {
    const {corpus} = read(tell({id: 'new', date: '2032-01'}), tell({id: 'old', date: '2030'}))
    expect(latestStatement(corpus)?.id).toBe('new')
    expect(latestStatement(read().corpus)).toBeUndefined()
  })
})
