/** Reads `content/` as it was: from a commit, without touching the working tree, or from another folder. */

import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import type {SourceFile} from '../src/corpus/model.ts'
import {isHidden, readContent} from '../src/site/content.ts'

/** A commit's files are not more than this, in bytes, together. */
const sizeLimit = 1_000_000_000

/**
 * The files of `content/` of a folder that has one, else of a git revision.
 *
 * @param name a folder, or what git takes for a commit: `main`, `HEAD~2`, a hash
 * @param root of the edition, which may be a folder of a repository
 * @throws with a sentence where the name is neither
 */
export function readRevision(name: string, root: string): SourceFile[] {
  const folder = resolve(name)
  if (name !== '' && existsSync(resolve(folder, 'content'))) return readContent(folder)
  return readCommit(commitOf(name, root), root)
}

function git(root: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', args, {
    cwd: root,
    input,
    maxBuffer: sizeLimit,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

/** The full hash of a commit: what follows cannot be taken for an option or a path. */
function commitOf(name: string, root: string): string {
  try {
    const hash = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
    return hash.toString().trim()
  } catch {
    throw new Error(
      `There is no commit and no folder with content named “${name}”. A shallow clone may lack it: git fetch --unshallow`,
    )
  }
}

/** As `readContent` reads a folder: what `isHidden` names is passed over, a link is an empty file. */
function readCommit(commit: string, root: string): SourceFile[] {
  const listing = git(root, ['ls-tree', '-r', '-z', commit, 'content/']).toString()
  const entries = listing.split('\0').flatMap((line) => {
    const [, mode, hash, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
    if (mode === undefined || hash === undefined || path === undefined) return []
    if (isHidden(path)) return []
    return [{path, hash, isFile: mode.startsWith('100')}]
  })
  const blobs = readBlobs(
    entries.filter(({isFile}) => isFile).map(({hash}) => hash),
    root,
  )
  return entries
    .map(({path, hash, isFile}) => ({path, bytes: (isFile ? blobs.get(hash) : undefined) ?? new Uint8Array()}))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** All contents in one call of git: for each `HASH blob SIZE`, a line feed, the bytes, a line feed. */
function readBlobs(hashes: readonly string[], root: string): Map<string, Uint8Array> {
  const output = git(root, ['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join(''))
  const blobs = new Map<string, Uint8Array>()
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const [hash = '', , size = '0'] = output.toString('latin1', at, end).split(' ')
    blobs.set(hash, output.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return blobs
}
