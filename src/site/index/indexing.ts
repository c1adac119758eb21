/** Makes the search index of a site while its pages are written. */

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {close} from 'pagefind'
import type {ManifestFile} from '../manifest.ts'
import {here} from './apart.ts'
import type {Joins} from './apart.ts'
import {Feeder, orDeath} from './feeding.ts'
import type {IndexedPage} from './feeding.ts'
import type {IndexedPages} from './joining.ts'
import {indexFolder} from './order.ts'
import type {LastIndex} from './order.ts'
import type {Limits} from './splitting.ts'

/** How many pages are together. */
export interface Sizes extends Limits {
  /** Pages that Pagefind is given at a time. */
  readonly part: number
}

/** Pages that are kept in memory for Pagefind, while it reads those before them or writes a part. */
const mostWaiting = 256

/** An index that is written. */
export interface Indexed {
  readonly pages: IndexedPages
  /** When, in milliseconds since 1970. */
  readonly ended: number
}

/** ARCHITECTURE.md, “Growth”. */
const usual: Sizes = {part: 2000, most: 2000, newest: 600}

/** Whether a page asks to be searched. */
export function isSearched(page: string | Buffer): boolean {
  return page.includes('data-pagefind-body')
}

/** The site whose index it is. */
export interface IndexedFolder {
  /** Its files, to which those of the index are added. */
  readonly files: Map<string, ManifestFile>
  /** Takes the file of the last site; false where it is not there as it was made. */
  take(path: string): boolean
}

/**
 * The index of a site. Pages are told of in any order, and the same pages give the same bytes. Pagefind is given one
 * after another, while whoever writes them goes on; pages that the last site has are taken from its index.
 */
export class SiteIndex {
  /** Where the parts are, as long as they are needed. */
  readonly #parts: string
  readonly #folder: string
  readonly #site: IndexedFolder
  readonly #joins: Joins
  readonly #last: LastIndex | undefined
  readonly #sizes: Sizes
  readonly #feeder: Feeder
  readonly #kept = new Set<string>()
  /** Pages that are not the last index’s. */
  #added = 0
  /** Those of them that Pagefind is not given yet. */
  #waiting = 0
  /** What was asked for, one thing after the other. */
  #turn = Promise.resolve()
  readonly #ordered = Promise.withResolvers<void>()

  /** @param folder of the site */
  constructor(folder: string, site: IndexedFolder, joins: Joins, last?: LastIndex, sizes = usual) {
    this.#parts = join(folder, indexFolder, 'parts')
    this.#folder = folder
    this.#site = site
    this.#joins = joins
    this.#last = last
    this.#sizes = sizes
    this.#feeder = new Feeder(this.#parts, sizes.part)
  }

  /** Whether so many pages wait that they are better on the disk than in memory. */
  get isBehind(): boolean {
    return this.#waiting >= mostWaiting
  }

  /**
   * When Pagefind has written what it was given, and all that is left to do is done by whoever joins the index. Where few
   * pages are new, that is soon, and what else this process does would keep it from that.
   */
  get isAsGoodAsOrdered(): Promise<void> {
    return this.#added > mostWaiting ? Promise.resolve() : this.#ordered.promise
  }

  /** @param read is asked for the page when Pagefind has been given those before it */
  add(path: string, read: () => string | Promise<string>): void {
    if (this.#added++ === 0 && this.#last !== undefined) this.#joins.expect(this.#last)
    this.#waiting++
    this.#next(async () => {
      const html = await read()
      this.#waiting--
      await this.#feeder.add({path, html})
    })
  }

  /**
   * Takes a page from the last index.
   *
   * @returns false where it is not there
   */
  keep(path: string): boolean {
    if (this.#last?.pages.has(path) !== true) return false
    this.#kept.add(path)
    return true
  }

  /** Lets Pagefind write what it has, for there will be few more pages. */
  pause(): void {
    this.#next(() => this.#feeder.endPart())
  }

  /**
   * Writes the index: there are no more pages.
   *
   * @throws where it could not be written
   */
  async end(): Promise<Indexed> {
    let indexed: Indexed = {pages: new Map(), ended: 0}
    this.pause()
    this.#next(async () => {
      indexed = await this.#join()
      rmSync(this.#parts, {recursive: true, force: true})
    })
    try {
      await orDeath(this.#turn)
      return indexed
    } finally {
      await close()
    }
  }

  #next(step: () => Promise<void>): void {
    this.#turn = this.#turn.then(step)
    // It is waited for later, and may fail before.
    this.#turn.catch(() => undefined)
  }

  async #join(): Promise<Indexed> {
    const [last, {parts}] = [this.#last, this.#feeder]
    if (last !== undefined && parts.length === 0 && this.#kept.size === last.pages.size) {
      for (const path of last.files) this.#site.take(path)
      return {pages: last.pages, ended: Date.now()}
    }
    const joining = this.#joins.join({site: this.#folder, parts, last, kept: this.#kept, limits: this.#sizes})
    this.#ordered.resolve()
    const {written, taken, ...indexed} = await joining
    for (const file of written) this.#site.files.set(file.path, file)
    for (const path of taken) this.#site.take(path)
    return indexed
  }
}

/**
 * Writes the index of pages that are at hand into the folder of a site.
 *
 * @param sizes where they are other than usual
 */
export async function indexPages(
  pages: Iterable<IndexedPage>,
  folder: string,
  sizes: Partial<Sizes> = {},
): Promise<IndexedPages> {
  const site = {files: new Map<string, ManifestFile>(), take: () => false}
  const index = new SiteIndex(folder, site, here, undefined, {...usual, ...sizes})
  for (const page of pages) index.add(page.path, () => page.html)
  return (await index.end()).pages
}
