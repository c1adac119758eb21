/**
 * A build without Astro: where nothing but content has changed since the last one, its bundled pages are run again,
 * and only those that read what is another now. All else is the file of before, under a second name.
 */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {corpusReader} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import {readContent} from '../content.ts'
import {SiteFolder} from '../folder.ts'
import {prepareFonts} from '../fonts.ts'
import {indexPages, partsFor} from '../indexing.ts'
import {publish} from '../publishing.ts'
import {settings} from '../settings.ts'
import {folders} from '../swap.ts'
import {soundContent, Unsound} from '../verdict.ts'
import {keyOf} from './key.ts'
import {loadApp} from './paths.ts'
import type {App} from './paths.ts'
import {knownReadings} from './readings.ts'
import {remake} from './remaking.ts'
import type {Shelf} from './remaking.ts'
import {bundleFolder, forget, hasKept, isUntouched, keep, keptFiles, packed, recall} from './store.ts'
import {assemble, spareFolder} from './spare.ts'
import type {Kept, KeptFile} from './store.ts'
import {editionOf} from './watching.ts'

/** How many pages there are, and how many of them were made. */
export interface Rebuilt {
  readonly pages: number
  readonly anew: number
}

/**
 * Builds the site anew from what the last build kept, and swaps it in.
 *
 * @param say is told where something kept cannot be used
 * @returns nothing where all has to be built, for code, settings or letters are others or nothing is kept
 * @throws Unsound where the content has errors
 */
export async function rebuild(
  root: string,
  base: string,
  say: (sentence: string) => void,
): Promise<Rebuilt | undefined> {
  // Astro’s build looks for new letters itself.
  if (!hasKept(root)) return undefined
  // A letter that is new is a new face, and that is part of the key.
  await prepareFonts(root)
  const key = keyOf(root)
  try {
    return await rebuildFrom(root, base, key, say)
  } catch (error) {
    // Whatever was wrong with what was kept, the next build does not rest on it.
    if (!(error instanceof Unsound)) forget(root)
    throw error
  }
}

async function rebuildFrom(
  root: string,
  base: string,
  key: string,
  say: (sentence: string) => void,
): Promise<Rebuilt | undefined> {
  const kept = recall(root, key)
  if (typeof kept === 'string') say(`${kept}; all is built anew.`)
  if (typeof kept !== 'object') return undefined
  const site = new LastSite(root, kept)
  if (site.touched === 1) say(`1 file of ${folders.live}/ is not as it was built, and is made anew.`)
  else if (site.touched > 1)
    say(`${site.touched} files of ${folders.live}/ are not as they were built, and are made anew.`)
  if (!site.takeAssets()) return undefined
  const app = await bundledPages(root, kept)
  const read = corpusReader(undefined, knownReadings(root))
  // These files have been read before, and ended nothing; what is new among the content waits.
  const before = editionOf(kept.content, read(kept.content))
  const content = sameFiles(kept.content, readContent(root))
  await soundContent()
  const reading = read(content)
  const remade = await remake({
    app,
    site: settings.site,
    before,
    after: editionOf(content, reading),
    last: kept,
    shelf: site,
  })
  await Promise.all([site.written(), site.indexed()])
  assemble(root, site.taken.keys())
  const next = {files: site.files, listed: remade.listed}
  const files = publish(root, join(root, folders.next), base, next, spareFolder(root))
  const {listed, searched, pages, anew} = remade
  const written = files.filter(({path}) => !site.taken.has(path))
  const now = [...site.taken.values(), ...keptFiles(join(root, folders.live), written)]
  const state = {...kept, content, ...packed(remade), listed, searched, files: now}
  const trouble = keyOf(root) === key ? keep(root, state) : undefined
  if (trouble !== undefined) say(trouble)
  return {pages: pages.length, anew}
}

/** The files of now; those that have the bytes of before are the ones of before, so that memory holds them once. */
function sameFiles(before: readonly SourceFile[], now: readonly SourceFile[]): SourceFile[] {
  const known = new Map(before.map((file) => [file.path, file]))
  return now.map((file) => {
    const last = known.get(file.path)
    return last !== undefined && Buffer.compare(last.bytes, file.bytes) === 0 ? last : file
  })
}

/** Loads the pages that the last build bundled. */
export async function bundledPages(root: string, {bundle: {entry, sheets}}: Kept): Promise<App> {
  const app = await loadApp(bundleFolder(root), entry)
  app.setInternals({pagesByKeys: new Map(sheets.map(([key, styles]) => [key, {styles}]))})
  app.setOptions({settings: {scripts: []}, logger: app.logger})
  return app
}

/** What is written when all pages are, and written anew each time. */
const late = /^(?:_headers|robots\.txt|sitemap[^/]*\.xml|manifest\.json)$/

const indexFolder = 'pagefind/'

/** The files of the last site, and the next one, which takes what it can of them. */
class LastSite extends SiteFolder implements Shelf {
  /** Those of them that are the last one’s, too. */
  readonly taken = new Map<string, KeptFile>()
  readonly #kept: Kept
  readonly #live: string
  readonly #next: string
  /** The files that are as they were written. */
  readonly #untouched: ReadonlyMap<string, KeptFile>
  /** Paths of the pages to be indexed, in their order. */
  readonly #searched: string[] = []
  #parts = 1
  #indexed: Promise<void> | undefined

  constructor(root: string, kept: Kept) {
    super(join(root, folders.next))
    this.#kept = kept
    this.#live = join(root, folders.live)
    this.#next = join(root, folders.next)
    this.#untouched = new Map(
      kept.files.filter((file) => isUntouched(this.#live, file)).map((file) => [file.path, file]),
    )
  }

  /** How many files are not as they were written. */
  get touched(): number {
    return this.#kept.files.length - this.#untouched.size
  }

  take(path: string): boolean {
    const file = this.#untouched.get(path)
    if (file === undefined) return false
    this.files.set(path, {path, bytes: file.size, sha256: file.sha256})
    this.taken.set(path, file)
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

  begin(documents: number): void {
    this.#parts = partsFor(documents)
  }

  async search(path: string): Promise<void> {
    this.#searched.push(path)
    return Promise.resolve()
  }

  /** Begins the search index; other files are made while Pagefind reads the pages. */
  end(): void {
    this.#indexed = this.#index()
    // It is waited for later, and may fail before.
    this.#indexed.catch(() => undefined)
  }

  /**
   * Waits until the index is written.
   *
   * @throws where it could not be
   */
  async indexed(): Promise<void> {
    await this.#indexed
  }

  /** Takes the search index where it is of the same pages, and else makes one. */
  async #index(): Promise<void> {
    const index = this.#kept.files.map(({path}) => path).filter((path) => path.startsWith(indexFolder))
    if (index.every((path) => this.#untouched.has(path)) && this.#isSame()) {
      for (const path of index) this.take(path)
      return
    }
    await this.written()
    const [live, next, taken] = [this.#live, this.#next, this.taken]
    const pages = this.#searched.map((path) => ({
      path,
      get html() {
        return readFileSync(join(taken.has(path) ? live : next, path), 'utf8')
      },
    }))
    await indexPages(pages, join(next, indexFolder), this.#parts)
  }

  #isSame(): boolean {
    const digests = new Map(this.#kept.files.map(({path, sha256}) => [path, sha256]))
    const before = new Map(this.#kept.searched.map((path) => [path, digests.get(path)]))
    return (
      this.#searched.length === before.size &&
      this.#searched.every((path) => before.get(path) === this.files.get(path)?.sha256)
    )
  }
}
