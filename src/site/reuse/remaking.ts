/** Makes the pages of an edition with what is known of those of another, if anything: only those that read what differs. */

import {isSearched} from '../index/indexing.ts'
import type {Clock} from '../phases.ts'
import {isListed} from '../sitemap.ts'
import {UnderWay} from '../underway.ts'
import {comparing} from './comparing.ts'
import {handOver} from './handing.ts'
import {packReading, unpackReading} from './packing.ts'
import type {PackedReading} from './packing.ts'
import {forgetPaths, pathsOf, placeOf, routeKey, routesOf} from './paths.ts'
import type {App, PagePath, Route, RoutePaths} from './paths.ts'
import {isShared, Watch} from './watching.ts'
import type {Edition, Fact, Reading} from './watching.ts'

/** A page that was made. */
export interface NotedPage extends PagePath {
  readonly route: string
  readonly reading: PackedReading
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

/** How many pictures may be on their way: enough for those who draw while the longest of the other files is made. */
const mostDrawing = 64

/** Of an edition that was never made. */
export const nothingMade: Made = {facts: [], loose: [], routes: new Map(), pages: [], listed: [], searched: []}

/** Where pages come from and go to. Documents are made first, and most of those that are searched before all others. */
export interface Shelf {
  readonly clock: Clock
  /** Takes the file that was made last time; false where it is not there as it was made. */
  take(path: string): boolean
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Writes a file that is made while it is written. */
  pour(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /**
   * Is told of each document that is searched, when it is taken, written or on its way to the disk.
   *
   * @param page absent where it was taken
   */
  search(path: string, page?: Buffer): void
  /** Is told when few documents that are searched will come, if any. */
  pause(): void
  /**
   * Is told when all documents are there, and nothing else is yet.
   *
   * @returns when they are indexed
   */
  end(): Promise<void>
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
  readonly #keys = new Map<Route, string>()
  readonly #drawing = new UnderWay(mostDrawing)
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
    const all = last.loose.some(this.#isOther)
    const [documents = [], others = []] = [true, false].map((isDocument) =>
      routesOf(app).filter(({type}) => (type === 'page') === isDocument),
    )
    await this.#makeDocuments(documents, all)
    const pages = this.#anew
    shelf.clock.made('pages', pages)
    await shelf.end()
    await this.#makeOthers(others, all)
    shelf.clock.made('others', this.#anew - pages)
    // From here on, all that is needed of the edition is what was noted of it.
    handOver(undefined)
    return {
      facts: this.#watch.facts,
      // Where few pages are made, few modules are loaded: the others read what they read before.
      loose: [...new Set([...(all ? [] : last.loose), ...this.#watch.loose])],
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

  /** Of the pages of a route mostly all are searched, or none: the last build tells, or the first of them. */
  async #makeDocuments(routes: readonly Route[], all: boolean): Promise<void> {
    const places = await this.#placesOf(routes, all)
    this.#task.shelf.clock.done('begun')
    const searched: IterableIterator<Place>[] = []
    const others: IterableIterator<Place>[] = []
    const were = this.#were.searched
    for (const group of Map.groupBy(places, ({route}) => route).values()) {
      const left = group.values()
      const isSearched = were.size > 0 ? group.some(({path}) => were.has(path)) : await this.#isSearched(left, all)
      ;(isSearched ? searched : others).push(left)
    }
    for (const left of searched) await this.#makeAll(left, all)
    this.#task.shelf.pause()
    for (const left of others) await this.#makeAll(left, all)
  }

  /** Makes the first of some pages, and tells whether it is searched. */
  async #isSearched(left: Iterator<Place>, all: boolean): Promise<boolean> {
    const before = this.#searched.length
    const first = left.next()
    if (first.done !== true) await this.#make(first.value, all)
    return this.#searched.length > before
  }

  /** Pictures are drawn by other processes (`drawers.ts`) while this one makes all that is no document. */
  async #makeOthers(routes: readonly Route[], all: boolean): Promise<void> {
    const [pictured = [], others = []] = [true, false].map((is) => routes.filter((route) => isDrawn(route) === is))
    const pictures = (await this.#placesOf(pictured, all)).values()
    const beginPictures = async () => {
      if (!this.#drawing.hasRoom) return
      for (const place of pictures) {
        await this.#make(place, all)
        if (!this.#drawing.hasRoom) return
      }
    }
    try {
      for (const route of others) await this.#makeAll(await this.#placesOf([route], all), all, beginPictures)
      for (const place of pictures) await this.#make(place, all)
      for (const route of pictured) forgetPaths(route, this.#task.app)
    } finally {
      await this.#drawing.all()
    }
  }

  /**
   * Makes pages of one route, the last of it among them: until then, what it gives to its pages is in memory.
   *
   * @param before is done before each of them
   */
  async #makeAll(places: Iterable<Place>, all: boolean, before = async () => Promise.resolve()): Promise<void> {
    let route: Route | undefined
    for (const place of places) {
      ;({route} = place)
      await before()
      await this.#make(place, all)
    }
    if (route !== undefined) forgetPaths(route, this.#task.app)
  }

  async #make(place: Place, all: boolean): Promise<void> {
    if (all || !(await this.#reuse(place))) await this.#render(place)
  }

  /** One string for all pages of a route. */
  #keyOf(route: Route): string {
    const key = this.#keys.get(route) ?? routeKey(route)
    this.#keys.set(route, key)
    return key
  }

  /** The pages of a route: those of before where it read nothing that is another now. */
  async #pathsOf(route: Route, all: boolean): Promise<RoutePaths> {
    const key = this.#keyOf(route)
    const last = this.#task.last.routes.get(key)
    const isKnown = last !== undefined && !all && !last.reading.some(this.#isOther)
    const found = isKnown ? last : await pathsOf(route, this.#task.app, this.#watch)
    this.#routes.set(key, found)
    return found
  }

  async #reuse({page: {pathname, props}, route, path}: Place): Promise<boolean> {
    const {shelf} = this.#task
    const last = this.#last.get(pathname)
    if (last === undefined || last.route !== this.#keyOf(route)) return false
    if (props === undefined || last.props !== props || unpackReading(last.reading).some(this.#isOther)) return false
    if (last.file !== undefined && !shelf.take(path)) return false
    this.#pages.push(last)
    if (this.#were.listed.has(path)) this.#listed.push(path)
    if (!this.#were.searched.has(path)) return true
    this.#searched.push(path)
    shelf.search(path)
    return true
  }

  async #render({page, route, url, path}: Place): Promise<void> {
    const {app, shelf} = this.#task
    // Or its route would be asked for its pages while one of them is made, and that would count as read.
    if (app.routeCache.get(route) === undefined) await pathsOf(route, app, this.#watch)
    const read = this.#watch.begin()
    const body = await orSay(url, async () => this.#bodyOf(url, route))
    const isLong = body !== undefined && !Buffer.isBuffer(body)
    if (isLong && !isDrawn(route)) await orSay(url, async () => shelf.pour(path, body))
    const noted = {...page, route: this.#keyOf(route), reading: packReading(read())}
    this.#anew++
    this.#pages.push(body === undefined ? noted : {...noted, file: path})
    if (isLong && isDrawn(route)) await this.#draw(url, path, body)
    if (body === undefined || isLong) return
    await shelf.write(path, body)
    if (route.type !== 'page') return
    if (isListed(path, headOf(body))) this.#listed.push(path)
    if (!isSearched(body)) return
    this.#searched.push(path)
    shelf.search(path, body)
  }

  /** Begins to draw a picture, which has read all that it reads. */
  async #draw(url: string, path: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    const {shelf} = this.#task
    const draw = async () => {
      const pieces: Uint8Array[] = []
      for await (const piece of body) pieces.push(piece)
      await shelf.write(path, Buffer.concat(pieces))
    }
    await this.#drawing.begin(path, async () => orSay(url, draw))
  }

  /** What a route answers with, if anything: all of it, or where it comes in pieces, these. */
  async #bodyOf(url: string, routeData: Route): Promise<Buffer | AsyncIterable<Uint8Array> | undefined> {
    const {app, site} = this.#task
    const response = await app.render(new Request(new URL(url, site)), {routeData})
    if (response.body === null) return undefined
    if (routeData.type === 'page') return Buffer.from(await response.arrayBuffer())
    const pieces = response.body.values()
    return isDrawn(routeData) ? pieces : await wholeOrPieces(pieces)
  }
}

/** Whether what a route answers with is drawn when it is read. */
function isDrawn({route}: Route): boolean {
  return route.endsWith('.png')
}

/** @throws with the address of the page, which the builder itself does not tell */
async function orSay<Made>(url: string, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make()
  } catch (error) {
    throw new Error(`${url} could not be made.`, {cause: error})
  }
}

/** Most files come in one piece; of one that does not, no more than that is in memory. */
async function wholeOrPieces(pieces: AsyncIterableIterator<Uint8Array>): Promise<Buffer | AsyncIterable<Uint8Array>> {
  const [first, second] = [await pieces.next(), await pieces.next()]
  if (first.done === true) return Buffer.alloc(0)
  if (second.done === true) return Buffer.from(first.value.buffer, first.value.byteOffset, first.value.length)
  return (async function* () {
    yield first.value
    yield second.value
    yield* pieces
  })()
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
