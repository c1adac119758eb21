/**
 * Joins the parts in which Pagefind 1.6 has written an index into one. Pagefind keeps an index in memory while it makes
 * it, so that a large one is made in parts; a reader who asks each part anew fetches a word list of each, and its list
 * of lists.
 *
 * Pages are numbered on from part to part. Of each word an index has `[word, [page, …], [[form, [page, …]], …]]`, in the
 * order of the words’ bytes, and of each page `[number, [place, …], [place in a field, …]]`, where a number is what is
 * to be added to the one before.
 */

import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {arrayHead, itemsOf, numberItem, numberOf, textItem, textOf} from './cbor.ts'
import {readPart, writePart} from './chunks.ts'

interface Entry {
  readonly languages: Readonly<Record<string, {readonly hash: string; readonly page_count: number}>>
}

/** A part, as its files say. */
interface Part {
  readonly folder: string
  /** What its own first page is numbered in the whole. */
  readonly first: number
  /** Version, pages, lists of words, filters, sorts, fields. */
  readonly meta: readonly Buffer[]
}

/** Words in one list; `cutChunks` cuts them as they should be. */
const listLength = 2000

/**
 * Joins parts into the first.
 *
 * @param folders where the parts are, the first one first; the others are taken away
 * @throws where the parts have not the same fields, or are in several languages
 */
export function joinParts(folders: readonly string[]): void {
  const [root = ''] = folders
  const {parts, language, entry} = readParts(folders)
  const meta = [...(parts[0]?.meta ?? [])]
  meta[1] = list(parts.flatMap((part) => pagesOf(part, root)))
  meta[2] = list(joinWords(parts, join(root, 'index.next')))
  meta[3] = list(joinFilters(parts, join(root, 'filter.next')))
  for (const {folder} of parts.slice(1)) rmSync(folder, {recursive: true})
  for (const name of ['index', 'filter']) {
    rmSync(join(root, name), {recursive: true})
    renameSync(join(root, `${name}.next`), join(root, name))
  }
  const content = Buffer.concat([arrayHead(meta.length), ...meta])
  const hash = `${language}_${digestOf(content)}`
  rmSync(join(root, `pagefind.${entry.languages[language]?.hash}.pf_meta`))
  writePart(join(root, `pagefind.${hash}.pf_meta`), content)
  const count = itemsOf(meta[1]).length
  const languages = {[language]: {...entry.languages[language], hash, page_count: count}}
  writeFileSync(join(root, 'pagefind-entry.json'), JSON.stringify({...entry, languages}))
}

function readParts(folders: readonly string[]) {
  const entries = folders.map(
    (folder) => JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as Entry,
  )
  const [entry] = entries
  const [language, ...others] = new Set(entries.flatMap(({languages}) => Object.keys(languages)))
  if (entry === undefined || language === undefined || others.length > 0)
    throw new Error(`The parts of the index are in the languages ${[language, ...others].join(', ')}, expected one.`)
  let first = 0
  const parts = folders.map((folder, index): Part => {
    const meta = itemsOf(readPart(join(folder, `pagefind.${entries[index]?.languages[language]?.hash}.pf_meta`)))
    const part = {folder, first, meta}
    first += itemsOf(meta[1]).length
    return part
  })
  const same = parts.every(({meta}) => [4, 5].every((at) => meta[at]?.equals(parts[0]?.meta[at] ?? Buffer.alloc(0))))
  if (!same) throw new Error('The parts of the index have not the same fields. Make it in fewer parts.')
  return {parts, language, entry}
}

/** The lines of a part’s pages. The text of each goes to the others; of two that are called the same, one gets a longer name. */
function pagesOf({folder, meta}: Part, root: string): Buffer[] {
  return itemsOf(meta[1]).map((line) => {
    const [item, ...rest] = itemsOf(line)
    const name = textOf(item)
    if (folder === root) return line
    const path = join(folder, 'fragment', `${name}.pf_fragment`)
    const isTaken = existsSync(join(root, 'fragment', `${name}.pf_fragment`))
    const free = isTaken ? `${name}${digestOf(readFileSync(path))}` : name
    renameSync(path, join(root, 'fragment', `${free}.pf_fragment`))
    return Buffer.concat([arrayHead(1 + rest.length), textItem(free), ...rest])
  })
}

// ---------------------------------------------------------------- words

/** A word of a part. */
interface Word {
  readonly part: Part
  readonly text: Buffer
  readonly item: readonly Buffer[]
}

/** @returns the lines of the metadata for the lists that were written */
function joinWords(parts: readonly Part[], folder: string): Buffer[] {
  mkdirSync(folder)
  const lines: Buffer[] = []
  let words: Buffer[] = []
  let from = ''
  let to = ''
  const write = () => {
    const content = Buffer.concat([arrayHead(1), arrayHead(words.length), ...words])
    const name = `joined_${lines.length}`
    writePart(join(folder, `${name}.pf_index`), content)
    lines.push(list([from, to, name].map(textItem)))
    words = []
  }
  for (const same of alike(parts)) {
    to = same[0]?.text.toString() ?? ''
    if (words.length === 0) from = to
    words.push(joinWord(same))
    if (words.length === listLength) write()
  }
  if (words.length > 0) write()
  return lines
}

/** The words of all parts in their order, with those that are the same together. */
function* alike(parts: readonly Part[]): Generator<Word[]> {
  const sources = parts.map((part) => wordsOf(part))
  const heads = sources.map((source) => source.next().value)
  for (;;) {
    const least = heads.reduce<Buffer | undefined>(
      (found, word) =>
        word !== undefined && (found === undefined || word.text.compare(found) < 0) ? word.text : found,
      undefined,
    )
    if (least === undefined) return
    const same: Word[] = []
    for (const [index, word] of heads.entries()) {
      if (word?.text.equals(least) !== true) continue
      same.push(word)
      heads[index] = sources[index]?.next().value
    }
    yield same
  }
}

function* wordsOf(part: Part): Generator<Word, undefined> {
  for (const line of itemsOf(part.meta[2])) {
    const name = textOf(itemsOf(line)[2])
    for (const word of itemsOf(itemsOf(readPart(join(part.folder, 'index', `${name}.pf_index`)))[0])) {
      const item = itemsOf(word)
      yield {part, text: Buffer.from(textOf(item[0])), item}
    }
  }
  return undefined
}

function joinWord(same: readonly Word[]): Buffer {
  const [first] = same
  const forms = same.flatMap(({part, item}) =>
    itemsOf(item[2]).map((variant) => {
      const [form, pages] = itemsOf(variant)
      return {part, form: textOf(form), pages}
    }),
  )
  const variants = Array.from(
    Map.groupBy(forms, ({form}) => form),
    ([form, some]) => list([textItem(form), joinPages(some)]),
  )
  const pages = joinPages(same.map(({part, item}) => ({part, pages: item[1]})))
  return list([first?.item[0] ?? textItem(''), pages, list(variants)])
}

/** Only the first page of each part changes its number: it is told from the last of the part before. */
function joinPages(some: readonly {readonly part: Part; readonly pages: Buffer | undefined}[]): Buffer {
  let last = 0
  return list(
    some.flatMap(({part, pages}) => {
      const items = itemsOf(pages)
      let own = 0
      return items.map((page, index) => {
        const {value, end} = numberOf(page, 1)
        own += value
        const step = part.first + own - last
        last = part.first + own
        return index === 0 ? Buffer.concat([page.subarray(0, 1), numberItem(step), page.subarray(end)]) : page
      })
    }),
  )
}

// ---------------------------------------------------------------- filters

/** A filter is `[name, [[value, [page, …]], …]]`, and its pages have their own numbers. */
function joinFilters(parts: readonly Part[], folder: string): Buffer[] {
  mkdirSync(folder)
  const values = new Map<string, Map<string, number[]>>()
  for (const {folder: own, first} of parts) {
    for (const file of readdirSync(join(own, 'filter')).sort()) {
      const [name, items] = itemsOf(readPart(join(own, 'filter', file)))
      const known = values.get(textOf(name)) ?? new Map<string, number[]>()
      values.set(textOf(name), known)
      for (const item of itemsOf(items)) {
        const [value, pages] = itemsOf(item)
        const numbers = itemsOf(pages).map((page) => first + numberOf(page, 0).value)
        known.set(textOf(value), [...(known.get(textOf(value)) ?? []), ...numbers])
      }
    }
  }
  return Array.from(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, known]) => {
      const sorted = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const items = sorted.map(([value, pages]) => list([textItem(value), list(pages.map(numberItem))]))
      const content = list([textItem(name), list(items)])
      const file = digestOf(content)
      writePart(join(folder, `${file}.pf_filter`), content)
      return list([textItem(name), textItem(file)])
    })
}

function list(items: readonly Buffer[]): Buffer {
  return Buffer.concat([arrayHead(items.length), ...items])
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}
