import {createHash} from 'node:crypto'
import {existsSync, lstatSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathsBelow} from '../tree.ts'

/** All that makes pages of content, beside the content: files and folders of the project. */
const makers = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // What the style sheet takes; they follow from the letters of the content.
  '.cache/fonts',
] as const

/** All that reads a file of the content, or keeps what it was read as. */
const readers = [
  'src/corpus',
  'src/site/reuse/folding.ts',
  'src/site/reuse/readings.ts',
  'package.json',
  'package-lock.json',
] as const

/** Settings from outside that pages can read. */
const settings = /^(?:LINCHPIN|VITE|PUBLIC)_/

/**
 * A digest of everything beside the content that pages are made of: code, packages by their lock, settings, Node. What
 * was made under another key is not looked at.
 */
export function keyOf(root: string, environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const set = Object.keys(environment)
    .filter((name) => settings.test(name))
    .toSorted()
    .map((name) => `${name}=${environment[name]}`)
  return digestOf(root, [resolve(root), ...set], makers)
}

/** A digest of everything that reads files of the content, each by itself: what was read under another key is read again. */
export function readingKeyOf(root: string): string {
  return digestOf(root, [], readers)
}

/** A digest of Node, of some words, and of files and folders of the project. */
function digestOf(root: string, words: readonly string[], names: readonly string[]): string {
  const digest = createHash('sha256')
  const tell = (text: string | Uint8Array) => digest.update(`${text.length} `).update(text)
  for (const word of [process.version, process.platform, process.arch, ...words]) tell(word)
  for (const path of names.flatMap((name) => filesOf(root, name))) {
    tell(path)
    tell(readFileSync(join(root, path)))
  }
  return digest.digest('hex')
}

function filesOf(root: string, name: string): string[] {
  const path = join(root, name)
  if (!existsSync(path)) return []
  if (!lstatSync(path).isDirectory()) return [name]
  return pathsBelow(path).map((below) => `${name}/${below}`)
}
