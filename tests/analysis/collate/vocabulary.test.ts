import {describe, expect, it} from 'vitest'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import {settle} from '../../../src/analysis/collate/marks.ts'
import type {Mark} from '../../../src/analysis/collate/marks.ts'
import type {CollationKit, KitClause} from '../../../src/analysis/collate/model.ts'
import {SubstitutionTable} from '../../../src/analysis/collate/substitutions.ts'
import {counterpartMarks, learnedMarks} from '../../../src/analysis/collate/vocabulary.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import {printed, smallClause, smallCopy, smallKit, smallTerm} from './small.ts'

/** What a copy was seen to do: words it puts for others, and how often; words it keeps. */
type Seen = readonly (readonly [found: string, expected: string, weight: number])[]

function tableOf(seen: Seen, kept: readonly string[] = []): SubstitutionTable {
  const table = new SubstitutionTable()
  for (const [found, expected, weight] of seen) table.add(wordsOf(found), wordsOf(expected), weight)
  for (const word of kept.flatMap((words) => wordsOf(words))) table.keep(word)
  return table
}

const keepers = smallClause('1.1', 'The keepers lit the lantern.')

interface Setting extends Partial<CollationKit> {
  readonly clause?: KitClause
  readonly kept?: readonly string[]
  readonly sound?: readonly number[]
}

describe('learnedMarks(copy, table, lexicon, sound)', () => {
  /** Each mark in a line: how sure, its words, what should stand there. */
  const shown = (sentence: string, seen: Seen, {clause, kept, sound = [], ...more}: Setting = {}) =>
    learnedMarks(
      smallCopy([clause === undefined ? [sentence] : [sentence, clause]]),
      tableOf(seen, kept),
      lexiconOf(smallKit(clause === undefined ? [] : [clause], more)),
      new Set(sound),
    ).map(
      ({kind, weight, range, expected, because}) =>
        `${kind}, ${weight}: ${sentence.slice(range.start, range.end)} → ${expected ?? ''}. ${because}`,
    )
  const elsewhere = (words: string, kind = 'spun-word') =>
    `${kind}, possible: ${words} → lantern. Elsewhere this copy puts it for “lantern”.`
  const here = 'spun-word, likely: walnut → lantern. Elsewhere this copy puts it for “lantern”, which clause 1.1 has.'

  it('says where a word is put for one that the clause has, and where for one it has not', () => {
    expect(shown('A walnut here.', [['walnut', 'lantern', 1]], {clause: keepers})).toEqual([here])
    expect(shown('A walnut here.', [['walnut', 'lantern', 1]])).toEqual([elsewhere('walnut')])
  })

  it('passes words that are known to be right, and those that the clause has too', () => {
    expect(shown('A walnut here.', [['walnut', 'lantern', 1]], {clause: keepers, sound: [2]})).toEqual([])
    const both = smallClause('1.1', 'A walnut lantern.')
    expect(shown('A walnut here.', [['walnut', 'lantern', 1]], {clause: both})).toEqual([])
  })

  it('wants more of a word that the edition uses: one and a half places, three in four', () => {
    const register = 'walnut tree'
    expect(shown('A walnut here.', [['walnut', 'lantern', 1.4]], {register})).toEqual([])
    expect(shown('A walnut here.', [['walnut', 'lantern', 1.5]], {register})).toEqual([elsewhere('walnut')])
    expect(shown('A walnut here.', [['walnut', 'lantern', 3]], {register, kept: ['walnut']})).toEqual([
      elsewhere('walnut'),
    ])
    expect(shown('A walnut here.', [['walnut', 'lantern', 2.9]], {register, kept: ['walnut']})).toEqual([])
    expect(shown('A walnut tree here.', [['walnut tree', 'lantern', 0.5]], {register})).toEqual([
      elsewhere('walnut tree'),
    ])
  })

  it('takes a modal verb for what it is, and no other function word without its clause', () => {
    expect(shown('They can.', [['can', 'will', 1.5]])).toEqual([
      'modal, possible: can → will. Elsewhere this copy puts it for “will”.',
    ])
    expect(shown('They can.', [['can', 'will', 1]])).toEqual([])
    expect(shown('It is of it.', [['of', 'for', 5]])).toEqual([])
    expect(shown('It is of it.', [['of', 'for', 5]], {clause: smallClause('1.1', 'For it.')})).toEqual([
      'spun-word, likely: of → for. Elsewhere this copy puts it for “for”, which clause 1.1 has.',
    ])
  })

  it('prefers what the clause has to what is seen more often', () => {
    const seen: Seen = [
      ['walnut', 'beacon', 5],
      ['walnut', 'lantern', 1],
    ]
    expect(shown('A walnut here.', seen, {clause: keepers})).toEqual([here])
  })

  it('leaves the names of several words alone', () => {
    const seen: Seen = [['walnut', 'lantern', 1]]
    expect(shown('The walnut talks met.', seen, {terms: [smallTerm('talks', 'Walnut Talks')]})).toEqual([])
    expect(shown('A walnut here.', seen, {clause: keepers, terms: [smallTerm('walnut', 'Walnut')]})).toEqual([here])
  })
})

describe('counterpartMarks(copy, pairs, lexicon, sound)', () => {
  const marks = (found: string, expected: string, {clause, register = '', sound = []}: Setting = {}) =>
    counterpartMarks(
      smallCopy([clause === undefined ? [found] : [found, clause]]),
      [{found: wordsOf(found), expected: wordsOf(expected), sentence: 0}],
      lexiconOf(smallKit([keepers], {register})),
      new Set(sound),
    )

  it('says what the clause has where a foreign word stands', () => {
    expect(marks('Walnut', 'Lantern', {clause: keepers})).toEqual([
      {
        kind: 'spun-word',
        range: {start: 0, end: 6},
        expected: 'Lantern',
        clause: '1.1',
        weight: 'possible',
        because: 'The edition never uses the word; where it stands, clause 1.1 has “Lantern”.',
      },
    ])
    expect(marks('Walnut', 'Lantern')[0]?.because).toBe(
      'The edition never uses the word; where it stands, the clause has “Lantern”.',
    )
  })

  it('passes words that the edition uses, that are right, or that are of one family', () => {
    expect(marks('Walnut', 'Lantern', {register: 'walnut'})).toEqual([])
    expect(marks('Walnut', 'Lantern', {sound: [0]})).toEqual([])
    expect(marks('Walnut', 'Walnes')).toEqual([])
    expect(marks('Walnut', 'Walls')).toHaveLength(1)
    expect(marks('70', 'seventy')).toEqual([])
  })
})

describe('SubstitutionTable', () => {
  it('puts what is shown best first', () => {
    const table = tableOf([
      ['walnut', 'beacon', 1],
      ['walnut', 'lantern', 1],
      ['walnuts', 'lantern', 0.5],
    ])
    expect(table.of(wordsOf('walnut'))).toEqual([
      {expected: 'lantern', stems: wordsOf('lantern').map(({stem}) => stem), weight: 1.5},
      {expected: 'beacon', stems: wordsOf('beacon').map(({stem}) => stem), weight: 1},
    ])
    expect(table.of(wordsOf('pear'))).toEqual([])
  })

  it('notes no word for itself, for nothing, nor more than four words', () => {
    const table = tableOf([
      ['walnut', 'walnuts', 1],
      ['walnut', '', 1],
      ['', 'walnut', 1],
      ['one two three four five', 'walnut', 1],
      ['one two three four', 'walnut', 1],
    ])
    expect(table.of(wordsOf('walnut'))).toEqual([])
    expect(table.of([])).toEqual([])
    expect(table.of(wordsOf('one two three four five'))).toEqual([])
    expect(table.of(wordsOf('one two three four'))).toHaveLength(1)
  })

  it('says in what share of its places a word stands for another', () => {
    const table = tableOf([['walnut', 'lantern', 3]], ['walnut', 'pear', 'pear'])
    expect(table.purity(wordsOf('walnut'))).toBe(0.75)
    expect(table.purity(wordsOf('pear'))).toBe(0)
  })

  it('cuts words into units, the longest known phrases first', () => {
    const table = tableOf([
      ['walnut', 'lantern', 1],
      ['walnut tree house', 'beacon', 1],
      ['pear tree', 'ship to shore', 1],
    ])
    const units = (text: string) =>
      table.unitsOf(wordsOf(text)).map(({words, standsFor}) => `${printed(words)}>${[...standsFor].join(' ')}`)
    expect(units('A walnut tree house, a walnut tree, a pear tree, a walnut')).toEqual([
      'A>',
      'walnut tree house>beacon',
      'a>',
      'walnut>lantern',
      'tree>',
      'a>',
      'pear tree>',
      'a>',
      'walnut>lantern',
    ])
  })

  it('knows words anew once it has learned more', () => {
    const table = new SubstitutionTable()
    const words = wordsOf('walnut')
    expect(table.unitsOf(words)[0]?.standsFor.size).toBe(0)
    table.add(words, wordsOf('beacon'), 1)
    expect(table.unitsOf(words)[0]?.standsFor.size).toBe(1)
  })
})

describe('settle(marks, text)', () => {
  const mark = (start: number, end: number, because: string): Mark => ({
    kind: 'spun-word',
    range: {start, end},
    weight: 'likely',
    because,
  })

  it('keeps the first of those that touch the same words, and puts them in order', () => {
    const text = 'one two three'
    const kept = settle(
      [mark(8, 13, 'a'), mark(4, 9, 'b'), mark(4, 7, 'c'), mark(7, 8, 'd'), mark(0, 0, 'e'), mark(0, 4, 'f')],
      text,
    )
    expect(kept.map(({found, because}) => `${because} ${found}`)).toEqual(['f one ', 'c two', 'd  ', 'a three'])
  })
})
