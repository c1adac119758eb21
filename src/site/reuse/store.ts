/** What a build keeps for the next one: `.cache/reuse/`. It counts only whole, under its key, and beside its site. */

import {cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {SourceFile} from '../../corpus/model.ts'
import type {IndexedPages} from '../index/joining.ts'
import type {ManifestFile} from '../manifest.ts'
import {pathsBelow} from '../tree.ts'
import {writeWhole} from '../whole.ts'
import {digestOf} from './digest.ts'
import {keyOf} from './key.ts'
import type {RoutePaths} from './paths.ts'
import {bytesOf, Damaged, valuesIn} from './pieces.ts'
import type {Made, NotedPage} from './remaking.ts'
import {renumbered} from './renumbering.ts'
import {dropOtherSources, keepSources, sourcesOf} from './sources.ts'
import type {KeptSource} from './sources.ts'

/** A file of the last site, and what the system says of it: a file that was written to since says something else. */
export interface KeptFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** When it was last written, in milliseconds to the quarter of a thousandth: what a number holds. */
  readonly written: number
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
  readonly bundle: Bundle
}

/** The bundled pages, as `keepBundle` keeps them. */
export interface Bundle {
  /** A digest of each file. */
  readonly files: ReadonlyMap<string, string>
  /** The file that Astro made to begin with. */
  readonly entry: string
  readonly sheets: Sheets
}

/** The same, where files are told one by one, and facts may be among the others that nothing has read. */
export type Keeping = Omit<Kept, 'files'> & {readonly files: Iterable<KeptFile>}

/** The same as the state has it, where the content is not written out. */
type Stored<Whole extends Keeping> = Omit<Whole, 'content'> & {readonly content: readonly KeptSource[]}

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
export function keep(root: string, kept: Keeping): string | undefined {
  try {
    const content = keepSources(root, kept.content)
    writeWhole(statePath(root), bytesOf(valuesOf({...kept, content})))
    // Not before: until then, the state of before is the one that counts.
    dropOtherSources(root, content)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return `The next build will make more pages than it need, for what this one read could not be kept: ${message}.`
  }
}

/**
 * Keeps what was made, unless the code is no more the one that made it.
 *
 * @param say is told where it could not be kept
 */
export function keepMade(root: string, kept: Keeping, say: (sentence: string) => void): void {
  if (keyOf(root) !== kept.key) return
  const trouble = keep(root, kept)
  if (trouble !== undefined) say(trouble)
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
 * @param now the content of now: what of the content is as it was is taken from it
 * @returns nothing where it kept nothing, or under another key; a word where what it kept is damaged
 */
export function recall(root: string, key: string, now: readonly SourceFile[]): Kept | string | undefined {
  if (!hasKept(root)) return undefined
  try {
    const kept = keptOf(valuesIn(statePath(root)), key)
    if (kept === undefined) return undefined
    if (!isWholeBundle(root, kept.bundle.files)) throw new Damaged(bundleFolder(root))
    return {...kept, content: sourcesOf(root, kept.content, now)}
  } catch (error) {
    if (error instanceof Damaged) return error.message
    throw error
  }
}

/** The beginning of what is kept. */
type Head = Pick<Kept, 'key' | 'loose' | 'bundle'> & {readonly routes: readonly string[]}

/** A page with the place of its route among the routes. */
type PageRow = readonly [pathname: string, props: string | undefined, route: number, reading: string, file?: string]

/** What there is much of. */
interface Rows {
  readonly content: readonly KeptSource[]
  readonly files: Iterable<KeptFile>
  readonly facts: Iterable<Kept['facts'][number]>
  readonly paths: Iterable<readonly [key: string, paths: RoutePaths]>
  readonly pages: Iterable<PageRow>
  readonly listed: Kept['listed']
  readonly searched: Kept['searched']
  readonly indexed: Kept['indexed']
}

/** How many of them are in a piece: one has some hundred thousand bytes. */
const pieceLengths: Readonly<Record<keyof Rows, number>> = {
  content: 2000,
  files: 2000,
  facts: 4000,
  paths: 1,
  pages: 1000,
  listed: 4000,
  searched: 4000,
  indexed: 4000,
}

type Piece = {readonly [Name in keyof Rows]: readonly [name: Name, rows: readonly RowOf<Name>[]]}[keyof Rows]

type RowOf<Name extends keyof Rows> = Rows[Name] extends Iterable<infer Row> ? Row : never

/** What is kept, in pieces: never is all of it in memory once more. */
function* valuesOf(kept: Stored<Keeping>): Generator<Head | Piece> {
  const {key, bundle, content, files, listed, searched, indexed} = kept
  const places = new Map(Array.from(kept.routes.keys(), (route, at) => [route, at]))
  const {loose, facts, routes, pages} = renumbered(kept)
  yield {key, loose, bundle, routes: [...places.keys()]}
  const rows: Rows = {content, files, facts, paths: routes, pages: pageRows(pages, places), listed, searched, indexed}
  for (const name of Object.keys(pieceLengths) as (keyof Rows)[])
    for (const piece of inPieces(rows[name] as Iterable<unknown>, pieceLengths[name])) yield [name, piece] as Piece
}

function* pageRows(pages: Iterable<NotedPage>, places: ReadonlyMap<string, number>): Generator<PageRow> {
  for (const {pathname, props, route, reading, file} of pages) {
    const place = places.get(route)
    if (place === undefined) throw new RangeError(`There is no route ${route}.`)
    yield file === undefined ? [pathname, props, place, reading] : [pathname, props, place, reading, file]
  }
}

function* inPieces<Row>(rows: Iterable<Row>, length: number): Generator<Row[]> {
  let piece: Row[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < length) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** @returns nothing where it was kept under another key */
function keptOf(values: Iterator<unknown>, key: string): Stored<Kept> | undefined {
  const {routes: names, ...head} = values.next().value as Head
  if (head.key !== key) {
    values.return?.()
    return undefined
  }
  const routes = new Map<string, RoutePaths>()
  const pages: NotedPage[] = []
  const indexed = new Map<string, RowOf<'indexed'>[1]>()
  const lists = {content: [], files: [], facts: [], listed: [], searched: []} as unknown as Record<string, unknown[]>
  for (let next = values.next(); next.done !== true; next = values.next()) {
    const [name, rows] = next.value as Piece
    if (name === 'paths') for (const [route, paths] of rows) routes.set(route, paths)
    else if (name === 'indexed') for (const [path, page] of rows) indexed.set(path, page)
    else if (name === 'pages') for (const row of rows) pages.push(pageOf(row, names))
    else lists[name]?.push(...rows)
  }
  return {
    ...head,
    ...(lists as unknown as Pick<Stored<Kept>, 'content' | 'files' | 'facts' | 'listed' | 'searched'>),
    routes,
    pages,
    indexed,
  }
}

function pageOf([pathname, props, place, reading, file]: PageRow, routes: readonly string[]): NotedPage {
  const route = routes[place]
  if (route === undefined) throw new RangeError(`There is no route ${place}.`)
  return {pathname, props, route, reading, ...(file === undefined ? {} : {file})}
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
    // The disk may be full.
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
  return new Map(pathsBelow(folder).map((path) => [path, digestOf(readFileSync(join(folder, path)))]))
}

/** A file of the last site that is there as it was written. */
export interface StandingFile {
  readonly file: KeptFile
  /** Its number on the disk. */
  readonly inode: number
  /** The number of the disk. */
  readonly device: number
}

/** @returns nothing where the file is not there as it was written */
export function standing(folder: string, file: KeptFile): StandingFile | undefined {
  try {
    const found = lstatSync(join(folder, file.path))
    const isSame = found.isFile() && found.size === file.size && found.mtimeMs === file.written
    return isSame ? {file, inode: found.ino, device: found.dev} : undefined
  } catch {
    // It is gone, or something else stands in its way.
    return undefined
  }
}

/** Whether two are one on the disk; where their numbers are too large to be told from others, they are not. */
export function isOneFile(a: StandingFile, b: StandingFile | undefined): boolean {
  return Number.isSafeInteger(a.inode) && a.inode === b?.inode && a.device === b.device
}

/** What the system says of the files of a site, one after the other. */
export function* keptFiles(folder: string, files: Iterable<ManifestFile>): Generator<KeptFile> {
  for (const {path, sha256} of files) {
    const {size, mtimeMs} = lstatSync(join(folder, path))
    yield {path, sha256, size, written: mtimeMs}
  }
}
