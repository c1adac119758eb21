/** Makes the pages of an edition with what is known of those of another: only those that read what differs. */

import {isSearched} from '../indexing.ts'
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

/** The documents among the pages, which come first. */
export interface Documents {
  /** How many there are, also of two in one place. */
  readonly count: number
  /** Those that are searched, by their files. */
  readonly searched: readonly string[]
}

/** Where pages come from and go to. */
export interface Shelf {
  /** Takes the file that was made last time; false where it is not there as it was made. */
  take(path: string): boolean
  write(path: string, bytes: Uint8Array): void
  /** Is told when all documents are made, and nothing else is yet. */
  index(documents: Documents): void
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
  #documents = 0
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
    const {app, last} = this.#task
    await loadPages(app)
    const all = last.loose.some(this.#isOther)
    const routes = routesOf(app)
    const isDocument = ({type}: Route) => type === 'page'
    await this.#make(routes.filter(isDocument), all)
    this.#task.shelf.index({count: this.#documents, searched: this.#searched})
    await this.#make(
      routes.filter((route) => !isDocument(route)),
      all,
    )
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

  async #make(routes: readonly Route[], all: boolean): Promise<void> {
    const {base} = this.#task.app.manifest
    for (const route of routes) {
      const {paths} = await this.#pathsOf(route, all)
      for (const path of paths) {
        const {url, file} = placeOf(path, route, base)
        if (route.type === 'page') this.#documents++
        // Of two pages in one place, the first counts.
        if (this.#urls.has(url)) continue
        this.#urls.add(url)
        if (all || !this.#reuse(path, route)) await this.#render(path, route, url, file)
      }
    }
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

  #reuse({pathname, props}: PagePath, route: Route): boolean {
    const last = this.#last.get(pathname)
    if (last === undefined || last.route !== routeKey(route)) return false
    if (props === undefined || last.props !== props || last.reading.some(this.#isOther)) return false
    const {file} = last
    if (file !== undefined && !this.#task.shelf.take(file)) return false
    this.#pages.push(last)
    if (file !== undefined && this.#were.listed.has(file)) this.#listed.push(file)
    if (file !== undefined && this.#were.searched.has(file)) this.#searched.push(file)
    return true
  }

  async #render({pathname, props}: PagePath, route: Route, url: string, file: string): Promise<void> {
    const {app, site, shelf} = this.#task
    // Or its route would be asked for its pages while one of them is made, and that would count as read.
    if (app.routeCache.get(route) === undefined) await pathsOf(route, app, this.#watch)
    const read = this.#watch.begin()
    const response = await app.render(new Request(new URL(url, site)), {routeData: route})
    const bytes = response.body === null ? undefined : Buffer.from(await response.arrayBuffer())
    const page = {pathname, props, route: routeKey(route), reading: read()}
    this.#anew++
    this.#pages.push(bytes === undefined ? page : {...page, file})
    if (bytes === undefined) return
    shelf.write(file, bytes)
    if (route.type !== 'page') return
    const html = bytes.toString()
    if (isListed(file, html)) this.#listed.push(file)
    if (isSearched(html)) this.#searched.push(file)
  }
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
