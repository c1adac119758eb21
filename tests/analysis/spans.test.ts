import {describe, expect, it} from 'vitest'
import {endsOf, spansOf} from '../../src/analysis/spans.ts'
import {isId} from '../../src/corpus/ids.ts'
import {pick, random} from '../fixtures/random.ts'

interface Item {
  readonly name: string
  readonly year?: string
}

/** Items by year: `{1954: 2}` is two of 1954; under `none` those without a year. */
function items(counts: Readonly<Record<string, number>>): Item[] {
  return Object.entries(counts).flatMap(([year, count]) =>
    Array.from({length: count}, (_, at) => ({name: `${year}/${at}`, ...(year === 'none' ? {} : {year})})),
  )
}

const cut = (list: readonly Item[], size: number) => spansOf(list, size, ({year}) => year)
const shapes = (list: readonly Item[], size: number) =>
  cut(list, size).map(({id, items: {length}}) => `${id}: ${length}`)

describe('spansOf(items, size, yearOf)', () => {
  it('leaves a list that one page holds', () => {
    expect(cut(items({1954: 3, 1955: 2}), 5)).toEqual([])
  })

  it('joins whole years as long as a page holds them', () => {
    expect(shapes(items({1954: 3, 1955: 2, 1957: 1, 1958: 5}), 6)).toEqual(['1954--1957: 6', '1958--1958: 5'])
  })

  it('cuts a year that is too long alone into numbered parts', () => {
    const spans = cut(items({1954: 1, 1955: 7, 1956: 2}), 3)
    expect(spans.map(({id}) => id)).toEqual(['1954--1954', '1955--1955', '1955--1955-2', '1955--1955-3', '1956--1956'])
    expect(spans.map(({part}) => part)).toEqual([undefined, 1, 2, 3, undefined])
  })

  it('puts what has no year last, by itself', () => {
    expect(shapes(items({1954: 2, none: 4}), 3)).toEqual(['1954--1954: 2', 'elsewhere: 3', 'elsewhere-2: 1'])
  })

  it('keeps earlier pages as they are when something is added at the end', () => {
    const before = shapes(items({1954: 3, 1955: 3, 1956: 1}), 4)
    const after = shapes(items({1954: 3, 1955: 3, 1956: 1, 1957: 4}), 4)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after).toHaveLength(before.length + 1)
  })

  it('loses nothing, doubles nothing, fills no page beyond its size, and takes the address of no record', () => {
    const next = random(7)
    for (let round = 0; round < 200; round++) {
      const size = pick([1, 2, 5, 9], next)
      const counts = Object.fromEntries(
        Array.from({length: 8}, (_, at) => [String(1950 + at), pick([0, 1, 3, 12], next)] as const),
      )
      const list = items({...counts, none: pick([0, 4], next)})
      const spans = cut(list, size)
      if (list.length <= size) expect(spans).toEqual([])
      else expect(spans.flatMap((span) => span.items)).toEqual(list)
      for (const span of spans) {
        expect(span.items.length).toBeLessThanOrEqual(size)
        if (span.years !== undefined) expect(isId(span.id)).toBe(false)
      }
      expect(new Set(spans.map(({id}) => id)).size).toBe(spans.length)
    }
  })
})

describe('endsOf(items)', () => {
  it('gives the earliest and the latest', () => {
    const {earliest, latest} = endsOf(items({1954: 100}))
    expect([earliest[0]?.name, latest.at(-1)?.name]).toEqual(['1954/0', '1954/99'])
    expect(earliest.length + latest.length).toBeLessThan(100)
  })
})
