import {isAscii} from 'node:buffer'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {textOf} from '../corpus/bytes.ts'
import type {SourceFile} from '../corpus/model.ts'
import {readContent} from './content.ts'
import {entriesBelow} from './tree.ts'
import {writeWhole} from './whole.ts'

/** A face as the site ships it: the characters the site uses, the features it asks for. */
interface Face {
  /** File in `.cache/fonts/`, without extension; `styles/fonts.css` names it. */
  readonly name: FaceName
  readonly characters: 'latin' | 'basic' | 'korean'
  /** OpenType features to keep: real small caps, old-style and tabular figures. */
  readonly features: readonly string[]
}

/** The packages that the faces come from, each with its licence. */
export const fontPackages = {
  serif: '@expo-google-fonts/source-serif-4',
  sans: '@expo-google-fonts/source-sans-3',
  korean: '@expo-google-fonts/gowun-batang',
} as const

const {serif, sans, korean} = fontPackages

/** The faces whole, in `node_modules`. */
const files = {
  serif: `${serif}/400Regular/SourceSerif4_400Regular.ttf`,
  'serif-italic': `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  'serif-semibold': `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  sans: `${sans}/400Regular/SourceSans3_400Regular.ttf`,
  korean: `${korean}/400Regular/GowunBatang_400Regular.ttf`,
} as const

type FaceName = keyof typeof files

/** A face with nothing but some characters and OpenType features, as WOFF2. */
export async function cutFace(
  root: string,
  name: FaceName,
  characters: string,
  features: readonly string[],
): Promise<Uint8Array> {
  const {resolve} = createRequire(join(root, 'package.json'))
  // Most builds cut none, and it takes as long to load as all faces take to be looked at.
  const {default: subsetFont} = await import('subset-font')
  return await subsetFont(readFileSync(resolve(files[name])), characters, {
    targetFormat: 'woff2',
    keepFeatures: [...features],
    noHinting: true,
  })
}

// Kerning, small capitals and old-style figures are for running text; the other faces set a few words at a time.
const faces: readonly Face[] = [
  {
    name: 'serif',
    characters: 'latin',
    features: ['kern', 'liga', 'smcp', 'c2sc', 'onum', 'lnum'],
  },
  {name: 'serif-italic', characters: 'basic', features: []},
  {name: 'serif-semibold', characters: 'basic', features: []},
  {name: 'sans', characters: 'basic', features: []},
  {name: 'korean', characters: 'korean', features: []},
]

const ascii = Array.from({length: 0x7f - 0x20}, (_, index) => String.fromCodePoint(0x20 + index)).join('')

/** For faces that set words and never signs; a letter beyond these comes from the next face in the list. */
const basic = `${ascii.replaceAll(/["#$*<=>@[\\\]^_`{|}~]/g, '')}\u00A0·é‘’“”–—…`

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
        const root = fileURLToPath(config.root)
        await prepareFonts(root, readContent(root))
      },
    },
  }
}

/** Where, beside the content, the text that pages show is written; what programs say to a terminal needs no face. */
const shown = ['src/components', 'src/pages', 'src/check/rules']

/** Heads of the Korean index, which no text has. */
const heads = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'

/** Writes every face that is missing or whose characters have changed. */
export async function prepareFonts(root: string, content: readonly SourceFile[]): Promise<void> {
  const folder = join(root, '.cache', 'fonts')
  mkdirSync(folder, {recursive: true})
  const sets = {basic, ...charactersIn(shownTexts(root, content))}
  // The faces whole and what cuts them are packages.
  const lock = readFileSync(join(root, 'package-lock.json'))
  await Promise.all(
    faces.map(async ({name, characters, features}) => {
      const target = join(folder, `${name}.woff2`)
      const key = createHash('sha256')
        .update(lock)
        .update(`${files[name]}\n${features.join()}\n${sets[characters]}\nunhinted`)
        .digest('hex')
      const keyFile = join(folder, `${name}.key`)
      if (existsSync(target) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return
      const font = await cutFace(root, name, sets[characters], features)
      // A build that dies here must not leave this face under the key of another.
      rmSync(keyFile, {force: true})
      writeWhole(target, font)
      writeWhole(keyFile, key)
    }),
  )
}

/** All that pages may show; of the content, what has more than ASCII, which every face has. */
function* shownTexts(root: string, content: readonly SourceFile[]): Generator<string> {
  for (const {path, bytes} of content) if (/\.(mdx?|yaml)$/.test(path) && !isAscii(bytes)) yield textOf(bytes)
  for (const entry of shown.flatMap((folder) => entriesBelow(join(root, folder))))
    if (entry.isFile() && /\.(mdx?|astro|ts)$/.test(entry.name))
      yield readFileSync(join(entry.parentPath, entry.name), 'utf8')
}

/** Every character of some texts: Hangul for one face, everything else for the others. */
function charactersIn(texts: Iterable<string>): {readonly latin: string; readonly korean: string} {
  const found = new Set(ascii + heads)
  // Nearly all of it is ASCII, which is there already.
  for (const text of texts) for (const [character] of text.matchAll(/[^\n -~]/gu)) found.add(character)
  const sorted = [...found].sort()
  const isHangul = (character: string) => /\p{Script=Hangul}/u.test(character)
  // Other letters and the signs of programs stand only in samples of code, which have the reader's own face.
  const isOurs = (character: string) => /\p{Script=Latin}|[^\p{L}#*<=>@\\^_`{|}~]/u.test(character)
  return {
    latin: sorted.filter((character) => character >= ' ' && isOurs(character)).join(''),
    korean: sorted.filter(isHangul).join(''),
  }
}
