/** Draws a picture that is laid out as a tree, as PNG (https://www.w3.org/TR/png-3/). */

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {crc32, deflateSync} from 'node:zlib'
import type satori from 'satori'

type Tree = Parameters<typeof satori>[0]

const serif = '@expo-google-fonts/source-serif-4'
const sans = '@expo-google-fonts/source-sans-3'
const korean = '@expo-google-fonts/gowun-batang'

/** The faces of pictures, whole: what is drawn is shipped, and not what it is drawn with. */
export const pictureFaces = [
  {name: 'Source Serif', weight: 400, file: `${serif}/400Regular/SourceSerif4_400Regular.ttf`},
  {name: 'Source Serif', weight: 600, file: `${serif}/600SemiBold/SourceSerif4_600SemiBold.ttf`},
  {name: 'Source Sans', weight: 400, file: `${sans}/400Regular/SourceSans3_400Regular.ttf`},
  {name: 'Gowun Batang', weight: 400, file: `${korean}/400Regular/GowunBatang_400Regular.ttf`},
] as const

type Faces = Parameters<typeof satori>[1]['fonts']
let faces: Faces | undefined

function readFaces(): Faces {
  const require = createRequire(join(process.cwd(), 'package.json'))
  return pictureFaces.map(({file, ...face}) => ({...face, data: readFileSync(require.resolve(file))}))
}

/** In pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Draws a picture: the first of its trees that is no higher than the picture is to be. A run of characters that no face
 * has is an ellipsis: a reader sees that something is left out.
 *
 * @param trees the same picture in ever smaller letters, each as wide as it is to be and at least as high; what is too
 *   much even in the last is cut off below
 * @returns a PNG, the same bytes for the same trees
 * @throws where there are more colours than a palette has
 */
export async function drawPicture(trees: readonly object[], size: PictureSize): Promise<Uint8Array> {
  let svg = ''
  for (const tree of trees) {
    svg = await svgOf(tree, size.width)
    if (heightOf(svg) <= size.height) break
  }
  return await pngOf(svg, size)
}

/** What satori makes of a tree: letters are paths. */
export async function svgOf(tree: object, width: number): Promise<string> {
  faces ??= readFaces()
  // Whoever has all pictures draws none, and does not wait for what draws.
  const {default: draw} = await import('satori')
  const missing = new Set<string>()
  const loadAdditionalAsset = async (_script: string, characters: string) => {
    for (const character of characters) missing.add(character)
    return Promise.resolve([])
  }
  const svg = await draw(tree as Tree, {width, fonts: faces, loadAdditionalAsset})
  return missing.size === 0 ? svg : await draw(without(missing, tree) as Tree, {width, fonts: faces})
}

/** A tree whose texts have an ellipsis for each run of the characters. */
function without(missing: ReadonlySet<string>, tree: object): object {
  const escaped = Array.from(missing, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
  const run = new RegExp(`[${escaped.join('')}]+`, 'gu')
  const inText = (key: string, value: unknown) =>
    key === 'children' && typeof value === 'string' ? value.replaceAll(run, '…') : value
  return JSON.parse(JSON.stringify(tree, inText)) as object
}

/** How high a tree has become, in pixels. */
export function heightOf(svg: string): number {
  return Number(/^<svg [^>]*?height="([\d.]+)"/.exec(svg)?.[1])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A picture in few colours is half as large with a palette, which resvg does not write. */
async function pngOf(svg: string, {width, height}: PictureSize): Promise<Uint8Array> {
  const {Resvg} = await import('@resvg/resvg-js')
  const {colours, lines} = indexed(new Resvg(svg, {font: {loadSystemFonts: false}}).render().pixels, {width, height})
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each pixel, which are the number of a colour.
  header.set([8, 3], 8)
  const palette = Buffer.from(colours.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]))
  // Level 7: 9 takes eight times as long and saves a fifteenth.
  const chunks = {IHDR: header, PLTE: palette, IDAT: deflateSync(lines, {level: 7}), IEND: Buffer.alloc(0)}
  return Buffer.concat([signature, ...Object.entries(chunks).map(([name, data]) => chunkOf(name, data))])
}

interface Indexed {
  /** Red, green, blue and opacity, from the lowest byte; in the order in which they are met. */
  readonly colours: readonly number[]
  /** Of each line the number of its filter, which is none, and for each pixel that of its colour. */
  readonly lines: Uint8Array
}

/** @param pixels red, green, blue and opacity of each, in at least as many lines as are wanted */
function indexed(pixels: Buffer, {width, height}: PictureSize): Indexed {
  // A pixel is a number: every processor that resvg is made for has the lowest byte first.
  const numbers = new Int32Array(pixels.buffer, pixels.byteOffset, width * height)
  const colours = new Map<number, number>()
  const lines = new Uint8Array(height * (width + 1))
  for (let line = 1; line <= height; line++) {
    const end = line * width
    // Most pixels are like the one before.
    for (let start = end - width, next = start; start < end; start = next) {
      const colour = numbers[start] ?? 0
      while (next < end && numbers[next] === colour) next++
      const index = colours.get(colour) ?? colours.size
      colours.set(colour, index)
      lines.fill(index, start + line, next + line)
    }
  }
  if (colours.size > 256) throw new Error(`A picture has ${colours.size} colours, more than the 256 of a palette.`)
  return {colours: [...colours.keys()], lines}
}

function chunkOf(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
