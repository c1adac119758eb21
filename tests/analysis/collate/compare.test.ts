import {describe, expect, it, vi} from 'vitest'
import {compareTexts} from '../../../src/analysis/collate/compare.ts'
import {editionText, fixture} from './base.ts'

const a = 'The two sides met in Seoul. They will act together. Nobody spoke of fish.\nThe next meeting is in spring.'
const b =
  'The two sides met in Busan. They can act together.\nA dinner was held at night. The next meeting is in spring.'

describe('compareTexts(a, b)', () => {
  it('pairs the sentences and shows each word that differs', () => {
    const {pairs} = compareTexts(a, b)
    const cut = (text: string, range?: {start: number; end: number}) =>
      range === undefined ? undefined : text.slice(range.start, range.end)
    expect(pairs.map((pair) => [cut(a, pair.a), cut(b, pair.b)])).toEqual([
      ['The two sides met in Seoul.', 'The two sides met in Busan.'],
      ['They will act together.', 'They can act together.'],
      ['Nobody spoke of fish.', undefined],
      [undefined, 'A dinner was held at night.'],
      ['The next meeting is in spring.', 'The next meeting is in spring.'],
    ])
    expect(pairs[1]?.difference).toEqual([
      {type: 'same', text: 'They '},
      {type: 'found', text: 'will'},
      {type: 'expected', text: 'can'},
      {type: 'same', text: ' act together.'},
    ])
  })

  it('gives back both texts from the parts', () => {
    const [left, right] = [editionText('2p2-2024'), editionText('edscg-4-2023')]
    const {pairs} = compareTexts(left, right)
    const text = (without: string) =>
      pairs
        .map(({difference}) => difference.flatMap((part) => (part.type === without ? [] : [part.text])).join(''))
        .join(' ')
    const squeeze = (value: string) => value.replaceAll(/\s+/g, '')
    expect(squeeze(text('expected'))).toBe(squeeze(left))
    expect(squeeze(text('found'))).toBe(squeeze(right))
  })

  it('knows a text from itself and from another', () => {
    const text = editionText('2p2-2024')
    expect(compareTexts(text, text)).toMatchObject({likeness: 1})
    expect(compareTexts(text, fixture('rail.txt')).likeness).toBeLessThan(0.1)
  })

  it.each([
    ['', ''],
    ['', 'One sentence alone.'],
    ['One sentence alone.', ''],
  ])('compares %j with %j', (left, right) => {
    expect(compareTexts(left, right).pairs.length).toBe(left === right ? 0 : 1)
  })

  it.each([
    [
      'Keepers lit lamps.',
      'Keepers lit lamps. Divers left. Choirs sang.',
      ['Keepers lit lamps.', '+Divers left.', '+Choirs sang.'],
    ],
    [
      'Divers left. Choirs sang. Keepers lit lamps.',
      'Keepers lit lamps.',
      ['-Divers left.', '-Choirs sang.', 'Keepers lit lamps.'],
    ],
    [
      'Keepers lit lamps. Divers left.',
      'Choirs sang. Divers left. Keepers lit lamps.',
      ['-Keepers lit lamps.', '+Choirs sang.', 'Divers left.', '+Keepers lit lamps.'],
    ],
    ['Keepers lit lamps.', 'Keepers sang ballads loudly.', ['-Keepers lit lamps.', '+Keepers sang ballads loudly.']],
  ])('pairs in order what is alike of %j and %j', (left, right, pairs) => {
    const cut = (text: string, range?: {start: number; end: number}) =>
      range === undefined ? undefined : text.slice(range.start, range.end)
    const shown = compareTexts(left, right).pairs.map((pair) => {
      const [first, second] = [cut(left, pair.a), cut(right, pair.b)]
      return first === undefined ? `+${second ?? ''}` : second === undefined ? `-${first}` : first
    })
    expect(shown).toEqual(pairs)
  })

  it('weighs twice as many pairs in texts that are twice as long', () => {
    const max = vi.spyOn(Math, 'max')
    const weighed = (sentences: number) => {
      const before = max.mock.calls.length
      compareTexts('It is.\n'.repeat(sentences), 'It was.\n'.repeat(sentences))
      return max.mock.calls.length - before
    }
    const [some, twice] = [weighed(300), weighed(600)]
    max.mockRestore()
    expect(some).toBeGreaterThan(300)
    expect(twice / some).toBeLessThan(2.3)
  })

  it('pairs sentences as far from each other as the band goes, and no farther', () => {
    const lines = (count: number, word: string) => Array.from({length: count}, (_, at) => `${word}${'x'.repeat(at)}.`)
    const shared = 'Keepers lit lamps.'
    const pairsAt = (distance: number) => {
      const left = [shared, ...lines(199, 'a')].join('\n')
      const right = [...lines(distance, 'b'), shared, ...lines(199 - distance, 'c')].join('\n')
      return compareTexts(left, right).pairs.filter(({a, b}) => a?.start === 0 && b !== undefined).length
    }
    expect([60, 61].map(pairsAt)).toEqual([1, 0])
  })

  it('says what share of the words of both is the same', () => {
    expect(compareTexts('Keepers lit lamps.', 'Keepers lit lamps. Divers left. Choirs sang.').likeness).toBe(0.6)
    expect(compareTexts('It is.', 'It was.').likeness).toBe(0.5)
  })
})
