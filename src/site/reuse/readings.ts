/**
 * What each file of the content says by itself, as it was read last: `.cache/reuse/readings`, a piece for a file, and
 * beside it the list of the pieces. A piece counts only for the same bytes, read by the same code, and where it is as it
 * was written; where it does not, the file is read.
 *
 * The clauses of a statement are nine tenths of what it was read as, and few of them are asked for after an edit: they
 * stay folded until somebody does.
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
import {digestOf} from './digest.ts'
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
  /** Lengths of its parts: what is said but for the others, what is marked, and what is unfolded late. */
  readonly parts: readonly [rest: number, marked: number, late: number]
}

type Pieces = ReadonlyMap<string, Piece>

/** What a piece says of its file. */
type Said = Omit<FileReading, 'bytes'>

/** The property of a record that is unfolded when somebody asks for it. */
const late = 'sections'

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
  return ({path, bytes}) => {
    const piece = pieces.get(path)
    if (piece?.source !== digestOf(bytes)) return undefined
    const content = room.subarray(0, piece.length)
    if (readSync(file, content, 0, piece.length, piece.at) < piece.length) return undefined
    if (piece.digest !== digestOf(content)) return undefined
    return {bytes, ...unfoldParts(partsOf(content, piece.parts), path)}
  }
}

/**
 * Keeps what files were read as.
 *
 * @throws where the disk takes no more; what was kept before is true then, or gone
 */
export function keepReadings(root: string, readings: ReadonlyMap<string, FileReading>): void {
  const before = listed(root)
  const sources = new Map(Array.from(readings, ([path, {bytes}]) => [path, digestOf(bytes)]))
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
    for (const [path, {bytes: _, ...said}] of readings) {
      if (pieces.has(path)) continue
      const parts = foldParts(said, path)
      if (parts === undefined) continue
      const content = Buffer.concat(parts)
      const {length} = content
      writeSync(file, content, 0, length, at)
      const [rest, marked, later] = parts
      const lengths = [rest.length, marked.length, later.length] as const
      pieces.set(path, {source: sources.get(path) ?? '', digest: digestOf(content), at, length, parts: lengths})
      at += length
    }
  } finally {
    closeSync(file)
  }
  const list = serialize([readingKeyOf(root), pieces])
  writeWhole(listPath(root), Buffer.concat([Buffer.from(digestOf(list), 'hex'), list]))
}

type Parts = readonly [rest: Uint8Array, marked: Uint8Array, late: Uint8Array]

/**
 * Each part by itself, for what is marked in a record has things in common with it.
 *
 * @returns nothing where they cannot be folded
 */
function foldParts({content, ...said}: Said, path: string): Parts | undefined {
  const {marked, value, ...placed} = content ?? {}
  const isLate = value !== undefined && Object.hasOwn(value, late)
  // The property stays where it is among the others.
  const early = isLate ? {...value, [late]: undefined} : value
  const rest = fold({...said, ...(content === undefined ? {} : {content: {...placed, value: early}})}, path)
  const marks = fold(marked, path)
  const later = isLate ? fold(Reflect.get(value, late), path) : new Uint8Array()
  return rest === undefined || marks === undefined || later === undefined ? undefined : [rest, marks, later]
}

function unfoldParts([rest, marks, later]: Parts, path: string): Said {
  const {content, ...said} = unfold(rest, path) as Said
  if (content === undefined) return said
  const marked = unfold(marks, path) as typeof content.marked
  if (later.length > 0) unfoldLate(content.value, later, path)
  return {...said, content: {...content, ...(marked === undefined ? {} : {marked})}}
}

/** Has a property of a record unfolded when it is asked for. */
function unfoldLate(record: object, bytes: Uint8Array, path: string): void {
  const folded = Uint8Array.from(bytes)
  const shown = {enumerable: true, configurable: true}
  const get = () => {
    const value = unfold(folded, path)
    Object.defineProperty(record, late, {...shown, value})
    return value
  }
  Object.defineProperty(record, late, {...shown, get})
}

function partsOf(bytes: Uint8Array, [rest, marked, later]: Piece['parts']): Parts {
  const afterMarks = rest + marked
  return [bytes.subarray(0, rest), bytes.subarray(rest, afterMarks), bytes.subarray(afterMarks, afterMarks + later)]
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
