/** The folder of a site whose search index is made while its pages are. */

import {SiteFolder} from '../folder.ts'
import {Clock} from '../phases.ts'
import {soundContent} from '../verdict.ts'
import {Apart} from './apart.ts'
import {SiteIndex} from './indexing.ts'
import type {IndexedPages} from './joining.ts'
import type {LastIndex} from './order.ts'

export abstract class IndexedSite extends SiteFolder {
  readonly clock = new Clock()
  protected readonly index: SiteIndex
  #indexed: IndexedPages = new Map()
  #indexing = Promise.resolve()

  constructor(folder: string, last?: LastIndex) {
    super(folder)
    this.index = new SiteIndex(folder, this, new Apart(), last)
  }

  /** Takes the file that was made last time; false where it is not there as it was made. */
  abstract take(path: string): boolean

  /** The pages of the index, once all is written. */
  get indexed(): IndexedPages {
    return this.#indexed
  }

  /**
   * Has a page indexed that was taken, or written.
   *
   * @param page absent where it is not at hand
   */
  search(path: string, page?: Buffer): void {
    const kept = this.index.isBehind ? undefined : page
    this.index.add(path, () => kept?.toString() ?? this.read(path))
  }

  pause(): void {
    this.index.pause()
  }

  /** The index is joined while other files are made. They take long, and wait for the verdict on the content. */
  async end(): Promise<void> {
    this.#indexing = this.#endIndex()
    await Promise.race([this.index.isAsGoodAsOrdered, this.#indexing])
    // It is waited for later, and may fail before.
    this.#indexing.catch(() => undefined)
    await soundContent()
  }

  override async written(): Promise<void> {
    await this.#indexing
    await super.written()
  }

  async #endIndex(): Promise<void> {
    const {pages, ended} = await this.index.end()
    this.#indexed = pages
    this.clock.done('index', ended)
  }
}
