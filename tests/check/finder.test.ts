import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {nameFinder} from '../../src/check/names.ts'
import {locator} from '../../src/check/prose.ts'
import {verificationText} from '../../src/check/report/verification.ts'
import type {Verification} from '../../src/check/verification.ts'
import {sourceWords} from '../../src/check/words.ts'
import type {Place, Term, TermId, Text, WitnessId} from '../../src/corpus/model.ts'
import {editionOf, standardHeading, standardMatter} from './base.ts'

describe('nameFinder(terms)', () => {
  const term = (id: string, label: string, more: Partial<Term> = {}) =>
    ({id: id as TermId, kind: 'body', label, aliases: [], ...more}) as Term
  const find = nameFinder([
    term('talks', 'Lantern Talks (of Riverton)', {abbr: 'LT', aliases: ['lamp', 'old lamp', 'lamps, ships', 'H20']}),
    term('guard', 'lantern guard'),
    term('long', 'Lantern Talks Group'),
    term('one', 'Harbor', {aliases: ['Pier Nine']}),
    term('two', 'Wharf', {aliases: ['Pier Nine']}),
    term('china', 'China', {kind: 'country', aliases: ['the mainland state']}),
  ])
  const found = (text: string) =>
    [...find(text)].map(({term: id, range}) => `${id}: ${text.slice(range.start, range.end)}`)

  it.each([
    ['They met in the Lantern Talks and the LT.', ['talks: Lantern Talks', 'talks: LT']],
    ['The Lantern Talks Group met.', ['long: Lantern Talks Group']],
    ['The Lantern guard and a lantern guard met.', ['guard: Lantern guard', 'guard: lantern guard']],
    ['An old lamp, an Old lamp, an H20.', ['talks: old lamp', 'talks: Old lamp', 'talks: H20']],
    ['China spoke to the mainland state.', ['china: China', 'china: the mainland state']],
    ['China, Korea', ['china: China']],
  ])('finds in “%s”', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  it.each([
    ['a part of a word', 'The sub-LT, LTs, LT–ship and éLT.'],
    ['an alias of one word without capitals', 'A lamp.'],
    ['an alias with a comma', 'The lamps, ships.'],
    ['a name of two terms', 'At Pier Nine.'],
    ['the beginning of a longer name', 'China Coast spoke.'],
    ['other capitals', 'The lantern talks and the lt; The Mainland state.'],
  ])('takes %s for no name', (_, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('undefined-reference', () => {
  const said = (body: string) =>
    check(editionOf(new Map([['content/statements/example.mdx', standardMatter + standardHeading + body]])))
      .messages.filter(({rule}) => rule === 'undefined-reference')
      .map(({reason, note}) => `${reason} (${note})`)
  const clauses = (count: number, first: string) =>
    Array.from(
      {length: count},
      (_, index) => `<Clause n="5.${index + 1}">\n${index === 0 ? first : 'They met.'}\n</Clause>\n`,
    ).join('\n')

  it('says which clauses there are, of the same paragraph, at most twelve', () => {
    const ref = 'See <Ref to="example#5.99">it</Ref>.'
    const list = (count: number) => Array.from({length: count}, (_, index) => `\`#5.${index + 1}\``).join(', ')
    const reason = 'Unexpected clause `example#5.99`, expected one that stands there'
    expect(said(clauses(1, ref))).toEqual([`${reason} (There is \`#5.1\`.)`])
    expect(said(clauses(12, ref))).toEqual([`${reason} (There are ${list(12)}.)`])
    expect(said(clauses(13, ref))).toEqual([`${reason} (There are ${list(12)} ….)`])
  })

  it('says which there are where none is of the paragraph, and where there is no note', () => {
    expect(said(clauses(1, 'See <Ref to="example#6.1">it</Ref>.'))).toEqual([
      'Unexpected clause `example#6.1`, expected one that stands there (There is `#5.1`.)',
    ])
    expect(said(clauses(1, 'See <Ref to="example#5.1-n1">it</Ref>.'))).toEqual([
      'Unexpected note `example#5.1-n1`, expected one that stands there (There is none.)',
    ])
  })

  it.each([
    [
      'formula:ironcladd',
      'formula `ironcladd`, expected one that `content/formulas/` defines (Did you mean `ironclad`?)',
    ],
    [
      'person:nobody',
      'person `nobody`, expected one that `content/people/` defines (Write the person first, or choose one that is there.)',
    ],
    [
      'change:nothing',
      'change `nothing`, expected one that `content/changes/` defines (Write the change first, or choose one that is there.)',
    ],
    [
      'source:s99',
      'source `s99`, expected one that `content/sources.yaml` defines (Look its number up there, or write its record first.)',
    ],
    [
      'witness:w-none',
      'witness `w-none`, expected one that `content/witnesses/` defines (Write the witness first, or choose one that is there.)',
    ],
    [
      'witness:w-copy#r2.1-9',
      'emendation `witness:w-copy#r2.1-9`, expected one that stands there (There is `#r2.1-1`.)',
    ],
    [
      'nowhere',
      'statement `nowhere`, expected one that `content/statements/` defines (Write the statement first, or choose one that is there.)',
    ],
    [
      'nowhere#1.1',
      'statement `nowhere`, expected one that `content/statements/` defines (Write the statement first, or choose one that is there.)',
    ],
  ])('names what %s lacks', (to, message) => {
    expect(said(clauses(1, `See <Ref to="${to}">it</Ref>.`))).toEqual([`Unexpected ${message}`])
  })
})

describe('verificationText(verification)', () => {
  const none: Verification = {
    verdicts: [],
    read: 0,
    restored: 0,
    alike: 0,
    refuted: 0,
    locked: 0,
    open: [],
    seen: 0,
    witnesses: [],
    graded: 0,
    strangers: [],
    entries: [],
  }

  it('counts one quotation, and several copies', () => {
    expect(
      verificationText({
        ...none,
        alike: 1,
        graded: 2,
        witnesses: [{id: 'w-copy' as WitnessId, atHand: true, rows: 3, sound: 2, verified: 1}],
      }),
    ).toBe(`1 quotation compared with the witness:
     0 character for character (0 as the copy reads, 0 as its apparatus restores it)
     1 only after folding quotes, dashes and spaces (refused: copy them from the witness)
     0 not found there

Witnesses:
  w-copy: at hand; 1 quotation found in it; 2 of the 3 rows of its apparatus find their words
  2 copies are graded only: no file was received, so no quotation can rest on them
`)
  })

  it('counts what was compared, however it ended', () => {
    expect(verificationText({...none, read: 1, restored: 2, alike: 4, refuted: 8})).toMatch(/^15 quotations compared/)
  })
})

const placeAt = (line: number, column: number): Place => ({
  path: 'content/a.mdx',
  line,
  column,
  endLine: line,
  endColumn: column,
})

describe('locator(texts)', () => {
  const text = 'One lamp.\nTwo (lamps) and\none lamp-post of one lamp.\n'
  const locate = locator(new Map([['content/a.mdx', text]]))
  const shown = (...parameters: Parameters<typeof locate>) => {
    const {line, column, endLine, endColumn} = locate(...parameters)
    return `${line}:${column}-${endLine}:${endColumn}`
  }

  it('finds words from a place on, over the end of a line and over hyphens', () => {
    expect(shown(placeAt(1, 1), ['lamp'])).toBe('1:5-1:9')
    expect(shown(placeAt(2, 1), ['one', 'lamp', 'post'])).toBe('3:1-3:14')
    expect(shown(placeAt(1, 1), ['and', 'one'])).toBe('2:13-3:4')
    expect(shown(placeAt(1, 1), ['(lamps)'])).toBe('2:5-2:12')
  })

  it('looks behind what it is to skip', () => {
    expect(shown(placeAt(3, 1), ['one', 'lamp'])).toBe('3:1-3:9')
    expect(shown(placeAt(3, 1), ['one', 'lamp'], 1)).toBe('3:18-3:26')
    expect(shown(placeAt(3, 18), ['one', 'lamp'])).toBe('3:18-3:26')
  })

  it('stays where it is when the words are not there', () => {
    expect(locate(placeAt(2, 3), ['ship'])).toEqual(placeAt(2, 3))
    expect(locate({...placeAt(2, 3), path: 'content/b.mdx'}, ['lamp'])).toEqual({
      ...placeAt(2, 3),
      path: 'content/b.mdx',
    })
  })
})

describe('sourceWords(file, node, range)', () => {
  const node = (value: string, line: number, column: number) =>
    ({type: 'text', value, place: placeAt(line, column)}) as Text
  const shown = (file: string, value: string, words: string, line = 1, column = 1) => {
    const start = value.indexOf(words)
    const found = sourceWords(file, node(value, line, column), {start, end: start + words.length})
    return found === undefined
      ? undefined
      : `${found.place.line}:${found.place.column}-${found.place.endLine}:${found.place.endColumn} ${found.written}`
  }

  it('finds words as the file writes them', () => {
    expect(shown('A *lamp* is lit.', ' is lit.', 'is lit', 1, 9)).toBe('1:10-1:16 is lit')
    expect(shown('One.\nA lamp\n  is lit.', 'A lamp is lit.', 'lamp is', 2, 1)).toBe('2:3-3:5 lamp\n  is')
    expect(shown('One.\nA lamp \n  is lit.', 'A lamp is lit.', 'lamp is', 2, 1)).toBe('2:3-3:5 lamp \n  is')
    expect(shown(String.raw`A \*lamp is lit.`, 'A *lamp is lit.', '*lamp')).toBe(String.raw`1:3-1:9 \*lamp`)
  })

  it('finds none where the file writes another character', () => {
    expect(shown('A &amp; lamp.', 'A & lamp.', 'lamp')).toBeUndefined()
    expect(shown('A lamp &amp; ship.', 'A lamp & ship.', '& ship')).toBeUndefined()
  })
})
