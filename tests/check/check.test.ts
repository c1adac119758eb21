import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {lockPath} from '../../src/check/quotations.ts'
import {shinglesPath} from '../../src/check/shingles.ts'
import {compareMessages} from '../../src/corpus/message.ts'
import {baseFiles, editionOf, standardMatter, witnessTexts} from './base.ts'

/** A statement that points to every kind of record, and records that point back. */
const connected = new Map([
  [
    'content/statements/example.mdx',
    `${standardMatter.replace('edition: extract', 'edition: full')}## Extended deterrence

<Clause n="5.1" from="w-copy:2.1">
An attack by the <Term id="dprk">DPRK</Term>, so <Person id="cho-tae-yul">the minister</Person> holds,
<Quote basis="restored">will be met</Quote> with an answer of both.

<Note n="1" kind="context" on="the minister" certainty="found" sources="s01 w-copy">
See <Ref to="#5.2" />, <Ref to="witness:w-copy#r2.1-1" /> and <Ref to="term:2p2" />. <Cite source="s02" />
</Note>
</Clause>

<Clause n="5.2" from="w-copy:2.2">
What each of the two owes the other stays <Quote formula="ironclad" basis="w-copy">ironclad</Quote>.
</Clause>
`,
  ],
  [
    'content/glossary/dprk.mdx',
    '---\nlabel: North Korea\nabbr: DPRK\nkind: country\nrelated: [2p2]\ncertainty: found\nsources: [s01]\n---\n\nSee <Ref to="example#5.1-n1" /> and <Ref to="formula:ironclad" />.\n',
  ],
])

const files = editionOf(connected)

function text(path: string): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.bytes)
}

/** The edition with one of its files replaced. */
function replaced(path: string, by: string) {
  return files.map((file) => (file.path === path ? {path, bytes: new TextEncoder().encode(by)} : file))
}

describe('check(files, witnessTexts)', () => {
  it('says nothing of a connected edition', () => {
    expect(check(files, witnessTexts).messages).toEqual([])
    expect(check(files).messages).toEqual([])
  })

  it.each([...baseFiles.keys(), lockPath, shinglesPath])('blames %s alone where it cannot be read', (path) => {
    const broken = replaced(path, text(path).replace(/: /, ': {'))
    for (const {messages} of [check(broken, witnessTexts), check(broken)]) {
      expect(messages.length).toBeGreaterThan(0)
      expect(messages.filter(({place}) => place.path !== path)).toEqual([])
    }
  })

  it.each([
    ['content/glossary/dprk.mdx', 'content/glossary/DPRK.mdx', 'Rename it to `dprk.mdx`.'],
    ['content/glossary/dprk.mdx', 'content/glossary/d_prk.mdx', 'Rename it to `d-prk.mdx`.'],
    [
      'content/glossary/dprk.mdx',
      'content/glossary/dprk.md',
      'It looks like a term: rename it to `content/glossary/dprk.mdx`.',
    ],
    [
      'content/glossary/dprk.mdx',
      'content/terms/Dprk.mdx',
      'It looks like a term: rename it to `content/glossary/dprk.mdx`.',
    ],
    [
      'content/people/cho-tae-yul.yaml',
      'content/cho-tae-yul.yml',
      'It looks like a person: rename it to `content/people/cho-tae-yul.yaml`.',
    ],
    [
      'content/formulas/ironclad.mdx',
      'content/ironclad.txt',
      'It looks like a formula: rename it to `content/formulas/ironclad.mdx`.',
    ],
  ])('blames the name alone where %s is called %s', (path, name, advice) => {
    const renamed = files.map((file) => (file.path === path ? {...file, path: name} : file))
    const {messages} = check(renamed, witnessTexts)
    expect(messages.map(({rule, place}) => [rule, place.path])).toEqual([['file-name', name]])
    expect(messages[0]?.note).toContain(advice)
  })

  it('says one thing where one element of a statement is wrong', () => {
    const path = 'content/statements/example.mdx'
    for (const [from, to] of [
      ['n="5.1"', 'n="5"'],
      ['n="5.2"', 'n="5"'],
      ['id="cho-tae-yul"', 'ids="cho-tae-yul"'],
      ['basis="w-copy"', ''],
    ] as const) {
      const {messages} = check(replaced(path, text(path).replace(from, to)), witnessTexts)
      expect(new Set(messages.map(({rule}) => rule))).toEqual(new Set(['element']))
    }
  })

  it('misses a file that is gone', () => {
    for (const path of baseFiles.keys()) {
      const {messages} = check(files.filter((file) => file.path !== path))
      expect(messages, path).not.toEqual([])
    }
  })

  it('sorts its messages, and says the same whatever the order of the files', () => {
    const broken = replaced('content/sources.yaml', 's09:\n  type: webpage\n  seen: whole\n')
    const {messages} = check(broken, witnessTexts)
    expect(messages.length).toBeGreaterThan(2)
    expect(messages.toSorted(compareMessages)).toEqual(messages)
    expect(check(broken.toReversed(), witnessTexts).messages).toEqual(messages)
  })
})
