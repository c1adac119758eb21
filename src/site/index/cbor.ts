/** As much of CBOR (RFC 8949) as Pagefind writes: numbers, texts, and lists that say how long they are. */

const [unsigned, negative, textString, array] = [0, 1, 3, 4]

/** Reads items one after another. */
export class CborReader {
  readonly bytes: Buffer
  /** Where the next item begins. */
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** Reads the beginning of a list, and tells how many items follow. */
  list(): number {
    return this.#headOf(array, 'a list')
  }

  /** A number from 0. */
  number(): number {
    return this.#headOf(unsigned, 'a number')
  }

  /** A number of either sign. */
  integer(): number {
    const isNegative = (this.bytes[this.at] ?? 0) >> 5 === negative
    return isNegative ? -1 - this.#headOf(negative, 'a number') : this.number()
  }

  /** The bytes of a text, in UTF-8. */
  text(): Buffer {
    const length = this.#headOf(textString, 'a text')
    return this.bytes.subarray(this.at, (this.at += length))
  }

  /** The next item, as it is written. */
  item(): Buffer {
    const start = this.at
    this.skip(1)
    return this.bytes.subarray(start, this.at)
  }

  /** Passes over so many items, with all that is in them. */
  skip(items: number): void {
    for (let left = items; left > 0; left--) {
      const type = (this.bytes[this.at] ?? 0xff) >> 5
      if (type !== unsigned && type !== negative && type !== textString && type !== array) this.#refuse('an item')
      const value = this.#value()
      if (type === array) left += value
      else if (type === textString) this.at += value
    }
  }

  #headOf(type: number, expected: string): number {
    if ((this.bytes[this.at] ?? 0xff) >> 5 !== type) this.#refuse(expected)
    return this.#value()
  }

  /** The number in the head of an item, or the length of what follows it. */
  #value(): number {
    const info = (this.bytes[this.at++] ?? 0) & 31
    if (info < 24) return info
    const at = this.at
    if (info === 24) return this.bytes.readUInt8((this.at += 1) - 1)
    if (info === 25) return this.bytes.readUInt16BE((this.at += 2) - 2)
    if (info === 26) return this.bytes.readUInt32BE((this.at += 4) - 4)
    this.at = at - 1
    return this.#refuse('an item that says how long it is')
  }

  #refuse(expected: string): never {
    throw new Error(`Unexpected byte ${this.bytes[this.at]} at ${this.at} of an index, expected ${expected}.`)
  }
}

/**
 * The items of a list, each as it is written.
 *
 * @throws where the bytes are no list
 */
export function itemsOf(bytes: Buffer = Buffer.alloc(0)): Buffer[] {
  const reader = new CborReader(bytes)
  return Array.from({length: reader.list()}, () => reader.item())
}

/** Reads a text. */
export function textOf(bytes: Buffer = Buffer.alloc(0)): string {
  return new CborReader(bytes).text().toString()
}

/** Reads a number, from 0. */
export function numberOf(bytes: Buffer = Buffer.alloc(0)): number {
  return new CborReader(bytes).number()
}

/** Writes items one after another, each as short as it can be. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(64)
  #at = 0

  /** Writes what stands before the items of a list. */
  list(length: number): this {
    return this.#head(array, length)
  }

  integer(value: number): this {
    return value < 0 ? this.#head(negative, -1 - value) : this.#head(unsigned, value)
  }

  text(text: string | Buffer): this {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    return this.#head(textString, bytes.length).items(bytes)
  }

  /** Copies items that are written already. */
  items(bytes: Buffer, from = 0, to = bytes.length): this {
    this.#makeRoom(to - from)
    bytes.copy(this.#bytes, this.#at, from, to)
    this.#at += to - from
    return this
  }

  /** What was written since the last time. */
  take(): Buffer {
    const written = Buffer.from(this.#bytes.subarray(0, this.#at))
    this.#at = 0
    return written
  }

  #head(type: number, value: number): this {
    this.#makeRoom(5)
    const bytes = this.#bytes
    const first = type << 5
    if (value < 24) bytes[this.#at++] = first | value
    else if (value < 0x1_00) this.#at = bytes.writeUInt8(value, bytes.writeUInt8(first | 24, this.#at))
    else if (value < 0x1_00_00) this.#at = bytes.writeUInt16BE(value, bytes.writeUInt8(first | 25, this.#at))
    else this.#at = bytes.writeUInt32BE(value, bytes.writeUInt8(first | 26, this.#at))
    return this
  }

  #makeRoom(length: number): void {
    if (this.#at + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#at + length))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}

/** A list of items that are written already. */
export function listOf(items: readonly Buffer[]): Buffer {
  return Buffer.concat([new CborWriter().list(items.length).take(), ...items])
}

export function textItem(text: string): Buffer {
  return new CborWriter().text(text).take()
}
