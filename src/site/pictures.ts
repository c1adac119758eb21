/** Pictures are drawn once: what is in `.cache/pictures/` is taken if it would be drawn the same again. */

import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {drawElsewhere} from './drawers.ts'
import type {PictureSize} from './drawing.ts'
import {writeWhole} from './whole.ts'

/** Bytes of a digest. */
const digestLength = 32

/**
 * A picture as PNG. A file of the cache is a digest and a picture. The digest is of the picture and of all that it is
 * made from, so that neither an older picture nor a damaged one is taken.
 *
 * @param name tells it from the others
 * @param trees what `drawPicture` draws
 * @param root the folder of the project
 * @param draw what draws where the cache has nothing
 */
export async function pictureFile(
  name: string,
  trees: readonly object[],
  size: PictureSize,
  root = process.cwd(),
  draw: typeof drawElsewhere = drawElsewhere,
): Promise<Uint8Array> {
  // A record may be called what no further letter can be put to.
  const path = join(root, '.cache', 'pictures', digestOf(name).toString('hex', 0, 16))
  const made = `${makersOf(root)}\n${JSON.stringify([size, trees])}`
  const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const known = kept.subarray(digestLength)
  if (digestOf(made, known).equals(kept.subarray(0, digestLength))) return known
  const png = await draw(trees, size)
  writeWhole(path, Buffer.concat([digestOf(made, png), png]))
  return png
}

let makers: {readonly root: string; readonly digest: string} | undefined

/** What draws: the packages, faces among them, by their digests in the lock, our own code, and Node, which compresses. */
function makersOf(root: string): string {
  if (makers?.root !== root) {
    const files = ['package-lock.json', 'src/site/drawing.ts'].map((file) => readFileSync(join(root, file)))
    makers = {root, digest: digestOf(process.version, process.platform, process.arch, ...files).toString('hex')}
  }
  return makers.digest
}

function digestOf(...parts: readonly (string | Uint8Array)[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}
