/** Makes the search index of a site while its pages are written. */

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {close} from 'pagefind'
import type {ManifestFile} from '../manifest.ts'
import {Feeder, orDeath} from './feeding.ts'
import type {IndexedPage} from './feeding.ts'
import type {Delivery, LastIndex} from './joiner.ts'
import type {IndexedPages} from './joining.ts'
import type {Limits} from './splitting.ts'
import {JoinerThread} from './thread.ts'

/** How many pages are together. */
export interface Sizes extends Limits {
  /** Pages that Pagefind is given at a time. */
  readonly part: number
}

/** Pages that are kept in memory for Pagefind, while it reads those before them or writes a part. */
const mostWaiting = 256

/** ARCHITECTURE.md, “Growth”. */
const usual: Sizes = {part: 2000, most: 2000, newest: 600}

/** Where the index is, from the root of a site. */
export const indexFolder = 'pagefind/'

/** Whether a page asks to be searched. */
export function isSearched(page: string | Buffer): boolean {
  return page.includes('data-pagefind-body')
}

/** What the files of an index are told to. */
export interface Listing {
  /** Takes a file of the last index, which is there as it was made. */
  take(path: string): void
  /** Notes a file that was written. */
  note(file: ManifestFile): void
}

/**
 * The index of a site. Pages are told of in any order, and the same pages give the same bytes. Pagefind is given one
 * after another, while whoever writes them goes on; pages that the last site has are taken from its index.
 */
export class SiteIndex {
  readonly #site: string
  /** Where the parts are, as long as they are needed. */
  readonly #parts: string
  readonly #listing: Listing
  readonly #last: LastIndex | undefined
  readonly #sizes: Sizes
  readonly #feeder: Feeder
  readonly #kept = new Set<string>()
  #joiner: JoinerThread | undefined
  #isPaused = false
  /** Whether there were more pages after it was paused. */
  #isLate = false
  /** The index of those that there were before. */
  #early: Promise<Delivery> | undefined
  /** Pages that Pagefind is not given yet. */
  #waiting = 0
  /** What was asked for, one thing after the other. */
  #turn = Promise.resolve()

  /** @param site the folder that the index is in */
  constructor(site: string, listing: Listing, last?: LastIndex, sizes = usual) {
    this.#site = site
    this.#parts = join(site, indexFolder, 'parts')
    this.#listing = listing
    this.#last = last
    this.#sizes = sizes
    this.#feeder = new Feeder(this.#parts, sizes.part)
  }

  /** Whether so many pages wait that they are better on the disk than in memory. */
  get isBehind(): boolean {
    return this.#waiting >= mostWaiting
  }

  /** @param read is asked for the page when Pagefind has been given those before it */
  add(path: string, read: () => string | Promise<string>): void {
    this.#isLate ||= this.#isPaused
    // It loads what it needs while the first pages are indexed.
    this.#joiner ??= this.#newJoiner()
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
    this.#isLate ||= this.#isPaused
    this.#kept.add(path)
    return true
  }

  /** Begins to join what there is, for there will be few more pages, and mostly none. */
  pause(): void {
    this.#isPaused = true
    this.#next(async () => {
      await this.#feeder.endPart()
      if (this.#isLate || this.#isSame || this.#isEmpty) return
      this.#early = this.#join()
      // It is waited for later, and may fail before.
      this.#early.catch(() => undefined)
    })
  }

  /**
   * Writes the index: there are no more pages.
   *
   * @returns them, when all of it is written
   * @throws where it could not be
   */
  async end(): Promise<IndexedPages> {
    let pages: IndexedPages = new Map()
    this.#next(async () => {
      await this.#feeder.endPart()
      pages = await this.#joined()
      rmSync(this.#parts, {recursive: true, force: true})
    })
    try {
      await orDeath(this.#turn)
      return pages
    } finally {
      await close()
      await this.drop()
    }
  }

  /** Has nothing more written, where there will be no index. */
  async drop(): Promise<void> {
    await this.#joiner?.end()
  }

  #next(step: () => Promise<void>): void {
    this.#turn = this.#turn.then(step)
    // It is waited for later, and may fail before.
    this.#turn.catch(() => undefined)
  }

  /** Whether the last index is that of the pages that there are. */
  get #isSame(): boolean {
    return this.#feeder.parts.length === 0 && this.#kept.size === this.#last?.pages.size
  }

  /** Whether there is no page, which is an error only where none comes. */
  get #isEmpty(): boolean {
    return this.#feeder.parts.length === 0 && this.#kept.size === 0
  }

  async #joined(): Promise<IndexedPages> {
    const early = await this.#early
    if (early !== undefined && !this.#isLate) return this.#list(early)
    // Its files are of another index.
    for (const {path} of early?.written ?? []) rmSync(join(this.#site, path))
    if (!this.#isSame || this.#last === undefined) return this.#list(await this.#join())
    return this.#list({pages: this.#last.pages, taken: this.#last.files, written: []})
  }

  #join(): Promise<Delivery> {
    const joiner = this.#early === undefined ? this.#joiner : undefined
    this.#joiner = joiner ?? this.#newJoiner()
    return this.#joiner.join({parts: this.#feeder.parts, kept: this.#kept})
  }

  #newJoiner(): JoinerThread {
    return new JoinerThread({site: this.#site, below: indexFolder, limits: this.#sizes, last: this.#last})
  }

  #list({pages, taken, written}: Delivery): IndexedPages {
    for (const path of taken) this.#listing.take(path)
    for (const file of written) this.#listing.note(file)
    return pages
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
  const nobody = () => undefined
  const index = new SiteIndex(folder, {take: nobody, note: nobody}, undefined, {...usual, ...sizes})
  for (const page of pages) index.add(page.path, () => page.html)
  return await index.end()
}
