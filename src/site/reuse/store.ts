/** What a build keeps for the next one: `.cache/reuse/`. It counts only whole, under its key, and beside its site. */

import {createHash} from 'node:crypto'
import {cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import type {SourceFile} from '../../corpus/model.ts'
import type {IndexedPages} from '../index/joining.ts'
import type {ManifestFile} from '../manifest.ts'
import {pathsBelow} from '../tree.ts'
import {writeWhole} from '../whole.ts'
import type {Made, Noted} from './remaking.ts'
import {isShared} from './watching.ts'
import type {Fact, Reading} from './watching.ts'

/** A file of the last site, and what the system says of it: a file that was written to since says something else. */
export interface KeptFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** When it was last written, in nanoseconds. */
  readonly written: bigint
}

/** What Astro says of the style sheets of each page, by its key for the page. */
export type Sheets = readonly (readonly [key: string, styles: unknown])[]

export interface Kept extends Made {
  readonly key: string
  /** The content that the site was made of. */
  readonly content: readonly SourceFile[]
  /** Every file of the site. */
  readonly files: readonly KeptFile[]
  /** The pages of its search index. */
  readonly indexed: IndexedPages
  /** The bundled pages, each file with its digest, and what they ask Astro for. */
  readonly bundle: {readonly files: ReadonlyMap<string, string>; readonly entry: string; readonly sheets: Sheets}
}

const digestLength = 32

function storeFolder(root: string): string {
  return join(root, '.cache', 'reuse')
}

export function bundleFolder(root: string): string {
  return join(storeFolder(root), 'bundle')
}

function statePath(root: string): string {
  return join(storeFolder(root), 'state')
}

/**
 * Keeps it, whole or not at all. A site without it is as good; the next one takes longer.
 *
 * @returns a sentence where it could not be kept
 */
export function keep(root: string, kept: Kept): string | undefined {
  try {
    const bytes = serialize(kept)
    writeWhole(statePath(root), Buffer.concat([digestOf(bytes), bytes]))
    return undefined
  } catch (error) {
    return unkept(error)
  }
}

/** Says that something could not be kept. */
export function unkept(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `The next build will make more pages than it need, for what this one read could not be kept: ${message}.`
}

export function forget(root: string): void {
  rmSync(statePath(root), {force: true})
}

/** Whether a build has kept anything, under whatever key. */
export function hasKept(root: string): boolean {
  return existsSync(statePath(root))
}

/**
 * What the last build kept.
 *
 * @returns nothing where it kept nothing, or under another key; a word where what it kept is damaged
 */
export function recall(root: string, key: string): Kept | string | undefined {
  if (!hasKept(root)) return undefined
  const path = statePath(root)
  const file = readFileSync(path)
  const bytes = file.subarray(digestLength)
  if (!digestOf(bytes).equals(file.subarray(0, digestLength))) return `${path} is not as it was written`
  const kept = deserialize(bytes) as Kept
  if (kept.key !== key) return undefined
  return isWholeBundle(root, kept.bundle.files) ? kept : `${bundleFolder(root)} is not as it was written`
}

/**
 * Keeps the bundled pages of a build.
 *
 * @returns its files with their digests
 * @throws where they cannot be kept; nothing of them is there then
 */
export function keepBundle(root: string, from: string): ReadonlyMap<string, string> {
  const beside = `${bundleFolder(root)}.new`
  try {
    rmSync(beside, {recursive: true, force: true})
    cpSync(from, beside, {recursive: true})
    rmSync(bundleFolder(root), {recursive: true, force: true})
    renameSync(beside, bundleFolder(root))
    return digestsBelow(bundleFolder(root))
  } catch (error) {
    // A full disk may have room for the site itself.
    rmSync(beside, {recursive: true, force: true})
    throw error
  }
}

function isWholeBundle(root: string, files: ReadonlyMap<string, string>): boolean {
  const folder = bundleFolder(root)
  if (!existsSync(folder)) return false
  const found = digestsBelow(folder)
  return found.size === files.size && [...found].every(([path, digest]) => files.get(path) === digest)
}

function digestsBelow(folder: string): Map<string, string> {
  return new Map(pathsBelow(folder).map((path) => [path, digestOf(readFileSync(join(folder, path))).toString('hex')]))
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Whether a file of the last site is there as it was written. */
export function isUntouched(folder: string, {path, size, written}: KeptFile): boolean {
  try {
    const found = lstatSync(join(folder, path), {bigint: true})
    return found.isFile() && Number(found.size) === size && found.mtimeNs === written
  } catch {
    // It is gone, or something else stands in its way.
    return false
  }
}

/** What the system says of the files of a site. */
export function keptFiles(folder: string, files: readonly ManifestFile[]): KeptFile[] {
  return files.map(({path, sha256}) => {
    const {size, mtimeNs} = lstatSync(join(folder, path), {bigint: true})
    return {path, sha256, size: Number(size), written: mtimeNs}
  })
}

/** Leaves out the facts that nothing has read, and numbers the others anew. */
export function packed({facts, loose, routes, pages}: Noted): Noted {
  const kept: (Fact | Reading)[] = []
  const numbers: (number | undefined)[] = []
  const numberOf = (old: number): number => {
    const known = numbers[old]
    if (known !== undefined) return known
    const fact = facts[old]
    if (fact === undefined) throw new RangeError(`There is no fact ${old}.`)
    const packedFact = isShared(fact) ? again(fact) : fact
    return (numbers[old] = kept.push(packedFact) - 1)
  }
  const again = (reading: Reading): Reading => reading.map(numberOf)
  return {
    loose: again(loose),
    routes: new Map(Array.from(routes, ([key, {paths, reading}]) => [key, {paths, reading: again(reading)}])),
    pages: pages.map((page) => ({...page, reading: again(page.reading)})),
    facts: kept,
  }
}
