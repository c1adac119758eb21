/**
 * What is read and what is reported: one folder a case in `cases/`. `input/`
 * holds the files, `corpus.json` what they became, `messages.txt` what a
 * contributor is told. A new case is a new folder; `vitest -u` writes the rest.
 */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {formatLine} from '../../src/check/report/text.ts'
import {lineLimit, sizeLimit} from '../../src/corpus/bytes.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readContent} from '../../src/site/content.ts'
import {clausesIn, file, statementFile, statementMatter, termFile} from '../fixtures/edition.ts'
import {describeCorpus} from './describe.ts'

const cases = join(import.meta.dirname, 'cases')
const names = readdirSync(cases).filter((name) => !name.startsWith('.'))

describe('readCorpus(files)', () => {
  it.each(names)('%s', async (name) => {
    const {corpus, messages} = readCorpus(readContent(join(cases, name, 'input')))
    expect(messages.filter(({severity}) => severity !== 'error')).toEqual([])
    const lines = messages.map((message) => `${formatLine(message)}\n`).join('')
    await expect(lines).toMatchFileSnapshot(join(cases, name, 'messages.txt'))
    await expect(describeCorpus(corpus, {places: name.startsWith('places-')})).toMatchFileSnapshot(
      join(cases, name, 'corpus.json'),
    )
  })

  it('finds its cases', () => {
    expect(names.length).toBeGreaterThanOrEqual(100)
  })

  it('does not depend on the order of the files', () => {
    const files = [
      statementFile('<Clause n="1.1">\nA.\n</Clause>', 'b'),
      statementFile('A.', 'a'),
      termFile('Talks.'),
      file('content/x', ''),
    ]
    expect(readCorpus(files.toReversed())).toEqual(readCorpus(files))
  })

  it('reports two names that differ in case only', () => {
    const entry = '---\nlabel: Talks\nkind: body\ncertainty: known\n---\n\nTalks.\n'
    const {messages} = readCorpus([
      file('content/glossary/talks.mdx', entry),
      file('content/glossary/Talks.mdx', entry),
    ])
    expect(messages.map(formatLine)).toEqual([
      expect.stringMatching(
        /^content\/glossary\/Talks\.mdx:1:1-1:1 file-name Unexpected file name `Talks`, expected small letters/,
      ),
      'content/glossary/talks.mdx:1:1-1:1 file-name Unexpected second file of the name `content/glossary/talks.mdx`, expected one; ' +
        'the other is `content/glossary/Talks.mdx` (On some machines the two are one file, and one is lost. Rename this one.)',
    ])
  })

  it('reports two names that differ in their Unicode form only', () => {
    const {messages} = readCorpus([file('content/people/é.yaml', ''), file('content/people/e\u0301.yaml', '')])
    expect(messages.map(({reason}) => reason)).toContainEqual(
      expect.stringContaining('Unexpected second file of the name `content/people/é.yaml`'),
    )
  })

  it.each([
    'con',
    'nul',
    'com1',
    'lpt9',
    '404',
    'prototype',
    'Talks',
    '-talks',
    'talks-',
    'a'.repeat(81),
    '강',
    'a.b',
    'x.lock',
  ])('reports the file name %s', (id) => {
    const {corpus, messages} = readCorpus([
      file(`content/glossary/${id}.mdx`, '---\nlabel: A\nkind: body\ncertainty: known\n---\n\nA.\n'),
    ])
    expect(messages.map(({rule}) => rule)).toEqual(['file-name'])
    expect(corpus.terms.size).toBe(0)
  })

  it('reports a file that is too large, and does not read it', () => {
    const {corpus, messages} = readCorpus([
      file('content/statements/talks-2031.mdx', new Uint8Array(5_000_000).fill(0x61)),
    ])
    expect(messages.map(formatLine)).toEqual([
      'content/statements/talks-2031.mdx:1:1-1:1 file-encoding Unexpected file of 5,000,000 bytes, expected at most 2,000,000 ' +
        '(Split the file, or ask whether it belongs here.)',
    ])
    expect(corpus.statements.size).toBe(0)
  })

  it('reads a file of the largest size', () => {
    const clauses = Array.from(
      {length: 900},
      (_, n) => `<Clause n="${n + 1}.1">\n${'A lamp on the river. '.repeat(100).trim()}\n</Clause>\n`,
    )
    const body = `${statementMatter}## One\n\n${clauses.join('\n')}`
    const padded = body + '\n'.repeat(10)
    expect(padded.length).toBeGreaterThan(0.9 * sizeLimit)
    const {corpus, messages} = readCorpus([file('content/statements/talks-2031.mdx', padded)])
    expect(messages).toEqual([])
    expect(clausesIn(corpus)).toHaveLength(900)
  })

  it('reports a line that is too long where it begins', () => {
    const body = `<Clause n="1.1">\n${'lamp '.repeat(lineLimit / 5 + 1)}\n</Clause>`
    expect(readCorpus([statementFile(body)]).messages.map(formatLine)).toEqual([
      'content/statements/talks-2031.mdx:20:1-20:2 nesting-limit Unexpected line of 20005 characters, expected at most 20000 (Break the line.)',
    ])
  })

  it('shows the first twenty findings of a rule in a file and says that there are more', () => {
    const {messages} = readCorpus([statementFile('`lamp` '.repeat(60)), termFile('`lamp`')])
    const [terms, statements] = [
      messages.filter(({place}) => place.path.includes('glossary')),
      messages.filter(({place}) => place.path.includes('statements')),
    ]
    expect(terms).toHaveLength(1)
    expect(statements).toHaveLength(21)
    expect(statements.at(-1)).toMatchObject({
      rule: 'forbidden-mdx',
      reason: 'Unexpected finding after 20 of this kind in one file, expected none',
      place: {line: 19, column: 141},
    })
  })

  it('keeps the texts for showing the lines a message is about', () => {
    const body = 'A line.'
    expect(readCorpus([statementFile(body)]).texts.get('content/statements/talks-2031.mdx')).toContain(body)
  })
})
