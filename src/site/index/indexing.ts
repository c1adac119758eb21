/** Makes the search index of a site while its pages are written. */

import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {close} from 'pagefind'
import {earlierFolder} from '../../search/pagefind.ts'
import {SiteFolder} from '../folder.ts'
import {itemsOf} from './cbor.ts'
import {Feeder, orDeath} from './feeding.ts'
import type {IndexedPage} from './feeding.ts'
import {openFiles} from './format.ts'
import type {IndexedPages, Output, Source} from './joining.ts'
import {joinHalves} from './splitting.ts'
import type {Limits} from './splitting.ts'

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

/** The index of the last site, whose files are as they were written. */
export interface LastIndex {
  /** The folder of its site. */
  readonly folder: string
  /** Its files, from there. */
  readonly files: readonly string[]
  /** As `joinHalves` returned them. */
  readonly pages: IndexedPages
}

/**
 * The index of a site. Pages are told of in any order, and the same pages give the same bytes. Pagefind is given one
 * after another, while whoever writes them goes on; pages that the last site has are taken from its index.
 */
export class SiteIndex {
  /** Where the parts are, as long as they are needed. */
  readonly #parts: string
  readonly #output: Output
  readonly #last: LastIndex | undefined
  readonly #sizes: Sizes
  readonly #feeder: Feeder
  readonly #kept = new Set<string>()
  /** Pages that Pagefind is not given yet. */
  #waiting = 0
  /** What was asked for, one thing after the other. */
  #turn = Promise.resolve()

  /** @param folder of the site */
  constructor(folder: string, output: Output, last?: LastIndex, sizes = usual) {
    this.#parts = join(folder, indexFolder, 'parts')
    this.#output = output
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
   * @returns them, when all of it is written or on its way to the disk
   * @throws where it could not be
   */
  async end(): Promise<IndexedPages> {
    let pages: IndexedPages = new Map()
    this.pause()
    this.#next(async () => {
      pages = await this.#join()
      rmSync(this.#parts, {recursive: true, force: true})
    })
    try {
      await orDeath(this.#turn)
      return pages
    } finally {
      await close()
    }
  }

  #next(step: () => Promise<void>): void {
    this.#turn = this.#turn.then(step)
    // It is waited for later, and may fail before.
    this.#turn.catch(() => undefined)
  }

  async #join(): Promise<IndexedPages> {
    const [last, {parts}] = [this.#last, this.#feeder]
    if (last !== undefined && parts.length === 0 && this.#kept.size === last.pages.size) {
      for (const path of last.files) this.#output.take(path)
      return last.pages
    }
    return await joinHalves([...this.#lastHalves(), ...parts], this.#output, indexFolder, this.#sizes)
  }

  /** The last index, or both halves of it. */
  #lastHalves(): Source[] {
    const left = [...(this.#last?.pages ?? [])]
    return [indexFolder, `${indexFolder}${earlierFolder}/`].flatMap((folder): Source[] => {
      const files = left.length === 0 ? undefined : openFiles(join(this.#last?.folder ?? '', folder))
      if (files === undefined) return []
      const pages = new Map(left.splice(0, itemsOf(files.meta[1]).length))
      return [{files, pages, folder, takes: (path) => this.#kept.has(path)}]
    })
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
  const site = new SiteFolder(folder)
  const index = new SiteIndex(folder, {take: () => false, write: (path, bytes) => site.write(path, bytes)}, undefined, {
    ...usual,
    ...sizes,
  })
  for (const page of pages) index.add(page.path, () => page.html)
  const indexed = await index.end()
  await site.written()
  return indexed
}
