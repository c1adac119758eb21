/**
 * Cuts the word lists of a written Pagefind index into smaller ones. A query fetches the list in which each of its words
 * stands, whole; as Pagefind writes them, these lists were a fifth of all that the first query costs.
 *
 * The format is CBOR (RFC 8949) behind a signature, compressed, as Pagefind 1.6 writes it. A list is `[[word, …], …]`
 * with what belongs to each word; the file of metadata names in its third place, for each list, the first word, the
 * last word and the name of the file.
 */

import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import {facetsFile} from '../search/pagefind.ts'
import type {Filters} from '../search/pagefind.ts'
import {arrayHead, itemsOf, textItem, textOf} from './cbor.ts'
import {pathsBelow} from './tree.ts'

const version = '1.6.0'
const signature = 'pagefind_dcd'

/** What a list costs in the file of metadata, which every first query fetches: bytes after compression. */
const lineCost = 16

/** Lists that a first query fetches: one for each word, and those on the way to it while it is typed. */
const listsAsked = 4

/** How many times longer a list is before compression. */
const compression = 2

/** Letters at the beginning that keep words in one list, so that a word that is begun or inflected finds it. */
const keyLength = 3

/**
 * The same for a list that is twice as long as it should be, for `sta` begins too many words, and one more for one that
 * is three times as long, as `stat` makes it in ten thousand statements. No ending reaches so far.
 */
const longKeyLengths = [4, 5] as const

/** Above every letter: whatever begins with a list’s last letters belongs to it. */
const last = '\u{10FFFF}'

interface Entry {
  readonly languages: Readonly<Record<string, {readonly hash: string}>>
  readonly version: string
}

/**
 * Cuts the lists of the index in `folder`, and writes the files anew that name them. Beside them it writes how many
 * pages each value of a facet has, for which the box would else have to fetch which pages these are.
 *
 * @throws where the index is none of the version whose format is known
 */
export function cutChunks(folder: string): void {
  const entryPath = join(folder, 'pagefind-entry.json')
  const entry = JSON.parse(readFileSync(entryPath, 'utf8')) as Entry
  if (entry.version !== version)
    throw new Error(
      `The index is of Pagefind ${entry.version}, and its lists are known as ${version} writes them. Compare src/site/chunks.ts with the new format and change the version there.`,
    )
  const languages = Object.entries(entry.languages).map(([language, record]) => {
    const path = join(folder, `pagefind.${record.hash}.pf_meta`)
    const meta = itemsOf(readPart(path))
    const lists = itemsOf(meta[2]).map((line) => textOf(itemsOf(line)[2]))
    const lines = cutLists(join(folder, 'index'), language, lists)
    const content = Buffer.concat([
      arrayHead(meta.length),
      ...meta.with(2, Buffer.concat([arrayHead(lines.length), ...lines])),
    ])
    const hash = nameOf(language, content)
    rmSync(path)
    writePart(join(folder, `pagefind.${hash}.pf_meta`), content)
    return [language, {...record, hash}]
  })
  writeFileSync(entryPath, JSON.stringify({...entry, languages: Object.fromEntries(languages)}))
  writeFileSync(join(folder, facetsFile), JSON.stringify(facetsOf(join(folder, 'filter'))))
}

/** A filter is `[name, [[value, [page, …]], …]]`. */
function facetsOf(folder: string): Filters {
  const facets = pathsBelow(folder).map((path) => {
    const [name, values] = itemsOf(readPart(join(folder, path)))
    const counts = itemsOf(values).map((item) => {
      const [value, pages] = itemsOf(item)
      return [textOf(value), itemsOf(pages).length] as const
    })
    return [textOf(name), Object.fromEntries(counts)] as const
  })
  return Object.fromEntries(facets.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** @returns the lines of the metadata for the new lists */
function cutLists(folder: string, language: string, lists: readonly string[]): Buffer[] {
  const paths = lists.map((name) => join(folder, `${name}.pf_index`))
  const total = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  // Longer lists cost more themselves, shorter ones a longer list of lists: where both are equal, they cost least.
  const size = compression * Math.sqrt((total * lineCost) / listsAsked)
  return Array.from(cutWords(wordsIn(paths), size), ({words, from, to}) => {
    const content = Buffer.concat([arrayHead(1), arrayHead(words.length), ...words])
    const name = nameOf(language, content)
    writePart(join(folder, `${name}.pf_index`), content)
    return Buffer.concat([arrayHead(3), ...[from, to, name].map(textItem)])
  })
}

/** The words of all lists in their order; each list is read when its turn comes, and taken away. */
function* wordsIn(paths: readonly string[]): Generator<Buffer> {
  for (const path of paths) {
    const words = itemsOf(itemsOf(readPart(path))[0])
    rmSync(path)
    yield* words
  }
}

interface List {
  readonly words: readonly Buffer[]
  /** A word is looked for in the list where it is neither less than `from` nor more than `to`. */
  readonly from: string
  readonly to: string
}

/** Cuts as soon as a list has the size and the first letters change, also where Pagefind had cut between alike words. */
function* cutWords(words: Iterable<Buffer>, size: number): Generator<List> {
  let list: Buffer[] = []
  let length = 0
  let from = ''
  let previous = ''
  for (const word of words) {
    const text = textOf(itemsOf(word)[0])
    const letters = length < 2 * size ? keyLength : longKeyLengths[length < 3 * size ? 0 : 1]
    if (length >= size && beginning(text, letters) !== beginning(previous, letters)) {
      yield {words: list, from, to: endOf(previous, letters)}
      list = []
      length = 0
      from = beginning(text, letters)
    }
    list.push(word)
    length += word.length
    previous = text
  }
  if (list.length > 0) yield {words: list, from, to: last}
}

function beginning(word: string, letters: number): string {
  return Array.from(word).slice(0, letters).join('')
}

/** What no word that begins like this one exceeds. */
function endOf(word: string, letters: number): string {
  const key = beginning(word, letters)
  return Array.from(key).length < letters ? key : key + last
}

function nameOf(language: string, content: Buffer): string {
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`
}

/** Reads a file of an index, without its signature. */
export function readPart(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path))
  if (bytes.toString('latin1', 0, signature.length) !== signature)
    throw new Error(`${path} does not begin as a file of Pagefind ${version} does.`)
  return bytes.subarray(signature.length)
}

/** Writes a file of an index. */
export function writePart(path: string, content: Buffer): void {
  writeFileSync(path, gzipSync(Buffer.concat([Buffer.from(signature), content]), {level: 9}))
}

/** Files that Pagefind writes for pages that use its own box, its worker, or no language. */
const unused = /^pagefind-.*\.(css|js)$|^wasm\.unknown\./

/** Takes away what no page of ours loads. */
export function dropUnused(folder: string): void {
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name))
}
