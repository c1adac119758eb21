import {describe, expect, it} from 'vitest'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import {company, counterparts} from '../../../src/analysis/collate/paraphrase.ts'
import {SubstitutionTable} from '../../../src/analysis/collate/substitutions.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import {shownDifference, smallClause, smallCopy, smallKit} from './small.ts'
import type {Rows} from './small.ts'

function shown(copy: string, record: string, table = new SubstitutionTable()): string[] {
  return counterparts(smallCopy([[copy, smallClause('1.1', record)]]), table).map(shownDifference)
}

describe('counterparts(copy, table)', () => {
  it.each([
    ['Keepers lit walnuts near harbors.', 'Keepers lit lanterns near harbors.', ['walnuts/lanterns']],
    ['Keepers walnuts.', 'Keepers lanterns.', ['walnuts/lanterns']],
    ['Walnuts harbors.', 'Lanterns harbors.', ['Walnuts/Lanterns']],
    ['Keepers of walnuts.', 'Keepers of lanterns.', ['walnuts/lanterns']],
    ['Walnuts the harbors.', 'Lanterns of harbors.', ['Walnuts/Lanterns']],
    ['Keepers saw walnuts and pears.', 'Keepers saw lanterns and masts.', ['walnuts/lanterns']],
    ['Keepers brown walnuts harbors.', 'Keepers old lanterns harbors.', ['brown/old', 'walnuts/lanterns']],
    ['Keepers brown big walnuts harbors.', 'Keepers lanterns harbors.', ['brown big walnuts/lanterns']],
    ['Keepers lanterns harbors.', 'Keepers brown big walnuts harbors.', ['lanterns/brown big walnuts']],
    [
      'Keepers walnuts harbors pears keepers.',
      'Keepers lanterns harbors masts keepers.',
      ['walnuts/lanterns', 'pears/masts'],
    ],
  ])('%s beside: %s', (copy, record, differences) => {
    expect(shown(copy, record)).toEqual(differences)
  })

  it.each([
    ['is more than two words from its neighbour', 'Keepers of the walnuts.', 'Keepers lanterns.'],
    ['is more than two words before its neighbour', 'Walnuts of the harbors.', 'Lanterns of the harbors.'],
    ['is four words for one', 'Keepers new brown big walnuts harbors.', 'Keepers lanterns harbors.'],
    ['is one word for four', 'Keepers lanterns harbors.', 'Keepers new brown big walnuts harbors.'],
    ['has no neighbour', 'Walnuts.', 'Lanterns.'],
    ['has two partners alike', 'Keepers walnuts ships.', 'Keepers lanterns harbors. Keepers ropes boats.'],
  ])('pairs nothing that %s', (_, copy, record) => {
    expect(shown(copy, record)).toEqual([])
  })

  it('prefers the partner between both neighbours', () => {
    expect(shown('Keepers walnuts harbors.', 'Keepers lanterns masts. Keepers ropes harbors.')).toEqual([
      'walnuts/ropes',
    ])
  })

  it('takes a known stand-in for a neighbour', () => {
    const table = new SubstitutionTable()
    table.add(wordsOf('guards'), wordsOf('keepers'), 1)
    expect(shown('Guards walnuts harbors.', 'Keepers lanterns harbors.', table)).toEqual(['walnuts/lanterns'])
    expect(shown('Guards walnuts.', 'Keepers lanterns.')).toEqual([])
  })

  it('says in which sentence, and passes those that answer to no clause', () => {
    const copy = smallCopy([
      ['Keepers walnuts harbors.'],
      ['Keepers walnuts harbors.', smallClause('1.1', 'Keepers lanterns harbors.')],
    ])
    expect(counterparts(copy, new SubstitutionTable()).map(({sentence}) => sentence)).toEqual([1])
  })
})

describe('company(copy, table, lexicon)', () => {
  const together: Rows = ['keepers', 'harbors', 'bridge', 'ropes'].map((word, index) => [
    `The walnut ${word}.`,
    smallClause(`1.${index + 1}`, `The lantern ${word}.`),
  ])
  const apart: Rows = ['masts', 'boats', 'oars', 'anchors', 'decks', 'sails'].map((word, index) => [
    `They saw ${word}.`,
    smallClause(`2.${index + 1}`, `They saw ${word}.`),
  ])
  const found = (rows: Rows, table = new SubstitutionTable()) =>
    company(smallCopy(rows), table, lexiconOf(smallKit(rows.flatMap(([, ...clauses]) => clauses))))

  it('finds two words that keep company, and how strongly', () => {
    const [link, ...more] = found([...together.slice(0, 3), ...apart])
    expect(more).toEqual([])
    expect(link).toMatchObject({found: 'walnut', expected: 'lantern', word: 'lantern', together: 3})
    // −2 log λ of 3, 0, 0, 6: 2 · (9 ln 9 − 3 ln 3 − 6 ln 6).
    expect(link?.strength).toBeCloseTo(11.457, 3)
    expect(found([...together, ...apart])[0]?.strength).toBeCloseTo(13.46, 2)
  })

  it('takes for chance what happens twice, or in most of the sentences', () => {
    expect(found([...together.slice(0, 2), ...apart])).toEqual([])
    expect(found([...together.slice(0, 3), ...apart.slice(0, 4)])).toEqual([])
    expect(found([...together, ...apart.slice(0, 2)])).toEqual([])
  })

  it('counts no sentence that answers to no clause', () => {
    const silent = apart.map(([sentence]) => [sentence] as const)
    expect(found([...together.slice(0, 3), ...apart.slice(0, 4), ...silent])).toEqual([])
  })

  it('knows what is known already', () => {
    const table = new SubstitutionTable()
    table.add(wordsOf('walnut'), wordsOf('lantern'), 1)
    expect(found([...together, ...apart], table)).toEqual([])
  })
})
