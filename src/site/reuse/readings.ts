/**
 * What each file of the content says by itself, as it was read last: `.cache/reuse/readings`, a piece for a file, and
 * beside it the list of the pieces. A piece counts only for the same bytes, read by the same code, and where it is as it
 * was written; where it does not, the file is read. What a file said before it was edited stays a while: the next build
 * compares the two.
 *
 * Pieces are added at the end, and those before them stay where they are, so that the list of before is true until there
 * is a new one.
 */

import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import type {FileReading, Known} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import {writeWhole} from '../whole.ts'
import {digestOf, fileDigest} from './digest.ts'
import {fold, unfold} from './folding.ts'
import {readingKeyOf} from './key.ts'

/** Where the reading of a file stands. */
interface Piece {
  /** A digest of the piece. */
  readonly digest: string
  /** In bytes. */
  readonly at: number
  readonly length: number
}

/** By path and bytes. */
type Pieces = ReadonlyMap<string, Piece>

function nameOf(file: SourceFile): string {
  return `${fileDigest(file)} ${file.path}`
}

/** What a piece says of its file. */
type Folded = Omit<FileReading, 'file'>

function piecesPath(root: string): string {
  return join(root, '.cache', 'reuse', 'readings')
}

function listPath(root: string): string {
  return `${piecesPath(root)}.list`
}

interface KnownReadings {
  /** Whether there is a reading of the file, which may turn out to be damaged. */
  readonly has: (file: SourceFile) => boolean
  readonly get: Known
}

/** What is known of files from the last builds. */
export function knownReadings(root: string): KnownReadings {
  const pieces = listed(root)
  if (pieces.size === 0) return {has: () => false, get: () => undefined}
  const has = (read: SourceFile) => pieces.has(nameOf(read))
  const bytesOf = pieceReader(piecesPath(root), pieces)
  const get = (read: SourceFile) => {
    const piece = pieces.get(nameOf(read))
    const content = piece === undefined ? undefined : bytesOf(piece)
    if (content === undefined || piece?.digest !== digestOf(content)) return undefined
    return {file: read, ...(unfold(content, read.path) as Folded)}
  }
  return {has, get}
}

/** Most pieces are asked for in the order in which they stand: so many bytes are read at a time, or those of the longest. */
const stretch = 2 ** 20

/** Makes a function that reads a piece, where the file has all of it. What it returns is true until it is called again. */
function pieceReader(path: string, pieces: Pieces): (piece: Piece) => Buffer | undefined {
  // Whoever asks may stop at any time; a process closes what it leaves open.
  const file = openSync(path, 'r')
  // One room for all in turn: new room for each takes as long as to read it.
  const room = Buffer.alloc([...pieces.values()].reduce((most, {length}) => Math.max(most, length), stretch))
  let [start, end] = [0, 0]
  return ({at, length}) => {
    if (at < start || at + length > end) {
      start = at
      end = at + readSync(file, room, 0, room.length, at)
    }
    return at + length > end ? undefined : room.subarray(at - start, at - start + length)
  }
}

/**
 * Keeps what files were read as.
 *
 * @param files all that there are: what is kept of others may go
 * @param readings those of them that are not kept yet
 * @throws where the disk takes no more; what was kept before is true then, or gone
 */
export function keepReadings(root: string, files: Iterable<SourceFile>, readings: Iterable<FileReading>): void {
  const before = listed(root)
  const fresh = [...readings].filter(({file}) => !before.has(nameOf(file)))
  if (before.size > 0 && fresh.length === 0) return
  const names = new Set(Array.from(files, nameOf))
  const pieces = new Map(roomFor(root, before, new Map([...before].filter(([name]) => names.has(name)))))
  const file = openSync(piecesPath(root), 'r+')
  try {
    let at = sum(pieces)
    ftruncateSync(file, at)
    for (const {file: read, ...said} of fresh) {
      const content = fold(said satisfies Folded, read.path)
      if (content === undefined) continue
      writeSync(file, content, 0, content.length, at)
      pieces.set(nameOf(read), {digest: digestOf(content), at, length: content.length})
      at += content.length
    }
  } finally {
    closeSync(file)
  }
  const list = serialize([readingKeyOf(root), pieces])
  writeWhole(listPath(root), Buffer.concat([Buffer.from(digestOf(list), 'hex'), list]))
}

/** How long the pieces are together: each stands where the one before it ends. */
function sum(pieces: Pieces): number {
  return [...pieces.values()].reduce((before, {length}) => before + length, 0)
}

/**
 * Makes the file to which pieces are added. What is of no file any more stays in it until it is the larger part.
 *
 * @param needed those of the files that there are
 * @returns the pieces that stand in it, and where
 */
function roomFor(root: string, before: Pieces, needed: Pieces): Pieces {
  if (needed.size > 0 && sum(before) <= 2 * sum(needed)) return before
  const old = needed.size > 0 ? readFileSync(piecesPath(root)) : Buffer.alloc(0)
  forgetReadings(root)
  mkdirSync(dirname(piecesPath(root)), {recursive: true})
  writeFileSync(
    piecesPath(root),
    Buffer.concat(Array.from(needed.values(), ({at, length}) => old.subarray(at, at + length))),
  )
  let end = 0
  const moved = new Map<string, Piece>()
  for (const [name, piece] of needed) {
    moved.set(name, {...piece, at: end})
    end += piece.length
  }
  return moved
}

export function forgetReadings(root: string): void {
  for (const path of [listPath(root), piecesPath(root)]) rmSync(path, {force: true})
}

const digestLength = 32

/** The pieces that there are under the present key. */
function listed(root: string): Pieces {
  if (!existsSync(listPath(root)) || !existsSync(piecesPath(root))) return new Map()
  const file = readFileSync(listPath(root))
  const list = file.subarray(digestLength)
  if (digestOf(list) !== file.toString('hex', 0, digestLength)) return new Map()
  const [key, pieces] = deserialize(list) as [key: string, pieces: Pieces]
  return key === readingKeyOf(root) ? pieces : new Map()
}
