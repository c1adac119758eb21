import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import subsetFont from 'subset-font'

/** A face as the site ships it: the characters the site uses, the features it asks for. */
interface Face {
  /** File in `.cache/fonts/`, without extension; `styles/fonts.css` names it. */
  readonly name: string
  /** In `node_modules`. */
  readonly file: string
  readonly characters: 'latin' | 'korean'
  /** OpenType features to keep: real small caps, old-style and tabular figures. */
  readonly features: readonly string[]
}

const serif = '@expo-google-fonts/source-serif-4'
const sans = '@expo-google-fonts/source-sans-3'
const korean = '@expo-google-fonts/gowun-batang'

const faces: readonly Face[] = [
  {name: 'serif', file: `${serif}/400Regular/SourceSerif4_400Regular.ttf`, characters: 'latin', features: ['kern', 'liga', 'smcp', 'c2sc', 'onum', 'lnum', 'tnum']},
  {name: 'serif-italic', file: `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`, characters: 'latin', features: ['kern', 'liga', 'onum', 'lnum']},
  {name: 'serif-semibold', file: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`, characters: 'latin', features: ['kern', 'liga', 'smcp', 'c2sc', 'onum', 'lnum']},
  {name: 'sans', file: `${sans}/400Regular/SourceSans3_400Regular.ttf`, characters: 'latin', features: ['kern', 'lnum', 'tnum', 'pnum', 'onum']},
  {name: 'korean', file: `${korean}/400Regular/GowunBatang_400Regular.ttf`, characters: 'korean', features: []},
]

/** ASCII, Latin-1 letters, and the punctuation, arrows and signs of the pages. */
const latin = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...'ıŁłŒœŠšŽž‐‑–—‘’‚“”„†•…‰′″‹›€₩→←↑↓↗−≠×○●◐·',
].join('')

/**
 * Subsets the faces before pages are made, into `.cache/fonts/`, from where
 * the style sheet takes them. Hangul comes from the content itself, so a new
 * syllable is there with the next build.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'linchpin:fonts',
    hooks: {
      async 'astro:config:setup'({config}) {
        await prepareFonts(fileURLToPath(config.root))
      },
    },
  }
}

/** Writes every face that is missing or whose characters have changed. */
export async function prepareFonts(root: string): Promise<void> {
  const folder = join(root, '.cache', 'fonts')
  mkdirSync(folder, {recursive: true})
  const require = createRequire(join(root, 'package.json'))
  const sets = {latin, korean: hangulIn(join(root, 'content')) + hangulIn(join(root, 'src'))}
  await Promise.all(
    faces.map(async ({name, file, characters, features}) => {
      const target = join(folder, `${name}.woff2`)
      const key = createHash('sha256').update(`${file}\n${features.join()}\n${sets[characters]}`).digest('hex')
      const keyFile = join(folder, `${name}.key`)
      if (existsSync(target) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return
      const font = await subsetFont(readFileSync(require.resolve(file)), sets[characters], {
        targetFormat: 'woff2',
        keepFeatures: [...features],
      })
      writeFileSync(target, font)
      writeFileSync(keyFile, key)
    }),
  )
}

/** Every Hangul syllable in the text files of a folder, in order of code point. */
function hangulIn(folder: string): string {
  const found = new Set<string>()
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !/\.(mdx?|yaml|astro|ts)$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [syllable] of text.matchAll(/[\u3131-\u318E\uAC00-\uD7A3·]/g)) found.add(syllable)
  }
  return [...found].sort().join('')
}

function range(from: number, to: number): string[] {
  return Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index))
}
