/** As much of CBOR (RFC 8949) as it takes to cut a list in pieces and to write a new one around them. */

interface Head {
  readonly type: number
  /** A number, a length, or none where the end is marked (`break`). */
  readonly value: number | undefined
  /** Where what follows begins. */
  readonly end: number
}

const [unsigned, negative, byteString, textString, array, simple] = [0, 1, 2, 3, 4, 7]
const breakByte = 0xff

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at)
  const [type, info] = [first >> 5, first & 31]
  if (info < 24) return {type, value: info, end: at + 1}
  if (info === 24) return {type, value: bytes.readUInt8(at + 1), end: at + 2}
  if (info === 25) return {type, value: bytes.readUInt16BE(at + 1), end: at + 3}
  if (info === 26) return {type, value: bytes.readUInt32BE(at + 1), end: at + 5}
  if (info === 27) return {type, value: Number(bytes.readBigUInt64BE(at + 1)), end: at + 9}
  if (info === 31) return {type, value: undefined, end: at + 1}
  throw new Error(`Unexpected byte ${first} at ${at} of an index, expected the head of an item.`)
}

/** Where the item that begins at `at` ends. */
function endOf(bytes: Buffer, at: number): number {
  const {type, value, end} = headAt(bytes, at)
  if (type === unsigned || type === negative || type === simple) return end
  if ((type === byteString || type === textString) && value !== undefined) return end + value
  if (type !== array)
    throw new Error(`Unexpected item of type ${type} at ${at} of an index, expected a list or a text.`)
  let next = end
  for (let left = value ?? Number.POSITIVE_INFINITY; left > 0; left--) {
    if (value === undefined && bytes[next] === breakByte) return next + 1
    next = endOf(bytes, next)
  }
  return next
}

/**
 * The items of a list, each as it is written.
 *
 * @throws where the bytes are no list
 */
export function itemsOf(bytes: Buffer | undefined): Buffer[] {
  const {type, value, end} = headAt(bytes ?? Buffer.alloc(0), 0)
  if (bytes === undefined || type !== array)
    throw new Error(`Unexpected item of type ${type} in an index, expected a list.`)
  const items: Buffer[] = []
  let next = end
  while (value === undefined ? bytes[next] !== breakByte : items.length < value) {
    const start = next
    next = endOf(bytes, start)
    items.push(bytes.subarray(start, next))
  }
  return items
}

/** Reads a text. */
export function textOf(bytes: Buffer | undefined): string {
  const {type, value, end} = headAt(bytes ?? Buffer.alloc(0), 0)
  if (bytes === undefined || type !== textString || value === undefined)
    throw new Error(`Unexpected item of type ${type} in an index, expected a text.`)
  return bytes.toString('utf8', end, end + value)
}

/**
 * Reads a number that stands at an offset.
 *
 * @returns the number and where what follows begins
 */
export function numberOf(bytes: Buffer, at: number): {readonly value: number; readonly end: number} {
  const {type, value, end} = headAt(bytes, at)
  if (type !== unsigned || value === undefined)
    throw new Error(`Unexpected item of type ${type} in an index, expected a number.`)
  return {value, end}
}

/** Writes a number, from 0. */
export function numberItem(value: number): Buffer {
  return head(unsigned, value)
}

/** Writes a text. */
export function textItem(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([head(textString, bytes.length), bytes])
}

/** Writes what stands before the items of a list. */
export function arrayHead(length: number): Buffer {
  return head(array, length)
}

function head(type: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(type << 5) | value])
  if (value < 0x1_00) return Buffer.from([(type << 5) | 24, value])
  if (value < 0x1_00_00) return Buffer.from([(type << 5) | 25, value >> 8, value & 0xff])
  const bytes = Buffer.alloc(5)
  bytes.writeUInt8((type << 5) | 26)
  bytes.writeUInt32BE(value, 1)
  return bytes
}
