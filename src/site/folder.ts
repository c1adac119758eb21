/** The folder of a site that is being written. */

import {linkSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {manifestFile} from './manifest.ts'
import type {ManifestFile} from './manifest.ts'

/** Takes note of each file while its bytes are at hand, so that nothing has to be read again. */
export class SiteFolder {
  /** The files that are there, by path. */
  readonly files = new Map<string, ManifestFile>()
  readonly #folder: string
  readonly #made = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  write(path: string, bytes: Uint8Array): void {
    writeFileSync(this.#placeFor(path), bytes)
    this.files.set(path, manifestFile(path, bytes))
  }

  /** Gives a file of another folder a second name in this one. */
  link(from: string, file: ManifestFile): void {
    linkSync(join(from, file.path), this.#placeFor(file.path))
    this.files.set(file.path, file)
  }

  #placeFor(path: string): string {
    const place = join(this.#folder, path)
    const folder = dirname(place)
    if (!this.#made.has(folder)) mkdirSync(folder, {recursive: true})
    this.#made.add(folder)
    return place
  }
}
