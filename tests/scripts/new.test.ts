import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {interview} from '../../scripts/interview.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {TermId} from '../../src/corpus/model.ts'
import {readContent} from '../../src/site/content.ts'
import {answerProblem, askable, suggestedId, valueOf} from '../../src/writing/answers.ts'
import {fieldsOf} from '../../src/writing/fields.ts'
import {jsonSchemaOf} from '../../src/writing/jsonSchema.ts'
import {copyProject, refusalOf} from './copy.ts'
import {root, tiny} from '../fixtures/project.ts'

const copy = copyProject(tiny)
afterAll(() => copy.remove())
const begin = (...args: string[]) => copy.run('scripts/new.ts', ...args)

/** What a newcomer knows of each kind, and the file it makes. */
const begun = [
  ['term', 'content/glossary/rlg.mdx', ['--label', 'River Lantern Group', '--abbr', 'RLG', '--kind', 'body']],
  ['formula', 'content/formulas/hand-in-hand.mdx', ['--label', 'Hand in hand', '--wording', 'hand in … hand']],
  ['person', 'content/people/lantern.yaml', ['--name', 'Ada Q. Lantern', '--party', 'us']],
  ['person', 'content/people/kim-mi-na.yaml', ['--name', 'Kim Mi-na', '--party', 'rok', '--ko', '김미나']],
  ['change', 'content/changes/c1-how-it-began.mdx', ['--label', 'How it began', '--formulas', 'lantern, early-answer']],
  [
    'statement',
    'content/statements/river-talks-2031.mdx',
    [
      '--title',
      'Joint Statement: of 2031',
      '--kind',
      'joint-statement',
      '--forum',
      'river-talks',
      '--date',
      '2031-05',
    ].concat(['--issuers', 'us,rok']),
  ],
  [
    'statement',
    'content/statements/first-talks.mdx',
    [
      '--title',
      'Talks',
      '--id',
      'first-talks',
      '--kind',
      'joint-statement',
      '--forum',
      'river-talks',
      '--date',
      '2032-05-04',
    ].concat(['--issuers', 'us,rok', '--edition', 'full', '--place', 'Seoul', '--zone', 'Asia/Seoul']),
  ],
] as const

describe('npm run new', () => {
  it.each(begun)('begins a %s at %s that passes the check, and says what to do next', (kind, path, flags) => {
    const {status, stdout, stderr} = begin(kind, ...flags)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain(`${path} is written and passes the check.\nNext:\n  1. Open the file.`)
    for (const {key} of fieldsOf(jsonSchemaOf(kind))) expect(copy.read(path)).toMatch(new RegExp(`^(# )?${key}: `, 'm'))
  })

  it('begins files that the check accepts, and that it asks to be finished', () => {
    const {status, stderr} = copy.run('scripts/check.ts')
    expect(status).toBe(0)
    for (const [kind, path] of begun)
      expect(new RegExp(`^${path}:.* warning Unexpected “To be written”`, 'm').test(stderr)).toBe(kind !== 'person')
  })

  it.each(begun.slice(2))('never begins a %s twice: %s', (kind, path, flags) => {
    const before = copy.content()
    const {status, stderr} = begin(kind, ...flags)
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^${path} is there already.*Nothing was written\\.$`, 'm'))
    expect(copy.content()).toEqual(before)
  })

  it('writes an item with a comma in it as one, where it stands between quotation marks', () => {
    const flags = ['--label', 'Lantern Talks', '--kind', 'body', '--parties', '"Trade, Industry and Energy", Defense']
    expect(begin('term', ...flags)).toMatchObject({status: 0, stderr: ''})
    const {corpus} = readCorpus(readContent(copy.folder))
    expect(corpus.terms.get('lantern-talks' as TermId)?.parties).toEqual(['Trade, Industry and Energy', 'Defense'])
  })

  const term = ['term', '--label', 'Another', '--kind', 'body']
  it.each([
    ['no kind', [], /^Usage: npm run new/],
    ['an unknown kind', ['persn'], /Unexpected kind `persn`, expected `statement`.* Did you mean `person`\?/],
    ['what is needed and not given', ['term', '--kind', 'body'], /^--label is missing: The name in full$/m],
    ['all that is missing, at once', ['formula'], /--label is missing[\s\S]*--wording is missing/],
    ['a value that is none', [...term.slice(0, 4), 'bodi'], /--kind: Unexpected `bodi`.* Did you mean `body`\?/],
    ['an id that is none', [...term, '--id', 'Big Group'], /The id `Big Group` has other signs than small letters/],
    ['an id that systems keep', [...term, '--id', 'con'], /The id `con` is a name that a host or a file system keeps/],
    ['an id that is too long', [...term, '--id', 'a'.repeat(81)], /has more than 80 characters/],
    ['an id of another file', [...term, '--id', 'flood-law'], /^content\/glossary\/flood-law\.mdx is there already/],
    ['a name without letters for an id', ['term', '--label', '동맹', '--kind', 'body'], /--id is missing/],
    [
      'a quotation mark that is not closed',
      [...term, '--parties', 'Defense, "Army, Navy'],
      /^--parties: Unexpected quotation mark in `"Army`, expected a second one after the item\.$/m,
    ],
    [
      'a term that is not there',
      [...term, '--related', 'flod-law'],
      /Unexpected term `flod-law`[\s\S]*Did you mean `flood-law`/,
    ],
    ['an essay that rests on nothing', ['change', '--label', 'X'], /essay without anything on record/],
    ['words without quotation marks', ['term', '--label', 'River', 'Group'], /Unexpected `Group`.*quotation marks/],
    ['an unknown flag', [...term, '--abr', 'X'], /Unexpected option --abr, .* Did you mean --abbr\?/],
  ])('ends with 2, writes nothing, and explains %s', (_, args, sentence) => {
    expect(refusalOf(copy, () => begin(...args))).toEqual({
      status: 2,
      said: expect.stringMatching(sentence),
      isTraced: false,
      isChanged: false,
    })
  })

  it('refuses an id under which something was published before', () => {
    copy.write(
      'content/glossary/old.mdx',
      '---\nlabel: Old\nkind: body\ncertainty: known\nformerIds: [older]\n---\n\nOld.\n',
    )
    const {status, stderr} = begin('term', '--label', 'Older', '--kind', 'body')
    expect(status).toBe(2)
    expect(stderr).toContain('--id is missing')
    expect(begin('term', '--label', 'Older', '--kind', 'body', '--id', 'older').stderr).toContain(
      'is the former id of `content/glossary/old.mdx`',
    )
  })

  it('says that npm keeps flags that stand before --', () => {
    const {status, stderr} = spawnSync('npm', ['run', 'new', 'term', '--label', 'Lantern'], {
      cwd: copy.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('Put `--` before the kind: npm run new -- term --label …')
  })

  it('lists every flag of a kind', () => {
    const kind = 'statement'
    const {status, stdout} = begin(kind, '--help')
    expect(status).toBe(0)
    for (const {key, help, fields} of fieldsOf(jsonSchemaOf(kind))) {
      if (fields.length > 0) continue
      expect(stdout).toContain(`--${key} `)
      expect(stdout).toContain(help)
    }
    expect(stdout).toContain('Ids of content/people, with commas between; "A, B" is one item\n')
  })
})

describe('the questions in a terminal', () => {
  const files = readContent(root)
  const {corpus} = readCorpus(files)

  /** Somebody who answers in this order, and presses Return where nothing is left to say. */
  function typist(...typed: string[]) {
    const asked: string[] = []
    return {
      asked,
      ask: (question: string) => {
        asked.push(question)
        return Promise.resolve(typed.shift() ?? '')
      },
    }
  }

  it('asks for what is needed only, with what it is, what it may be, and a suggestion', async () => {
    const {asked, ask} = typist('Hand in hand', '', 'hand in hand')
    const {answers} = await interview('formula', {}, corpus, ask)
    expect(answers).toEqual({label: 'Hand in hand', number: 'F47', wording: 'hand in hand', certainty: 'unsure'})
    expect(asked).toEqual([
      'What a list calls it\nlabel: ',
      'Its number in the register: F05\nnumber [F47]: ',
      'The canonical words; … stands for up to six words in between\nwording: ',
      'How sure it is; found names its sources (one of found, known, unsure, conflict)\ncertainty [unsure]: ',
    ])
  })

  it('asks again, with the reason, until the answer fits', async () => {
    const {asked, ask} = typist('', 'River Group', 'bodi', 'body')
    const {answers} = await interview('term', {}, corpus, ask)
    expect(answers).toMatchObject({label: 'River Group', kind: 'body'})
    expect(asked[1]).toBe('Unexpected ``, expected some text.\nlabel: ')
    expect(asked[3]).toMatch(/^Unexpected `bodi`, .* Did you mean `body`\?\nkind: $/)
  })

  it('asks for place and zone of a statement only where its text is to be edited', async () => {
    const given = {title: 'A', kind: 'readout', forum: 'ncg', date: '2031', issuers: 'us,rok'}
    const record = await interview('statement', given, corpus, typist().ask)
    expect(record.answers).toMatchObject({edition: 'record', short: 'A', summary: 'To be written'})
    expect(record.answers).not.toHaveProperty('zone')
    const {asked, ask} = typist('Seoul', 'Asia/Seul', 'Asia/Seoul')
    const full = await interview('statement', {...given, edition: 'full', short: 'A', summary: 'B'}, corpus, ask)
    expect(full.answers).toMatchObject({place: 'Seoul', zone: 'Asia/Seoul', numbering: 'provisional'})
    expect(asked[2]).toBe('Unexpected `Asia/Seul`, expected a time zone such as Asia/Seoul.\nzone: ')
  })

  it.each([
    ['Seoul, Washington', ['Seoul', 'Washington']],
    [' Defense ,"Army, Navy" ', ['Defense', 'Army, Navy']],
    ['"Army, ""Blue"" Navy"', ['Army, "Blue" Navy']],
    ['"Iron" Mace, Bottom-Up "Review", 12" gun', ['"Iron" Mace', 'Bottom-Up "Review"', '12" gun']],
    ['"동맹, 합의",, ,"",', ['동맹, 합의']],
    ['', []],
  ])('takes %s for the items %j', (answer, items) => {
    const parties = askable('term').find(({key}) => key === 'parties')
    expect(parties && answerProblem('term', parties, answer)).toBeUndefined()
    expect(parties && valueOf(parties, answer)).toEqual(items)
  })

  it.each([
    ['term', {label: 'Nuclear River Group', abbr: 'NRG'}, 'nrg'],
    ['term', {label: 'Nuclear Consultative Group', abbr: 'NCG'}, 'nuclear-consultative-group'],
    ['term', {label: 'The People’s 2+2 Café'}, 'the-peoples-2p2-cafe'],
    ['person', {name: 'Kim Mi-na', sort: 'Kim Mi-na'}, 'kim-mi-na'],
    ['person', {name: 'Joe Austin', sort: 'Austin, Joe'}, 'joe-austin'],
    ['statement', {title: 'A', forum: 'ncg', date: '2031-01'}, 'ncg-2031'],
    ['statement', {title: 'A', forum: '2p2', date: '2024-12-01'}, '2p2-2024-12-01'],
    ['change', {label: 'Who leads', number: 'C15'}, 'c15-who-leads'],
    ['term', {label: '동맹'}, undefined],
  ] as const)('suggests for a %s %o the id %s', (kind, answers, id) => {
    expect(suggestedId(kind, answers, corpus, files)).toBe(id)
  })
})

// The copy is of this folder: what a test writes stays there.
it('touches nothing of the project itself', () => {
  expect(copy.folder.startsWith(join(root, ''))).toBe(false)
})
