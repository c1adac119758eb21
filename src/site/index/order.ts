/** An index that is to be joined, told so that another process can do it. */

import {join} from 'node:path'
import {earlierFolder} from '../../search/pagefind.ts'
import {SiteFolder} from '../folder.ts'
import type {ManifestFile} from '../manifest.ts'
import {itemsOf} from './cbor.ts'
import {entryFile, openFiles} from './format.ts'
import type {IndexFiles} from './format.ts'
import type {IndexedPages, Source} from './joining.ts'
import {joinHalves} from './splitting.ts'
import type {Limits} from './splitting.ts'

/** Where the index is, from the root of a site. */
export const indexFolder = 'pagefind/'

/** A part that Pagefind has written. */
export interface Part {
  readonly folder: string
  readonly pages: IndexedPages
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

export interface Order {
  /** The folder of the new site. */
  readonly site: string
  readonly parts: readonly Part[]
  readonly last: LastIndex | undefined
  /** The paths of the pages that are taken of the last index. */
  readonly kept: ReadonlySet<string>
  readonly limits: Limits
}

/** The index that was ordered. */
export interface Delivery {
  readonly pages: IndexedPages
  /** The files that were written; they are on the disk. */
  readonly written: readonly ManifestFile[]
  /** The paths of those that the last site has, and that are still to be taken from it. */
  readonly taken: readonly string[]
  /** When all of it was there, in milliseconds since 1970: whoever ordered it may hear of it later. */
  readonly ended: number
}

/** Indexes by their folders, from the root of their site. */
export type Opened = ReadonlyMap<string, IndexFiles>

/** Opens the last index, or both halves of it. */
export function openLast({folder: site, files}: LastIndex): Opened {
  const folders = [indexFolder, `${indexFolder}${earlierFolder}/`].filter((folder) =>
    files.includes(folder + entryFile),
  )
  return new Map(
    folders.flatMap((folder) => {
      const opened = openFiles(join(site, folder))
      return opened === undefined ? [] : [[folder, opened] as const]
    }),
  )
}

/**
 * Joins what is ordered, in this process.
 *
 * @param opened the last index, where it has been opened before
 * @throws as `joinHalves` does
 */
export async function deliver(order: Order, opened?: Opened): Promise<Delivery> {
  const {last, kept, limits} = order
  const site = new SiteFolder(order.site)
  const there = new Set(last?.files)
  const taken: string[] = []
  const output = {
    take(path: string) {
      if (there.has(path)) taken.push(path)
      return there.has(path)
    },
    write: (path: string, bytes: Uint8Array) => site.write(path, bytes),
  }
  const parts = order.parts.flatMap(({folder, pages}): Source[] => {
    const files = openFiles(folder)
    return files === undefined ? [] : [{files, pages, takes: () => true}]
  })
  const halves = last === undefined ? [] : halvesOf(opened ?? openLast(last), last.pages, kept)
  const pages = await joinHalves([...halves, ...parts], output, indexFolder, limits)
  await site.written()
  return {pages, written: [...site.files.values()], taken, ended: Date.now()}
}

/** The pages of the first half are before those of the other. */
function halvesOf(opened: Opened, all: IndexedPages, kept: ReadonlySet<string>): Source[] {
  const left = [...all]
  return Array.from(opened, ([folder, files]) => {
    const pages = new Map(left.splice(0, itemsOf(files.meta[1]).length))
    return {files, pages, folder, takes: (path) => kept.has(path)}
  })
}
