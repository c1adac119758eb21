import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {witnessSentences} from '../../src/corpus/apparatus.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {StatementId, WitnessId} from '../../src/corpus/model.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {sentenceNumbers} from '../../src/corpus/witness.ts'
import {readContent} from '../../src/site/content.ts'
import {textProblem} from '../../src/writing/worksheet.ts'
import {copyProject, refusalOf} from './copy.ts'
import {root, tiny} from '../fixtures/project.ts'
import type {Copy} from './copy.ts'

const copies: Copy[] = []
afterAll(() => {
  for (const copy of copies) copy.remove()
})

/** A project of its own, with the content of a folder, and the command in it. */
function project(contentOf = root) {
  const copy = copyProject(contentOf)
  copies.push(copy)
  return {copy, begin: (...args: string[]) => copy.run('scripts/import.ts', ...args)}
}

const own = join(root, 'tests/fixtures/lantern.txt')
const shared = (name: string) => join(root, '../shared/witnesses', `${name}.txt`)
const witnessKeys = ['--grade', 'W5', '--publisher', 'Riverton Gazette']
const statementKeys = [
  '--title',
  'Ferry Talks',
  '--kind',
  'press-statement',
  '--forum',
  '2p2',
  '--date',
  '2031-03-04',
].concat(['--place', 'Riverton', '--zone', 'Asia/Seoul', '--issuers', 'rok,us'])

function words(text: string): string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word.toLowerCase())
}

/** Runs of four words that two texts share. */
function sharedRuns(a: string, b: string): string[] {
  const runs = (text: string) => words(text).map((_, index, all) => all.slice(index, index + 4).join(' '))
  const known = new Set(runs(a).filter((run) => run.split(' ').length === 4))
  return runs(b).filter((run) => known.has(run))
}

describe.each([
  ['an invented text', own],
  ['w-spun-9pt', shared('w-spun-9pt')],
  ['w-report-globalbihari', shared('w-report-globalbihari')],
])('npm run import of %s', (name, file) => {
  // Whole witness texts are no part of the project.
  it.skipIf(!existsSync(file))(
    'begins a statement and a witness record that pass the check, and shows the text elsewhere',
    () => {
      const {copy, begin} = project()
      const before = copy.content()
      const {status, stdout, stderr} = begin(file, '--witness', 'w-gazette', ...witnessKeys, ...statementKeys)
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(copy.run('scripts/check.ts').status).toBe(0)

      const {corpus} = readCorpus(readContent(copy.folder))
      const text = readFileSync(file, 'utf8')
      const numbers = [...witnessSentences(text).keys()]
      const witness = corpus.witnesses.get('w-gazette' as WitnessId)
      expect(witness && sentenceNumbers(witness)).toEqual(numbers)
      const statement = corpus.statements.get('2p2-2031' as StatementId)
      expect(
        statement && clausesOf(statement).map(({n, from}) => `${n} ${from[0]?.witness}:${from[0]?.sentence}`),
      ).toEqual(numbers.map((n) => `${n} w-gazette:${n}`))
      expect(stdout).toContain(`${numbers.length} clauses to fill`)

      const added = [...copy.content()].filter(([path]) => !before.has(path))
      expect(added.map(([path]) => path).toSorted()).toEqual([
        'content/statements/2p2-2031.mdx',
        'content/witnesses/w-gazette.yaml',
      ])
      for (const [path, written] of added) expect(sharedRuns(text, written), `${name} in ${path}`).toEqual([])
      const sheet = copy.read('.cache/import/w-gazette.md')
      for (const [number, sentence] of witnessSentences(text))
        expect(sheet).toContain(`### ${number}\n\n> ${sentence}\n`)
    },
  )
})

describe('npm run import', () => {
  const {copy, begin} = project()
  const first = begin(own, '--witness', 'w-gazette', ...witnessKeys, ...statementKeys)

  it('proposes terms, people, formulas and spun forms, each in its sentence, ready to paste', () => {
    expect(first.status).toBe(0)
    const sheet = copy.read('.cache/import/w-gazette.md')
    const section = (n: string) => sheet.split('### ').find((part) => part.startsWith(`${n}\n`)) ?? ''
    expect(section('1.1')).toContain('<Term id="rok">ROK</Term>')
    expect(section('2.1')).not.toContain('<Term')
    expect(section('3.1')).toContain('<Term id="washington-declaration">Washington Declaration</Term>')
    expect(section('3.1')).toContain('<Quote formula="ironclad" basis="w-gazette">ironclad</Quote>')
    expect(section('3.1')).toMatch(
      /<Quote formula="swift-overwhelming-decisive" [^>]*>.*swift, overwhelming, and decisive/,
    )
    expect(section('3.2')).toContain('<Person id="blinken">Antony J. Blinken</Person>')
    expect(section('3.2')).toContain('<Person id="cho-tae-yul">Cho Tae-yul</Person>')
    expect(section('4.2')).toContain(
      '“Overseas and protection ministerial assembly” is what bad copies print for `2p2`',
    )
    expect(sheet).toMatch(/^Formulas:\n\n- `ironclad` in 3\.1$/m)
  })

  it('writes over nothing: not the record, not the worksheet, not the statement', () => {
    const before = copy.content()
    const again = begin(own, '--witness', 'w-gazette', ...witnessKeys, ...statementKeys)
    expect(again.status).toBe(2)
    expect(again.stderr).toContain('content/witnesses/w-gazette.yaml and .cache/import/w-gazette.md are there already')
    const other = begin(own, '--witness', 'w-other', ...witnessKeys, ...statementKeys)
    expect(other.status).toBe(2)
    expect(other.stderr).toContain(
      'content/statements/2p2-2031.mdx is there already and is called so. Name it: --statement 2p2-2031',
    )
    expect(copy.content()).toEqual(before)
    expect(copy.has('.cache/import/w-other.md')).toBe(false)
  })

  it('takes lists whose items stand between quotation marks, as a file in CSV has them', () => {
    const id = '2p2-2033'
    const lists = ['--issuers', '"us", "rok"', '--participants', '"blinken",cho-tae-yul']
    const keys = [...witnessKeys, ...statementKeys, '--title', 'More Talks', ...lists]
    expect(begin(own, '--witness', 'w-listed', '--statement', id, ...keys)).toMatchObject({status: 0, stderr: ''})
    const {corpus} = readCorpus(readContent(copy.folder))
    expect(corpus.statements.get(id as StatementId)).toMatchObject({
      issuers: ['us', 'rok'],
      participants: ['blinken', 'cho-tae-yul'],
    })
  })

  it('gives the clauses to paste where the statement is on record without them', () => {
    const {corpus} = readCorpus(readContent(root))
    const recorded = [...corpus.statements.values()].find((statement) => clausesOf(statement).length === 0)
    if (recorded === undefined) throw new Error('every statement has clauses')
    const {id, path} = recorded
    const {status, stdout} = begin(own, '--witness', 'w-second', ...witnessKeys, '--statement', id)
    expect(status).toBe(0)
    expect(stdout).toContain(`Paste the clauses of .cache/import/${id}.mdx below the front matter`)
    expect(copy.read(`.cache/import/${id}.mdx`)).toContain(
      '<Clause n="3.2" from="w-second:3.2">\nTo be written.\n</Clause>',
    )
    expect(copy.read('content/witnesses/w-second.yaml')).toContain(`statement: ${id}`)
    expect(copy.read(path)).toBe(readFileSync(join(root, path), 'utf8'))
  })

  it('says which clauses the sentences answer to where the statement has them, and keeps the record back', () => {
    const before = copy.content()
    const {status, stdout} = begin(own, '--witness', 'w-third', ...witnessKeys, '--statement', '2p2-2024')
    expect(status).toBe(0)
    expect(stdout).toContain('Move .cache/import/w-third.yaml to content/witnesses/w-third.yaml')
    expect(copy.read('.cache/import/w-third.yaml')).toContain('statement: 2p2-2024')
    expect(copy.has('.cache/import/2p2-2024.mdx')).toBe(false)
    expect(copy.read('.cache/import/w-third.md')).toContain('answers to clause 5.3: add `w-third:3.1` to its `from`')
    expect(copy.content()).toEqual(before)
  })
})

describe('npm run import of what it cannot take', () => {
  const {copy, begin} = project(tiny)

  it.each([
    ['no file', [], /^Usage: npm run import/],
    ['no witness', [own], /^--witness is missing/],
    ['a file that is not there', ['gone.txt', '--witness', 'w-x'], /^There is no file gone\.txt\.$/m],
    ['a folder', ['.', '--witness', 'w-x'], /is a folder, expected a text file/],
    ['an id that is no witness’s', [own, '--witness', 'gazette'], /begins with `w-`, such as `w-gazette`/],
    ['an id that is none', [own, '--witness', 'w-Gazette'], /The id `w-Gazette` has other signs/],
    ['a new statement without a title', [own, '--witness', 'w-x'], /--title is missing[\s\S]*--issuers is missing/],
    [
      'a quotation mark that is not closed',
      [own, '--witness', 'w-x', ...witnessKeys, ...statementKeys, '--participants', 'blinken, "austin'],
      /^--participants: Unexpected quotation mark in `"austin`, expected a second one after the item\.$/m,
    ],
    [
      'a forum that is not there',
      [own, '--witness', 'w-x', ...witnessKeys, ...statementKeys, '--title', 'B', '--forum', '2p3'],
      /Unexpected term `2p3`/,
    ],
  ])('ends with 2, writes nothing, and explains %s', (_, args, sentence) => {
    expect(refusalOf(copy, () => begin(...args))).toEqual({
      status: 2,
      said: expect.stringMatching(sentence),
      isTraced: false,
      isChanged: false,
    })
  })
})

describe('textProblem(text)', () => {
  it.each([
    ['', /no text/],
    ['\uFEFFA line.', /byte order mark/],
    ['A line.\r\nAnother.', /CR/],
    ['A line.\n\nAnother.', /^Line 2 is empty/],
    ['A line.\n\n', /^Line 2 is empty/],
    ['\u0000\uFFFD', /UTF-8/],
    ['%PDF-1.7\n%\uFFFD\uFFFD', /^The file is a PDF/],
    ['<!DOCTYPE html>\n<html>', /^The file is a page in HTML/],
    ['<html lang="en">', /^The file is a page in HTML/],
    ['A head\nThe two sides met in\nthe capital.', /^Line 2 ends within a sentence/],
  ])('explains %j', (text, reason) => expect(textProblem(text)).toMatch(reason))

  it('takes one paragraph a line', () => expect(textProblem('A line.\nAnother.\n')).toBeUndefined())

  it.each(['A head\nThe two sides met.', 'They agreed:\nto meet;\nto talk.'])(
    'takes lines that end in a sentence of their own: %j',
    (text) => expect(textProblem(text)).toBeUndefined(),
  )
})
