/**
 * The files of a search index as Pagefind 1.6 writes them: CBOR (RFC 8949) behind a signature, compressed.
 *
 * `pagefind-entry.json` names the file of metadata, which is
 * `[version, [page, …], [list, …], [filter, …], [sort, …], [field, …]]`. Of each page it has
 * `[name of its text, words, …]`, of each list of words `[first word, last word, name]`, of each filter `[filter, name]`;
 * fields are the keys of what is told of pages beside their text, in their order.
 */

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import {itemsOf, textOf} from './cbor.ts'

const version = '1.6.0'
const signature = Buffer.from('pagefind_dcd')

/** At level 6 it takes half as long again, and the files are shorter by half a hundredth; with less memory, a tenth longer. */
const packing = {level: 5, memLevel: 9} as const

export const entryFile = 'pagefind-entry.json'

export interface Entry {
  readonly version: string
  readonly languages: Readonly<
    Record<string, {readonly hash: string; readonly wasm: string | null; readonly page_count: number}>
  >
}

/** A written index. */
export interface IndexFiles {
  readonly folder: string
  readonly entry: Entry
  readonly language: string
  /** The items of its metadata. */
  readonly meta: readonly Buffer[]
}

/**
 * Reads what the files of an index are.
 *
 * @returns nothing where there is no page in it
 * @throws where the index is none of the version whose format is known, or its pages are in several languages
 */
export function openFiles(folder: string): IndexFiles | undefined {
  const entry = JSON.parse(readFileSync(join(folder, entryFile), 'utf8')) as Entry
  if (entry.version !== version)
    throw new Error(
      `The index is of Pagefind ${entry.version}, and its lists are known as ${version} writes them. Compare src/site/index/format.ts with the new format and change the version there.`,
    )
  const [language, ...others] = Object.keys(entry.languages)
  if (others.length > 0)
    throw new Error(
      `The pages that are searched are in the languages ${[language, ...others].join(', ')}, expected one.`,
    )
  if (language === undefined) return undefined
  const meta = itemsOf(readPart(join(folder, metaFile(entry.languages[language]?.hash ?? ''))))
  return {folder, entry, language, meta}
}

export const metaFile = (name: string): string => `pagefind.${name}.pf_meta`
export const wordsFile = (name: string): string => `index/${name}.pf_index`
export const filterFile = (name: string): string => `filter/${name}.pf_filter`
export const textFile = (name: string): string => `fragment/${name}.pf_fragment`

/** What a file with this content is called. */
export function nameOf(language: string, content: Uint8Array): string {
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`
}

/** Reads a file of an index, without its signature. */
export function readPart(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path))
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`${path} does not begin as a file of Pagefind ${version} does.`)
  return bytes.subarray(signature.length)
}

/** The bytes of a file of an index. */
export function packPart(content: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([signature, content]), packing)
}

/** The text of a page, and what is told of it: the address alone is asked for here. */
export function readUrl(folder: string, page: Buffer): string {
  const {url} = JSON.parse(readPart(join(folder, textFile(textOf(itemsOf(page)[0])))).toString()) as {url: string}
  return url
}
