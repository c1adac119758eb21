/**
 * Splits a large index in two: the pages of the newest years with all that have no year, and the earlier ones. The first
 * query pays for every page of an index that it opens, in the list of pages and in the lists of the words that most of
 * them have; so it opens the newest one, and the other where that holds too little. `src/search/pagefind.ts` asks them.
 *
 * The format is that of `chunks.ts` and `joining.ts`.
 */

import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {earlierFacet, earlierFolder, facetsFile} from '../search/pagefind.ts'
import type {Filters} from '../search/pagefind.ts'
import {arrayHead, itemsOf, numberItem, numberOf, textItem, textOf} from './cbor.ts'
import {readPart, writePart} from './chunks.ts'

/** More pages of statements than this, and the index is split. */
const most = 2000

/** Pages of statements that the newest years have together at most, but for one year that alone has more. */
const newest = 600

/** Kinds of pages that have no year and go with the earlier ones: copies are looked for by what other pages lack. */
const late: ReadonlySet<string> = new Set(['Witness'])

interface Entry {
  readonly languages: Readonly<Record<string, {readonly hash: string; readonly page_count: number}>>
}

/** One of the two. */
interface Half {
  readonly folder: string
  /** What each page is numbered in it, by its number before; -1 where it is in the other. */
  readonly numbers: Int32Array
}

/**
 * Splits the index in `folder`, if it is large enough.
 *
 * @returns the folder of the earlier pages, where it was split
 * @throws where the pages are in several languages
 */
export function splitIndex(folder: string): string | undefined {
  const path = join(folder, 'pagefind-entry.json')
  const entry = JSON.parse(readFileSync(path, 'utf8')) as Entry
  const [[language, record] = [], ...others] = Object.entries(entry.languages)
  if (language === undefined || record === undefined || record.page_count <= most) return undefined
  if (others.length > 0)
    throw new Error(`The index is in the languages ${Object.keys(entry.languages).join(', ')}, expected one.`)
  const meta = itemsOf(readPart(join(folder, metaName(record.hash))))
  const filters = readFilters(folder, meta[3])
  const pages = itemsOf(meta[1])
  const earlier = earlierPages(filters)
  if (earlier.size === 0) return undefined
  const below = join(folder, earlierFolder)
  const halves = [false, true].map((isEarlier): Half => ({
    folder: isEarlier ? below : folder,
    numbers: numbersOf(pages.length, (page) => earlier.has(page) === isEarlier),
  }))
  for (const part of ['fragment', 'index', 'filter']) mkdirSync(join(below, part), {recursive: true})
  for (const page of earlier) {
    const file = join('fragment', `${textOf(itemsOf(pages[page])[0])}.pf_fragment`)
    renameSync(join(folder, file), join(below, file))
  }
  const lists = splitWords(folder, meta[2], halves)
  rmSync(join(folder, metaName(record.hash)))
  for (const [index, half] of halves.entries()) {
    const own = pages.filter((_, page) => half.numbers[page] !== -1)
    const lines = filters.map((filter) => writeFilter(filter, half))
    const content = list(
      meta
        .with(1, list(own))
        .with(2, list(lists[index] ?? []))
        .with(3, list(lines)),
    )
    writePart(join(half.folder, metaName(record.hash)), content)
    // Both run in one engine; where it lies is told to the other by a way out of its own folder.
    const wasm = index === 0 ? {} : {wasm: `/../../wasm.${language}`}
    const languages = {[language]: {...record, ...wasm, page_count: own.length}}
    writeFileSync(join(half.folder, 'pagefind-entry.json'), JSON.stringify({...entry, languages}))
  }
  return below
}

/** Tells the box of the facets of both halves, and what the earlier one has of them. */
export function joinFacets(folder: string, below: string): void {
  const [own, earlier] = [folder, below].map(
    (half) => JSON.parse(readFileSync(join(half, facetsFile), 'utf8')) as Filters,
  )
  const names = [...new Set([own, earlier].flatMap((facets = {}) => Object.keys(facets)))].sort()
  const all = names.map((name) => [name, addUp([own?.[name], earlier?.[name]])] as const)
  const flat = Object.entries(earlier ?? {}).flatMap(([name, values]) =>
    Object.entries(values).map(([value, count]) => [`${name}:${value}`, count] as const),
  )
  rmSync(join(below, facetsFile))
  writeFileSync(
    join(folder, facetsFile),
    JSON.stringify({...Object.fromEntries(all), [earlierFacet]: Object.fromEntries(flat)}),
  )
}

function addUp(some: readonly (Readonly<Record<string, number>> | undefined)[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const values of some)
    for (const [value, count] of Object.entries(values ?? {})) sums.set(value, (sums.get(value) ?? 0) + count)
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const metaName = (hash: string) => `pagefind.${hash}.pf_meta`

// ---------------------------------------------------------------- pages

interface Filter {
  readonly name: string
  readonly file: string
  /** The pages of each value. */
  readonly values: readonly (readonly [value: string, pages: readonly number[]])[]
}

function readFilters(folder: string, lines: Buffer | undefined): Filter[] {
  return itemsOf(lines).map((line) => {
    const [name = '', file = ''] = itemsOf(line).map(textOf)
    const path = join(folder, 'filter', `${file}.pf_filter`)
    const values = itemsOf(itemsOf(readPart(path))[1]).map((item) => {
      const [value, pages] = itemsOf(item)
      return [textOf(value), itemsOf(pages).map((page) => numberOf(page, 0).value)] as const
    })
    rmSync(path)
    return {name, file, values}
  })
}

/** The pages that go with the earlier ones; none where there are few enough in all. */
function earlierPages(filters: readonly Filter[]): ReadonlySet<number> {
  const valuesOf = (wanted: string) => filters.find(({name}) => name === wanted)?.values ?? []
  const years = valuesOf('year').toSorted(([a], [b]) => (a < b ? 1 : -1))
  const earlier = new Set<number>()
  if (new Set(years.flatMap(([, pages]) => pages)).size <= most) return earlier
  let before = 0
  for (const [index, [, pages]] of years.entries()) {
    before += pages.length
    if (index > 0 && before > newest) for (const page of pages) earlier.add(page)
  }
  for (const [kind, pages] of valuesOf('kind')) if (late.has(kind)) for (const page of pages) earlier.add(page)
  return earlier
}

function numbersOf(count: number, isOwn: (page: number) => boolean): Int32Array {
  let next = 0
  return Int32Array.from({length: count}, (_, page) => (isOwn(page) ? next++ : -1))
}

function writeFilter({name, file, values}: Filter, {folder, numbers}: Half): Buffer {
  const own = values
    .map(([value, pages]) => [value, pages.map((page) => numbers[page] ?? -1).filter((page) => page !== -1)] as const)
    .filter(([, pages]) => pages.length > 0)
    .map(([value, pages]) => list([textItem(value), list(pages.map(numberItem))]))
  writePart(join(folder, 'filter', `${file}.pf_filter`), list([textItem(name), list(own)]))
  return list([textItem(name), textItem(file)])
}

// ---------------------------------------------------------------- words

/** @returns the lines of the metadata for the lists of each half, which `cutChunks` cuts as they should be */
function splitWords(folder: string, lines: Buffer | undefined, halves: readonly Half[]): Buffer[][] {
  const written: Buffer[][] = halves.map(() => [])
  for (const [number, line] of itemsOf(lines).entries()) {
    const [from, to, name] = itemsOf(line)
    const path = join(folder, 'index', `${textOf(name)}.pf_index`)
    const words = itemsOf(itemsOf(readPart(path))[0])
    rmSync(path)
    for (const [index, half] of halves.entries()) {
      const own = words.flatMap((word) => wordIn(half, word))
      if (own.length === 0) continue
      writePart(join(half.folder, 'index', `split_${number}.pf_index`), list([list(own)]))
      written[index]?.push(list([from, to, textItem(`split_${number}`)]))
    }
  }
  return written
}

/** A word with its pages in a half; nothing where there are none. */
function wordIn(half: Half, word: Buffer): Buffer[] {
  const [text, pages, forms] = itemsOf(word)
  const own = pagesIn(half, pages)
  const variants = itemsOf(forms).flatMap((variant) => {
    const [form, some] = itemsOf(variant)
    const found = pagesIn(half, some)
    return found.length === 0 ? [] : [list([form, list(found)])]
  })
  return own.length === 0 && variants.length === 0 ? [] : [list([text, list(own), list(variants)])]
}

function pagesIn({numbers}: Half, pages: Buffer | undefined): Buffer[] {
  let [before, last] = [0, 0]
  return itemsOf(pages).flatMap((page) => {
    const {value, end} = numberOf(page, 1)
    before += value
    const number = numbers[before] ?? -1
    if (number === -1) return []
    const step = number - last
    last = number
    return [step === value ? page : Buffer.concat([page.subarray(0, 1), numberItem(step), page.subarray(end)])]
  })
}

function list(items: readonly (Buffer | undefined)[]): Buffer {
  return Buffer.concat([arrayHead(items.length), ...items.filter((item) => item !== undefined)])
}
