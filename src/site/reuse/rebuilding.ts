/**
 * A build without Astro: where nothing but content has changed since the last one, its bundled pages are run again,
 * and only those that read what is another now. All else is the file of before, under a second name.
 */

import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {SourceFile} from '../../corpus/model.ts'
import {readContent} from '../content.ts'
import {prepareFonts} from '../fonts.ts'
import {indexFolder} from '../index/indexing.ts'
import type {LastIndex} from '../index/joiner.ts'
import {IndexedSite} from '../index/site.ts'
import {spareHeap} from '../memory.ts'
import type {Phases} from '../phases.ts'
import {publish} from '../publishing.ts'
import {settings} from '../settings.ts'
import {folders} from '../swap.ts'
import {Unchecked, Unsound} from '../verdict.ts'
import {readEdition, readerBeside, remakeSound} from './beside.ts'
import {keyOf} from './key.ts'
import {bundledPages} from './paths.ts'
import type {Shelf} from './remaking.ts'
import {copied} from './sources.ts'
import {assemble, spareFolder} from './spare.ts'
import {forget, hasKept, keepMade, keptFiles, recall, standing} from './store.ts'
import type {Kept, StandingFile} from './store.ts'
import {editionOf} from './watching.ts'

/** How many files there are that pages and exports make, how many of them were made, and when. */
export interface Rebuilt {
  readonly files: number
  readonly anew: number
  readonly phases: Phases
}

/**
 * Builds the site anew from what the last build kept, and swaps it in.
 *
 * @param say is told where something kept cannot be used
 * @returns nothing where all has to be built, for code, settings or letters are others or nothing is kept
 * @throws Unsound where the content has errors
 * @throws Unchecked where it is not what was checked
 */
export async function rebuild(
  root: string,
  base: string,
  say: (sentence: string) => void,
): Promise<Rebuilt | undefined> {
  // Astro’s build looks for new letters itself.
  if (!hasKept(root)) return undefined
  const content = await readPrepared(root)
  const key = keyOf(root)
  try {
    return await rebuildFrom(root, base, {key, content}, say)
  } catch (error) {
    // Whatever was wrong with what was kept, the next build does not rest on it.
    if (!(error instanceof Unsound || error instanceof Unchecked)) forget(root)
    throw error
  }
}

/** The content, of which nothing holds the bytes once it has returned, and the fonts for it. */
async function readPrepared(root: string): Promise<SourceFile[]> {
  const content = readContent(root)
  spareHeap(content)
  // A letter that is new is a new face, and that is part of the key.
  await prepareFonts(root, content)
  return copied(root, content)
}

async function rebuildFrom(
  root: string,
  base: string,
  {key, content}: Pick<Kept, 'key' | 'content'>,
  say: (sentence: string) => void,
): Promise<Rebuilt | undefined> {
  const kept = recall(root, key, content)
  if (typeof kept === 'string') say(`${kept}; all is built anew.`)
  if (typeof kept !== 'object') return undefined
  const site = new LastSite(root, kept)
  if (site.touched === 1) say(`1 file of ${folders.live}/ is not as it was built, and is made anew.`)
  else if (site.touched > 1)
    say(`${site.touched} files of ${folders.live}/ are not as they were built, and are made anew.`)
  if (!site.takeAssets()) return undefined
  const app = await bundledPages(root, kept.bundle)
  const read = await readerBeside(root, content)
  // These files have been read by a check before, and ended nothing.
  const before = editionOf(kept.content, read(kept.content))
  const after = await readEdition(content, read)
  const remade = await remakeSound({app, site: settings.site, before, after, last: kept, shelf: site}, site)
  const copied = assemble(root, site.taken)
  const next = {written: site.files, seen: site.taken, listed: remade.listed}
  const files = publish(root, join(root, folders.next), base, next, spareFolder(root))
  site.clock.done('placed')
  const isNew = ({path}: {readonly path: string}) => !site.taken.has(path) || copied.has(path)
  const written = files.filter(isNew)
  const taken = Array.from(site.taken.values(), ({file}) => file).filter((file) => !isNew(file))
  const now = [...taken, ...keptFiles(join(root, folders.live), written)]
  keepMade(root, {...kept, content, ...remade, indexed: site.indexed, files: now}, say)
  return {files: remade.pages.length, anew: remade.anew, phases: site.clock.phases}
}

/** What is written when all pages are, and written anew each time. */
const late = /^(?:_headers|robots\.txt|sitemap[^/]*\.xml|manifest\.json)$/

/** The files of the last site, and the next one, which takes what it can of them. */
class LastSite extends IndexedSite implements Shelf {
  /** Those of them that are the last one’s, too. */
  readonly taken = new Map<string, StandingFile>()
  readonly #kept: Kept
  readonly #live: string
  /** The files that are as they were written. */
  readonly #standing: ReadonlyMap<string, StandingFile>

  constructor(root: string, kept: Kept) {
    const live = join(root, folders.live)
    const found = kept.files.flatMap((file) => standing(live, file) ?? [])
    const files = new Map(found.map((one) => [one.file.path, one]))
    super(join(root, folders.next), lastIndex(live, kept, files))
    this.#kept = kept
    this.#live = live
    this.#standing = files
  }

  /** How many files are not as they were written. */
  get touched(): number {
    return this.#kept.files.length - this.#standing.size
  }

  take(path: string): boolean {
    const found = this.#standing.get(path)
    if (found === undefined) return false
    const {size, sha256} = found.file
    this.files.set(path, {path, bytes: size, sha256})
    this.taken.set(path, found)
    return true
  }

  /** Takes what no page made: scripts, styles, what lies in `public/`. */
  takeAssets(): boolean {
    const made = new Set(this.#kept.pages.map(({file}) => file))
    return this.#kept.files
      .map(({path}) => path)
      .filter((path) => !made.has(path) && !path.startsWith(indexFolder) && !late.test(path))
      .every((path) => this.take(path))
  }

  override search(path: string, page?: Buffer): void {
    const isSame = this.files.get(path)?.sha256 === this.#standing.get(path)?.file.sha256
    if (!isSame || !this.index.keep(path)) super.search(path, page)
  }

  override async read(path: string): Promise<string> {
    // What was taken stands in the last site until the next is put together.
    return this.taken.has(path) ? await readFile(join(this.#live, path), 'utf8') : await super.read(path)
  }
}

/** The index of the last site, where all of it is as it was written. */
function lastIndex(live: string, kept: Kept, standing: ReadonlyMap<string, StandingFile>): LastIndex | undefined {
  const files = kept.files.map(({path}) => path).filter((path) => path.startsWith(indexFolder))
  return files.every((path) => standing.has(path)) ? {folder: live, files, pages: kept.indexed} : undefined
}
