/** Writing files whole or not at all: beside first, then in their place, by a step that no kill can halve. */

import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'

type Content = string | Uint8Array

/**
 * Puts a file in the place of one that may be there, and makes the folders it stands in.
 *
 * @param content all of it, or what is to be written one after the other
 * @param mode who may read and write it; what is usual for new files where it is not given
 */
export function writeWhole(path: string, content: Content | Iterable<Uint8Array>, mode?: number): void {
  withBeside(path, content, (beside) => {
    if (mode !== undefined) chmodSync(beside, mode)
    renameSync(beside, path)
  })
}

/**
 * Writes files that are not there yet, and the folders they stand in. Where one cannot be written, those before it are
 * taken back.
 *
 * @throws where a file is there, or the disk takes no more
 */
export function writeNew(files: ReadonlyMap<string, string>): void {
  const written: string[] = []
  try {
    for (const [path, text] of files) {
      withBeside(path, text, (beside) => putNew(beside, path))
      written.push(path)
    }
  } catch (error) {
    for (const path of written) rmSync(path, {force: true})
    throw error
  }
}

/** Gives a finished file its name, unless something bears it. */
function putNew(beside: string, path: string): void {
  try {
    linkSync(beside, path)
  } catch (error) {
    // What bore the name may be gone since, and another may have come.
    if (codeOf(error) === 'EEXIST' || existsSync(path)) throw error
    // Some disks know no second name for a file.
    renameSync(beside, path)
  }
}

/** What the system calls an error, such as `EEXIST`; nothing where it is none of its own. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Writes under a name of its own that `readContent` and Git pass over, and leaves nothing there. */
function withBeside(path: string, content: Content | Iterable<Uint8Array>, place: (beside: string) => void): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`)
  mkdirSync(dirname(path), {recursive: true})
  try {
    if (isWhole(content)) writeFileSync(beside, content)
    else writeParts(beside, content)
    place(beside)
  } finally {
    rmSync(beside, {force: true})
  }
}

function isWhole(content: Content | Iterable<Uint8Array>): content is Content {
  return typeof content === 'string' || content instanceof Uint8Array
}

function writeParts(path: string, parts: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w')
  try {
    for (const part of parts) writeFileSync(file, part)
  } finally {
    closeSync(file)
  }
}
