/** Reads one file of a zip archive that may come from anybody, in memory and within bounds. */

import {crc32, inflateRawSync} from 'node:zlib'

const signatures = {end: 0x06_05_4b_50, entry: 0x02_01_4b_50, file: 0x04_03_4b_50} as const

/** Length of the three records without the texts that follow them. */
const lengths = {end: 22, entry: 46, file: 30} as const

/** Bits of the mode of a file on Unix that say what it is, and what they say of a plain file. */
const unixType = {mask: 0o170000, file: 0o100000} as const

/** The flag of an encrypted file. */
const encrypted = 1

/** What the list at the end of an archive says of a file. */
interface Entry {
  readonly name: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** What it is on Unix, as in `stat`: 0 where that is not said. */
  readonly type: number
  /** Where its own record begins. */
  readonly at: number
}

/**
 * The bytes of a file of an archive, by its exact name. Nothing is written, and
 * no other file is looked at.
 *
 * Format: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; stored
 * and deflated files, no Zip64, no encryption.
 *
 * @param limit the most bytes the file may have
 * @returns `undefined` where the archive has no such file
 * @throws where this is no such archive, where it contradicts itself, or where
 *   the file is larger than the limit
 */
export function readZipped(archive: Uint8Array, name: string, limit: number): Uint8Array | undefined {
  try {
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
    const entries = listEntries(archive, view)
    const [entry, ...more] = entries.filter((each) => Buffer.from(name).equals(each.name))
    if (more.length > 0) throw new Error(`The archive has more than one file ${name}.`)
    return entry && readEntry(archive, view, entry, entries, limit)
  } catch (error) {
    // A place beyond the end that the archive names.
    if (error instanceof RangeError) throw new Error('The archive is damaged.', {cause: error})
    throw error
  }
}

/** The record that closes an archive; a comment of up to 65,535 bytes may follow it, to the very end. */
function findEnd(view: DataView): number {
  const last = view.byteLength - lengths.end
  for (let at = last; at >= 0 && at >= last - 65_535; at--)
    if (view.getUint32(at, true) === signatures.end && view.getUint16(at + 20, true) === last - at) return at
  throw new Error('This is no zip archive.')
}

/** The list of files, which must be as long as the record at the end says, and stand right before it. */
function listEntries(archive: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view)
  const [disk, listDisk, here, count] = [4, 6, 8, 10].map((offset) => view.getUint16(end + offset, true))
  const start = view.getUint32(end + 16, true)
  if (disk !== 0 || listDisk !== 0 || here !== count || start + view.getUint32(end + 12, true) !== end)
    throw new Error('The archive is damaged, in several parts or of the kind Zip64.')
  const entries: Entry[] = []
  let at = start
  while (at < end) {
    if (view.getUint32(at, true) !== signatures.entry) throw new Error('The archive is damaged.')
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const isUnix = view.getUint8(at + 5) === 3
    entries.push({
      name: archive.subarray(at + lengths.entry, at + lengths.entry + nameLength),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      type: isUnix ? view.getUint16(at + 40, true) & unixType.mask : 0,
      at: view.getUint32(at + 42, true),
    })
    at += lengths.entry + nameLength + extra + comment
  }
  if (at !== end || entries.length !== count) throw new Error('The archive is damaged.')
  return entries
}

function readEntry(
  archive: Uint8Array,
  view: DataView,
  entry: Entry,
  entries: readonly Entry[],
  limit: number,
): Uint8Array {
  const {name, flags, method, crc, packed, size, type, at} = entry
  if (type !== 0 && type !== unixType.file) throw new Error('The file is a link or no plain file.')
  if ((flags & encrypted) !== 0) throw new Error('The file is encrypted.')
  if (method !== 0 && method !== 8) throw new Error(`The archive is packed in a way that is not known (${method}).`)
  if (size > limit) throw new Error(`The file has more than ${limit} bytes.`)
  const nameEnd = at + lengths.file + view.getUint16(at + 26, true)
  const start = nameEnd + view.getUint16(at + 28, true)
  const isItself =
    view.getUint32(at, true) === signatures.file &&
    view.getUint16(at + 8, true) === method &&
    Buffer.from(name).equals(archive.subarray(at + lengths.file, nameEnd))
  const isApart = entries.every((other) => other === entry || other.at < at || other.at >= start + packed)
  if (!isItself || !isApart || start + packed > archive.length) throw new Error('The archive is damaged.')
  const bytes = unpack(archive.subarray(start, start + packed), method, limit)
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Error('The file is not what the archive says of it.')
  return bytes
}

/** What the archive says of the size is not believed: the unpacking itself stops at the limit. */
function unpack(data: Uint8Array, method: 0 | 8, limit: number): Uint8Array {
  if (method === 0) return data
  try {
    return inflateRawSync(data, {maxOutputLength: limit})
  } catch (error) {
    const reason =
      error instanceof RangeError ? `The file has more than ${limit} bytes.` : 'The file cannot be unpacked.'
    throw new Error(reason, {cause: error})
  }
}
