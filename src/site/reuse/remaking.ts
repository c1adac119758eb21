/** Makes the pages of an edition with what is known of those of another, if anything: only those that read what differs. */

import {isSearched, partByPart, partsFor} from '../indexing.ts'
import {isListed} from '../sitemap.ts'
import {comparing} from './comparing.ts'
import {handOver} from './handing.ts'
import {loadPages, pathsOf, placeOf, routeKey, routesOf} from './paths.ts'
import type {App, PagePath, Route, RoutePaths} from './paths.ts'
import {isShared, Watch} from './watching.ts'
import type {Edition, Fact, Reading} from './watching.ts'

/** A page that was made. */
export interface NotedPage extends PagePath {
  readonly route: string
  readonly reading: Reading
  /** From the root of the site; absent where the route answered with nothing. */
  readonly file?: string
}

/** What pages have read. */
export interface Noted {
  readonly facts: readonly (Fact | Reading)[]
  /** What counts as read by every page. */
  readonly loose: Reading
  readonly routes: ReadonlyMap<string, RoutePaths>
  readonly pages: readonly NotedPage[]
}

/** The pages of an edition. */
export interface Made extends Noted {
  /** The pages that search engines may show, and those that are searched, by their files. */
  readonly listed: readonly string[]
  readonly searched: readonly string[]
}

/** Of an edition that was never made. */
export const nothingMade: Made = {facts: [], loose: [], routes: new Map(), pages: [], listed: [], searched: []}

/** Where pages come from and go to. Documents are made first, in the order in which they are indexed for search. */
export interface Shelf {
  /** Is told how many documents there will be. */
  begin(documents: number): void
  /** Takes the file that was made last time; false where it is not there as it was made. */
  take(path: string): boolean
  write(path: string, bytes: Uint8Array): Promise<void>
  /**
   * Is told of each document that is searched, when it is written or taken.
   *
   * @param html absent where it is the one of last time
   */
  search(path: string, html?: string): Promise<void>
  /** Is told when all documents are there, and nothing else is yet. */
  end(): void
}

/** What is made of what. */
export interface Task {
  readonly app: App
  /** Where the site is published, without its path. */
  readonly site: string
  readonly before: Edition
  readonly after: Edition
  readonly last: Made
  readonly shelf: Shelf
}

/** A page and where it stands. */
interface Place {
  readonly page: PagePath
  readonly route: Route
  readonly url: string
  /** Its file, from the root of the site. */
  readonly path: string
}

export interface Remade extends Made {
  /** How many pages were made anew. */
  readonly anew: number
}

/** Makes every page of `after` that is not what it was in `before`, and takes the others. */
export async function remake(task: Task): Promise<Remade> {
  return await new Remaking(task).make()
}

class Remaking {
  readonly #task: Task
  readonly #watch: Watch
  readonly #isOther: (number: number) => boolean
  readonly #last: ReadonlyMap<string, NotedPage>
  readonly #were: Readonly<Record<'listed' | 'searched', ReadonlySet<string>>>
  readonly #routes = new Map<string, RoutePaths>()
  readonly #pages: NotedPage[] = []
  readonly #listed: string[] = []
  readonly #searched: string[] = []
  readonly #urls = new Set<string>()
  #anew = 0

  constructor(task: Task) {
    const {before, after, last} = task
    this.#task = task
    this.#watch = new Watch(after, last.facts)
    this.#isOther = differing(last.facts, comparing(before, after))
    this.#last = new Map(last.pages.map((page) => [page.pathname, page]))
    this.#were = {listed: new Set(last.listed), searched: new Set(last.searched)}
    handOver(this.#watch.edition)
    task.app.routeCache.clearAll()
  }

  async make(): Promise<Remade> {
    const {app, last, shelf} = this.#task
    await loadPages(app)
    const all = last.loose.some(this.#isOther)
    const [documents = [], others = []] = [true, false].map((isDocument) =>
      routesOf(app).filter(({type}) => (type === 'page') === isDocument),
    )
    const places = await this.#placesOf(documents, all)
    shelf.begin(places.length)
    for (const place of partByPart(places, partsFor(places.length))) await this.#make(place, all)
    shelf.end()
    for (const place of await this.#placesOf(others, all)) await this.#make(place, all)
    return {
      facts: this.#watch.facts,
      loose: this.#watch.loose,
      routes: this.#routes,
      pages: this.#pages,
      listed: this.#listed,
      searched: this.#searched,
      anew: this.#anew,
    }
  }

  /** The pages of some routes, each with its place; of two pages in one place, the first counts. */
  async #placesOf(routes: readonly Route[], all: boolean): Promise<Place[]> {
    const {base} = this.#task.app.manifest
    const places: Place[] = []
    for (const route of routes) {
      const {paths} = await this.#pathsOf(route, all)
      for (const page of paths) {
        const {url, file} = placeOf(page, route, base)
        if (this.#urls.has(url)) continue
        this.#urls.add(url)
        places.push({page, route, url, path: file})
      }
    }
    return places
  }

  async #make(place: Place, all: boolean): Promise<void> {
    if (all || !(await this.#reuse(place))) await this.#render(place)
  }

  /** The pages of a route: those of before where it read nothing that is another now. */
  async #pathsOf(route: Route, all: boolean): Promise<RoutePaths> {
    const key = routeKey(route)
    const last = this.#task.last.routes.get(key)
    const isKnown = last !== undefined && !all && !last.reading.some(this.#isOther)
    const found = isKnown ? last : await pathsOf(route, this.#task.app, this.#watch)
    this.#routes.set(key, found)
    return found
  }

  async #reuse({page: {pathname, props}, route, path}: Place): Promise<boolean> {
    const {shelf} = this.#task
    const last = this.#last.get(pathname)
    if (last === undefined || last.route !== routeKey(route)) return false
    if (props === undefined || last.props !== props || last.reading.some(this.#isOther)) return false
    if (last.file !== undefined && !shelf.take(path)) return false
    this.#pages.push(last)
    if (this.#were.listed.has(path)) this.#listed.push(path)
    if (!this.#were.searched.has(path)) return true
    this.#searched.push(path)
    await shelf.search(path)
    return true
  }

  async #render({page, route, url, path}: Place): Promise<void> {
    const {app, shelf} = this.#task
    // Or its route would be asked for its pages while one of them is made, and that would count as read.
    if (app.routeCache.get(route) === undefined) await pathsOf(route, app, this.#watch)
    const read = this.#watch.begin()
    const bytes = await this.#bytesOf(url, route)
    const noted = {...page, route: routeKey(route), reading: read()}
    this.#anew++
    this.#pages.push(bytes === undefined ? noted : {...noted, file: path})
    if (bytes === undefined) return
    await shelf.write(path, bytes)
    if (route.type !== 'page') return
    if (isListed(path, headOf(bytes))) this.#listed.push(path)
    if (!isSearched(bytes)) return
    this.#searched.push(path)
    await shelf.search(path, bytes.toString())
  }

  /** @throws with the address of the page, which the builder itself does not tell */
  async #bytesOf(url: string, routeData: Route): Promise<Buffer | undefined> {
    const {app, site} = this.#task
    try {
      const response = await app.render(new Request(new URL(url, site)), {routeData})
      return response.body === null ? undefined : Buffer.from(await response.arrayBuffer())
    } catch (error) {
      throw new Error(`${url} could not be made.`, {cause: error})
    }
  }
}

/** What a page says of itself before its body; all of it where it has no head. */
function headOf(page: Buffer): string {
  const end = page.indexOf('</head>')
  return page.toString('utf8', 0, end < 0 ? page.length : end)
}

/** Says of the number of a fact whether it is another one now. */
function differing(facts: readonly (Fact | Reading)[], differs: (fact: Fact) => boolean): (number: number) => boolean {
  const known: (boolean | undefined)[] = []
  const isOther = (number: number): boolean => {
    const fact = facts[number]
    if (fact === undefined) return true
    return (known[number] ??= isShared(fact) ? fact.some(isOther) : differs(fact))
  }
  return isOther
}
