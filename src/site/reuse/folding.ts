/**
 * What a file was read as, in few numbers and words. A reading has the same names, the same path and the same words many
 * times, and Node writes and reads each of them as often. Here a word stands once, and so do the names of the properties
 * of all records that are alike; a place is four numbers; a text that stands in one around it is a piece of that. What is
 * unfolded is settled already (`corpus/settle.ts`).
 */

import {deserialize, serialize} from 'node:v8'
import type {Place} from '../../corpus/model.ts'

/** What the lowest bits of a number say of what comes; the higher ones are a length, or which one it is. */
const kinds = {record: 0, list: 1, word: 2, piece: 3, number: 4, place: 5, other: 6} as const
const kindBits = 3

/** Engines copy what is shorter, and hold no piece. */
const pieceLength = 13

/** Below it, a number has room for the bits of its kind. */
const limit = 2 ** (32 - kindBits - 1)

/** Plain data as numbers, and what they count. */
interface Folded {
  readonly numbers: Uint32Array
  readonly words: readonly string[]
  /** Names of the properties of records, in their order. */
  readonly shapes: readonly (readonly string[])[]
  readonly others: readonly unknown[]
}

/**
 * Folds plain data.
 *
 * @param path of the file; places in it are told without
 * @returns nothing where it cannot be: a thing that stands in two places would be two afterwards
 */
export function fold(thing: unknown, path: string): Uint8Array | undefined {
  const folder = new Folder(path)
  return folder.fold(thing) ? serialize(folder.folded) : undefined
}

class Folder {
  readonly #path: string
  readonly #numbers: number[] = []
  readonly #words = new Map<string, number>()
  readonly #shapes = new Map<string, number>()
  readonly #names: (readonly string[])[] = []
  readonly #others: unknown[] = []
  readonly #seen = new Set<object>()
  /** The texts of the records around, the nearest first. */
  #texts: readonly string[] = []

  constructor(path: string) {
    this.#path = path
  }

  get folded(): Folded {
    const words = [...this.#words.keys()]
    return {numbers: Uint32Array.from(this.#numbers), words, shapes: this.#names, others: this.#others}
  }

  /** @returns whether it could be folded */
  fold(thing: unknown): boolean {
    if (typeof thing === 'string') return this.#foldText(thing)
    if (typeof thing === 'number' && isCount(thing)) return this.#put(kinds.number, thing)
    if (typeof thing !== 'object' || thing === null) return this.#put(kinds.other, this.#others.push(thing) - 1)
    if (this.#seen.has(thing)) return false
    this.#seen.add(thing)
    if (Array.isArray(thing))
      return this.#put(kinds.list, thing.length) && Array.from(thing).every((item) => this.fold(item))
    if (isPlaceIn(thing, this.#path)) return this.#put(kinds.place, ...numbersOf(thing))
    if (Object.getPrototypeOf(thing) === Object.prototype) return this.#foldRecord(thing)
    return this.#put(kinds.other, this.#others.push(thing) - 1)
  }

  #put(kind: number, value: number, ...more: readonly number[]): boolean {
    this.#numbers.push((value << kindBits) | kind, ...more)
    return true
  }

  #foldText(text: string): boolean {
    const around = text.length < pieceLength ? undefined : this.#texts.find((whole) => whole.includes(text))
    if (around === undefined) return this.#put(kinds.word, this.#wordOf(text))
    return this.#put(kinds.piece, this.#wordOf(around), around.indexOf(text), text.length)
  }

  #wordOf(text: string): number {
    return numberIn(this.#words, text)
  }

  #foldRecord(record: object): boolean {
    const names = Object.keys(record)
    // Whoever sets it means something else.
    if (names.includes('__proto__')) return false
    const before = this.#names.length
    const shape = numberIn(this.#shapes, JSON.stringify(names))
    if (shape === before) this.#names.push(names)
    this.#put(kinds.record, shape)
    const [around, text] = [this.#texts, Reflect.get(record, 'text') as unknown]
    const isFolded = names.every((name) => {
      // The text itself is no piece of itself.
      if (typeof text === 'string') this.#texts = name === 'text' ? around : [text, ...around]
      return this.fold(Reflect.get(record, name))
    })
    this.#texts = around
    return isFolded
  }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size
  numbers.set(key, number)
  return number
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < limit && !Object.is(number, -0)
}

const placeNames = 'path line column endLine endColumn'

/** Whether it is nothing but a place in the file. */
function isPlaceIn(thing: object, path: string): thing is Place {
  if (!('endColumn' in thing) || Object.keys(thing).join(' ') !== placeNames) return false
  const place = thing as Place
  return place.path === path && numbersOf(place).every(isCount)
}

function numbersOf({line, column, endLine, endColumn}: Place): [number, number, number, number] {
  return [line, column, endLine, endColumn]
}

/**
 * The same data again; it keeps nothing of the bytes.
 *
 * @param bytes as `fold` has returned them
 * @param path of the same file
 */
export function unfold(bytes: Uint8Array, path: string): unknown {
  const {numbers, words, shapes, others} = deserializeApart(bytes)
  let at = 0
  // There are millions of things: to go through each list by an iterator takes half as long again.
  const unfoldNext = (): unknown => {
    const head = numbers[at++] ?? 0
    const value = head >>> kindBits
    switch (head & ((1 << kindBits) - 1)) {
      case kinds.record: {
        const record: Record<string, unknown> = {}
        const names = shapes[value] ?? []
        for (let index = 0; index < names.length; index++) record[names[index]!] = unfoldNext()
        return record
      }
      case kinds.list: {
        // A list that grows would have room for more.
        const list: unknown[] = []
        list.length = value
        for (let index = 0; index < value; index++) list[index] = unfoldNext()
        return list
      }
      case kinds.word:
        return words[value]
      case kinds.piece: {
        const start = numbers[at++]!
        return words[value]?.slice(start, start + numbers[at++]!)
      }
      case kinds.number:
        return value
      case kinds.place:
        return {path, line: value, column: numbers[at++], endLine: numbers[at++], endColumn: numbers[at++]}
      default:
        return others[value]
    }
  }
  return unfoldNext()
}

/** Node copies no bytes that stand within bytes; what may have some is read from a copy of all. */
function deserializeApart(bytes: Uint8Array): Folded {
  const folded = deserialize(bytes) as Folded
  const isPlain = folded.others.every((other) => typeof other !== 'object' || other === null)
  return isPlain ? folded : (deserialize(Uint8Array.from(bytes)) as Folded)
}
