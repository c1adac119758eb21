import {createHash} from 'node:crypto'
import type {SourceFile} from '../../corpus/model.ts'

/** SHA-256 of bytes, in hexadecimal digits. By Node itself: all of the content is digested in each build. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const digests = new WeakMap<SourceFile, string>()

/** SHA-256 of the bytes of a file, which are digested once. */
export function fileDigest(file: SourceFile): string {
  const digest = digests.get(file) ?? digestOf(file.bytes)
  noteDigest(file, digest)
  return digest
}

/** Has nobody digest the bytes of a file, for it is known what comes out. */
export function noteDigest(file: SourceFile, digest: string): void {
  digests.set(file, digest)
}
