import {describe, expect, it} from 'vitest'
import {extentOf, isOn, stack, yearsOn} from '../../src/analysis/axis.ts'

const axis = {firstYear: 2023, lastYear: 2024}

describe('extentOf(date, axis)', () => {
  it('gives a day the length of a day', () => {
    const {start, end} = extentOf('2023-01-01', axis)
    expect(start).toBe(0)
    expect(end).toBeCloseTo(1 / 731)
  })

  it('gives a month and a year their whole length, leap days included', () => {
    const february = extentOf('2024-02', axis)
    expect((february.end - february.start) * 731).toBeCloseTo(29)
    const year = extentOf('2024', axis)
    expect(year.end).toBe(1)
    expect((year.end - year.start) * 731).toBeCloseTo(366)
  })

  it('lets a day begin where the day before ends, over the end of a year', () => {
    expect(extentOf('2024-01-01', axis).start).toBe(extentOf('2023-12-31', axis).end)
  })
})

describe('yearsOn(axis)', () => {
  it('returns every year once, where its first day begins', () => {
    expect(yearsOn(axis)).toEqual([
      {year: 2023, start: 0},
      {year: 2024, start: 365 / 731},
    ])
  })
})

describe('isOn(date, axis)', () => {
  it('knows what is too early and too late', () => {
    expect(['2022-12-31', '2023', '2024-12', '2025-01-01'].map((date) => isOn(date, axis))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('stack(extents, gap)', () => {
  it('opens a row only where the rows before it have no room', () => {
    const extents = [0, 1, 5, 5.5, 6, 20].map((start) => ({start, end: start + 2}))
    expect(stack(extents, 1)).toEqual([0, 1, 0, 1, 2, 0])
  })

  it('never lets two of a row come nearer than the gap', () => {
    let seed = 7
    const next = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit
    for (let run = 0; run < 200; run++) {
      const gap = next(5)
      const extents = Array.from({length: 30}, () => next(100))
        .sort((a, b) => a - b)
        .map((start) => ({start, end: start + next(9)}))
      const rows = stack(extents, gap)
      const tooNear = extents.filter(({start}, index) =>
        extents.some((other, at) => at < index && rows[at] === rows[index] && start < other.end + gap),
      )
      expect(tooNear).toEqual([])
    }
  })
})
