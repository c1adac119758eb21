import {describe, expect, it} from 'vitest'
import {shareOf} from '../../src/search/called.ts'
import {rarityOf} from '../../src/search/telling.ts'
import {names} from './edition.ts'

describe('rarityOf(word, told)', () => {
  it('is the greater the fewer pages are called by a word, and least for countries', () => {
    const words = ['korea', 'secretary', 'armistice', 'quagga']
    const rarities = words.map((word) => rarityOf(word, names))
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b))
    expect(rarities[0]).toBeLessThan(0.3)
    expect(rarities[3]).toBe(1)
  })
})

describe('shareOf(some, all, told)', () => {
  it('is what some words tell of what all tell', () => {
    expect(shareOf(['armistice'], ['armistice'], names)).toBe(1)
    expect(shareOf([], [], names)).toBe(0)
    expect(shareOf(['armistice'], ['north', 'korea', 'armistice'], names)).toBeGreaterThan(0.6)
  })
})
