/** Files of pieces, each of which is known to be as it was written before anything is made of it. */

import {createHash} from 'node:crypto'
import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {deserialize, serialize} from 'node:v8'

/** Bytes before each piece: its length, and the digest of all lengths and pieces up to it. */
const lengths = {length: 4, digest: 32} as const

/** A file is not as it was written; the message says so. */
export class Damaged extends Error {
  constructor(path: string) {
    super(`${path} is not as it was written`)
  }
}

/**
 * The bytes of a file of values. Its last piece is empty, so that a file that ends too soon is known.
 *
 * @param values plain data; each is in memory only while its turn is
 */
export function* bytesOf(values: Iterable<unknown>): Generator<Uint8Array> {
  const digest = createHash('sha256')
  const headOf = (bytes: Uint8Array) => {
    const length = Buffer.alloc(lengths.length)
    length.writeUInt32LE(bytes.length)
    return Buffer.concat([length, digest.update(length).update(bytes).copy().digest()])
  }
  for (const value of values) {
    const bytes = serialize(value)
    yield headOf(bytes)
    yield bytes
  }
  yield headOf(new Uint8Array())
}

/**
 * The values of a file, one after the other.
 *
 * @throws Damaged where the file is not as it was written, before anything is made of what is damaged
 */
export function* valuesIn(path: string): Generator {
  const file = openSync(path, 'r')
  try {
    const digest = createHash('sha256')
    let left = fstatSync(file).size
    const take = (length: number): Buffer => {
      if (length > left) throw new Damaged(path)
      left -= length
      // What is made of a piece may keep its bytes, and should keep no others.
      const bytes = Buffer.allocUnsafeSlow(length)
      if (readSync(file, bytes) < length) throw new Damaged(path)
      return bytes
    }
    for (;;) {
      const [length, expected] = [take(lengths.length), take(lengths.digest)]
      const bytes = take(length.readUInt32LE())
      if (!digest.update(length).update(bytes).copy().digest().equals(expected)) throw new Damaged(path)
      if (bytes.length === 0) break
      yield deserialize(bytes)
    }
    if (left > 0) throw new Damaged(path)
  } finally {
    closeSync(file)
  }
}
