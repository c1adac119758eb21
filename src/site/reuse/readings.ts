/**
 * What each file of the content says by itself, as it was read last: `.cache/reuse/readings`, a piece for a file, and
 * beside it the list of the pieces. A piece counts only for the same bytes, read by the same code, and where it is as it
 * was written; where it does not, the file is read.
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
  writeSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import type {FileReading, Known} from '../../corpus/corpus.ts'
import {writeWhole} from '../whole.ts'
import {digestOf, fileDigest} from './digest.ts'
import {fold, unfold} from './folding.ts'
import {readingKeyOf} from './key.ts'

/** Where the reading of a file stands. */
interface Piece {
  /** A digest of the file. */
  readonly source: string
  /** A digest of the piece. */
  readonly digest: string
  /** In bytes. */
  readonly at: number
  readonly length: number
}

type Pieces = ReadonlyMap<string, Piece>

/** What a piece says of its file. */
type Folded = Omit<FileReading, 'file'>

function piecesPath(root: string): string {
  return join(root, '.cache', 'reuse', 'readings')
}

function listPath(root: string): string {
  return `${piecesPath(root)}.list`
}

/** What is known of files from the last build. */
export function knownReadings(root: string): Known {
  const pieces = listed(root)
  if (pieces.size === 0) return () => undefined
  const file = openSync(piecesPath(root), 'r')
  // One room for each piece in turn: new room for each takes as long as to read it.
  const room = Buffer.alloc([...pieces.values()].reduce((most, {length}) => Math.max(most, length), 0))
  // Whoever asks may stop at any time; a process closes what it leaves open.
  return (read) => {
    const {path} = read
    const piece = pieces.get(path)
    if (piece?.source !== fileDigest(read)) return undefined
    const content = room.subarray(0, piece.length)
    if (readSync(file, content, 0, piece.length, piece.at) < piece.length) return undefined
    if (piece.digest !== digestOf(content)) return undefined
    return {file: read, ...(unfold(content, path) as Folded)}
  }
}

/**
 * Keeps what files were read as.
 *
 * @throws where the disk takes no more; what was kept before is true then, or gone
 */
export function keepReadings(root: string, readings: ReadonlyMap<string, FileReading>): void {
  const before = listed(root)
  const sources = new Map(Array.from(readings, ([path, {file: read}]) => [path, fileDigest(read)]))
  const kept = new Map([...before].filter(([path, {source}]) => sources.get(path) === source))
  if (kept.size > 0 && kept.size === readings.size) return
  const end = [...before.values()].reduce((last, {at, length}) => Math.max(last, at + length), 0)
  const size = [...kept.values()].reduce((sum, {length}) => sum + length, 0)
  // What nobody reads any more stays in the file until it is the larger part.
  const isNew = kept.size === 0 || end > 2 * size
  if (isNew) forgetReadings(root)
  mkdirSync(dirname(piecesPath(root)), {recursive: true})
  const file = openSync(piecesPath(root), isNew ? 'w' : 'r+')
  const pieces = new Map(isNew ? [] : kept)
  try {
    let at = isNew ? 0 : end
    ftruncateSync(file, at)
    for (const [path, {file: _, ...said}] of readings) {
      if (pieces.has(path)) continue
      const content = fold(said satisfies Folded, path)
      if (content === undefined) continue
      writeSync(file, content, 0, content.length, at)
      pieces.set(path, {source: sources.get(path) ?? '', digest: digestOf(content), at, length: content.length})
      at += content.length
    }
  } finally {
    closeSync(file)
  }
  const list = serialize([readingKeyOf(root), pieces])
  writeWhole(listPath(root), Buffer.concat([Buffer.from(digestOf(list), 'hex'), list]))
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
