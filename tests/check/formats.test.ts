import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {formatGithub} from '../../src/check/report/github.ts'
import {formatJson} from '../../src/check/report/json.ts'
import {formatOverlay} from '../../src/check/report/overlay.ts'
import type {Run} from '../../src/check/report/run.ts'
import {formatSarif} from '../../src/check/report/sarif.ts'
import type {Message} from '../../src/corpus/message.ts'
import {editionOf, standardMatter} from './base.ts'

const path = 'content/statements/example.mdx'

/** An edition with an unknown id in one file, and in another what a program can mend. */
const edition = editionOf(
  new Map([
    [path, `${standardMatter}## One\n\n<Clause n="5.1">\nThe <Term id="dprkk">DPRK</Term> is one.\n</Clause>\n`],
    ['content/people/cho-tae-yul.yaml', 'name: Cho\u200B Tae-yul\nsort: Cho Tae-yul\nparty: rok\ncertainty: known\n'],
  ]),
)
const pageOf = (rule: string) => `https://edition.example/rules/${rule}/`
const run: Run = {messages: check(edition).messages, files: edition.length, pageOf}

const strange: Message = {
  rule: 'file-name',
  severity: 'warning',
  place: {path: 'content/a, b:c%/확장 #1?.mdx', line: 2, column: 3, endLine: 4, endColumn: 1},
  reason: 'Unexpected 100% of `a`, expected: `b`',
  note: 'One\r\ntwo: 5%, three.',
}

describe('formatJson(run)', () => {
  it('holds every message with its place, its page and its fix', () => {
    expect(JSON.parse(formatJson(run))).toEqual({
      version: 1,
      files: edition.length,
      counts: {error: 2, warning: 0, suggestion: 0},
      messages: [
        {
          rule: 'invisible-character',
          severity: 'error',
          path: 'content/people/cho-tae-yul.yaml',
          line: 1,
          column: 10,
          endLine: 1,
          endColumn: 11,
          reason: 'Unexpected invisible character U+200B, expected visible text',
          note: expect.stringContaining('Delete it'),
          url: pageOf('invisible-character'),
          fix: {
            title: 'Take out the invisible character U+200B',
            edits: [
              {
                path: 'content/people/cho-tae-yul.yaml',
                line: 1,
                column: 10,
                endLine: 1,
                endColumn: 11,
                text: '',
              },
            ],
          },
        },
        {
          rule: 'undefined-reference',
          severity: 'error',
          path,
          line: 21,
          column: 5,
          endLine: 21,
          endColumn: 33,
          reason: 'Unexpected term `dprkk`, expected one that `content/glossary/` defines',
          note: 'Did you mean `dprk`?',
          url: pageOf('undefined-reference'),
        },
      ],
    })
  })

  it('is whole where there is nothing to say', () => {
    expect(JSON.parse(formatJson({...run, messages: []}))).toEqual({
      version: 1,
      files: edition.length,
      counts: {error: 0, warning: 0, suggestion: 0},
      messages: [],
    })
  })
})

/** Reads annotations as the runner of GitHub does: commands, properties, data, each unescaped. */
function annotations(text: string) {
  return text.split('\n').flatMap((line) => {
    const [, command, list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
    if (command === undefined) return []
    const unescape = (value: string) =>
      value
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%')
    const properties = list.split(',').map((each) => {
      const at = each.indexOf('=')
      return [each.slice(0, at), unescape(each.slice(at + 1))] as const
    })
    return [{command, ...Object.fromEntries(properties), data: unescape(data)}]
  })
}

describe('formatGithub(run)', () => {
  it('tells errors first, for GitHub shows only the first few', () => {
    const all = (['suggestion', 'error', 'warning', 'error'] as const).map((severity, index) => ({
      ...strange,
      severity,
      place: {...strange.place, line: index + 1},
    }))
    const told = annotations(formatGithub({...run, messages: all}))
    expect(told.map(({command, ...rest}) => `${command} ${(rest as {line?: string}).line}`)).toEqual([
      'error 2',
      'error 4',
      'warning 3',
      'notice 1',
    ])
  })

  it('annotates each place', () => {
    expect(annotations(formatGithub(run))).toEqual([
      {
        command: 'error',
        file: 'content/people/cho-tae-yul.yaml',
        line: '1',
        endLine: '1',
        col: '10',
        endColumn: '11',
        title: 'Unexpected invisible character U+200B, expected visible text (invisible-character)',
        data: expect.stringMatching(
          /^Delete it.+\nTake out the invisible character U\+200B: npm run check -- --fix\nhttps:\/\/edition\.example\/rules\/invisible-character\/$/,
        ),
      },
      {
        command: 'error',
        file: path,
        line: '21',
        endLine: '21',
        col: '5',
        endColumn: '33',
        title: 'Unexpected term `dprkk`, expected one that `content/glossary/` defines (undefined-reference)',
        data: 'Did you mean `dprk`?\nhttps://edition.example/rules/undefined-reference/',
      },
    ])
  })

  it('keeps every character, whatever a file is called and a message says, and no columns over several lines', () => {
    const text = formatGithub({...run, messages: [strange]})
    expect(text.split('\n')).toHaveLength(2)
    expect(annotations(text)).toEqual([
      {
        command: 'warning',
        file: strange.place.path,
        line: '2',
        endLine: '4',
        title: `${strange.reason} (file-name)`,
        data: `${strange.note}\n${pageOf('file-name')}`,
      },
    ])
  })

  it('notes what may be declined', () => {
    expect(formatGithub({...run, messages: [{...strange, severity: 'suggestion'}]})).toMatch(/^::notice /)
  })
})

/** What SARIF 2.1.0 allows in the objects that are used here: `!` marks what must be there. */
const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  log: {$schema: 'uri', version: '!version', runs: '![run]'},
  run: {tool: '!tool', results: '[result]', columnKind: 'columnKind'},
  tool: {driver: '!driver'},
  driver: {name: '!string', rules: '[rule]'},
  rule: {id: '!string', shortDescription: 'text', help: 'text', helpUri: 'uri'},
  text: {text: '!string'},
  result: {
    ruleId: 'string',
    ruleIndex: 'index',
    level: 'level',
    message: '!text',
    locations: '[location]',
    fixes: '[fix]',
  },
  location: {physicalLocation: 'physicalLocation'},
  physicalLocation: {artifactLocation: 'artifactLocation', region: 'region'},
  artifactLocation: {uri: 'relative', uriBaseId: 'string'},
  region: {startLine: 'from1', startColumn: 'from1', endLine: 'from1', endColumn: 'from1'},
  fix: {description: 'text', artifactChanges: '![artifactChange]'},
  artifactChange: {artifactLocation: '!artifactLocation', replacements: '![replacement]'},
  replacement: {deletedRegion: '!region', insertedContent: 'content'},
  content: {text: 'string'},
}

const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  uri: (value) => typeof value === 'string' && URL.canParse(value),
  relative: (value) => typeof value === 'string' && /^[\w.~!$&'()*+;=@%/-]+$/.test(value) && !value.startsWith('/'),
  version: (value) => value === '2.1.0',
  level: (value) => ['error', 'warning', 'note', 'none'].includes(String(value)),
  columnKind: (value) => value === 'utf16CodeUnits',
  index: (value) => Number.isInteger(value) && Number(value) >= 0,
  from1: (value) => Number.isInteger(value) && Number(value) >= 1,
}

/** Where a value departs from its shape. */
function faults(value: unknown, type: string, at = ''): string[] {
  const [, must = '', list, name = ''] = /^(!?)(\[)?(\w+)\]?$/.exec(type) ?? []
  if (value === undefined) return must === '' ? [] : [`${at} is missing`]
  if (list !== undefined) {
    if (!Array.isArray(value)) return [`${at} is no list`]
    if (must !== '' && value.length === 0) return [`${at} is empty`]
    return value.flatMap((item, index) => faults(item, name, `${at}[${index}]`))
  }
  const shape = shapes[name]
  if (shape === undefined)
    return values[name]?.(value) === true ? [] : [`${at} is no ${name}: ${JSON.stringify(value)}`]
  if (typeof value !== 'object' || value === null) return [`${at} is no ${name}`]
  const record = value as Readonly<Record<string, unknown>>
  return [
    ...Object.keys(record).flatMap((key) => (key in shape ? [] : [`${at}.${key} is unknown`])),
    ...Object.entries(shape).flatMap(([key, own]) => faults(record[key], own, `${at}.${key}`)),
  ]
}

describe('formatSarif(run, summaryOf)', () => {
  const sarif = (messages: readonly Message[]): unknown =>
    JSON.parse(formatSarif({...run, messages}, (rule) => `About ${rule}.`))

  it.each([
    ['of an edition', run.messages],
    ['of strange names', [strange]],
    ['of nothing', []],
  ])('has the structure of SARIF 2.1.0, %s', (_, messages) => {
    expect(faults(sarif(messages), 'log')).toEqual([])
  })

  it('tells each message at its place, its rule with its page, and the fix', () => {
    const region = {startLine: 1, startColumn: 10, endLine: 1, endColumn: 11}
    const artifactLocation = {uri: 'content/people/cho-tae-yul.yaml', uriBaseId: '%SRCROOT%'}
    expect(sarif(run.messages)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: [
                {id: 'invisible-character', helpUri: pageOf('invisible-character')},
                {id: 'undefined-reference', shortDescription: {text: 'About undefined-reference.'}},
              ],
            },
          },
          results: [
            {
              ruleId: 'invisible-character',
              ruleIndex: 0,
              level: 'error',
              locations: [{physicalLocation: {artifactLocation, region}}],
              fixes: [
                {
                  description: {text: 'Take out the invisible character U+200B'},
                  artifactChanges: [
                    {artifactLocation, replacements: [{deletedRegion: region, insertedContent: {text: ''}}]},
                  ],
                },
              ],
            },
            {
              ruleId: 'undefined-reference',
              ruleIndex: 1,
              message: {
                text: 'Unexpected term `dprkk`, expected one that `content/glossary/` defines. Did you mean `dprk`?',
              },
            },
          ],
        },
      ],
    })
  })

  it('names each file by an address that leads back to it', () => {
    const [, uri = ''] = /"uri": "(.*)"/.exec(formatSarif({...run, messages: [strange]}, String)) ?? []
    expect(decodeURIComponent(uri)).toBe(strange.place.path)
  })
})

describe('formatOverlay(run, texts)', () => {
  const {texts} = check(edition)

  it('holds what a person needs at each place', () => {
    expect(formatOverlay(run, texts)).toMatchObject({
      summary: expect.stringContaining('2 errors in 2 files of'),
      more: 0,
      messages: [
        {place: 'content/people/cho-tae-yul.yaml:1:10', rule: 'invisible-character'},
        {
          place: `${path}:21:5`,
          severity: 'error',
          reason: expect.stringContaining('Unexpected term `dprkk`'),
          note: 'Did you mean `dprk`?',
          frame: expect.stringMatching(/^21 \| The <Term id="dprkk">DPRK<\/Term> is one\.\n {3}\| {5}\^{28}$/),
          page: pageOf('undefined-reference'),
        },
      ],
    })
  })

  it('says how many are left to the terminal, and nothing where nothing is wrong', () => {
    const {messages, more, summary} = formatOverlay({...run, messages: Array.from({length: 25}, () => strange)}, texts)
    expect([messages.length, more]).toEqual([20, 5])
    expect(summary).toBe(`25 remarks in 1 file of ${edition.length}.`)
    expect(formatOverlay({...run, messages: []}, texts)).toEqual({messages: [], summary: '', more: 0})
  })
})
