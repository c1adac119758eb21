import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {Place} from '../../src/corpus/model.ts'
import {editionOf, standardHeading, standardMatter, witnessTexts} from './base.ts'

/** An edition in which whatever can hold an id holds one; the marks `‹›` stand around each. */
const fields: Readonly<Record<string, string>> = {
  'content/statements/example.mdx': `${standardMatter
    .replace('forum: 2p2', 'forum: ‹2p2›')
    .replace('witnesses: [w-copy]', 'witnesses: [‹w-copy›]')
    .replace(
      'certainty: known',
      'certainty: found\nsources: [‹s01›, ‹w-copy›]\nparticipants: [‹cho-tae-yul›]\nabsences: [{formula: ‹ironclad›, certainty: found, sources: [‹s01›]}]',
    )}${standardHeading}<Clause n="5.1" from="‹w-copy›:2.2">
The <Person id="‹cho-tae-yul›">minister</Person> speaks of the <Term id="‹dprk›">DPRK</Term>, of what
each side owes the other, and says that it stays <Quote formula="‹ironclad›" basis="‹w-copy›">ironclad</Quote>.

<Note n="1" kind="context" on="speaks" certainty="found" sources="‹s01› ‹w-copy›">
<Ref to="‹example›" />, <Ref to="‹example›#5.1" />, <Ref to="#‹5.1›-n1" />, <Ref to="example#5.1-n‹1›" />,
<Ref to="term:‹dprk›" />, <Ref to="formula:‹ironclad›" />, <Ref to="person:‹cho-tae-yul›" />,
<Ref to="source:‹s01›" />, <Ref to="witness:‹w-copy›" />, <Ref to="witness:‹w-copy›#r2.1-1" />,
<Ref to="witness:w-copy#r2.1-‹1›" />, <Cite source="‹s01›" /> and
<Quote formula="‹ironclad›" basis="‹s01›">ironclad</Quote>.
</Note>
</Clause>
`,
  'content/statements/before.mdx':
    '---\ntitle: Before\nshort: Before\nkind: national-document\ndate: 2023\nissuers: [rok]\nedition: record\nattestations: [{formula: ‹ironclad›, words: ironclad, basis: ‹s02›, certainty: found, sources: [‹s01›]}]\nsummary: Invented.\ncertainty: known\n---\n',
  'content/glossary/dprk.mdx':
    '---\nlabel: North Korea\nkind: country\nbroader: [‹2p2›]\nrelated: [‹2p2›]\ndistinguish: [{term: ‹2p2›, because: it is no state}]\nfacts: [{text: It was founded, certainty: found, sources: [‹s01›]}]\ncertainty: found\nsources: [‹s01›]\n---\n\nThe <Term id="‹2p2›">meeting</Term> calls it <Quote basis="‹s01›">a state</Quote>.\n\nSo does <Quote basis="‹s01›">a treaty</Quote>.\n',
  'content/formulas/ironclad.mdx':
    '---\nlabel: Ironclad\nnumber: F02\nwording: ironclad\nrelated: [‹ironclad›]\nterms: [‹dprk›]\ncertainty: found\nsources: [‹s01›]\n---\n\nBeyond <Quote basis="‹s01›">doubt</Quote>.\n\nSo <Person id="‹cho-tae-yul›">he</Person> says, <Quote basis="‹s01›">openly</Quote>. <Cite source="‹s01›" />\n',
  'content/changes/c1-example.mdx':
    '---\nlabel: Example\nnumber: C1\nformulas: [‹ironclad›]\nstatements: [‹example›]\nterms: [‹dprk›]\nreadings: [{text: It may be so, by: A scholar, certainty: found, sources: [‹s01›]}]\ncertainty: found\nsources: [‹s01›]\n---\n\nIt says <Quote basis="‹s01›">another</Quote>.\n\nSo it does. <Ref to="change:‹c1-example›" />\n',
  'content/people/cho-tae-yul.yaml':
    'name: Cho Tae-yul\nsort: Cho Tae-yul\nparty: rok\noffices: [{title: Minister, party: rok, certainty: found, sources: [‹s01›]}]\ndistinguish: [{person: ‹cho-tae-yul›, because: they are one}]\ncertainty: found\nsources: [‹s01›]\n',
  'content/witnesses/w-seen.yaml':
    'statement: ‹example›\ngrade: W5\ntitle: A copy\npublisher: nobody\nsummary: It was looked at.\nexamples: [{reads: a, should: b, certainty: found, sources: [‹s01›, ‹w-copy›]}]\ncertainty: known\n',
  'content/open-points.yaml':
    'day:\n  question: On which day?\n  status: open\n  known: Two are named.\n  settles: The gazette.\n  statements: [‹example›]\n  terms: [‹dprk›]\n  formulas: [‹ironclad›]\n  certainty: found\n  sources: [‹s01›, ‹w-copy›]\n',
}

const marks = /[‹›]/g

/** The edition, with the id at one place written otherwise. */
function editionWith(path?: string, at?: number) {
  const files = Object.entries(fields).map(([other, text]): [string, string] => {
    if (other !== path || at === undefined) return [other, text.replace(marks, '')]
    const end = text.indexOf('›', at)
    const id = text.slice(at + 1, end)
    // A number stays a number, so that only what it points to is wrong.
    const wrong = /^\d(\.\d)?$/.test(id) ? id.replace(/\d$/, '7') : id.startsWith('w-') ? 'w-nothing' : 'nothing'
    return [other, `${text.slice(0, at)}${wrong}${text.slice(end + 1)}`.replace(marks, '')]
  })
  return editionOf(new Map(files))
}

const places = Object.entries(fields).flatMap(([path, text]) =>
  [...text.matchAll(/‹/g)].map(({index}) => ({
    path,
    at: index,
    shown: text.slice(Math.max(0, index - 20), index + 12).replace(/\n/g, ' '),
  })),
)

describe('undefined-reference', () => {
  it('says nothing where every id names something', () => {
    expect(check(editionWith(), witnessTexts).messages).toEqual([])
  })

  it.each(places)('is told of “$shown” in $path', ({path, at}) => {
    const findings = check(editionWith(path, at), witnessTexts).messages.filter(
      ({rule}) => rule === 'undefined-reference',
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]?.place.path).toBe(path)
  })

  it('points at the word itself in front matter and records', () => {
    const {corpus, texts} = check(editionWith(), witnessTexts)
    const {statements, terms, formulas, people, witnesses, openPoints} = corpus
    const named = [statements, terms, formulas, people, witnesses, openPoints].flatMap((records) =>
      [...records.values()].flatMap((record) => record.named),
    )
    const lineOf = ({path, line}: Place) => texts.get(path)?.split('\n')[line - 1]
    const shown = named.map(({place}) => lineOf(place)?.slice(place.column - 1, place.endColumn - 1))
    expect(named.map(({kind}) => kind)).toEqual(expect.arrayContaining(['statement', 'term', 'formula', 'person']))
    expect(shown).toEqual(named.map(({id}) => id))
  })
})

describe('undefined-reference in witness records', () => {
  const record = new TextDecoder().decode(
    editionOf(new Map()).find(({path}) => path === 'content/witnesses/w-copy.yaml')?.bytes,
  )

  it.each([
    ['the statement', 'statement: example', 'statement: nothing'],
    ['a source of the record', 'certainty: known', 'certainty: found\nsources: [nothing]'],
    ['a source of a row', 'basis: pattern', 'basis: official\n    sources: [nothing]'],
  ])('is told of %s', (_, from, to) => {
    const edition = editionOf(new Map([['content/witnesses/w-copy.yaml', record.replace(from, to)]]))
    expect(check(edition, witnessTexts).messages.map(({rule, reason}) => `${rule} ${reason.split(',')[0]}`)).toEqual([
      expect.stringMatching(/^undefined-reference Unexpected \w+ `nothing`$/),
    ])
  })
})
