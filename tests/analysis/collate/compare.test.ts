import {describe, expect, it} from 'vitest'
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

  it('says what share of the words of both is the same', () => {
    expect(compareTexts('Keepers lit lamps.', 'Keepers lit lamps. Divers left. Choirs sang.').likeness).toBe(0.6)
    expect(compareTexts('It is.', 'It was.').likeness).toBe(0.5)
  })
})
