/** The program of a thread that joins an index, once, for the one that has begun it (`indexing.ts`). */

import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parentPort} from 'node:worker_threads'
import {earlierFolder} from '../../search/pagefind.ts'
import {manifestFile} from '../manifest.ts'
import type {ManifestFile} from '../manifest.ts'
import {itemsOf} from './cbor.ts'
import {openFiles} from './format.ts'
import type {IndexedPages, Output, Source} from './joining.ts'
import {joinHalves} from './splitting.ts'
import type {Limits} from './splitting.ts'

/** The index of the last site, whose files are as they were written. */
export interface LastIndex {
  /** The folder of its site. */
  readonly folder: string
  /** Its files, from there. */
  readonly files: readonly string[]
  /** As `joinHalves` returned them. */
  readonly pages: IndexedPages
}

/** What Pagefind has written. */
export interface Part {
  readonly folder: string
  /** In the order of their numbers. */
  readonly pages: IndexedPages
}

/** What an index is made of, and where. */
export interface Order {
  /** The folder of the new site. */
  readonly site: string
  /** That of its index, from there, with a slash at its end. */
  readonly below: string
  readonly limits: Limits
  readonly parts: readonly Part[]
  readonly last: LastIndex | undefined
  /** The paths of the pages that are taken of the last index. */
  readonly kept: ReadonlySet<string>
}

/** An index that is made. */
export interface Delivery {
  /** As `joinHalves` returns them. */
  readonly pages: IndexedPages
  /** Its files that the last one has, and those that were written, from the root of the site. */
  readonly taken: readonly string[]
  readonly written: readonly ManifestFile[]
}

// Who has begun this is told by Node what is thrown here.
parentPort?.once('message', (order: Order) => parentPort?.postMessage(deliver(order), []))

function deliver({site, below, limits, parts, last, kept}: Order): Delivery {
  const folder = new NewIndex(site, last)
  const fresh = parts.flatMap(({folder: path, pages}): Source[] => {
    const files = openFiles(path)
    return files === undefined ? [] : [{files, pages, takes: () => true}]
  })
  const pages = joinHalves([...halvesOf(last, below, kept), ...fresh], folder, below, limits)
  const {taken, written} = folder
  return {pages, taken, written}
}

/** Nothing else is done here meanwhile: so each file is written when it is made. */
class NewIndex implements Output {
  readonly taken: string[] = []
  readonly written: ManifestFile[] = []
  readonly #site: string
  readonly #last: ReadonlySet<string>
  /** The folders that are there. */
  readonly #made = new Set<string>()

  constructor(site: string, last: LastIndex | undefined) {
    this.#site = site
    this.#last = new Set(last?.files)
  }

  take(path: string): boolean {
    if (!this.#last.has(path)) return false
    this.taken.push(path)
    return true
  }

  write(path: string, bytes: Uint8Array): void {
    const place = join(this.#site, path)
    const folder = dirname(place)
    if (!this.#made.has(folder)) mkdirSync(folder, {recursive: true})
    this.#made.add(folder)
    writeFileSync(place, bytes)
    this.written.push(manifestFile(path, bytes))
  }
}

/** The last index, or both halves of it. */
function halvesOf(last: LastIndex | undefined, below: string, kept: ReadonlySet<string>): Source[] {
  const left = [...(last?.pages ?? [])]
  return [below, `${below}${earlierFolder}/`].flatMap((folder): Source[] => {
    const files = left.length === 0 ? undefined : openFiles(join(last?.folder ?? '', folder))
    if (files === undefined) return []
    const pages = new Map(left.splice(0, itemsOf(files.meta[1]).length))
    return [{files, pages, folder, takes: (path) => kept.has(path)}]
  })
}
