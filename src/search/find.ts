/** From what was typed to what is shown: names first, then texts that really hold the words, then what is near. */

import type {CitableClause} from './cited.ts'
import {hitOf} from './hits.ts'
import type {Hit} from './hits.ts'
import type {Vocabulary} from './lexicon.ts'
import type {Names} from './names.ts'
import {foldName, foldWords} from './normalize.ts'
import type {Filters, Pagefind} from './pagefind.ts'
import {begun, nothing, pageLimit, Search} from './search.ts'
import type {Selected} from './search.ts'
import {facetNames, parseSyntax, valuesMeant} from './syntax.ts'
import type {FacetName} from './syntax.ts'

/** What one search asks for. */
export interface Query {
  readonly words: string
  readonly facets: Readonly<Partial<Record<FacetName, string>>>
  /** How many pages are asked for; `pageLimit` without it. */
  readonly limit?: number
}

/** What a search needs of the site. */
export interface Kit {
  /** Path the site is published under, with a slash at both ends. */
  readonly base: string
  readonly names: Names
  /** Absent where the browser cannot run it; names are found without it. */
  readonly engine?: Pagefind
  /** The edition’s words, fetched once a query holds one that is not known. */
  readonly vocabulary: () => Promise<Vocabulary>
  /** The clauses of a statement, fetched once a query cites one of them; none where they could not be had. */
  readonly clauses: (statement: string) => Promise<readonly CitableClause[]>
}

export interface Finding {
  readonly hits: readonly Hit[]
  /** Where nothing was found: what comes nearest, to be shown as such. */
  readonly nearest: readonly Hit[]
  /** Whether there are more than are shown. */
  readonly more: boolean
  /** The words that were searched instead of what was typed. */
  readonly corrected?: string
  /** Words that stand nowhere in the edition. */
  readonly unknown: readonly string[]
}

/** Answers a query. Nothing that is typed is an error. */
export async function find(query: Query, kit: Kit): Promise<Finding> {
  const {limit = pageLimit} = query
  const syntax = parseSyntax(query.words)
  const filters = await filtersOf({...syntax.facets, ...query.facets}, kit)
  if (filters === undefined) return nothing
  const asked = foldWords(syntax.text)
  if (asked.length === 0) return Object.keys(filters).length === 0 ? nothing : await everything(filters, kit, limit)
  const search = new Search(syntax, filters, kit, limit)
  const direct = await search.answer(syntax.text)
  if (direct.hits.length > 0 || begun.test(syntax.text)) return direct
  // Most queries are answered; what mends the others, and the words of the edition, are fetched for them alone.
  const [{mend}, asking] = await Promise.all([import('./mend.ts'), import('./asking.ts')])
  return await mend(search, asking)
}

/** All that the facets leave. */
async function everything(filters: Selected, {engine}: Kit, limit: number): Promise<Finding> {
  if (engine === undefined) return nothing
  const {results} = await engine.search(null, {filters, enough: limit + 1})
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()))
  return {...nothing, hits: pages.map((page) => hitOf(page)), more: results.length > limit}
}

async function filtersOf(facets: Query['facets'], {engine, names}: Kit): Promise<Selected | undefined> {
  const asked = facetNames.flatMap((name) => (facets[name] === undefined ? [] : [[name, facets[name]] as const]))
  if (asked.length === 0) return {}
  const known: Filters = (await engine?.filters()) ?? {}
  const selected = asked.map(
    ([name, typed]) =>
      [name, {any: valuesOf(name, typed.toLowerCase(), Object.keys(known[name] ?? {}), names)}] as const,
  )
  return selected.some(([, {any}]) => any.length === 0) ? undefined : Object.fromEntries(selected)
}

/** The values that are meant; a forum may be called by any of its names. */
function valuesOf(facet: FacetName, typed: string, values: readonly string[], names: Names): string[] {
  const meant = valuesMeant(typed, values)
  if (meant.length > 0 || facet !== 'forum') return meant
  const entries = (names.byFold.get(foldName(typed)) ?? []).map(({entry}) => entry)
  return entries.flatMap(({title, names: {abbr = []}}) =>
    values.filter((value) => abbr.includes(value) || title.startsWith(value)),
  )
}
