/** What we use of Pagefind 1.6 in the browser. https://pagefind.app/docs/api-reference/ */

import {importJson} from './json.ts'

export interface PagefindSubResult {
  readonly title: string
  readonly url: string
  readonly excerpt: string
  readonly weighted_locations: readonly {readonly balanced_score: number}[]
}

export interface PagefindData {
  readonly url: string
  /** All of the text that is indexed. */
  readonly content: string
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sub_results: readonly PagefindSubResult[]
}

export interface PagefindSearch {
  /** Best first. */
  readonly results: readonly {readonly id: string; data(): Promise<PagefindData>}[]
  readonly totalFilters: Filters
}

/** The same, as the engine tells it. */
interface Scored extends PagefindSearch {
  readonly results: readonly (PagefindSearch['results'][number] & {readonly score: number})[]
}

/** Facet, value, number of pages. */
export type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>

/** https://pagefind.app/docs/search-config/ */
interface EngineOptions {
  readonly baseUrl: string
  readonly excerptLength: number
  /** https://pagefind.app/docs/ranking/ */
  readonly ranking: {readonly pageLength: number; readonly metaWeights: Readonly<Record<string, number>>}
  readonly noWorker: boolean
  readonly basePath: string
}

/** Facets with values any of which a page must have. */
type Chosen = Readonly<Record<string, {readonly any: readonly string[]}>>

/** What the script of the engine makes available. */
export interface PagefindModule {
  options(options: EngineOptions): Promise<void>
  init(): Promise<void>
  search(query: string | null, options: {readonly filters: Chosen}): Promise<Scored>
  /** Another index beside the first. */
  createInstance(options: EngineOptions): Pick<PagefindModule, 'search'>
}

/** The engine as a search uses it. */
export interface Pagefind {
  filters(): Promise<Filters>
  /**
   * Searches the texts.
   *
   * @param enough results, so that the earlier pages of a large edition need not be searched as well
   */
  search(query: string | null, options: {readonly filters: Chosen; readonly enough: number}): Promise<PagefindSearch>
}

/** How many pages each value of a facet has, beside the index; `src/site/index/splitting.ts` writes it. */
export const facetsFile = 'facets.json'

/** Where the index of the earlier pages of a large edition lies, below the index; `src/site/index/splitting.ts` makes it. */
export const earlierFolder = 'earlier'

/** In the place of a facet, where there is such an index: how many of its pages have which value, as `year:1987`. */
export const earlierFacet = 'earlier'

/** Reads a file of the site. */
type ReadJson = (address: string) => Promise<unknown>

/**
 * Sets the engine and loads its index.
 *
 * @param base path the site is published under, with a slash at both ends
 * @param folder where the index lies, where it is another place than the base says
 * @throws where the index is missing, or what is told of its facets
 */
export async function openEngine(
  engine: PagefindModule,
  base: string,
  readJson: ReadJson,
  folder = `${base}pagefind/`,
): Promise<Pagefind> {
  const options = {
    baseUrl: base,
    excerptLength: 24,
    // A statement is long because it says much; that is no reason to rank it last.
    ranking: {pageLength: 0.1, metaWeights: {title: 5, forms: 4}},
    // The worker’s script is as large as the engine’s, and an answer takes a few milliseconds.
    noWorker: true,
  }
  const start = async () => {
    await engine.options({...options, basePath: folder})
    await engine.init()
  }
  const [facets] = await Promise.all([readJson(folder + facetsFile) as Promise<Filters>, start()])
  return new Engine(engine, {
    facets,
    earlier: () => engine.createInstance({...options, basePath: `${folder}${earlierFolder}/`}),
  })
}

/** What there is beside the index. */
interface Besides {
  readonly facets: Filters
  /** Opens the index of the earlier pages. */
  readonly earlier: () => Pick<PagefindModule, 'search'>
}

/** The engine over the index of an edition, or over both halves of that of a large one. */
class Engine implements Pagefind {
  readonly #newest: PagefindModule
  readonly #besides: Besides
  #earlier: Pick<PagefindModule, 'search'> | undefined

  constructor(newest: PagefindModule, besides: Besides) {
    this.#newest = newest
    this.#besides = besides
  }

  /** The engine’s own would fetch which pages have each value: at 10,000 pages a sixth of the first query. */
  filters(): Promise<Filters> {
    return Promise.resolve(this.#besides.facets)
  }

  /**
   * What the newest pages have to say is enough where it is much. Where it is little, all pages are searched as one;
   * where more is wanted than there is, the earlier ones come after, so that nothing that is shown moves.
   */
  async search(query: string | null, {filters, enough}: Parameters<Pagefind['search']>[1]): Promise<PagefindSearch> {
    const newest = await this.#newest.search(query, {filters})
    const {results} = newest
    if (results.length >= enough || !(await this.#isEarlier(filters))) return {...newest, results: results.map(quick)}
    this.#earlier ??= this.#besides.earlier()
    const earlier = await this.#earlier.search(query, {filters})
    const all = [...results, ...earlier.results]
    const ordered = results.length < few && query !== null ? all.toSorted((a, b) => b.score - a.score) : all
    return {...newest, results: ordered.map(quick)}
  }

  /** Whether any of the earlier pages can have the facets. */
  async #isEarlier(filters: Chosen): Promise<boolean> {
    const {[earlierFacet]: values} = await this.filters()
    if (values === undefined) return false
    return Object.entries(filters).every(([facet, {any}]) => any.some((value) => `${facet}:${value}` in values))
  }
}

/** Fewer pages than this, and what is older may be what was meant. */
const few = 32

/** A text that is taken apart once. It answers what the engine asks of a page’s text. */
class SplitOnce {
  readonly #text: string
  #words: readonly string[] | undefined
  readonly #included = new Map<string, boolean>()

  constructor(text: string) {
    this.#text = text
  }

  includes(part: string): boolean {
    const known = this.#included.get(part)
    if (known !== undefined) return known
    const found = this.#text.includes(part)
    this.#included.set(part, found)
    return found
  }

  /**
   * What the engine marks in it is its own each time. It reads the few words of an excerpt, so what it gets is no copy of
   * thousands: what it does not write is read from the list behind.
   */
  split(separator: RegExp | string): string[] {
    this.#words ??= this.#text.split(separator)
    return Object.create(this.#words) as string[]
  }
}

/**
 * A result, made quick for long pages: the engine keeps a page’s text in `raw_content` and takes all of it apart for
 * each place that it shows, two hundred times for a long statement at each letter typed.
 */
function quick(result: PagefindSearch['results'][number]): PagefindSearch['results'][number] {
  const quicken = (page: PagefindData & {raw_content?: unknown}): PagefindData => {
    if (typeof page.raw_content === 'string') page.raw_content = new SplitOnce(page.raw_content)
    return page
  }
  return {id: result.id, data: async () => quicken(await result.data())}
}

/**
 * Loads the engine from the site's own files.
 *
 * @param base path the site is published under, with a slash at both ends
 * @throws where there is no index, or the browser has no WebAssembly
 */
export async function loadPagefind(base: string): Promise<Pagefind> {
  // A literal address would make the bundler look for the file, which is written after it.
  const address = `${base}pagefind/pagefind.js`
  const engine = (await import(/* @vite-ignore */ address)) as PagefindModule
  const pagefind = await openEngine(engine, base, importJson)
  // `init` is silent where the engine cannot run; to ask it for nothing is not.
  await engine.search('', {filters: {}})
  return pagefind
}
