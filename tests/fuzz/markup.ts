/**
 * A grammar of our MDX: what it makes is content that has to be accepted, with
 * the text that has to come out of it. Elements, attributes and where they may
 * stand are those of the vocabulary, so that a new element is tried by itself.
 */

import * as fc from 'fast-check'
import {elementNames, valuesOf, vocabulary} from '../../src/corpus/vocabulary.ts'
import type {AttributeKind, ElementName, ElementRow} from '../../src/corpus/vocabulary.ts'

/** A text as it is written, and as a page shows it. */
export interface Written {
  readonly source: string
  readonly text: string
}

/** Blocks as they are written, and the text of each paragraph, heading and item, in order. */
export interface WrittenBlocks {
  readonly source: string
  readonly texts: readonly string[]
}

type Within = ElementRow['within'][number]

const same = (text: string): Written => ({source: text, text})

const latin = fc.stringMatching(/^[A-Za-z]{1,9}$/).filter((word) => word !== 'import' && word !== 'export')

/** A word that means nothing to Markdown wherever it stands. */
const plainWord = fc
  .oneof({weight: 4, arbitrary: latin}, {weight: 2, arbitrary: fc.stringMatching(/^[가-힣]{1,4}$/)})
  .map(same)

const escapes = Array.from('\\*_<>{}[]`&~#!|()+-.', (sign): Written => ({source: `\\${sign}`, text: sign}))

const references: readonly Written[] = [
  {source: '&amp;', text: '&'},
  {source: '&lt;', text: '<'},
  {source: '&gt;', text: '>'},
  {source: '&quot;', text: '"'},
  {source: '&apos;', text: "'"},
]

/** Signs that mean nothing between two spaces. */
const signs = Array.from(',.;:?!()"\'“”‘’–—…·%$@#|=+-/&>~^«»½№€', same)

const token = fc.oneof(
  {weight: 6, arbitrary: plainWord},
  {weight: 1, arbitrary: fc.stringMatching(/^\d{1,5}$/).map(same)},
  {weight: 2, arbitrary: fc.constantFrom(...escapes)},
  {weight: 1, arbitrary: fc.constantFrom(...references)},
  {weight: 2, arbitrary: fc.constantFrom(...signs)},
  // A reference that is none, a back-slash before a letter, letters and marks in one.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['&amp', 'R&D', '\\d', '2+2', 'U.S.', 'AT&T;', '$100', '3.2', '억제(력)', "don't", 'Chŏn'].map(same),
    ),
  },
)

function joined(parts: readonly Written[], between = ' '): Written {
  return {source: parts.map(({source}) => source).join(between), text: parts.map(({text}) => text).join(between)}
}

function wrapped(before: string, {source, text}: Written, after: string): Written {
  return {source: before + source + after, text}
}

/** Words with a plain one at both ends, so that marks around them are marks. */
function between(inner: fc.Arbitrary<Written>, maxLength = 4): fc.Arbitrary<Written> {
  return fc
    .tuple(plainWord, fc.array(inner, {maxLength}), plainWord)
    .map(([first, middle, last]) => joined([first, ...middle, last]))
}

const plainWords = between(token)

const emphasized = fc
  .tuple(fc.constantFrom('*', '**', '_', '__'), plainWords)
  .map(([mark, words]) => wrapped(mark, words, mark))

const linked = fc
  .tuple(
    between(fc.oneof(token, emphasized)),
    fc.constantFrom('https://example.org/a(b)', '/glossary/talks/', '#2.1', 'https://example.org/?a=1&b=2'),
  )
  .map(([words, url]) => wrapped('[', words, `](${url})`))

// ---------------------------------------------------------------- elements

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4}){0,2}$/).map(same)
const number = (most: number) => fc.integer({min: 1, max: most}).map((n) => same(String(n)))
const clauseNumber = fc
  .tuple(fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 12}), fc.constantFrom('', '', 'a', 'b'))
  .map(([paragraph, sentence, letter]) => same(`${paragraph}.${sentence}${letter}`))
const several = (one: fc.Arbitrary<Written>) => fc.array(one, {minLength: 1, maxLength: 3}).map((all) => joined(all))
const oneOfList = (kind: AttributeKind) => fc.constantFrom(...valuesOf(kind).map(same))

/** What each kind of attribute may say. A new kind is missing here until it is tried. */
const values: Readonly<Record<AttributeKind, fc.Arbitrary<Written>>> = {
  'clause-number': clauseNumber,
  'counting-number': number(999),
  'sentence-addresses': several(
    fc
      .tuple(id, number(40), number(9))
      .map(([witness, line, sentence]) => same(`w-${witness.text}:${line.text}.${sentence.text}`)),
  ),
  'former-clauses': several(clauseNumber),
  'former-notes': several(fc.tuple(clauseNumber, number(20)).map(([clause, n]) => same(`${clause.text}-n${n.text}`))),
  'note-kind': oneOfList('note-kind'),
  certainty: oneOfList('certainty'),
  words: fc
    .array(fc.oneof(plainWord, fc.constantFrom(...references), fc.constantFrom(...Array.from('.,;-–*_[]()\\', same))), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => joined(all)),
  'term-id': id,
  'formula-ids': several(id),
  'person-id': id,
  'source-id': id,
  'evidence-ids': several(id),
  basis: fc.oneof(fc.constant(same('restored')), id),
  target: fc.oneof(
    clauseNumber.map(({text}) => same(`#${text}`)),
    fc
      .tuple(fc.constantFrom('formula', 'term', 'person', 'change', 'source'), id)
      .map(([type, {text}]) => same(`${type}:${text}`)),
  ),
}

/** The attributes of a tag: those that are required, and some of the others, in any order and between either marks. */
function attributesOf(row: ElementRow, within: Within): fc.Arbitrary<string> {
  const written = Object.entries(row.attributes).map(([name, {kind, required}]) =>
    fc
      .tuple(values[kind], fc.constantFrom('"', "'"), required ? fc.constant(true) : fc.boolean(), fc.nat(100))
      .map(([value, mark, present, place]) => {
        // Prose belongs to no statement, so a number alone points nowhere there.
        const source = within === 'prose' ? value.source.replace(/^#/, 'talks-2031#') : value.source
        return {source: present ? ` ${name}=${mark}${source}${mark}` : '', place}
      }),
  )
  return fc.tuple(...written).map((all) =>
    all
      .toSorted((a, b) => a.place - b.place)
      .map(({source}) => source)
      .join(''),
  )
}

const rows: readonly (readonly [ElementName, ElementRow])[] = elementNames.map((name) => [name, vocabulary[name]])

function inlineElement(name: ElementName, row: ElementRow, within: Within): fc.Arbitrary<Written> {
  const empty = attributesOf(row, within).map((attributes): Written => ({source: `<${name}${attributes} />`, text: ''}))
  if (row.content === 'none') return empty
  const content = row.content === 'words' ? plainWords : between(fc.oneof(token, emphasized, ...plainElements(within)))
  const full = fc
    .tuple(attributesOf(row, within), content)
    .map(([attributes, words]) => wrapped(`<${name}${attributes}>`, words, `</${name}>`))
  return row.content === 'optional' ? fc.oneof(empty, full) : full
}

const inlineRows = (within: Within) => rows.filter(([, row]) => row.level === 'inline' && row.within.includes(within))

/** Elements that may stand within others: those of plain words are no links. */
function plainElements(within: Within): fc.Arbitrary<Written>[] {
  return inlineRows(within)
    .filter(([, {content}]) => content === 'words')
    .map(([name, row]) => inlineElement(name, row, within))
}

// ---------------------------------------------------------------- blocks

/** A line that is no list, no heading and no element by its beginning. */
function lineOf(within: Within): fc.Arbitrary<Written> {
  const elements = inlineRows(within).map(([name, row]) => inlineElement(name, row, within))
  const inline = fc.oneof(
    {weight: 6, arbitrary: token},
    {weight: 2, arbitrary: emphasized},
    {weight: 1, arbitrary: linked},
    {weight: 4, arbitrary: fc.oneof(...elements)},
  )
  const leading = fc.option(fc.oneof(emphasized, linked, ...elements), {nil: undefined, freq: 5})
  return fc
    .tuple(leading, between(inline, 6), fc.option(fc.oneof(...elements), {nil: undefined}))
    .map(([first, middle, last]) => joined([first, middle, last].filter((part) => part !== undefined)))
}

/** Lines of one paragraph; where one ends there is a space in the text. */
function paragraphOf(line: fc.Arbitrary<Written>, indent = ''): fc.Arbitrary<Written> {
  return fc.array(line, {minLength: 1, maxLength: 2}).map((lines) => ({
    source: lines.map(({source}) => source).join(`\n${indent}`),
    text: lines.map(({text}) => text).join(' '),
  }))
}

function listOf(line: fc.Arbitrary<Written>): fc.Arbitrary<WrittenBlocks> {
  const item = fc.tuple(paragraphOf(line, '   '), fc.option(fc.array(line, {minLength: 1, maxLength: 2}), {nil: []}))
  return fc
    .tuple(fc.constantFrom('-  ', '*  ', '1. '), fc.array(item, {minLength: 1, maxLength: 3}))
    .map(([marker, items]) => ({
      source: items
        .flatMap(([own, inner]) => [`${marker}${own.source}`, ...inner.map(({source}) => `   - ${source}`)])
        .join('\n'),
      texts: items.flatMap(([own, inner]) => [own.text, ...inner.map(({text}) => text)]),
    }))
}

const asBlock = ({source, text}: Written): WrittenBlocks => ({source, texts: [text]})

function stacked(blocks: readonly WrittenBlocks[]): WrittenBlocks {
  return {source: blocks.map(({source}) => source).join('\n\n'), texts: blocks.flatMap(({texts}) => texts)}
}

function headingOf(depths: readonly number[]): fc.Arbitrary<WrittenBlocks> {
  return fc
    .tuple(fc.constantFrom(...depths), between(fc.oneof(token, emphasized)))
    .map(([depth, words]) => asBlock(wrapped(`${'#'.repeat(depth)} `, words, '')))
}

/** Paragraphs and lists of a note. */
function noteBlocks(): fc.Arbitrary<WrittenBlocks> {
  const line = lineOf('note')
  return fc
    .array(fc.oneof({weight: 3, arbitrary: paragraphOf(line).map(asBlock)}, {weight: 1, arbitrary: listOf(line)}), {
      minLength: 1,
      maxLength: 2,
    })
    .map(stacked)
}

/** A block element with its text and the block elements that may stand in it. */
function blockElement(name: ElementName, row: ElementRow, within: Within): fc.Arbitrary<WrittenBlocks> {
  const content = row.within.includes('statement')
    ? fc
        .tuple(paragraphOf(lineOf('clause')), fc.array(fc.oneof(...blockElements('clause')), {maxLength: 2}))
        .map(([own, inner]) => stacked([asBlock(own), ...inner]))
    : noteBlocks()
  return fc.tuple(attributesOf(row, within), content).map(([attributes, {source, texts}]) => ({
    source: `<${name}${attributes}>\n${source}\n</${name}>`,
    texts,
  }))
}

function blockElements(within: Within): fc.Arbitrary<WrittenBlocks>[] {
  return rows
    .filter(([, row]) => row.level === 'block' && row.within.includes(within))
    .map(([name, row]) => blockElement(name, row, within))
}

/** The body of a statement. */
export const statementBody: fc.Arbitrary<WrittenBlocks> = fc
  .array(fc.tuple(headingOf([2]), fc.array(fc.oneof(...blockElements('statement')), {minLength: 1, maxLength: 2})), {
    minLength: 1,
    maxLength: 2,
  })
  .map((sections) => stacked(sections.flatMap(([heading, clauses]) => [heading, ...clauses])))

/** The body of an entry or an essay: a paragraph, then whatever prose has. */
export const entryBody: fc.Arbitrary<WrittenBlocks> = fc
  .tuple(
    paragraphOf(lineOf('prose')).map(asBlock),
    fc.array(fc.oneof(paragraphOf(lineOf('prose')).map(asBlock), listOf(lineOf('prose')), headingOf([2, 3, 4])), {
      maxLength: 4,
    }),
  )
  .map(([first, rest]) => stacked([first, ...rest]))

/** A line of running text as people write it, with signs of every kind. */
export const runningText: fc.Arbitrary<string> = fc
  .array(token, {minLength: 1, maxLength: 14})
  .map((all) => joined(all).text)
