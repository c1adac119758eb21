import {describe, expect, it} from 'vitest'
import {bagOf, lexiconOf, namesIn} from '../../../src/analysis/collate/lexicon.ts'
import type {CollationKit, KitClause, KitTerm} from '../../../src/analysis/collate/model.ts'
import {stemOf, wordsOf} from '../../../src/analysis/collate/words.ts'

const clause = (n: string, text: string, ...terms: string[]) =>
  ({n, text, terms, quotations: [], from: []}) as unknown as KitClause
const term = (id: string, label: string, abbr?: string, aliases: readonly string[] = []) =>
  ({id, kind: 'body', label, ...(abbr === undefined ? {} : {abbr}), aliases}) as unknown as KitTerm

const kit: CollationKit = {
  statements: [
    {
      id: 'talks-2031',
      clauses: [
        clause('1.1', 'The ministers greeted the lantern keepers.', 'group'),
        clause('1.2', 'The ministers left.'),
      ],
      attested: [{words: 'bedrock of the valley', formulas: []}],
    },
  ],
  formulas: [{id: 'early', label: 'Early', wordings: ['an early warning']}],
  terms: [
    term('group', 'Nuclear Planning Group', 'NPG', ['planning group']),
    term('planning', 'Planning Group of the North'),
    term('ship', 'ship', 'SHIP'),
  ],
  people: [{id: 'bell', name: 'Ada Bell', also: [], party: 'us', offices: [{title: 'Secretary of the Harbor'}]}],
  witnesses: [],
  dictionary: [],
  register: 'compass anchor',
} as unknown as CollationKit
const lexicon = lexiconOf(kit)
const [known = wordsOf('x')[0]] = wordsOf('ministers')

describe('lexiconOf(kit)', () => {
  it.each(['ministers', 'bedrock', 'warning', 'compass', 'NPG', 'planning', 'Ada', 'Harbor', 'keeper'])(
    'knows %s, which the edition uses',
    (word) => {
      expect(wordsOf(word).map(({stem}) => lexicon.knows(stem))).toEqual([true])
    },
  )

  it('knows no other word', () => {
    expect(lexicon.knows(stemOf('walnut'))).toBe(false)
  })

  it('lets a rare word tell more than a common one, and a word that stands nowhere most', () => {
    const weights = ['ministers', 'lantern', 'walnut'].map((word) => lexicon.weightOf(stemOf(word)))
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
    expect(weights[0]).toBeCloseTo(Math.log(3 / 2.5))
    expect(weights[1]).toBeCloseTo(Math.log(3 / 1.5))
    expect(weights[2]).toBeCloseTo(Math.log(3 / 0.5))
  })

  it('calls a word foreign where nothing in the edition begins like it', () => {
    const foreign = (word: string) => wordsOf(word).map((each) => lexicon.isForeign(each))
    expect(foreign('walnut')).toEqual([true])
    expect(foreign('lanternlike')).toEqual([false])
    expect(foreign('ministers')).toEqual([false])
    expect(foreign('bedroom')).toEqual([false])
    expect(foreign('bedding')).toEqual([true])
  })

  it('knows the words of names and offices', () => {
    const parts = ['planning', 'npg', 'harbor', 'bell', 'ministers'].map((form) => lexicon.isNamePart(form))
    expect(parts).toEqual([true, true, true, false, false])
  })

  it('finds names of several words by each of their telling stems', () => {
    const named = (word: string) => lexicon.namesByStem.get(stemOf(word))?.map(({text}) => text)
    expect(named('group')).toEqual(['Planning Group of the North', 'Nuclear Planning Group', 'planning group'])
    expect(named('north')).toEqual(['Planning Group of the North'])
    expect(named('of')).toBeUndefined()
    expect(named('ship')).toBeUndefined()
  })
})

describe('namesIn(words, lexicon)', () => {
  const names = (text: string) =>
    namesIn(wordsOf(text), lexicon).map(({name, start, end}) => `${start}-${end} ${name.text}`)

  it('finds the longest name at each place, without overlaps', () => {
    expect(names('The Planning Group of the North met the nuclear planning group.')).toEqual([
      '1-6 Planning Group of the North',
      '8-11 Nuclear Planning Group',
    ])
    expect(names('A planning group met.')).toEqual(['1-3 planning group'])
  })

  it('takes an abbreviation for a name only in capitals', () => {
    expect(names('The NPG and the N.P.G. met, not the npg.')).toEqual(['1-2 NPG', '4-5 NPG'])
  })

  it('finds nothing in words that only begin like a name', () => {
    expect(names('Nuclear Planning went on.')).toEqual([])
  })
})

describe('bagOf(clause)', () => {
  it('holds the stems of what a clause is about, and its terms', () => {
    expect([...bagOf(clause('1.1', 'The ministers will meet the ministers.', 'group'))]).toEqual([
      known?.stem,
      'meet',
      '@group',
    ])
  })
})
