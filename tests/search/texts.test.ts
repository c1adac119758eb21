import {describe, expect, it} from 'vitest'
import type {PagefindData} from '../../src/search/pagefind.ts'
import {
  abbreviationsIn,
  compoundsOf,
  demandsOf,
  hasBeginning,
  holdsCompound,
  holdsPhrase,
  holdsWord,
} from '../../src/search/texts.ts'
import {random} from '../fixtures/random.ts'

function page(content: string): PagefindData {
  return {url: '/a/', content, excerpt: '', meta: {}, filters: {}, sub_results: []}
}

const holds = (content: string, typed: string, word: string) => {
  const [demand] = demandsOf([word], typed)
  return demand !== undefined && holdsWord(page(content), demand)
}

describe('abbreviationsIn(typed)', () => {
  it('knows them by their capitals, among small letters', () => {
    expect([...abbreviationsIn('CHIPS Act and the EDSCG')]).toEqual(['chips', 'edscg'])
    expect([...abbreviationsIn('A WASHINGTON declaration')]).toEqual([])
    expect([...abbreviationsIn('CHIPS ACT')]).toEqual([])
  })
})

describe('holdsWord(page, demand)', () => {
  it('takes endings and longer words for the word, and shorter ones not', () => {
    expect(holds('The sanctions regime', 'sanction', 'sanction')).toBe(true)
    expect(holds('denuclearization', 'denuclear', 'denuclear')).toBe(true)
    expect(holds('de Gaulle', 'denuclear', 'denuclear')).toBe(false)
  })

  it('wants capitals where capitals were typed', () => {
    expect(holds('it is used by us', 'US', 'us')).toBe(false)
    expect(holds('it is used by us', 'us', 'us')).toBe(true)
    expect(holds('the U.S. side', 'US', 'us')).toBe(true)
    expect(holds('the US side', 'U.S.', 'us')).toBe(true)
    expect(holds('the USFK', 'US', 'us')).toBe(false)
  })
})

describe('holdsCompound(page, compound)', () => {
  const holdsAll = (content: string, typed: string) =>
    compoundsOf(typed).every((compound) => holdsCompound(page(content), compound))

  it('wants the parts of a hyphenated word together', () => {
    expect(holdsAll('six states, a party to the talks', 'six-party talks')).toBe(false)
    expect(holdsAll('the six party talks', 'six-party talks')).toBe(true)
    expect(holdsAll('an ironclad commitment', 'iron-clad')).toBe(true)
    expect(holdsAll('formula F16', 'F-16')).toBe(false)
  })

  it('asks nothing of dates, of dotted letters and of words without hyphens', () => {
    expect(compoundsOf('2024-10-31 r.d.p.-a kidd dialogue -japan')).toEqual([])
  })
})

describe('holdsPhrase(page, phrase)', () => {
  it('crosses hyphens, commas and case, and no word', () => {
    expect(holdsPhrase(page('a nuclear-weapon-free zone'), 'nuclear weapon')).toBe(true)
    expect(holdsPhrase(page('Swift, overwhelming, and decisive'), 'swift overwhelming')).toBe(true)
    expect(holdsPhrase(page('swift and overwhelming'), 'swift overwhelming')).toBe(false)
    expect(holdsPhrase(page('the Kim regimes'), 'Kim regime')).toBe(false)
  })
})

describe('hasBeginning(sorted, beginning)', () => {
  it('agrees with looking at every word', () => {
    const next = random(3)
    const word = () => Array.from({length: 1 + Math.floor(next() * 4)}, () => 'abc'[Math.floor(next() * 3)]).join('')
    const sorted = Array.from({length: 60}, word).toSorted()
    for (let index = 0; index < 500; index++) {
      const beginning = word()
      expect(hasBeginning(sorted, beginning)).toBe(sorted.some((one) => one.startsWith(beginning)))
    }
    expect(hasBeginning([], 'a')).toBe(false)
  })
})
