/** Lists too long for one page, cut by years. */

import type {Corpus, PartialDate, Site} from '../corpus/model.ts'

/**
 * Rows of a list that one page shows: lines of a concordance, statements, moments. A row takes some 600 bytes, so that a
 * page stays near 120 kB before compression.
 */
export const pageSize = 200

/** Rows at either end of a list that is shown in part. */
export const endSize = 30

/** A stretch of a long list, which one page shows: whole years or, where a year alone is too long, a part of it. */
export interface Span<Item> {
  /**
   * Names the page: `1954--1963`, the interval as ISO 8601 writes it in names; `1954--1954-2` for the second part of a
   * year; `elsewhere` for what has no year. No id has two hyphens side by side, so that none takes the address.
   */
  readonly id: string
  /** First and last; absent for what has no year. */
  readonly years?: readonly [first: string, last: string]
  /** From 1, where the items with these years take several pages. */
  readonly part?: number
  readonly items: readonly Item[]
}

/**
 * Cuts a list into stretches of at most `size` items. They begin to be filled with the earliest, so that what is added
 * at the end moves nothing before it.
 *
 * @param items the earliest first; their order within a year is kept
 * @param yearOf four digits, or nothing: such items come last, by themselves
 * @returns nothing where one page holds the list
 */
export function spansOf<Item>(
  items: readonly Item[],
  size: number,
  yearOf: (item: Item) => string | undefined,
): Span<Item>[] {
  if (items.length <= size) return []
  const spans: Span<Item>[] = []
  const years = Map.groupBy(items, yearOf)
  let joined: (readonly [year: string, items: readonly Item[]])[] = []
  let count = 0
  for (const [year, found] of years) {
    if (year === undefined) continue
    if (count + found.length > size) {
      spans.push(...join(joined, size))
      ;[joined, count] = [[], 0]
    }
    joined.push([year, found])
    count += found.length
  }
  spans.push(...join(joined, size))
  const elsewhere = years.get(undefined) ?? []
  return elsewhere.length === 0 ? spans : [...spans, ...partsOf({id: 'elsewhere', items: elsewhere}, size)]
}

function join<Item>(years: readonly (readonly [year: string, items: readonly Item[]])[], size: number): Span<Item>[] {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return []
  const items = years.flatMap(([, found]) => found)
  return partsOf({id: `${first[0]}--${last[0]}`, years: [first[0], last[0]], items}, size)
}

function partsOf<Item>(span: Span<Item>, size: number): Span<Item>[] {
  const {id, items} = span
  if (items.length <= size) return [span]
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) => ({
    ...span,
    id: index === 0 ? id : `${id}-${index + 1}`,
    part: index + 1,
    items: items.slice(index * size, (index + 1) * size),
  }))
}

/** What a list shows of itself where it goes on by years: its ends. */
export function endsOf<Item>(items: readonly Item[]): {readonly earliest: Item[]; readonly latest: Item[]} {
  return {earliest: items.slice(0, endSize), latest: items.slice(-endSize)}
}

/** The year of a statement, or of whatever else has a date. */
export function yearOf({date}: {readonly date: PartialDate}): string {
  return date.slice(0, 4)
}

/** The year of the statement that something stands in; nothing for the glossary, the formulas and the changes. */
export function yearOfSite(site: Site, {statements}: Corpus): string | undefined {
  const statement = 'statement' in site ? statements.get(site.statement) : undefined
  return statement === undefined ? undefined : yearOf(statement)
}
