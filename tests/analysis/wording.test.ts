import {describe, expect, it} from 'vitest'
import {countChanges, wordingDifference} from '../../src/analysis/wording.ts'
import type {WordingPart} from '../../src/analysis/wording.ts'
import {pick, random} from '../fixtures/random.ts'

/** A difference as one reads it: [-deleted-]{+inserted+}. */
function show(parts: readonly WordingPart[]): string {
  return parts
    .map(({type, text}) => (type === 'same' ? text : type === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

const differ = (before: string, after: string) => show(wordingDifference(before, after))

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
    const turn = {same: 'same', inserted: 'deleted', deleted: 'inserted'} as const
    const sorted = (parts: readonly WordingPart[]) => parts.map(({type, text}) => `${type} ${text}`).sort()
    for (const [before, after] of pairs) {
      const there = wordingDifference(before, after).map(({type, text}) => ({type: turn[type], text}))
      const back = wordingDifference(after, before)
      expect(sorted(back)).toEqual(sorted(there))
      expect(countChanges(back)).toBe(countChanges(there))
    }
  })
})

describe('countChanges(parts)', () => {
  it('counts words replaced by others once', () => {
    expect(countChanges(wordingDifference('can be met', 'will be met'))).toBe(1)
    expect(countChanges(wordingDifference('can be met today', 'will be met'))).toBe(2)
    expect(countChanges(wordingDifference('', ''))).toBe(0)
  })
})
