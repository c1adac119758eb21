/** The folder of a site whose search index is made while its pages are. */

import {SiteFolder} from '../folder.ts'
import type {ManifestFile} from '../manifest.ts'
import {Clock} from '../phases.ts'
import {soundContent} from '../verdict.ts'
import {SiteIndex} from './indexing.ts'
import type {LastIndex} from './joiner.ts'
import type {IndexedPages} from './joining.ts'

export abstract class IndexedSite extends SiteFolder {
  readonly clock = new Clock()
  protected readonly index: SiteIndex
  #indexed: IndexedPages = new Map()

  constructor(folder: string, last?: LastIndex) {
    super(folder)
    this.index = new SiteIndex(folder, this, last)
  }

  /** Takes the file that was made last time; false where it is not there as it was made. */
  abstract take(path: string): boolean

  /** The pages of the index, once it has ended. */
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

  note(file: ManifestFile): void {
    this.files.set(file.path, file)
  }

  pause(): void {
    this.index.pause()
  }

  /** Has nothing more indexed. */
  async drop(): Promise<void> {
    await this.index.drop()
  }

  /** Other files take as long as all that is made before, and wait for the verdict on the content. */
  async end(): Promise<void> {
    this.#indexed = await this.index.end()
    this.clock.done('index')
    await soundContent()
  }
}
