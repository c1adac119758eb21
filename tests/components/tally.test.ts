import {describe, expect, it} from 'vitest'
import type {Presence} from '../../src/analysis/presence.ts'
import {shareOf, tallyHtml} from '../../src/components/tally.ts'

const tallyOf = (counts: Partial<Record<Presence, number>>) => new Map(Object.entries(counts) as [Presence, number][])
const cell = (counts: Partial<Record<Presence, number>>, most = 1) => tallyHtml(tallyOf(counts), most)
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

  it('is the stronger, the nearer its share comes to the largest of the table', () => {
    const shade = (exact: number, most: number) => /s(\d)/.exec(cell({exact, unknown: 10 - exact}, most))?.[1]
    expect([shade(1, 1), shade(5, 1), shade(7, 1), shade(10, 1)]).toEqual(['1', '2', '3', '4'])
    expect([shade(1, 0.2), shade(2, 0.2)]).toEqual(['2', '4'])
    expect(shareOf(tallyOf({exact: 1, reported: 1, absent: 2}))).toBe(0.5)
  })

  it('is empty where there is no statement', () => {
    expect(words({})).toBe('')
  })
})
