/** The folder of a site that is being written. */

import {createHash} from 'node:crypto'
import {mkdir, open, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {manifestFile} from './manifest.ts'
import type {ManifestFile} from './manifest.ts'

/** How many files may be on their way to the disk: enough for every thread that writes, and few to keep in memory. */
const underWay = 32

/**
 * Takes note of each file while its bytes are at hand, so that nothing has to be read again. Files are written while
 * others are made: to make thousands of them takes a disk as long as to make what stands in them.
 */
export class SiteFolder {
  /** The files that are there, or on their way, by path. */
  readonly files = new Map<string, ManifestFile>()
  readonly #folder: string
  /** The folders that are there. */
  readonly #made = new Set<string>()
  readonly #writing = new Map<string, Promise<void>>()
  #trouble: {readonly error: unknown} | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Writes a file, and waits where too many are on their way.
   *
   * @throws where this file, or one before it, could not be written
   */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, manifestFile(path, bytes))
    const writing = this.#write(path, bytes)
      .catch((error: unknown) => {
        this.#trouble ??= {error}
      })
      .finally(() => this.#writing.delete(path))
    this.#writing.set(path, writing)
    if (this.#writing.size >= underWay) await Promise.race(this.#writing.values())
    // Making pages leaves the event loop no turn, and what writes and indexes would stand still.
    await setImmediate()
    this.#tellTrouble()
  }

  /**
   * Writes a long file while it is made, piece by piece.
   *
   * @throws where it could not be made or written
   */
  async pour(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(await this.#placeOf(path), 'w')
    const digest = createHash('sha256')
    let bytes = 0
    try {
      for await (const piece of pieces) {
        digest.update(piece)
        bytes += piece.length
        await file.writeFile(piece)
      }
    } finally {
      await file.close()
    }
    this.files.set(path, {path, bytes, sha256: digest.digest('hex')})
  }

  /**
   * Waits until all is on the disk.
   *
   * @throws where a file could not be written
   */
  async written(): Promise<void> {
    await Promise.all(this.#writing.values())
    this.#tellTrouble()
  }

  /** Reads a text that is there, or on its way. */
  async read(path: string): Promise<string> {
    await this.#writing.get(path)
    this.#tellTrouble()
    return await readFile(join(this.#folder, path), 'utf8')
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await writeFile(await this.#placeOf(path), bytes)
  }

  /** Where a file is to be, in a folder that is there. */
  async #placeOf(path: string): Promise<string> {
    const place = join(this.#folder, path)
    const folder = dirname(place)
    if (!this.#made.has(folder)) await mkdir(folder, {recursive: true})
    this.#made.add(folder)
    return place
  }

  #tellTrouble(): void {
    if (this.#trouble !== undefined) throw this.#trouble.error
  }
}
