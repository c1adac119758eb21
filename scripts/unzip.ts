/** Reads one file of a zip archive that may come from anybody, in memory and within bounds. */

import {inflateRawSync} from 'node:zlib'

const signatures = {end: 0x06_05_4b_50, entry: 0x02_01_4b_50, file: 0x04_03_4b_50} as const

/** Length of the three records without the texts that follow them. */
const lengths = {end: 22, entry: 46, file: 30} as const

/**
 * The bytes of a file of an archive, by its exact name. Nothing is written, and
 * no other file is looked at.
 *
 * Format: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; stored
 * and deflated files, no Zip64.
 *
 * @param limit the most bytes the file may have
 * @returns `undefined` where the archive has no such file
 * @throws an Error whose message is a sentence, where this is no such archive or the file is larger than the limit
 */
export function readZipped(archive: Uint8Array, name: string, limit: number): Uint8Array | undefined {
  try {
    return findFile(archive, name, limit)
  } catch (error) {
    const {code} = error as {readonly code?: string}
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    // An offset that leads out of the archive, or bytes that were never packed.
    if (error instanceof RangeError || code?.startsWith('Z_') === true) throw damaged()
    throw error
  }
}

function damaged(): Error {
  return new Error('The archive is damaged.')
}

function tooLarge(limit: number): Error {
  return new Error(`The file has more than ${limit} bytes.`)
}

function findFile(archive: Uint8Array, name: string, limit: number): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(view)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== signatures.entry) throw damaged()
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const entryName = new TextDecoder().decode(
      archive.subarray(at + lengths.entry, at + lengths.entry + (nameLength ?? 0)),
    )
    if (entryName === name) return readEntry(archive, view, at, limit)
    at += lengths.entry + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return undefined
}

/** The record that closes an archive; a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - lengths.end
  for (let at = last; at >= 0 && at >= last - 65_535; at--) if (view.getUint32(at, true) === signatures.end) return at
  throw new Error('This is no zip archive.')
}

function readEntry(archive: Uint8Array, view: DataView, at: number, limit: number): Uint8Array {
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 20, true)
  const file = view.getUint32(at + 42, true)
  if (view.getUint32(file, true) !== signatures.file) throw damaged()
  const start = file + lengths.file + view.getUint16(file + 26, true) + view.getUint16(file + 28, true)
  const data = archive.subarray(start, start + size)
  if (method !== 0 && method !== 8) throw new Error(`The archive is packed in a way that is not known (${method}).`)
  // What the archive says of the size is not believed: the unpacking itself stops at the limit.
  const bytes = method === 0 ? data : inflateRawSync(data, {maxOutputLength: limit})
  if (bytes.length > limit) throw tooLarge(limit)
  return bytes
}
