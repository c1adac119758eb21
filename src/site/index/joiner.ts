/** The program of a thread that joins an index, once, for the one that has begun it (`indexing.ts`). */

import {once} from 'node:events'
import {join} from 'node:path'
import {parentPort, Worker, workerData} from 'node:worker_threads'
import {earlierFolder} from '../../search/pagefind.ts'
import type {ManifestFile} from '../manifest.ts'
import {itemsOf} from './cbor.ts'
import {openFiles} from './format.ts'
import type {IndexedPages, Output, Source} from './joining.ts'
import type {Packet} from './packer.ts'
import {joinHalves} from './splitting.ts'
import type {Limits} from './splitting.ts'
import {listsOf} from './words.ts'

/** The index of the last site, whose files are as they were written. */
export interface LastIndex {
  /** The folder of its site. */
  readonly folder: string
  /** Its files, from there. */
  readonly files: readonly string[]
  /** As `joinHalves` returned them. */
  readonly pages: IndexedPages
}

/** What is known of an index before there is anything of it. */
export interface Plan {
  /** The folder of the new site. */
  readonly site: string
  /** That of its index, from there, with a slash at its end. */
  readonly below: string
  readonly limits: Limits
  readonly last: LastIndex | undefined
}

/** What Pagefind has written. */
export interface Part {
  readonly folder: string
  /** In the order of their numbers. */
  readonly pages: IndexedPages
}

/** What an index is made of. */
export interface Order {
  readonly parts: readonly Part[]
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

const {site, below, limits, last} = workerData as Plan
const packer = new Worker(new URL('packer.ts', import.meta.url), {workerData: site})
// Read while Pagefind reads the pages that are others now.
const halves = last === undefined ? [] : halvesOf(last)

// Who has begun this is told by Node what is thrown here.
parentPort?.once('message', (order: Order) => void deliver(order))

async function deliver({parts, kept}: Order): Promise<void> {
  const old = halves.map((half): Source => ({...half, takes: (path) => kept.has(path)}))
  const fresh = parts.flatMap(({folder, pages}): Source[] => {
    const files = openFiles(folder)
    return files === undefined ? [] : [{files, pages, lists: () => listsOf(files), takes: () => true}]
  })
  const index = new NewIndex()
  const pages = joinHalves([...old, ...fresh], index, below, limits)
  const delivery: Delivery = {pages, taken: index.taken, written: await index.written()}
  parentPort?.postMessage(delivery, [])
}

class NewIndex implements Output {
  readonly taken: string[] = []
  readonly #last: ReadonlySet<string> = new Set(last?.files)

  take(path: string): boolean {
    if (!this.#last.has(path)) return false
    this.taken.push(path)
    return true
  }

  write(path: string, content: Uint8Array): void {
    this.#send({path, content})
  }

  pack(path: string, content: Uint8Array): void {
    this.#send({path, content, isPacked: true})
  }

  copy(path: string, from: string): void {
    this.#send({path, from})
  }

  /** Its files, when all of them are written. */
  async written(): Promise<readonly ManifestFile[]> {
    packer.postMessage(undefined, [])
    const [files] = (await once(packer, 'message')) as [readonly ManifestFile[]]
    return files
  }

  #send(packet: Packet): void {
    packer.postMessage(packet, [])
  }
}

/** The last index, or both halves of it. */
function halvesOf({folder, pages}: LastIndex): Omit<Source, 'takes'>[] {
  const left = [...pages]
  return [below, `${below}${earlierFolder}/`].flatMap((half) => {
    const files = left.length === 0 ? undefined : openFiles(join(folder, half))
    if (files === undefined) return []
    const lists = [...listsOf(files)]
    return [{files, pages: new Map(left.splice(0, itemsOf(files.meta[1]).length)), folder: half, lists: () => lists}]
  })
}
