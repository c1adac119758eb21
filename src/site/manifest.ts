/** Every file of a built site with its size and digest: what one compares to know that two sites are the same. */

import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
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

/** What a built site is made of, sorted by path. */
export function manifestOf(folder: string): Manifest {
  const paths = pathsBelow(folder).filter((path) => path !== manifestName)
  return {
    files: paths.map((path) => {
      const content = readFileSync(join(folder, path))
      return {path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex')}
    }),
  }
}

/** Writes the manifest of a finished site into it. */
export function writeManifest(folder: string): void {
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifestOf(folder), null, 1)}\n`)
}
