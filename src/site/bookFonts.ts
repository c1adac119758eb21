import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {cutFace, fontPackages} from './fonts.ts'

/** A file that goes with the book. */
interface FontFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** By the names that `src/export/book/book.css` has for them. */
const faces = ['serif', 'serif-italic', 'serif-semibold', 'korean'] as const

/** The faces of the book, cut to the characters of a text, with their licences: `fonts/serif.woff2`. */
export async function bookFonts(root: string, text: string): Promise<FontFile[]> {
  // Numbers of pages, hyphens and bullets are drawn by style sheets.
  const characters = [...new Set(`${text}0123456789-‐–•“”‘’…`)].toSorted().join('')
  const cut = faces.map(async (name) => ({
    name: `fonts/${name}.woff2`,
    bytes: await cutFace(root, name, characters, ['kern', 'liga', 'onum', 'lnum', 'tnum']),
  }))
  const licences = [fontPackages.serif, fontPackages.korean].map((name) => ({
    name: `fonts/${name.slice(name.indexOf('/') + 1)}.txt`,
    bytes: readFileSync(join(root, 'node_modules', name, 'LICENSE_FONT')),
  }))
  return [...(await Promise.all(cut)), ...licences]
}
