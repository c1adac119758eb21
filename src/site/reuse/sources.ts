/**
 * The content that a site was made of: `.cache/reuse/content`, a file for each of its files, under a digest of its bytes.
 * A build copies there what it has read, and needs it in memory no more; the next one finds there what was edited since.
 */

import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {SourceFile} from '../../corpus/model.ts'
import {writeWhole} from '../whole.ts'
import {digestOf, fileDigest, noteDigest} from './digest.ts'
import {Damaged} from './pieces.ts'

/** By what a file of the content is had again. */
export interface KeptSource {
  readonly path: string
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly digest: string
}

/** A file whose bytes are in its copy, and in memory only while somebody has asked for them. */
class Copy implements SourceFile {
  readonly path: string
  readonly #root: string
  readonly #digest: string

  constructor(root: string, {path, digest}: KeptSource) {
    this.path = path
    this.#root = root
    this.#digest = digest
    noteDigest(this, digest)
  }

  /** @throws Damaged where the copy is not as it was kept */
  get bytes(): Uint8Array {
    return keptBytes(this.#root, this.#digest)
  }
}

/** The same content, of which memory need not hold the bytes. A file that cannot be copied is as it was. */
export function copied(root: string, content: readonly SourceFile[]): SourceFile[] {
  return content.map((file) => {
    try {
      return new Copy(root, keepSource(root, file))
    } catch {
      // Whether the disk takes no more is told by what the site cannot do without.
      return file
    }
  })
}

/**
 * Keeps what is not kept yet.
 *
 * @throws where the disk takes no more
 */
export function keepSources(root: string, content: readonly SourceFile[]): KeptSource[] {
  return content.map((file) => keepSource(root, file))
}

function keepSource(root: string, file: SourceFile): KeptSource {
  const digest = fileDigest(file)
  const place = placeOf(root, digest)
  if (!existsSync(place)) writeWhole(place, file.bytes)
  return {path: file.path, digest}
}

/** Takes away what is none of these. */
export function dropOtherSources(root: string, kept: readonly KeptSource[]): void {
  const needed = new Set(kept.map(({digest}) => digest))
  for (const name of readdirSync(sourcesFolder(root))) if (!needed.has(name)) rmSync(placeOf(root, name))
}

/**
 * The content of then.
 *
 * @param now the content of now; a file that has the bytes of then is taken from it, so that it is the same object
 * @throws Damaged where a file is not as it was kept
 */
export function sourcesOf(root: string, kept: readonly KeptSource[], now: readonly SourceFile[]): SourceFile[] {
  const files = new Map(now.map((file) => [file.path, file]))
  return kept.map(({path, digest}) => {
    const file = files.get(path)
    return file !== undefined && fileDigest(file) === digest ? file : {path, bytes: keptBytes(root, digest)}
  })
}

function keptBytes(root: string, digest: string): Uint8Array {
  const place = placeOf(root, digest)
  if (existsSync(place)) {
    const bytes = readFileSync(place)
    if (digestOf(bytes) === digest) return bytes
    // Or it would stand there as kept for good.
    rmSync(place)
  }
  throw new Damaged(place)
}

function sourcesFolder(root: string): string {
  return join(root, '.cache', 'reuse', 'content')
}

function placeOf(root: string, digest: string): string {
  return join(sourcesFolder(root), digest)
}
