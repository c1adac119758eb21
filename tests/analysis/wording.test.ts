import {describe, expect, it} from 'vitest'
import {
  countChanges,
  isTypographic,
  mirrorDifference,
  quotedDifference,
  wordingDifference,
} from '../../src/analysis/wording.ts'
import type {QuotedFormula, QuotedPart, WordingPart} from '../../src/analysis/wording.ts'
import {pick, random} from '../fixtures/random.ts'

/** A difference as one reads it: [-deleted-]{+inserted+}. */
function show(parts: readonly WordingPart[]): string {
  return parts
    .map(({type, text}) => (type === 'same' ? text : type === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

const differ = (before: string, after: string) => show(wordingDifference(before, after))

const next = random(20_241_031)
const vocabulary = [
  'the',
  'a',
  'Kim',
  'that',
  'regime',
  ',',
  ' ',
  ' ',
  ' ',
  '“',
  'ROK',
  '-',
  '핵협의그룹',
  '’s',
  '\u00A0',
]
const wording = () => Array.from({length: Math.floor(next() * 14)}, () => pick(vocabulary, next)).join('')
const pairs = Array.from({length: 500}, () => [wording(), wording()] as const)

describe('wordingDifference(before, after)', () => {
  it('shows the words that changed and no others', () => {
    expect(differ('can be met with a response', 'will be met with a response')).toBe(
      '[-can-]{+will+} be met with a response',
    )
    expect(differ('the end of that regime', 'the end of that regime, swiftly')).toBe(
      'the end of that regime{+, swiftly+}',
    )
    expect(differ('final, fully verified', '')).toBe('[-final, fully verified-]')
  })

  it('takes words that changed side by side as one change', () => {
    expect(differ('the end of that regime', 'the end of the Kim regime')).toBe('the end of [-that -]{+the Kim +}regime')
    expect(differ('a brutal war', 'one cruel war')).toBe('[-a brutal-]{+one cruel+} war')
  })

  it('takes a capital, a comma and a Korean particle for differences', () => {
    expect(differ('Ironclad', 'ironclad')).toBe('[-Ironclad-]{+ironclad+}')
    expect(differ('swift, overwhelming and', 'swift, overwhelming, and')).toBe('swift, overwhelming{+,+} and')
    expect(differ('한반도 비핵화', '북한 비핵화')).toBe('[-한반도-]{+북한+} 비핵화')
  })

  it('loses and adds no character', () => {
    for (const [before, after] of pairs) {
      const parts = wordingDifference(before, after)
      const without = (type: WordingPart['type']) =>
        parts
          .filter((part) => part.type !== type)
          .map(({text}) => text)
          .join('')
      expect(without('inserted')).toBe(before)
      expect(without('deleted')).toBe(after)
    }
  })

  it('finds nothing between a text and itself', () => {
    for (const [text] of pairs) expect(countChanges(wordingDifference(text, text))).toBe(0)
  })

  it('is its own mirror, from the later to the earlier', () => {
    for (const [before, after] of pairs) {
      expect(wordingDifference(after, before)).toEqual(mirrorDifference(wordingDifference(before, after)))
    }
  })
})

describe('quotedDifference(before, after)', () => {
  const quote = (words: string): QuotedFormula => {
    const start = words.indexOf('[')
    const end = words.indexOf(']') - 1
    return {words: words.replace('[', '').replace(']', ''), ...(start === -1 ? {} : {core: {start, end}})}
  }
  const show = (before: string, after: string) =>
    quotedDifference(quote(before), quote(after)).map(({type, text}) => `${type}: ${text}`)

  it('calls no change what one quotation goes on to say before or behind the formula', () => {
    expect(show('is unacceptable and will result in [the end of the Kim regime]', '[the end of that regime]')).toEqual([
      'only-before: is unacceptable and will result in ',
      'same: the end of ',
      'deleted: the Kim ',
      'inserted: that ',
      'same: regime',
    ])
    expect(show('[linchpin of peace]', '[linchpin of peace] on the peninsula')).toEqual([
      'same: linchpin of peace',
      'only-after:  on the peninsula',
    ])
  })

  it('calls a change what belongs to the formula, at its edge too', () => {
    expect(show('[ironclad and unwavering]', '[ironclad] commitment')).toEqual([
      'same: ironclad ',
      'deleted: and unwavering',
      'inserted: commitment',
    ])
    expect(show('[ironclad and unwavering]', '[ironclad]')).toEqual(['same: ironclad', 'deleted:  and unwavering'])
  })

  it('cuts what reaches into the formula where the formula begins and ends', () => {
    expect(show('the fully [ironclad bond]', '[bond]')).toEqual([
      'only-before: the fully ',
      'deleted: ironclad ',
      'same: bond',
    ])
    expect(show('[bond]', '[bond of iron] for ever')).toEqual([
      'same: bond',
      'inserted:  of iron',
      'only-after:  for ever',
    ])
  })

  it('calls everything a change where it is not known which words are the formula', () => {
    expect(show('ironclad', 'ironclad for ever')).toEqual(['same: ironclad', 'inserted:  for ever'])
  })

  it('keeps the words of both sides, and is its own mirror', () => {
    for (const [before, after] of pairs) {
      const core = (words: string) => ({
        words,
        core: {start: words.length >> 2, end: words.length - (words.length >> 2)},
      })
      const parts = quotedDifference(core(before), core(after))
      const side = (...types: QuotedPart['type'][]) =>
        parts
          .filter(({type}) => types.includes(type))
          .map(({text}) => text)
          .join('')
      expect(side('same', 'deleted', 'only-before')).toBe(before)
      expect(side('same', 'inserted', 'only-after')).toBe(after)
      expect(quotedDifference(core(after), core(before))).toEqual(mirrorDifference(parts))
    }
  })
})

describe('isTypographic(parts)', () => {
  it('tells capitals and punctuation from words', () => {
    expect(isTypographic(wordingDifference('Global Alliance,', 'global alliance'))).toBe(true)
    expect(isTypographic(wordingDifference('that regime', 'the Kim regime'))).toBe(false)
    expect(isTypographic(wordingDifference('peace', 'peace'))).toBe(true)
  })

  it('counts no words that only one of two quotations goes on to say', () => {
    expect(
      isTypographic(
        quotedDifference(
          {words: 'peace', core: {start: 0, end: 5}},
          {words: 'peace and quiet', core: {start: 0, end: 5}},
        ),
      ),
    ).toBe(true)
  })
})

describe('countChanges(parts)', () => {
  it('counts words replaced by others once', () => {
    expect(countChanges(wordingDifference('can be met', 'will be met'))).toBe(1)
    expect(countChanges(wordingDifference('can be met today', 'will be met'))).toBe(2)
    expect(countChanges(wordingDifference('', ''))).toBe(0)
  })
})
