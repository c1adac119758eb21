import {describe, expect, it} from 'vitest'
import type {Presence} from '../../src/analysis/presence.ts'
import {tallyHtml} from '../../src/components/tally.ts'

const cell = (counts: Partial<Record<Presence, number>>) =>
  tallyHtml(new Map(Object.entries(counts) as [Presence, number][]))
const words = (counts: Partial<Record<Presence, number>>) => cell(counts).replaceAll(/<[^>]+>/g, '')

describe('tallyHtml(tally)', () => {
  it('says in how many statements the formula stands, in whatever words', () => {
    expect(words({exact: 2, variant: 1, reported: 1, unknown: 6})).toBe('4')
  })

  it('has a question mark where none of the words were seen', () => {
    expect(words({reported: 2, 'not-found': 1})).toBe('2?')
  })

  it('never calls an unknown absent or not found', () => {
    expect(words({unknown: 3})).toBe('unknown')
    expect(words({'not-found': 1, unknown: 3})).toBe('not found')
    expect(words({doubted: 1, 'not-found': 3})).toBe('called absent')
    expect(words({absent: 1, unknown: 3})).toBe('absent')
  })

  it('is the darker, the larger the share is', () => {
    const shade = (exact: number, unknown: number) => /s(\d)/.exec(cell({exact, unknown}))?.[1]
    expect([shade(1, 9), shade(5, 5), shade(7, 3), shade(10, 0)]).toEqual(['1', '2', '3', '4'])
  })

  it('is empty where there is no statement', () => {
    expect(words({})).toBe('')
  })
})
