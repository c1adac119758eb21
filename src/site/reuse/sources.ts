/**
 * The content that the last site was made of: `.cache/reuse/content`, a file for each of its files, under a digest of its
 * bytes. What is as it was need not be read from there, and little else is.
 */

import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {SourceFile} from '../../corpus/model.ts'
import {writeWhole} from '../whole.ts'
import {digestOf} from './digest.ts'
import {Damaged} from './pieces.ts'

/** By what a file of the content is had again. */
export interface KeptSource {
  readonly path: string
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly digest: string
}

/**
 * Keeps what is not kept yet.
 *
 * @throws where the disk takes no more
 */
export function keepSources(root: string, content: readonly SourceFile[]): KeptSource[] {
  return content.map(({path, bytes}) => {
    const digest = digestOf(bytes)
    const place = placeOf(root, digest)
    if (!existsSync(place)) writeWhole(place, bytes)
    return {path, digest}
  })
}

/** Takes away what is none of these. */
export function dropOtherSources(root: string, kept: readonly KeptSource[]): void {
  const needed = new Set(kept.map(({digest}) => digest))
  for (const name of readdirSync(sourcesFolder(root))) if (!needed.has(name)) rmSync(placeOf(root, name))
}

/**
 * The content of then.
 *
 * @param now the content of now; a file that has the bytes of then is taken from it, so that memory holds it once
 * @throws Damaged where a file is not as it was kept
 */
export function sourcesOf(root: string, kept: readonly KeptSource[], now: readonly SourceFile[]): SourceFile[] {
  const files = new Map(now.map((file) => [file.path, file]))
  return kept.map(({path, digest}) => {
    const file = files.get(path)
    return file !== undefined && digestOf(file.bytes) === digest ? file : {path, bytes: keptBytes(root, digest)}
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
