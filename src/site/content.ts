/** Reads the files of `content/` and the witnesses that are at hand. The one place that touches the disk for content. */

import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {witnessSentences} from '../corpus/apparatus.ts'
import type {WitnessText} from '../check/rule.ts'
import {hash} from '../corpus/hash.ts'
import type {SourceFile, WitnessId} from '../corpus/model.ts'
import {fileDigest} from './reuse/digest.ts'
import {pathsBelow} from './tree.ts'
import {writeWhole} from './whole.ts'

/**
 * Every file below `content/`, sorted by path. What systems and editors hide is
 * passed over. A link is read as an empty file, and so is one whose name is not
 * UTF-8: what it points to is not ours to read.
 *
 * @throws with a sentence where `content/` itself is a link
 */
export function readContent(root: string): SourceFile[] {
  return contentPaths(root).map((path) => ({path, bytes: readOwn(join(root, path))}))
}

/**
 * Makes a function that reads the content as `readContent` does, but reads again only what was written since.
 *
 * @returns the same list where nothing was, and the same files of what is as it was
 */
export function contentReader(root: string): () => readonly SourceFile[] {
  let kept: ReadonlyMap<string, {readonly stamp: string; readonly file: SourceFile}> = new Map()
  let last: readonly SourceFile[] | undefined
  return () => {
    kept = new Map(
      contentPaths(root).map((path) => {
        const stamp = stampOf(join(root, path))
        const before = kept.get(path)
        if (before?.stamp === stamp) return [path, before]
        return [path, {stamp, file: {path, bytes: readOwn(join(root, path))}}]
      }),
    )
    const files = Array.from(kept.values(), ({file}) => file)
    const isSame = files.length === last?.length && files.every((file, at) => file === last?.[at])
    return isSame && last !== undefined ? last : (last = files)
  }
}

/** What the system says of a file; it says something else when the file was written to. */
function stampOf(path: string): string {
  const {ino, size, mtimeNs, ctimeNs} = lstatSync(path, {bigint: true, throwIfNoEntry: false}) ?? {}
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
}

/** Tells some content from any other. */
export type ContentDigest = string & {readonly tag: 'ContentDigest'}

/** A digest of the paths and bytes of files, which are sorted by path. */
export function digestContent(files: readonly SourceFile[]): ContentDigest {
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file.path}\n${fileDigest(file)}\n`)
  return digest.digest('hex') as ContentDigest
}

function contentPaths(root: string): string[] {
  const folder = join(root, 'content')
  if (lstatSync(folder).isSymbolicLink())
    throw new Error('content/ is a link to another folder; put the files themselves there.')
  return pathsBelow(folder)
    .map((path) => `content/${path}`)
    .filter((path) => !isHidden(path))
}

function readOwn(path: string): Uint8Array {
  return lstatSync(path, {throwIfNoEntry: false})?.isFile() === true ? readFileSync(path) : new Uint8Array()
}

/**
 * Whether a file is passed over by its name or that of a folder it is in. One that ends like content is not for its own
 * name, or it would be lost without a word; editors’ `.#x.mdx` and a Mac’s `._x.mdx` are.
 *
 * @param path from the root, with `/` between its parts
 */
export function isHidden(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const isHiddenFile = name.startsWith('.') && (/^\.[#_]/.test(name) || !/\.(?:mdx|yaml)$/i.test(name))
  return isHiddenFile || /(?:^|\/)\.[^/]*\//.test(path)
}

/**
 * Writes a file of `content/` whole or not at all.
 *
 * @param before what was read; where something else stands there now, somebody
 *   is editing the file, and it is left
 * @returns whether it was written
 */
export function replaceContent(root: string, before: SourceFile, bytes: Uint8Array): boolean {
  const path = join(root, before.path)
  if (!readFileSync(path).equals(before.bytes)) return false
  writeWhole(path, bytes, statSync(path).mode)
  return true
}

/** Where the witness files lie if they lie anywhere; they are not part of the project. */
export function witnessFolder(root: string): string {
  return resolve(root, process.env['LINCHPIN_WITNESSES'] ?? '../shared/witnesses')
}

/**
 * The witness files of a folder, `ID.txt` each; none where there is no such
 * folder. Whole witness texts are other people's and no part of the project.
 */
export function readWitnessTexts(folder: string): Map<WitnessId, WitnessText> {
  const texts = new Map<WitnessId, WitnessText>()
  for (const name of listFiles(folder)) {
    if (!name.startsWith('w-') || !name.endsWith('.txt')) continue
    const bytes = readFileSync(join(folder, name))
    const text = new TextDecoder().decode(bytes)
    texts.set(name.slice(0, -'.txt'.length) as WitnessId, {
      text,
      sha256: hash(bytes),
      sentences: witnessSentences(text),
    })
  }
  return texts
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
