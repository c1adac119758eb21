import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {isCalled, Titles} from '../../src/check/titles.ts'
import {historyFile, registerFile} from '../../src/corpus/kinds.ts'
import type {Occurrence, Office, Person} from '../../src/corpus/model.ts'
import {saidBy, standardHeading, standardMatter} from './base.ts'
import {readFixture} from '../fixtures/edition.ts'

type File = readonly [path: string, text: string]

/** What a rule says of the small edition with some files more: where, what, and what to do. */
function said(rule: string, ...files: readonly File[]): string[] {
  return saidBy(rule, new Map(files)).map(
    ({place, reason, note}) => `${place.line}:${place.column} ${reason}${note === undefined ? '' : ` (${note})`}`,
  )
}

function statement(body: string, matter = ''): File {
  const record = standardMatter.replace('certainty: known', `${matter}certainty: known`)
  return ['content/statements/example.mdx', record + standardHeading + body]
}

const clause = (text: string, n = '5.1') => `<Clause n="${n}">\n${text}\n</Clause>\n`
const term = (id: string, matter: string, text: string): File => [
  `content/glossary/${id}.mdx`,
  `---\nkind: body\n${matter}\ncertainty: known\n---\n\n${text}\n`,
]
const wordsOf = (count: number, word = 'lamp') => Array.from({length: count}, () => word).join(' ')

describe('plain-language', () => {
  it('counts forty words, not forty-one', () => {
    expect(said('plain-language', statement(clause(`One ${wordsOf(39)}.`)))).toEqual([])
    expect(said('plain-language', statement(clause(`One ${wordsOf(40)}.`)))).toEqual([
      '21:1 Unexpected sentence of 41 words, “One lamp lamp lamp lamp …”, expected at most 40 (Make two of it, one thought each, or a list.)',
    ])
  })

  it('counts sentences one by one', () => {
    expect(said('plain-language', statement(clause(`One ${wordsOf(29)}. Two ${wordsOf(29)}.`)))).toEqual([])
  })

  it('finds the sentence where it stands, after others', () => {
    const found = said('plain-language', statement(clause(`They met.\nThey left. One ${wordsOf(40)}.`)))
    expect(found).toEqual([expect.stringContaining('22:12 Unexpected sentence of 41 words')])
  })
})

describe('quotation-length', () => {
  const attested = (count: number) =>
    statement(
      clause('They met.'),
      `attestations:\n  - {formula: ironclad, words: ironclad ${wordsOf(count - 1)}, basis: s01, certainty: found, sources: [s01]}\n`,
    )
  const quoted = (...counts: readonly number[]) =>
    statement(
      counts
        .map((count, index) =>
          clause(`They met. <Quote basis="s01" n="${index + 1}">${wordsOf(count)}</Quote>.`, `5.${index + 1}`),
        )
        .join('\n'),
    )

  it('takes fifteen words, not sixteen', () => {
    const text = wordsOf(80, 'they')
    const one = (count: number) => statement(clause(`${text}, <Quote basis="s01">${wordsOf(count)}</Quote>.`))
    expect(said('quotation-length', one(15))).toEqual([])
    expect(said('quotation-length', one(16))).toEqual([
      expect.stringContaining('Unexpected quotation of 16 words, expected at most 15'),
    ])
    expect(said('quotation-length', attested(15))).toEqual([])
    expect(said('quotation-length', attested(16))).toEqual([
      expect.stringContaining('Unexpected attestation of 16 words, expected at most 15'),
    ])
  })

  it('takes a quarter of the words, not one more', () => {
    const of = (rest: number) => statement(clause(`${wordsOf(rest, 'they')} <Quote basis="s01">two lamps</Quote>.`))
    expect(said('quotation-length', of(6))).toEqual([])
    expect(said('quotation-length', of(5))).toEqual([
      '1:1 Unexpected 2 quoted words among the 7 of the statement, expected at most 1, a quarter (The edition text is ours; quote less and restate more. Most is quoted in clause 5.1 (2).)',
    ])
  })

  it('names the three clauses that quote most', () => {
    expect(said('quotation-length', quoted(2, 5, 3, 4))).toEqual([
      expect.stringContaining('Most is quoted in clause 5.2 (5), clause 5.4 (4), clause 5.3 (3).'),
    ])
  })
})

describe('permanent-id', () => {
  it.each([registerFile.path, historyFile.path])('misses %s in an edition that has been verified', (path) => {
    const files = readFixture('tiny')
    const missing = (from: typeof files) =>
      check(from)
        .messages.filter(({rule}) => rule === 'permanent-id')
        .map(({place}) => place.path)
    expect(missing(files)).toEqual([])
    expect(missing(files.filter((each) => each.path !== path))).toEqual([path])
    expect(missing(files.filter((each) => !each.path.includes('.lock.')))).toEqual([])
  })

  const lock = (...addresses: readonly string[]): File => [
    'content/ids.lock.txt',
    addresses.map((address) => `${address}\n`).join(''),
  ]

  it('names the file of a new record with a like id, of the same kind only', () => {
    const entry = term('lantern-talks', 'label: Lantern Talks\nrelated: [dprk]', 'Talks.')
    const person: File = [
      'content/people/lantern-talk.yaml',
      'name: Lan Talk\nsort: Talk\nparty: us\ncertainty: known\n',
    ]
    expect(said('permanent-id', lock('term:lantern-talk'), entry, person)).toEqual([
      '1:1 Unexpected edition without the term `lantern-talk`, which has been published, expected `content/glossary/lantern-talk.mdx` (Put the file back, or write `formerIds: [lantern-talk]` into `content/glossary/lantern-talks.mdx`, so that the old address leads there.)',
    ])
  })

  it('points at the clause that stands where the lost one stood, or at the last', () => {
    const body = [clause('They met.', '5.1'), clause('They left.', '5.3')].join('\n')
    expect(said('permanent-id', lock('example#5.2', 'example#5.9'), statement(body))).toEqual([
      expect.stringContaining('24:1 Unexpected `example` without its clause `5.2`'),
      expect.stringContaining('24:1 Unexpected `example` without its clause `5.9`'),
    ])
  })

  it('tells of a lost note by its address', () => {
    expect(said('permanent-id', lock('example#5.1-n2'), statement(clause('They met.')))).toEqual([
      '20:1 Unexpected `example` without its note `5.1-n2`, which has been published, expected the number to stay (People cite it. Put it back, or write `<Note formerIds="5.1-n2">` where its words now stand, so that the old address leads there.)',
    ])
  })

  it('refuses a former id that two records claim', () => {
    const entries = [
      term('oak', 'label: Oak\nformerIds: [elm]', 'A tree.'),
      term('yew', 'label: Yew\nformerIds: [elm]', 'A tree.'),
    ]
    expect(said('permanent-id', ...entries)).toEqual([
      expect.stringContaining(
        'Unexpected former id `elm`, which `oak` has had as well, expected one that leads here only',
      ),
    ])
  })

  it('refuses a former number of a note that stands there', () => {
    const note = (n: number, more = '') =>
      `<Note n="${n}" kind="context" on="They" certainty="known"${more}>\nSo it is.\n</Note>\n`
    const body = clause(`They met.\n\n${note(1)}\n${note(2, ' formerIds="5.1-n1"')}`)
    expect(said('permanent-id', statement(body))).toEqual([
      expect.stringContaining('Unexpected former number `5.1-n1`, which stands in this statement as well'),
    ])
  })
})

describe('over-linking', () => {
  const twice = 'The <Term id="dprk">North</Term> and the <Term id="dprk">DPRK</Term>.'

  it.each([
    ['a clause', statement(clause(twice))],
    [
      'a note',
      statement(clause(`They met.\n\n<Note n="1" kind="context" on="met" certainty="known">\n${twice}\n</Note>`)),
    ],
    ['an entry', term('oak', 'label: Oak', twice)],
    [
      'a formula',
      [
        'content/formulas/oak.mdx',
        `---\nlabel: Oak\nnumber: F03\nwording: an oak\ncertainty: known\n---\n\n${twice}\n`,
      ] as const,
    ],
    [
      'an essay',
      ['content/changes/oak.mdx', `---\nlabel: Oak\nnumber: C1\ncertainty: known\n---\n\n${twice}\n`] as const,
    ],
  ])('counts the links of %s', (what, file) => {
    expect(said('over-linking', file)).toEqual([
      expect.stringContaining(
        `Unexpected second link to \`dprk\` in ${what}, expected one (Leave the words “DPRK” without their tags.)`,
      ),
    ])
  })
})

describe('unfinished', () => {
  const blank = 'To be written'

  it('counts the places of a file', () => {
    const body = (count: number) =>
      Array.from({length: 3}, (_, index) => clause(index < count ? `${blank}.` : 'They met.', `5.${index + 1}`)).join(
        '\n',
      )
    const expected = (more: string) => [
      expect.stringContaining(`Unexpected “To be written” in clause 5.1${more}, expected the text`),
    ]
    expect(said('unfinished', statement(body(0)))).toEqual([])
    expect(said('unfinished', statement(body(1)))).toEqual(expected(''))
    expect(said('unfinished', statement(body(2)))).toEqual(expected(' and one place more'))
    expect(said('unfinished', statement(body(3)))).toEqual(expected(' and 2 places more'))
  })

  it.each([
    ['the entry', term('oak', 'label: Oak', `${blank}.`)],
    [
      'the meaning',
      [
        'content/formulas/oak.mdx',
        `---\nlabel: Oak\nnumber: F03\nwording: an oak\ncertainty: known\n---\n\n${blank}.\n`,
      ] as const,
    ],
    [
      'the essay',
      ['content/changes/oak.mdx', `---\nlabel: Oak\nnumber: C1\ncertainty: known\n---\n\n${blank}.\n`] as const,
    ],
    [
      'the summary',
      [
        'content/witnesses/w-oak.yaml',
        `statement: example\ngrade: W3\ntitle: A copy\npublisher: nobody\nsummary: ${blank}.\ncertainty: known\n`,
      ] as const,
    ],
  ])('names %s', (what, file) => {
    expect(said('unfinished', file)).toEqual([expect.stringContaining(`in ${what}, expected the text`)])
  })
})

describe('office-date', () => {
  const person = (offices: string): File => [
    'content/people/bell.yaml',
    `name: Ada Bell\nsort: Bell\nparty: us\noffices:\n${offices}certainty: known\n`,
  ]
  const office = (title: string, dates: string) => `  - {title: ${title}, party: us, ${dates}, certainty: known}\n`
  const meeting = statement(clause('They met.'), 'participants: [bell]\n')

  it('takes an office of the very day, and of a month or year that may be the day’s', () => {
    for (const dates of ['from: "2024-10-31"', 'to: "2024-10-31"', 'from: "2024-10"', 'to: "2024"', 'from: "2024"'])
      expect(said('office-date', person(office('Secretary of Lamps', dates)), meeting)).toEqual([])
  })

  it.each([
    ['from: "2024-11-01"', 'from 2024-11-01'],
    ['to: "2024-10-30"', ' to 2024-10-30'],
    ['from: "2020", to: "2024-09"', 'from 2020 to 2024-09'],
  ])('refuses one of %s', (dates, shown) => {
    expect(said('office-date', person(office('Secretary of Lamps', dates)), meeting)).toEqual([
      expect.stringMatching(
        new RegExp(
          `Unexpected participant .bell. without an office on 2024-10-31, expected somebody who held one \\(The record gives “Secretary of Lamps” ?${shown}\\.\\)$`,
        ),
      ),
    ])
  })

  it('gives the nearest office, before or after', () => {
    const nearest = (...dates: readonly string[]) =>
      /“Office (\d)”/.exec(
        said('office-date', person(dates.map((each, n) => office(`Office ${n}`, each)).join('')), meeting)[0] ?? '',
      )?.[1]
    expect(nearest('to: "2024-08-31"', 'from: "2024-11-30"')).toBe('1')
    expect(nearest('to: "2024-10-01"', 'from: "2024-12-30"')).toBe('0')
    expect(nearest('to: "2020"', 'to: "2023"', 'from: "2030"')).toBe('1')
  })
})

describe('the title beside a name', () => {
  const titles = ['First Vice Minister of Lamps', 'Secretary for Oil', 'Acting Chair', 'President']
  const office = (title: string) => ({title}) as Office
  const known = new Titles([{offices: titles.map(office)} as unknown as Person])

  it.each([
    ['President Ada Bell spoke.', 'President'],
    ['Vice Minister Ada Bell spoke.', 'Vice Minister'],
    ['First Vice Minister Ada Bell spoke.', 'First Vice Minister'],
    ['Presidents Ada Bell spoke.', 'President'],
    ['Chair Ada Bell spoke.', 'Chair'],
    ['The Old President Ada Bell spoke.', 'President'],
    ['There was Ada Bell, Secretary for Oil, who spoke.', 'Secretary for Oil'],
    ['There was Ada Bell, First Vice Minister of Lamps.', 'First Vice Minister of Lamps'],
    ['There was Ada Bell, Secretary for Oils.', 'Secretary'],
    ['Former President Ada Bell spoke.', 'President'],
    ['The former President Ada Bell spoke.', undefined],
    ['The then President Ada Bell spoke.', undefined],
    ['The late President Ada Bell spoke.', undefined],
    ['There was Ada Bell; Secretary for Oil was another.', undefined],
    ['There was Ada Bell, Secretaryship aside.', undefined],
    ['There was Ada Bell, a singer.', undefined],
    ['There, president Ada Bell spoke.', undefined],
  ])('in “%s” is %s', (text, title) => {
    const start = text.indexOf('Ada Bell')
    expect(known.beside({text, range: {start, end: start + 8}} as Occurrence)).toBe(title)
  })

  it.each([
    ['First Vice Minister of Lamps', 'First Vice Minister of Lamps', true],
    ['First Vice Minister of Lamps', 'First Vice Minister', true],
    ['First Vice Minister of Lamps', 'Vice Minister', true],
    ['First Vice Minister of Lamps', 'Minister', false],
    ['Acting Chair', 'Chair', true],
    ['Secretary for Oil', 'Secretary', true],
    ['Envoy to Riverton', 'Envoy', true],
    ['Envoy to Riverton', 'Riverton', false],
  ])('%s is called %s: %s', (title, called, is) => {
    expect(isCalled(office(title), called)).toBe(is)
  })
})
