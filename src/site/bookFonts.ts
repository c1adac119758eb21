import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import subsetFont from 'subset-font'

/** A file that goes with the book. */
interface FontFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const serif = '@expo-google-fonts/source-serif-4'
const korean = '@expo-google-fonts/gowun-batang'

/** Faces by the names that `src/export/book/book.css` has for them. */
const faces = [
  ['serif', `${serif}/400Regular/SourceSerif4_400Regular.ttf`],
  ['serif-italic', `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`],
  ['serif-semibold', `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`],
  ['korean', `${korean}/400Regular/GowunBatang_400Regular.ttf`],
] as const

/** The faces of the book, cut to the characters of a text, with their licences: `fonts/serif.woff2`. */
export async function bookFonts(root: string, text: string): Promise<FontFile[]> {
  const require = createRequire(join(root, 'package.json'))
  // Numbers of pages, hyphens and bullets are drawn by style sheets.
  const characters = [...new Set(`${text}0123456789-‐–•“”‘’…`)].toSorted().join('')
  const cut = faces.map(async ([name, file]) => ({
    name: `fonts/${name}.woff2`,
    bytes: await subsetFont(readFileSync(require.resolve(file)), characters, {
      targetFormat: 'woff2',
      keepFeatures: ['kern', 'liga', 'onum', 'lnum', 'tnum'],
      noHinting: true,
    }),
  }))
  const licences = [serif, korean].map((name) => ({
    name: `fonts/${name.slice(name.indexOf('/') + 1)}.txt`,
    bytes: readFileSync(join(dirname(require.resolve(`${name}/package.json`)), 'LICENSE_FONT')),
  }))
  return [...(await Promise.all(cut)), ...licences]
}
