import {describe, expect, it} from 'vitest'
import {Clock, readPhases, secondsApart, tellPhases} from '../../src/site/phases.ts'

const phases = {
  made: {pages: 7662, others: 10_658},
  at: {begun: 5, pages: 21.3, index: 27, others: 44.9, placed: 46.1},
}
const told =
  'Begun after 5.0 s; 7,662 pages after 21.3 s, search index after 27.0 s, 10,658 other files after 44.9 s; in place after 46.1 s.'

describe('the phases of a build', () => {
  it('are told in a sentence that is read again, wherever it stands', () => {
    expect(tellPhases(phases)).toBe(told)
    expect(readPhases(`A line before.\n${told}\nA line after.\n`)).toEqual(phases)
  })

  it('are not read in other words', () => {
    expect(readPhases('917 of 18320 files are made anew, and 17403 taken from the last build.\n')).toBeUndefined()
  })

  it('come in their order', () => {
    const clock = new Clock()
    clock.done('begun')
    clock.made('pages', 3)
    clock.made('others', 4)
    const {made, at} = clock.phases
    expect(made).toEqual({pages: 3, others: 4})
    expect(at.begun).toBeGreaterThan(0)
    expect([at.begun, at.pages, at.others]).toEqual([at.begun, at.pages, at.others].toSorted((a, b) => a - b))
  })
})

describe('secondsApart(phases)', () => {
  it('counts what is made when pages and index are there', () => {
    expect(secondsApart(phases)).toBeCloseTo(17.9)
    expect(secondsApart({...phases, at: {...phases.at, index: 20}})).toBeCloseTo(23.6)
  })

  it('counts nothing that is made while the index is written', () => {
    expect(secondsApart({...phases, at: {...phases.at, index: 45}})).toBe(0)
  })
})
