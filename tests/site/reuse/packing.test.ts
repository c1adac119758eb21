import {describe, expect, it} from 'vitest'
import {packReading, unpackReading} from '../../../src/site/reuse/packing.ts'
import {random} from '../../fixtures/random.ts'

describe('packReading(reading)', () => {
  it('says the same in a character a step, where steps are short', () => {
    const reading = [0, 1, 2, 130, 257, 300]
    expect(unpackReading(packReading(reading))).toEqual(reading)
    expect(packReading([5, 6, 9, 100])).toHaveLength(4)
    expect(packReading([])).toBe('')
  })

  it('says the same of any numbers', () => {
    const next = random(5)
    for (let round = 0; round < 200; round++) {
      const numbers = Array.from({length: Math.floor(next() * 50)}, () => Math.floor(next() ** 6 * 2 ** 31))
      const reading = numbers.toSorted((a, b) => a - b)
      expect(unpackReading(packReading(reading))).toEqual(reading)
    }
  })

  it('refuses numbers that are not in their order', () => {
    expect(() => packReading([4, 3])).toThrow('3 comes after 4')
  })
})
