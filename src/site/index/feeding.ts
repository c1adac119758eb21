/** Gives pages to Pagefind, which writes an index of them. */

import {join} from 'node:path'
import {close, createIndex} from 'pagefind'
import type {PagefindIndex} from 'pagefind'
import {UnderWay} from '../underway.ts'
import {itemsOf} from './cbor.ts'
import {openFiles, readUrl} from './format.ts'
import type {IndexFiles} from './format.ts'
import type {Part} from './joiner.ts'
import type {IndexedPages} from './joining.ts'

/** Furniture and samples, which nobody searches for. */
const excludeSelectors = ['pre', '.evidence', '.head-line', '.clause > .n', '.print-only']

/** A page to be searched. */
export interface IndexedPage {
  /** From the root of the site: `glossary/ncg/index.html`. */
  readonly path: string
  readonly html: string
}

/** Pages that Pagefind is given before it has answered: enough that it never waits for one. */
const atOnce = 16

/** A page that Pagefind was given, and what it told of it. */
interface GivenPage {
  readonly path: string
  url: string
  fields: readonly string[]
}

/**
 * Makes an index in parts. A part is a process of its own, for Pagefind keeps all of it in memory; it is written, and
 * ended, before the next begins.
 */
export class Feeder {
  /** The parts that are written. */
  readonly parts: Part[] = []
  readonly #folder: string
  readonly #size: number
  readonly #asked = new UnderWay(atOnce)
  #index: PagefindIndex | undefined
  #given: GivenPage[] = []
  #written = 0

  /**
   * @param folder where a folder for each part is made
   * @param size how many pages a part has at most
   */
  constructor(folder: string, size: number) {
    this.#folder = folder
    this.#size = size
  }

  /**
   * Gives a page to Pagefind, and waits where it has many to read.
   *
   * @throws where Pagefind has refused one
   */
  async add(page: IndexedPage): Promise<void> {
    const index = (this.#index ??= await openIndex())
    await this.#asked.begin(page.path, async () => this.#ask(index, page))
    if (this.#given.length === this.#size) await this.endPart()
  }

  /**
   * Writes the part that has begun, if any.
   *
   * @throws where Pagefind refused a page of it, or cannot write it
   */
  async endPart(): Promise<void> {
    await this.#asked.all()
    if (this.#index === undefined) return
    const folder = join(this.#folder, String(++this.#written))
    const {errors} = await this.#index.writeFiles({outputPath: folder})
    if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
    await close()
    this.#index = undefined
    const files = openFiles(folder)
    if (files !== undefined) this.parts.push({folder, pages: pagesIn(files, this.#given)})
    this.#given = []
  }

  async #ask(index: PagefindIndex, {path, html}: IndexedPage): Promise<void> {
    const given: GivenPage = {path, url: '', fields: []}
    this.#given.push(given)
    const {errors, file} = await index.addHTMLFile({sourcePath: path, content: html})
    if (errors.length > 0) throw new Error(`Search could not index ${path}: ${errors.join('; ')}`)
    given.url = file.url
    given.fields = Object.keys(file.meta)
  }
}

async function openIndex(): Promise<PagefindIndex> {
  const {index, errors} = await createIndex({excludeSelectors})
  if (index === undefined) throw new Error(`Search could not be indexed: ${errors.join('; ')}`)
  return index
}

/** The pages are in the order in which they were given; those without a word are left out, and nothing tells which. */
function pagesIn({folder, meta}: IndexFiles, given: readonly GivenPage[]): IndexedPages {
  const lines = itemsOf(meta[1])
  const byUrl = new Map(given.map((page) => [page.url, page]))
  const there = lines.length === given.length ? given : lines.map((line) => byUrl.get(readUrl(folder, line)))
  return new Map(there.flatMap((page) => (page === undefined ? [] : [[page.path, page.fields] as const])))
}

/**
 * Waits for an answer of Pagefind. Its process can die, and its promises are then never kept: nothing is left that Node
 * would wait for.
 */
export async function orDeath<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const {promise: death, reject} = Promise.withResolvers<never>()
  const notice = () => reject(new Error(deathNotice))
  process.once('beforeExit', notice)
  try {
    return await Promise.race([answer, death])
  } finally {
    process.off('beforeExit', notice)
  }
}

const deathNotice =
  'Pagefind ended before the search index was written. What it said stands above; mostly the disk is full, or a file larger than this system lets a program write.'
