import {describe, expect, it} from 'vitest'
import {shareOf} from '../../src/search/called.ts'
import {rarityOf} from '../../src/search/telling.ts'
import {names} from './edition.ts'

describe('calledOf(entries)', () => {
  const stemsOf = (url: string) => names.called.find(({entry}) => entry.url === url)?.stems

  it('calls a copy as its statement and as a copy, and by what it is where its words are not the statement’s', () => {
    expect(stemsOf('/witnesses/w-report-globalbihari/')).toContain('2023')
    for (const stem of ['copy', 'witness', '2+2', 'fake']) expect(stemsOf('/witnesses/w-spun-9pt/')).toContain(stem)
    expect(stemsOf('/witnesses/w-mirror-2p2-2024/')).not.toContain('fake')
    expect(stemsOf('/statements/2p2-2024/')).not.toContain('copy')
  })
})

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
