import {firstDay, lastDay} from '../corpus/dates.ts'
import type {PartialDate} from '../corpus/model.ts'

/** Whole years on a line, each day as long as every other. */
export interface Axis {
  readonly firstYear: number
  readonly lastYear: number
}

/** Where something lies on an axis: 0 is its first day’s beginning, 1 its last day’s end. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** Where a date lies: a year or a month takes its whole length, since it is not known which day is meant. */
export function extentOf(date: PartialDate, axis: Axis): Extent {
  return {start: at(firstDay(date), axis, 0), end: at(lastDay(date), axis, 1)}
}

/** Where each year begins. */
export function yearsOn(axis: Axis): {readonly year: number; readonly start: number}[] {
  return Array.from({length: axis.lastYear - axis.firstYear + 1}, (_, index) => {
    const year = axis.firstYear + index
    return {year, start: extentOf(String(year), axis).start}
  })
}

/** Whether some of a date lies on the axis. */
export function isOn(date: PartialDate, {firstYear, lastYear}: Axis): boolean {
  const year = Number(date.slice(0, 4))
  return firstYear <= year && year <= lastYear
}

/**
 * Gives each extent the first row in which it keeps its distance from what
 * stands there already. Extents come in the order of their beginnings.
 *
 * @param gap the distance to keep, in the unit of the extents
 */
export function stack(extents: readonly Extent[], gap: number): number[] {
  const ends: number[] = []
  return extents.map(({start, end}) => {
    const free = ends.findIndex((taken) => taken + gap <= start)
    const row = free === -1 ? ends.length : free
    ends[row] = end
    return row
  })
}

function at(day: string, {firstYear, lastYear}: Axis, offset: number): number {
  const from = dayNumber(`${firstYear}-01-01`)
  return (dayNumber(day) + offset - from) / (dayNumber(`${lastYear}-12-31`) + 1 - from)
}

/** Days since 1 January 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
