/** The folder of a site that is being written. */

import {mkdir, open, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {manifestFile, Measure} from './manifest.ts'
import type {ManifestFile} from './manifest.ts'
import {UnderWay} from './underway.ts'

/** How many files may be on their way to the disk: enough for every thread that writes, and few to keep in memory. */
const mostWriting = 32

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
  readonly #writing = new UnderWay(mostWriting)

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
    await this.#writing.begin(path, async () => writeFile(await this.#placeOf(path), bytes))
    // Making pages leaves the event loop no turn, and what writes and indexes would stand still.
    await setImmediate()
  }

  /**
   * Writes a long file while it is made, piece by piece.
   *
   * @throws where it could not be made or written
   */
  async pour(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(await this.#placeOf(path), 'w')
    const measure = new Measure()
    try {
      for await (const piece of pieces) {
        measure.add(piece)
        await file.writeFile(piece)
      }
    } finally {
      await file.close()
    }
    this.files.set(path, {path, ...measure.told})
  }

  /**
   * Waits until all is on the disk.
   *
   * @throws where a file could not be written
   */
  async written(): Promise<void> {
    await this.#writing.all()
  }

  /** Reads a text that is there, or on its way. */
  async read(path: string): Promise<string> {
    await this.#writing.one(path)
    return await readFile(join(this.#folder, path), 'utf8')
  }

  /** Where a file is to be, in a folder that is there. */
  async #placeOf(path: string): Promise<string> {
    const place = join(this.#folder, path)
    const folder = dirname(place)
    if (!this.#made.has(folder)) await mkdir(folder, {recursive: true})
    this.#made.add(folder)
    return place
  }
}
