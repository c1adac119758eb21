/**
 * Makes one index of others: of the parts that Pagefind has written, and of the index of the last build without the
 * pages that are others now. What comes out depends on the pages alone, and not on the parts that they were in: pages
 * are numbered by their paths, words are cut into lists anew, and files are named by what stands in them.
 */

import {join} from 'node:path'
import {compareText} from '../../corpus/message.ts'
import type {Filters} from '../../search/pagefind.ts'
import {CborWriter, itemsOf, listOf, numberOf, textItem, textOf} from './cbor.ts'
import {cutWords} from './chunks.ts'
import {entryFile, filterFile, metaFile, nameOf, readPart, textFile, wordsFile} from './format.ts'
import type {IndexFiles} from './format.ts'
import {joinWords} from './words.ts'
import type {WordSource} from './words.ts'

/** The pages of an index by their paths, in the order of their numbers, each with its fields. */
export type IndexedPages = ReadonlyMap<string, readonly string[]>

/** An index of which pages are taken. */
export interface Source {
  readonly files: IndexFiles
  readonly pages: IndexedPages
  /** Where its files are in the last site, from its root, with a slash at the end; absent where they are new. */
  readonly folder?: string
  /** Its lists of words, in their order. */
  lists(): Iterable<Buffer>
  /** Whether the page with this path is taken. */
  takes(path: string): boolean
}

/** Where an index is made. */
export interface Place {
  /** From the root of the site, with a slash at its end. */
  readonly folder: string
  /** The way to the folder of the index in whose engine this one runs; absent where it has its own. */
  readonly engine?: string
}

/** An index that is made. */
export interface Joined {
  readonly pages: IndexedPages
  /** How many pages each value of a facet has. */
  readonly facets: Filters
}

/** Where the files of the new index go. */
export interface Output {
  /** Takes the file of the last site; false where it is not there as it was made. */
  take(path: string): boolean
  write(path: string, bytes: Uint8Array): void
  /** Writes a file that is compressed as those of an index are. */
  pack(path: string, content: Uint8Array): void
  /** Copies a file, which stays there until the index is made. */
  copy(path: string, from: string): void
}

/** A page that is taken. */
interface Page {
  readonly path: string
  readonly fields: readonly string[]
  readonly source: Source
  /** Its number there. */
  readonly own: number
  /** What the metadata says of it: the name of its text, and more. */
  readonly line: readonly Buffer[]
}

/** How many digits of a digest Pagefind calls the text of a page by. It takes more for the later of two with the same. */
const digits = 7

/**
 * Joins indexes.
 *
 * @param sources of which the first has an engine of its own
 * @throws where the sources have no page, or not what they say they have
 */
export function joinIndexes(sources: readonly Source[], output: Output, {folder, engine}: Place): Joined {
  const pages = takenPages(sources)
  const [first] = sources
  if (first === undefined || pages.length === 0) throw new Error('No page of the site asks to be searched.')
  const {entry, language, meta} = first.files
  const fields = fieldsOf(pages.map((page) => page.fields))
  const joined = sources
    .map((source) => wordSource(source, pages, fields))
    .filter(({numbers}) => numbers.some((number) => number !== -1))
  const put = new Putting(output, folder)
  const {lines: filters, facets} = putFilters(joined, language, put)
  const content = listOf([
    meta[0] ?? textItem(''),
    listOf(putTexts(pages, language, put)),
    listOf(putWords(joined, countOf(pages), language, put)),
    listOf(filters),
    listOf([]),
    listOf(fields.map(textItem)),
  ])
  const name = nameOf(language, content)
  const {wasm} = {wasm: null, ...entry.languages[language]}
  put.packed(metaFile(name), content)
  const binary = `wasm.${wasm ?? 'unknown'}`
  if (engine === undefined) for (const path of ['pagefind.js', `${binary}.pagefind`]) put.copy(path, first.files.folder)
  const told = engine === undefined ? wasm : engine + binary
  const languages = {[language]: {hash: name, wasm: told, page_count: pages.length}}
  output.write(folder + entryFile, Buffer.from(JSON.stringify({...entry, languages})))
  return {pages: new Map(pages.map(({path, fields: own}) => [path, own])), facets}
}

/** The paths of the pages that are taken, by filter and value, where there are any. */
export function pathsByValue(sources: readonly Source[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const pages = takenPages(sources)
  const pathOf = (number: number) => pages[number]?.path ?? []
  const filters = filtersOf(sources.map((source) => ({files: source.files, numbers: numbersIn(source, pages)})))
  return new Map(
    Array.from(filters, ([name, values]) => [
      name,
      new Map(Array.from(values, ([value, numbers]) => [value, numbers.flatMap(pathOf)])),
    ]),
  )
}

/** The pages that are taken, in the order of their numbers in the new index. */
function takenPages(sources: readonly Source[]): Page[] {
  return sources.flatMap(pagesOf).toSorted((a, b) => compareText(a.path, b.path))
}

/** Takes a file of the last index, or makes it where there is none. */
class Putting {
  readonly folder: string
  readonly #output: Output

  constructor(output: Output, folder: string) {
    this.#output = output
    this.folder = folder
  }

  packed(path: string, content: Uint8Array): void {
    if (!this.#output.take(this.folder + path)) this.#output.pack(this.folder + path, content)
  }

  /** @param isNew where the one in the last index is another of that name */
  copy(path: string, from: string, name = path, isNew = false): void {
    if (isNew || !this.#output.take(this.folder + name)) this.#output.copy(this.folder + name, join(from, path))
  }
}

/** @throws where a source has other pages, other fields, or more than is known here */
function pagesOf(source: Source): Page[] {
  const {files, pages} = source
  const lines = itemsOf(files.meta[1])
  const fields = itemsOf(files.meta[5]).map(textOf).join(', ')
  const told = fieldsOf([...pages.values()]).join(', ')
  if (lines.length !== pages.size || fields !== told)
    throw new Error(
      `The index in ${files.folder} has ${lines.length} pages with the fields ${fields}, expected ${pages.size} with ${told}.`,
    )
  if (itemsOf(files.meta[4]).length > 0)
    throw new Error('A page has data-pagefind-sort, and orders of pages are not joined. Take it out of the page.')
  return Array.from(pages, ([path, own], number) => ({
    path,
    fields: own,
    source,
    own: number,
    line: itemsOf(lines[number]),
  })).filter(({path}) => source.takes(path))
}

/** The fields that some pages have, in their order. */
function fieldsOf(pages: readonly (readonly string[])[]): string[] {
  return [...new Set(pages.flat())].sort()
}

/** How the pages and fields of a source are numbered in the new index. */
function wordSource(source: Source, pages: readonly Page[], fields: readonly string[]): WordSource {
  const own = itemsOf(source.files.meta[5]).map((field) => fields.indexOf(textOf(field)))
  return {
    files: source.files,
    lists: () => source.lists(),
    numbers: numbersIn(source, pages),
    fields: own.every((field, index) => field === index) ? undefined : own,
  }
}

/** What each page of a source is numbered in the new index; -1 where it is not in there. */
function numbersIn(source: Source, pages: readonly Page[]): Int32Array {
  const numbers = new Int32Array(source.pages.size).fill(-1)
  for (const [number, page] of pages.entries()) if (page.source === source) numbers[page.own] = number
  return numbers
}

/** How many words all texts have. */
function countOf(pages: readonly Page[]): number {
  return pages.reduce((sum, {line}) => sum + numberOf(line[1]), 0)
}

/** @returns the lines of the metadata for the pages */
function putTexts(pages: readonly Page[], language: string, put: Putting): Buffer[] {
  const beginning = ({line}: Page) => textOf(line[0]).slice(0, language.length + 1 + digits)
  const alike = Map.groupBy(pages, beginning)
  const lines: Buffer[] = []
  for (const page of pages) {
    const {files} = page.source
    const own = textOf(page.line[0])
    const isAlone = alike.get(beginning(page))?.length === 1
    const name = isAlone ? beginning(page) : beginning(page) + nameOf('', readPart(join(files.folder, textFile(own))))
    // A few digits do not tell that the last site’s text of this name is the same one.
    const isSame = page.source.folder === put.folder && name === own
    put.copy(textFile(own), files.folder, textFile(name), !isSame)
    lines.push(listOf(page.line.with(0, textItem(name))))
  }
  return lines
}

/** @returns the lines of the metadata for the lists */
function putWords(sources: readonly WordSource[], count: number, language: string, put: Putting): Buffer[] {
  const lines: Buffer[] = []
  for (const {words, from, to} of cutWords(joinWords(sources), count)) {
    const content = listOf([listOf(words)])
    const name = nameOf(language, content)
    lines.push(listOf([from, to, name].map(textItem)))
    put.packed(wordsFile(name), content)
  }
  return lines
}

/**
 * A filter is `[name, [[value, [page, …]], …]]`, and its pages have their own numbers.
 *
 * @returns the lines of the metadata for the filters, and how many pages each value has
 */
function putFilters(sources: readonly WordSource[], language: string, put: Putting) {
  const lines: Buffer[] = []
  const facets: (readonly [string, Filters[string]])[] = []
  for (const [name, values] of inOrder(filtersOf(sources))) {
    const lists = inOrder(values)
    const content = listOf([textItem(name), listOf(lists.map(([value, pages]) => filterValue(value, pages)))])
    const file = nameOf(language, content)
    put.packed(filterFile(file), content)
    lines.push(listOf([name, file].map(textItem)))
    facets.push([name, Object.fromEntries(lists.map(([value, pages]) => [value, pages.length]))])
  }
  return {lines, facets: Object.fromEntries(facets)}
}

/** The pages in the new index by filter and value, where there are any. */
function filtersOf(
  sources: readonly Pick<WordSource, 'files' | 'numbers'>[],
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const filters = new Map<string, Map<string, number[]>>()
  for (const {files, numbers} of sources)
    for (const line of itemsOf(files.meta[3])) {
      const [name, values] = itemsOf(readPart(join(files.folder, filterFile(textOf(itemsOf(line)[1])))))
      for (const item of itemsOf(values)) {
        const [value, own] = itemsOf(item)
        const pages = itemsOf(own).flatMap((page) => numbers[numberOf(page)] ?? [])
        const taken = pages.filter((number) => number !== -1)
        if (taken.length === 0) continue
        const known = filters.get(textOf(name)) ?? new Map<string, number[]>()
        filters.set(textOf(name), known.set(textOf(value), [...(known.get(textOf(value)) ?? []), ...taken]))
      }
    }
  return filters
}

function filterValue(value: string, pages: readonly number[]): Buffer {
  const writer = new CborWriter().list(2).text(value).list(pages.length)
  for (const page of pages.toSorted((a, b) => a - b)) writer.integer(page)
  return writer.take()
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
  return [...map].toSorted(([a], [b]) => compareText(a, b))
}
