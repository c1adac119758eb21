import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {findWording, matchFormula} from '../../src/corpus/formula.ts'
import type {Formula, FormulaId} from '../../src/corpus/model.ts'
import {readFixture} from '../fixtures/edition.ts'

describe('findWording(words, wording)', () => {
  it.each([
    ['will be met with a swift, overwhelming, and decisive response', 'swift, overwhelming, and decisive'],
    ['Will Be Met With A SWIFT overwhelming and decisive response.', 'swift, overwhelming, and decisive'],
    ['“ironclad”—commitment', 'ironclad commitment'],
    ['the end of the regime', 'end of … regime'],
    ['the end of that regime', 'end of … regime'],
    ['end of one two three four five six regime', 'end of … regime'],
    ['met with a calm answer', 'met … calm … answer'],
    ['met calm answer', 'met … calm … answer'],
    ['a b a b c', 'a b c'],
    ['확장억제 공약', '확장억제'],
    ['the DPRK’s threat', 'DPRK’s'],
    ['ｆｕｌｌ range', 'full range'],
  ])('finds in “%s” the wording “%s”', (words, wording) => {
    expect(findWording(words, wording)).toBeDefined()
  })

  it.each([
    ['can be met with a swift response', 'will be met with'],
    ['end of one two three four five six seven regime', 'end of … regime'],
    ['regime … end of', 'end of … regime'],
    ['ironcladding', 'ironclad'],
    ['swift and overwhelming', 'swift, overwhelming'],
    ['', 'ironclad'],
    ['ironclad', ''],
    ['ironclad', '…'],
    ['ironclad', ', …  — '],
  ])('does not find in “%s” the wording “%s”', (words, wording) => {
    expect(findWording(words, wording)).toBeUndefined()
  })

  it('takes a gap at the beginning or the end for nothing', () => {
    expect(findWording('an ironclad commitment', '… ironclad …')).toBeDefined()
  })

  it('answers at once where a wording has many gaps', () => {
    const start = performance.now()
    expect(findWording('a '.repeat(400), `${'a … '.repeat(60)}b`)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('matchFormula(formula, words)', () => {
  const formula = readCorpus(readFixture('tiny')).corpus.formulas.get('early-answer' as FormulaId) as Formula
  const ironclad: Formula = {
    ...formula,
    wording: 'ironclad',
    variants: [
      {id: 'unwavering', label: '', wording: 'ironclad and unwavering'},
      {id: 'gap', label: '', wording: 'ironclad … unwavering'},
    ],
  }

  it('returns that words are the canonical ones', () => {
    expect(matchFormula(formula, 'will be met with a calm, common, and early answer')?.shape).toBe('canonical')
  })

  it('returns the variant', () => {
    expect(matchFormula(formula, 'met with an early answer')?.shape).toMatchObject({id: 'short'})
  })

  it('returns nothing for other words', () => {
    expect(matchFormula(formula, 'met with an answer')).toBeUndefined()
  })

  it('returns the shape with the most words where several fit', () => {
    expect(matchFormula(ironclad, 'our ironclad and unwavering commitment')?.shape).toMatchObject({id: 'unwavering'})
    expect(matchFormula(ironclad, 'our ironclad commitment')?.shape).toBe('canonical')
    expect(matchFormula(ironclad, 'ironclad, old and unwavering')?.shape).toMatchObject({id: 'gap'})
  })

  it('says where in the words the formula stands', () => {
    const standsAt = (words: string, of: Formula) => {
      const range = matchFormula(of, words)?.range
      return range === undefined ? undefined : words.slice(range.start, range.end)
    }
    expect(standsAt('as always, our “Ironclad and unwavering” commitment', ironclad)).toBe('Ironclad and unwavering')
    expect(standsAt('ironclad words, ironclad deeds and unwavering trust', ironclad)).toBe(
      'ironclad deeds and unwavering',
    )
    expect(standsAt('met with an early answer, today', formula)).toBe('met with an early answer')
  })

  it('returns the first of two shapes with equally many words', () => {
    const twins: Formula = {
      ...formula,
      wording: 'calm answer',
      variants: [{id: 'other', label: '', wording: 'early answer'}],
    }
    expect(matchFormula(twins, 'a calm answer and an early answer')?.shape).toBe('canonical')
  })
})
