/** A zip archive as EPUB wants it (https://www.w3.org/TR/epub-33/#sec-ocf). */

import {zipSync} from 'fflate'
import type {Zippable} from 'fflate'

/** A file of the book. */
export interface BookFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const fonts = /\.woff2$/

/**
 * Packs files, what says that it is an EPUB first and as it is.
 *
 * @param date `2026-11-23`, which every file bears
 */
export function archiveOf(files: readonly BookFile[], date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  // Noon where this runs: the archive has a time and no zone.
  const mtime = new Date(year, month - 1, day, 12)
  const archive: Zippable = {mimetype: [new TextEncoder().encode('application/epub+zip'), {level: 0, mtime}]}
  for (const {name, bytes} of files) archive[name] = [bytes, {level: fonts.test(name) ? 0 : 9, mtime}]
  return zipSync(archive)
}
