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
  readonly results: readonly {readonly id: string; data(): Promise<PagefindData>}[]
  readonly totalFilters: Filters
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

export interface Pagefind {
  options(options: EngineOptions): Promise<void>
  init(): Promise<void>
  filters(): Promise<Filters>
  search(
    query: string | null,
    options: {readonly filters: Readonly<Record<string, {readonly any: readonly string[]}>>},
  ): Promise<PagefindSearch>
}

/** How many pages each value of a facet has, beside the index; `src/site/index/joining.ts` writes it. */
export const facetsFile = 'facets.json'

/** Reads a file of the site. */
type ReadJson = (address: string) => Promise<unknown>

/**
 * Sets the engine and loads its index.
 *
 * @param base path the site is published under, with a slash at both ends
 * @param folder where the index lies, where it is another place than the base says
 * @throws where the index is missing
 */
export async function openEngine(
  engine: Pagefind,
  base: string,
  readJson: ReadJson,
  folder = `${base}pagefind/`,
): Promise<Pagefind> {
  const options = {
    baseUrl: base,
    excerptLength: 24,
    // A statement is long because it says much; that is no reason to rank it last.
    ranking: {pageLength: 0.1, metaWeights: {title: 5, forms: 4}},
  }
  // The worker’s script is as large as the engine’s, and an answer takes a few milliseconds.
  await engine.options({...options, basePath: folder, noWorker: true})
  await engine.init()
  let facets: Promise<Filters> | undefined
  // The engine’s own would fetch which pages have each value: at 10,000 pages a sixth of the first query.
  return quickened(engine, () => (facets ??= readJson(folder + facetsFile) as Promise<Filters>))
}

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

  /** A list of its own each time, for the engine marks words in it. */
  split(separator: RegExp | string): string[] {
    this.#words ??= this.#text.split(separator)
    return [...this.#words]
  }
}

/**
 * The engine, made quick for long pages: it keeps a page’s text in `raw_content` and takes all of it apart for each
 * place that it shows, two hundred times for a long statement at each letter typed.
 */
function quickened(engine: Pagefind, filters: Pagefind['filters']): Pagefind {
  const quicken = (page: PagefindData & {raw_content?: unknown}): PagefindData => {
    if (typeof page.raw_content === 'string') page.raw_content = new SplitOnce(page.raw_content)
    return page
  }
  return {
    options: (options) => engine.options(options),
    init: () => engine.init(),
    filters,
    async search(query, options) {
      const found = await engine.search(query, options)
      const results = found.results.map((result) => ({id: result.id, data: async () => quicken(await result.data())}))
      return {...found, results}
    },
  }
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
  const pagefind = await openEngine((await import(/* @vite-ignore */ address)) as Pagefind, base, importJson)
  // `init` is silent where the engine cannot run; to ask it for nothing is not.
  await pagefind.search('', {filters: {}})
  return pagefind
}
