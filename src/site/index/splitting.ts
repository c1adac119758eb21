/**
 * Splits a large index in two: the pages of the newest years with all that have no year, and the earlier ones. The first
 * query pays for every page of an index that it opens, in the list of pages and in the lists of the words that most of
 * them have; so it opens the newest one, and the other where that holds too little. `src/search/pagefind.ts` asks them.
 */

import {compareText} from '../../corpus/message.ts'
import {earlierFacet, earlierFolder, facetsFile} from '../../search/pagefind.ts'
import type {Filters} from '../../search/pagefind.ts'
import {joinIndexes, pathsByValue} from './joining.ts'
import type {IndexedPages, Output, Source} from './joining.ts'

/** How many pages are together. */
export interface Limits {
  /** More pages with a year than this, and the index is split. */
  readonly most: number
  /** Pages that the newest years have together at most, but for one year that alone has more. */
  readonly newest: number
}

/** Kinds of pages that have no year and go with the earlier ones: copies are looked for by what other pages lack. */
const late: ReadonlySet<string> = new Set(['Witness'])

/**
 * Joins indexes to one, or to two where there are many pages. Which page is where depends on the years and kinds of all.
 *
 * @param below the folder of the new one, from the root of the site, with a slash at its end; that of the earlier pages
 *   lies in it
 * @returns the pages in the order of their numbers, the earlier ones after the others
 * @throws where the sources have no page, or not what they say they have
 */
export function joinHalves(sources: readonly Source[], output: Output, below: string, limits: Limits): IndexedPages {
  const earlier = earlierPages(sources, limits)
  const half = (isEarlier: boolean) =>
    sources.map((source) => ({
      ...source,
      takes: (path: string) => earlier.has(path) === isEarlier && source.takes(path),
    }))
  const newest = joinIndexes(half(false), output, {folder: below})
  const others =
    earlier.size === 0
      ? undefined
      : // Both run in one engine; where it lies is told by a way out of the folder that its name would begin.
        joinIndexes(half(true), output, {folder: `${below}${earlierFolder}/`, engine: '/../../'})
  const facets = others === undefined ? newest.facets : joinFacets(newest.facets, others.facets)
  output.write(below + facetsFile, Buffer.from(JSON.stringify(facets)))
  return others === undefined ? newest.pages : new Map([...newest.pages, ...others.pages])
}

/** The paths of the pages that go with the earlier ones; none where there are few enough in all. */
function earlierPages(sources: readonly Source[], {most, newest}: Limits): ReadonlySet<string> {
  const earlier = new Set<string>()
  const count = sources.reduce(
    (sum, source) => sum + [...source.pages.keys()].filter((path) => source.takes(path)).length,
    0,
  )
  if (count <= most) return earlier
  const filters = pathsByValue(sources)
  const years = [...(filters.get('year') ?? [])].toSorted(([a], [b]) => compareText(b, a))
  if (new Set(years.flatMap(([, pages]) => pages)).size <= most) return earlier
  let before = 0
  for (const [index, [, pages]] of years.entries()) {
    before += pages.length
    if (index > 0 && before > newest) for (const page of pages) earlier.add(page)
  }
  if (earlier.size === 0) return earlier
  for (const [kind, pages] of filters.get('kind') ?? []) if (late.has(kind)) for (const page of pages) earlier.add(page)
  return earlier
}

/** The facets of both halves, and what the earlier one has of them. */
function joinFacets(newest: Filters, earlier: Filters): Filters {
  const names = [...new Set([newest, earlier].flatMap(Object.keys))].toSorted(compareText)
  const all = names.map((name) => [name, addUp([newest[name], earlier[name]])] as const)
  const flat = Object.entries(earlier).flatMap(([name, values]) =>
    Object.entries(values).map(([value, count]) => [`${name}:${value}`, count] as const),
  )
  return {...Object.fromEntries(all), [earlierFacet]: Object.fromEntries(flat)}
}

function addUp(some: readonly (Filters[string] | undefined)[]): Filters[string] {
  const sums = new Map<string, number>()
  for (const values of some)
    for (const [value, count] of Object.entries(values ?? {})) sums.set(value, (sums.get(value) ?? 0) + count)
  return Object.fromEntries([...sums].toSorted(([a], [b]) => compareText(a, b)))
}
