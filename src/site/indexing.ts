/** Feeds pages to Pagefind and writes the search index. */

import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {close, createIndex} from 'pagefind'
import type {PagefindIndex} from 'pagefind'
import {compareText} from '../corpus/message.ts'
import {cutChunks, dropUnused} from './chunks.ts'
import {joinParts} from './joining.ts'

/** Furniture and samples, which nobody searches for. */
const excludeSelectors = ['pre', '.evidence', '.head-line', '.clause > .n', '.print-only']

/** Pages of the site to what Pagefind is given at a time; about one in five is searched. ARCHITECTURE.md, “Growth”. */
const partSize = 10_000

/** A page to be searched. */
export interface IndexedPage {
  /** From the root of the site: `glossary/ncg/index.html`. */
  readonly path: string
  readonly html: string
}

/** Whether a page asks to be searched. */
export function isSearched(page: string | Buffer): boolean {
  return page.includes('data-pagefind-body')
}

/** In how many parts the pages of a site of so many pages are indexed. */
export function partsFor(pages: number): number {
  return Math.max(1, Math.ceil(pages / partSize))
}

/**
 * The part of an index that a page is in: its path says it, so that all are about as large. What belongs to one record
 * is in one part.
 */
function partOf(path: string, parts: number): number {
  if (parts === 1) return 0
  const record = path.split('/', 2).join('/')
  return createHash('sha256').update(record).digest().readUInt32BE() % parts
}

/** The order in which pages are indexed: part by part, and by path within one. */
export function partByPart<Page extends {readonly path: string}>(pages: readonly Page[], parts: number): Page[] {
  return pages
    .map((page) => ({page, part: partOf(page.path, parts)}))
    .sort((a, b) => a.part - b.part || compareText(a.page.path, b.page.path))
    .map(({page}) => page)
}

/**
 * Makes the index of some pages; the same pages in the same order give the same bytes. A part is a process of its own,
 * for Pagefind keeps all of it in memory, and it is written before the next begins; at last the parts are joined.
 *
 * @param pages part by part, as `partByPart` has them
 * @param folder where the index is written
 * @returns how many pages there are
 * @throws where Pagefind refuses a page, and where the pages of a part do not stand together
 */
export async function indexPages(
  pages: AsyncIterable<IndexedPage> | Iterable<IndexedPage>,
  folder: string,
  parts = 1,
): Promise<number> {
  const folders = Array.from({length: parts}, (_, part) => (part === 0 ? folder : join(folder, `part-${part + 1}`)))
  let count = 0
  try {
    await orDeath(async () => {
      let [part, index] = [0, await openIndex()]
      for await (const page of pages) {
        const own = partOf(page.path, parts)
        if (own < part) throw new Error(`${page.path} is of part ${own} of the index, and part ${part} has begun.`)
        for (; part < own; part++) {
          await writePart(index, folders[part] ?? folder)
          index = await openIndex()
        }
        await addPage(index, page)
        count++
      }
      for (; part < parts; part++) {
        await writePart(index, folders[part] ?? folder)
        if (part + 1 < parts) index = await openIndex()
      }
    })
  } finally {
    await close()
  }
  if (parts > 1) joinParts(folders)
  dropUnused(folder)
  cutChunks(folder)
  return count
}

async function openIndex(): Promise<PagefindIndex> {
  const {index, errors} = await createIndex({excludeSelectors})
  if (index === undefined) throw new Error(`Search could not be indexed: ${errors.join('; ')}`)
  return index
}

async function addPage(index: PagefindIndex, {path, html}: IndexedPage): Promise<void> {
  const {errors} = await index.addHTMLFile({sourcePath: path, content: html})
  if (errors.length > 0) throw new Error(`Search could not index ${path}: ${errors.join('; ')}`)
}

async function writePart(index: PagefindIndex, folder: string): Promise<void> {
  const {errors} = await index.writeFiles({outputPath: folder})
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
  await close()
}

/** Pagefind’s process can die, and its promises are then never kept: nothing is left that Node would wait for. */
async function orDeath<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const {promise: death, reject} = Promise.withResolvers<never>()
  const notice = () => reject(new Error(deathNotice))
  process.once('beforeExit', notice)
  try {
    return await Promise.race([ask(), death])
  } finally {
    process.off('beforeExit', notice)
  }
}

const deathNotice =
  'Pagefind ended before the search index was written. What it said stands above; mostly the disk is full, or a file larger than this system lets a program write.'
