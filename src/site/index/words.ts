/**
 * The words of an index that is made of others. Of each word an index has `[word, [page, …], [[form, [page, …]], …]]`,
 * in the order of the words’ bytes, and of each page `[number, [place, …], [place in a field, …]]`, where a number is what
 * is to be added to the one before. Before the places in a field stands which field it is, as a number below zero.
 */

import {join} from 'node:path'
import {CborReader, CborWriter, itemsOf, textOf} from './cbor.ts'
import {readPart, wordsFile} from './format.ts'
import type {IndexFiles} from './format.ts'

/** An index of which words are taken. */
export interface WordSource {
  readonly files: IndexFiles
  /** Its lists of words, in their order. */
  lists(): Iterable<Buffer>
  /** What each of its pages is numbered in the new index; -1 where it is not in there. */
  readonly numbers: Int32Array
  /** The same for its fields; absent where they have the numbers that they had. */
  readonly fields: readonly number[] | undefined
}

/** A word of an index. */
export interface Word {
  readonly text: string
  /** The word with what belongs to it, as it is written. */
  readonly item: Buffer
}

/** The words of all sources in their order, each once, with the pages that are in the new index. */
export function* joinWords(sources: readonly WordSource[]): Generator<Word> {
  const open = sources.map((source) => new OpenSource(source))
  const writer = new CborWriter()
  const found = new Found()
  for (;;) {
    const same = leastOf(open)
    const [text] = same.map((source) => source.text)
    if (text === undefined) return
    found.clear()
    const [whole, ...others] = same.map((source) => source.take(found))
    const item = others.length === 0 && whole !== undefined ? whole : found.write(text, writer)
    if (item !== undefined) yield {text: text.toString(), item}
  }
}

/** The sources whose next word is the same, and before those of all others. */
function leastOf(open: readonly OpenSource[]): OpenSource[] {
  let least: OpenSource[] = []
  for (const source of open) {
    if (source.isDone) continue
    const order = least[0] === undefined ? -1 : source.text.compare(least[0].text)
    if (order < 0) least = [source]
    else if (order === 0) least.push(source)
  }
  return least
}

/** A source, read word by word. */
class OpenSource {
  /** The next word. */
  text: Buffer = Buffer.alloc(0)
  isDone = false
  readonly #source: WordSource
  /** Whether what is taken whole is written as it was. */
  readonly #isSame: boolean
  readonly #lists: Iterator<Buffer>
  #reader = new CborReader(Buffer.alloc(0))
  /** How many words of the list are left. */
  #left = 0
  #start = 0

  constructor(source: WordSource) {
    this.#source = source
    const {numbers, fields} = source
    this.#isSame = fields === undefined && numbers.every((number, own) => number === own || number === -1)
    this.#lists = source.lists()[Symbol.iterator]()
    this.#advance()
  }

  /**
   * Adds the pages of the word, and goes on to the next.
   *
   * @returns the word as it is written, where nothing in it changes and its forms are in order: Pagefind has them as they
   *   come
   */
  take(found: Found): Buffer | undefined {
    const [reader, start] = [this.#reader, this.#start]
    let isWhole = found.pages.read(reader, this.#source)
    let last: Buffer = Buffer.alloc(0)
    for (let forms = reader.list(); forms > 0; forms--) {
      reader.list()
      const form = reader.text()
      isWhole = found.form(form).read(reader, this.#source) && isWhole && last.compare(form) < 0
      last = form
    }
    const item = this.#isSame && isWhole ? reader.bytes.subarray(start, reader.at) : undefined
    this.#advance()
    return item
  }

  #advance(): void {
    while (this.#left === 0) {
      const {value, done} = this.#lists.next()
      if (done === true) {
        this.isDone = true
        return
      }
      this.#reader = new CborReader(value)
      this.#reader.list()
      this.#left = this.#reader.list()
    }
    this.#left--
    this.#start = this.#reader.at
    this.#reader.list()
    this.text = this.#reader.text()
  }
}

/** Reads the lists of words of an index, in their order. */
export function* listsOf({folder, meta}: IndexFiles): Generator<Buffer> {
  for (const line of itemsOf(meta[2])) yield readPart(join(folder, wordsFile(textOf(itemsOf(line)[2]))))
}

/** What the sources say of a word. */
class Found {
  readonly pages = new Pages()
  readonly #forms = new Map<string, Pages>()

  clear(): void {
    this.pages.clear()
    this.#forms.clear()
  }

  form(text: Buffer): Pages {
    const form = text.toString()
    const known = this.#forms.get(form) ?? new Pages()
    this.#forms.set(form, known)
    return known
  }

  /** @returns the word with what belongs to it; nothing where it stands on no page */
  write(text: Buffer, writer: CborWriter): Buffer | undefined {
    const forms = [...this.#forms].filter(([, pages]) => pages.count > 0)
    if (forms.length === 0 && this.pages.count === 0) return undefined
    writer.list(3).text(text)
    this.pages.write(writer)
    writer.list(forms.length)
    for (const [form, pages] of forms.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
      writer.list(2).text(form)
      pages.write(writer)
    }
    return writer.take()
  }
}

/** The pages on which a word stands. There are millions of them, so each is a number in three lists and no object. */
class Pages {
  readonly #numbers: number[] = []
  /** Where the places of each begin and end, and in what. */
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #parts: {readonly bytes: Buffer; readonly fields: WordSource['fields']; readonly first: number}[] = []
  #isSorted = true

  get count(): number {
    return this.#numbers.length
  }

  clear(): void {
    for (const list of [this.#numbers, this.#from, this.#to, this.#parts]) list.length = 0
    this.#isSorted = true
  }

  /**
   * Adds those of a source.
   *
   * @returns whether all of them are in the new index
   */
  read(reader: CborReader, {numbers, fields}: WordSource): boolean {
    const first = this.count
    this.#parts.push({bytes: reader.bytes, fields, first})
    const pages = reader.list()
    let own = 0
    let last = this.#numbers.at(-1) ?? -1
    for (let left = pages; left > 0; left--) {
      reader.list()
      own += reader.number()
      const from = reader.at
      reader.skip(2)
      const number = numbers[own] ?? -1
      if (number === -1) continue
      if (number < last) this.#isSorted = false
      last = number
      this.#numbers.push(number)
      this.#from.push(from)
      this.#to.push(reader.at)
    }
    return this.count - first === pages
  }

  write(writer: CborWriter): void {
    writer.list(this.count)
    let last = 0
    for (const index of this.#order()) {
      const number = this.#numbers[index] ?? 0
      writer.list(3).integer(number - last)
      last = number
      this.#writePlaces(index, writer)
    }
  }

  #order(): Iterable<number> {
    const order = this.#numbers.keys()
    return this.#isSorted ? order : [...order].sort((a, b) => (this.#numbers[a] ?? 0) - (this.#numbers[b] ?? 0))
  }

  #writePlaces(index: number, writer: CborWriter): void {
    const part = this.#parts.findLast(({first}) => first <= index)
    if (part === undefined) return
    const {bytes, fields} = part
    const [from, to] = [this.#from[index] ?? 0, this.#to[index] ?? 0]
    if (fields === undefined) {
      writer.items(bytes, from, to)
      return
    }
    const reader = new CborReader(bytes, from)
    writer.items(reader.item())
    const places = reader.list()
    writer.list(places)
    for (let left = places; left > 0; left--) {
      const place = reader.integer()
      writer.integer(place < 0 ? -1 - (fields[-1 - place] ?? 0) : place)
    }
  }
}
