/** Every file of a built site with its size and digest: what one compares to know that two sites are the same. */

import {createHash} from 'node:crypto'
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathsBelow} from './tree.ts'

export interface ManifestFile {
  /** From the root of the site: `glossary/ncg/index.html`. */
  readonly path: string
  readonly bytes: number
  /** In hexadecimal digits. */
  readonly sha256: string
}

/** Says nothing of when or where a site was built, so that it is the same wherever the site is. */
export interface Manifest {
  readonly files: readonly ManifestFile[]
}

/** Where a site says what it is made of. It is the one file that it does not list. */
export const manifestName = 'manifest.json'

/** Takes the size and the digest of content that comes in pieces. */
export class Measure {
  readonly #digest = createHash('sha256')
  #bytes = 0

  /** @param piece bytes, or letters of UTF-8 */
  add(piece: Uint8Array | string): this {
    this.#digest.update(piece)
    this.#bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    return this
  }

  /** What is said of all that was added, which is the end of it. */
  get told(): Omit<ManifestFile, 'path'> {
    return {bytes: this.#bytes, sha256: this.#digest.digest('hex')}
  }
}

/** What is said of a file with this content. */
export function manifestFile(path: string, content: Uint8Array): ManifestFile {
  return {path, ...new Measure().add(content).told}
}

/** What is known of the files of a site before they are looked at. */
export interface Known {
  /** Files that need not be read again, by path, where they are as long as they were written. */
  readonly written?: ReadonlyMap<string, ManifestFile>
  /** The paths of those of them whose length has just been looked at. */
  readonly seen?: {has(path: string): boolean}
}

/** What a built site is made of, sorted by path. */
export function manifestOf(folder: string, {written, seen}: Known = {}): Manifest {
  const paths = pathsBelow(folder).filter((path) => path !== manifestName)
  return {
    files: paths.map((path) => {
      const file = join(folder, path)
      const known = written?.get(path)
      const isKnown = known !== undefined && (seen?.has(path) === true || known.bytes === statSync(file).size)
      return isKnown ? known : manifestFile(path, readFileSync(file))
    }),
  }
}

/**
 * Writes the manifest of a finished site into it.
 *
 * @returns the files that it lists
 */
export function writeManifest(folder: string, known?: Known): readonly ManifestFile[] {
  const manifest = manifestOf(folder, known)
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
  return manifest.files
}
