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
  it.each([
    ['will be meet', 'will be met'],
    ['can be met', 'will be met'],
    ['An Attack', 'an attack'],
    ['note that a attack', 'note that an attack'],
    ['met with resolve', 'met with resolve'],
  ])('offers for “%s” the words of the text', (exact, expected) => {
    expect(nearestWords(text, exact)).toBe(expected)
  })

  it('offers nothing where fewer than half of the words agree', () => {
    expect(nearestWords(text, 'a wholly different wording')).toBeUndefined()
    expect(nearestWords(text, 'candle')).toBeUndefined()
  })

  it('offers nothing where the text is shorter than the words', () => {
    expect(nearestWords('will be', 'will be met')).toBeUndefined()
  })

  it('takes straight and curly apostrophes for the same', () => {
    expect(nearestWords('the alliance’s strength', "the alliance's strength")).toBe('the alliance’s strength')
  })

  it('leaves out the punctuation behind the last word', () => {
    expect(nearestWords(text, 'sides can be met')).toBe('sides will be met')
  })

  it('offers nothing for more than a hundred words, however long the text', () => {
    const long = 'word '.repeat(100_000)
    const start = performance.now()
    expect(nearestWords(long, 'word '.repeat(50_000))).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
