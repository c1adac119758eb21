import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import subsetFont from 'subset-font'
import {entriesBelow} from './tree.ts'
import {writeWhole} from './whole.ts'

/** A face as the site ships it: the characters the site uses, the features it asks for. */
interface Face {
  /** File in `.cache/fonts/`, without extension; `styles/fonts.css` names it. */
  readonly name: string
  /** In `node_modules`. */
  readonly file: string
  readonly characters: 'latin' | 'basic' | 'korean'
  /** OpenType features to keep: real small caps, old-style and tabular figures. */
  readonly features: readonly string[]
}

const serif = '@expo-google-fonts/source-serif-4'
const sans = '@expo-google-fonts/source-sans-3'
const korean = '@expo-google-fonts/gowun-batang'

/** The packages that the faces come from, each with its licence. */
export const fontPackages = [serif, sans, korean]

// Kerning, small capitals and old-style figures are for running text; the other faces set a few words at a time.
const faces: readonly Face[] = [
  {
    name: 'serif',
    file: `${serif}/400Regular/SourceSerif4_400Regular.ttf`,
    characters: 'latin',
    features: ['kern', 'liga', 'smcp', 'c2sc', 'onum', 'lnum'],
  },
  {
    name: 'serif-italic',
    file: `${serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
    characters: 'basic',
    features: [],
  },
  {
    name: 'serif-semibold',
    file: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
    characters: 'basic',
    features: [],
  },
  {name: 'sans', file: `${sans}/400Regular/SourceSans3_400Regular.ttf`, characters: 'basic', features: []},
  {name: 'korean', file: `${korean}/400Regular/GowunBatang_400Regular.ttf`, characters: 'korean', features: []},
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
        await prepareFonts(fileURLToPath(config.root))
      },
    },
  }
}

/** Where the text that pages show is written; what programs say to a terminal needs no face. */
const shown = ['content', 'src/components', 'src/pages', 'src/check/rules']

/** Heads of the Korean index, which no text has. */
const heads = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'

/** Writes every face that is missing or whose characters have changed. */
async function prepareFonts(root: string): Promise<void> {
  const folder = join(root, '.cache', 'fonts')
  mkdirSync(folder, {recursive: true})
  const require = createRequire(join(root, 'package.json'))
  const sets = {basic, ...charactersIn(shown.map((folder) => join(root, folder)))}
  await Promise.all(
    faces.map(async ({name, file, characters, features}) => {
      const target = join(folder, `${name}.woff2`)
      const key = createHash('sha256')
        .update(`${file}\n${features.join()}\n${sets[characters]}\nunhinted`)
        .digest('hex')
      const keyFile = join(folder, `${name}.key`)
      if (existsSync(target) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return
      const font = await subsetFont(readFileSync(require.resolve(file)), sets[characters], {
        targetFormat: 'woff2',
        keepFeatures: [...features],
        noHinting: true,
      })
      // A build that dies here must not leave this face under the key of another.
      rmSync(keyFile, {force: true})
      writeWhole(target, font)
      writeWhole(keyFile, key)
    }),
  )
}

/** Every character that the text files of some folders use: Hangul for one face, everything else for the others. */
function charactersIn(folders: readonly string[]): {readonly latin: string; readonly korean: string} {
  const found = new Set(ascii + heads)
  for (const folder of folders) {
    for (const entry of entriesBelow(folder)) {
      if (!entry.isFile() || !/\.(mdx?|yaml|astro|ts)$/.test(entry.name)) continue
      for (const character of readFileSync(join(entry.parentPath, entry.name), 'utf8')) found.add(character)
    }
  }
  const sorted = [...found].sort()
  const isHangul = (character: string) => /\p{Script=Hangul}/u.test(character)
  // Other letters and the signs of programs stand only in samples of code, which have the reader's own face.
  const isOurs = (character: string) => /\p{Script=Latin}|[^\p{L}#*<=>@\\^_`{|}~]/u.test(character)
  return {
    latin: sorted.filter((character) => character >= ' ' && isOurs(character)).join(''),
    korean: sorted.filter(isHangul).join(''),
  }
}
