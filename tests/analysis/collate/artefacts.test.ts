import {describe, expect, it} from 'vitest'
import {articleMarks, artefactMarks} from '../../../src/analysis/collate/artefacts.ts'
import {glossMarks} from '../../../src/analysis/collate/glosses.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import type {Mark} from '../../../src/analysis/collate/marks.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import {smallKit, smallTerm} from './small.ts'

/** Each mark in a line: its words, what should stand there, why. */
function shown(text: string, marks: readonly Mark[]): string[] {
  return marks.map(({range, expected, because}) =>
    [text.slice(range.start, range.end), ...(expected === undefined ? [] : [`→ ${expected}`]), because].join(' | '),
  )
}

describe('artefactMarks(sentences, text)', () => {
  const found = (text: string) => shown(text, artefactMarks(sentencesOf(text), text))
  const brace = 'Braces are left over from a program’s template.'
  const mark = 'The quotation mark closes what nothing opened.'
  const a80 = 'a'.repeat(80)

  it.each([
    ['They lit {that a} lamp.', [`{that a} | → that a | ${brace}`]],
    ['They lit { a lamp.', [`{ | ${brace}`]],
    ['They lit {} lamp }.', [`{} | →  | ${brace}`, `} | ${brace}`]],
    [`{${a80}}`, [`{${a80}} | → ${a80} | ${brace}`]],
    [`{${a80}a}`, [`{ | ${brace}`, `} | ${brace}`]],
    ['One of of them.', ['of of | → of | The word is doubled.']],
    ['The of\nof it.', ['of\nof | → of | The word is doubled.']],
    ['They came with out lamps.', ['with out | → without | One word is written as two.']],
    ['It is” so.', [`” | ${mark}`]],
    ['“It” is” so.', [`” | ${mark}`]],
    ['“It is\nso.”', [`” | ${mark}`]],
    ['Today they met today in town.', ['today | “Today” stands twice in one sentence.']],
    ['They met yesterday and yesterday and yesterday.', ['yesterday | “yesterday” stands twice in one sentence.']],
  ])('finds a trace in “%s”', (text, marks) => {
    expect(found(text)).toEqual(marks)
  })

  it.each([
    'They had had it; that that is 5 5.',
    'One of, of them.',
    'Of of them.',
    'Without. With, out. Out with. With in.',
    '“It is” so. “It “is” so” so.',
    'Today they met tomorrow in town. Today.',
  ])('finds none in “%s”', (text) => {
    expect(found(text)).toEqual([])
  })

  it('is certain', () => {
    expect(artefactMarks(sentencesOf('One of of them.'), 'One of of them.')).toMatchObject([
      {kind: 'artefact', weight: 'certain'},
    ])
  })
})

describe('articleMarks(sentences, text)', () => {
  const found = (text: string) => shown(text, articleMarks(sentencesOf(text), text))

  it.each([
    ['an', 'necessary'],
    ['an', 'Lamp'],
    ['a', 'old'],
    ['a', 'eager'],
    ['a', 'only'],
  ])('says of “%s” before “%s” that another word stood there', (article, word) => {
    expect(found(`They saw ${article} ${word} ship.`)).toEqual([
      `${article} ${word} | “${article}” does not fit “${word}”: another word stood there.`,
    ])
  })

  it.each([
    'an old lamp',
    'an hour',
    'a European lamp',
    'a ewe',
    'a one',
    'a once',
    'an FBI man',
    'a I.A.E.A. man',
    'a unit',
    'an unit',
    'An lamp',
    'A old lamp',
    'an, lamp',
  ])('has nothing to say of “%s”', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('glossMarks(sentences, text, lexicon)', () => {
  const country = (id: string, label: string, abbr: string, alias: string) =>
    smallTerm(id, label, {kind: 'country', abbr, aliases: [alias]})
  const terms = [
    country('rok', 'Republic of Korea', 'ROK', 'South Korea'),
    country('dprk', 'Democratic People’s Republic of Korea', 'DPRK', 'North Korea'),
    smallTerm('deterrence', 'extended deterrence', {kind: 'concept'}),
    smallTerm('assurance', 'assurance', {kind: 'concept'}),
    smallTerm('missiles', 'ballistic missiles', {kind: 'weapon'}),
    smallTerm('icbm', 'intercontinental ballistic missiles', {kind: 'weapon', abbr: 'ICBM'}),
    smallTerm('talks', 'Lantern Talks'),
  ]
  const lexicon = lexiconOf(smallKit([], {terms}))
  const found = (text: string) => shown(text, glossMarks(sentencesOf(text), text, lexicon))

  it.each([
    [
      'They met in North Korea (Republic of Korea – ROK) then.',
      'North Korea | → South Korea | The bracket says Republic of Korea – ROK, which is another country: Republic of Korea.',
    ],
    [
      'North Korea(ROK) spoke.',
      'North Korea | → South Korea | The bracket says ROK, which is another country: Republic of Korea.',
    ],
    [
      'South Korea (DPRK) spoke.',
      'South Korea | → North Korea | The bracket says DPRK, which is another country: Democratic People’s Republic of Korea.',
    ],
    [
      'The Democratic People’s Republic of Korea (ROK) spoke.',
      'Democratic People’s Republic of Korea | → Republic of Korea | The bracket says ROK, which is another country: Republic of Korea.',
    ],
    [
      'Intercontinental ballistic missiles (ballistic missiles) fly.',
      'Intercontinental ballistic missiles | → ballistic missiles | The bracket says ballistic missiles, which is another weapon: ballistic missiles.',
    ],
  ])('finds a bracket that contradicts the name: %s', (text, mark) => {
    expect(found(text)).toEqual([mark])
  })

  it.each([
    ['says the same', 'North Korea (DPRK) spoke.'],
    ['says the same after another', 'North Korea (ROK, not DPRK) spoke.'],
    ['does not begin with a name', 'North Korea (not any ROK) spoke.'],
    ['has no name', 'North Korea (in May) spoke of the ROK.'],
    ['stands elsewhere', 'North Korea spoke (ROK).'],
    ['explains a concept', 'Extended deterrence (assurance) spoke.'],
    ['narrows the name', 'Ballistic missiles (ICBM) fly.'],
    ['is of another kind', 'The Lantern Talks (ROK) met.'],
  ])('finds none where it %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('says which term is meant, and is certain', () => {
    expect(glossMarks(sentencesOf('North Korea (ROK).'), 'North Korea (ROK).', lexicon)).toMatchObject([
      {kind: 'gloss', term: 'rok', weight: 'certain'},
    ])
  })
})
