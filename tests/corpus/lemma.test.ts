import {describe, expect, it} from 'vitest'
import {matchLemma, nearestWords} from '../../src/corpus/lemma.ts'

const text = 'Both sides will be met; both sides note that an attack will be met with resolve.'

describe('matchLemma(text, exact)', () => {
  it('returns the range of words that stand once', () => {
    expect(matchLemma(text, 'an attack')).toEqual({type: 'found', range: {start: 45, end: 54}})
  })

  it('returns the range of the whole text and of its first and last letter', () => {
    expect(matchLemma(text, text)).toEqual({type: 'found', range: {start: 0, end: text.length}})
    expect(matchLemma(text, 'B')).toEqual({type: 'found', range: {start: 0, end: 1}})
    expect(matchLemma(text, '.')).toEqual({type: 'found', range: {start: text.length - 1, end: text.length}})
  })

  it('says how often ambiguous words stand there, and guesses nothing', () => {
    expect(matchLemma(text, 'will be met')).toEqual({type: 'ambiguous', count: 2})
  })

  it('tells case and every letter apart', () => {
    expect(matchLemma(text, 'Both sides')).toMatchObject({type: 'found'})
    expect(matchLemma(text, 'BOTH SIDES')).toEqual({type: 'missing'})
    expect(matchLemma('cafe', 'café')).toEqual({type: 'missing'})
  })

  it('finds nothing by the empty string', () => {
    expect(matchLemma(text, '')).toEqual({type: 'missing'})
  })
})

describe('matchLemma(text, exact, nth)', () => {
  it('returns the occurrence that is meant', () => {
    expect(matchLemma(text, 'will be met', 1)).toEqual({type: 'found', range: {start: 11, end: 22}})
    expect(matchLemma(text, 'will be met', 2)).toEqual({type: 'found', range: {start: 55, end: 66}})
  })

  it('finds nothing past the last occurrence', () => {
    expect(matchLemma(text, 'will be met', 3)).toEqual({type: 'missing'})
  })

  it('counts occurrences without overlaps', () => {
    expect(matchLemma('ha ha ha ha', 'ha ha', 2)).toEqual({type: 'found', range: {start: 6, end: 11}})
    expect(matchLemma('ha ha ha ha', 'ha ha', 3)).toEqual({type: 'missing'})
  })
})

describe('nearestWords(text, exact)', () => {
  const nearest = (where: string, exact: string) =>
    nearestWords(where, exact).map(({start, end}) => where.slice(start, end))
  const clause =
    'Both sides say that the U.S. and its ally repeat, as Seoul and Washington did in 2023, that an attack by the ' +
    'DPRK’s forces “will be met with a swift, overwhelming, and decisive response”; the Indo-Pacific allies denounce ' +
    'the nuclear-armed state. The two sides reaffirm an ironclad alliance.'

  it.each([
    ['a word that was replaced', 'can be met', 'will be met'],
    ['a word that was taken out of the clause', 'overwhelming and very decisive', 'overwhelming, and decisive'],
    ['words that were added to the clause', 'swift, decisive response', 'swift, overwhelming, and decisive response'],
    ['a slip', 'denuonce', 'denounce'],
    ['a plural', 'two side reaffirms', 'two sides reaffirm'],
    ['capitals', 'The Two Sides', 'The two sides'],
    ['a straight apostrophe', "the DPRK's forces", 'the DPRK’s forces'],
    ['another dash', 'Indo–Pacific allies', 'Indo-Pacific allies'],
    ['no dash', 'nuclear armed state', 'nuclear-armed state'],
    ['another order', 'Washington and Seoul', 'Seoul and Washington'],
    ['marks of emphasis', '*ironclad alliance*', 'ironclad alliance'],
    ['an abbreviation without points', 'the US and its ally', 'the U.S. and its ally'],
    ['a missing article', 'attack by DPRK', 'attack by the DPRK’s'],
    ['a comma behind it', 'decisive response,', 'decisive response'],
    ['two spaces', 'as  Seoul', 'as Seoul'],
  ])('heals %s', (_, exact, expected) => {
    expect(nearest(clause, exact)).toEqual([expected])
  })

  it('offers every stretch that comes as near, three at most', () => {
    expect(nearest(text, 'can be met')).toEqual(['will be met', 'will be met'])
    expect(nearest('a side, b side, c side, d side', 'sides')).toEqual(['side', 'side', 'side'])
  })

  it('offers no stretch that shares words with one before it', () => {
    expect(nearest('so so so', 'so so')).toEqual(['so so'])
  })

  it('offers the longer of two that begin together and come as near', () => {
    expect(nearest('alliance x', 'alliance of')).toEqual(['alliance x'])
  })

  it('offers nothing where fewer than half of the letters agree', () => {
    for (const exact of ['a wholly different wording', 'candle', 'the friendship', 'met in a town far from here', '—'])
      expect(nearest(text, exact)).toEqual([])
  })

  it('offers the whole of a text that has lost some words', () => {
    expect(nearest('will be', 'will be met')).toEqual(['will be'])
  })

  it('offers nothing for more than a hundred words, however long the text', () => {
    expect(nearestWords('word '.repeat(100_000), 'word '.repeat(50_000))).toEqual([])
  })
})
