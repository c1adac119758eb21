/** A whole build: Astro bundles the pages; they are made and written here, with a note of what each of them reads. */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {AstroPrerenderer, PathWithRoute} from 'astro'
import {corpusReader} from '../corpus/corpus.ts'
import type {SourceFile} from '../corpus/model.ts'
import {readContent} from './content.ts'
import {IndexedSite} from './index/site.ts'
import type {ManifestFile} from './manifest.ts'
import {spareHeap} from './memory.ts'
import {readEdition, remakeSound} from './reuse/beside.ts'
import {keyOf} from './reuse/key.ts'
import {loadApp} from './reuse/paths.ts'
import type {App} from './reuse/paths.ts'
import {nothingMade} from './reuse/remaking.ts'
import type {Made, Shelf} from './reuse/remaking.ts'
import {forget, keep, keepBundle, keptFiles, packed, unkept} from './reuse/store.ts'
import type {Kept, Sheets} from './reuse/store.ts'
import {knownReadings} from './reuse/readings.ts'
import {dropSpare} from './reuse/spare.ts'
import {settings} from './settings.ts'
import {folders} from './swap.ts'
import {readableContent} from './verdict.ts'

/** Where Astro puts the bundled pages, in the folder that it writes to. */
const bundleName = '.prerender'

/**
 * In the place of Astro’s own prerenderer. It makes every page when Astro asks which there are, and then names none:
 * what Astro does between two pages takes longer than most pages.
 */
export class SitePrerenderer implements AstroPrerenderer {
  readonly name = 'linchpin'
  readonly site: NewSite
  readonly #astro: AstroPrerenderer
  readonly #root: string
  readonly #folder: string
  readonly #sheets: () => Sheets
  readonly #key: string
  #app: App | undefined
  #content: readonly SourceFile[] = []
  #made: Made = nothingMade
  #bundle: Kept['bundle'] | undefined
  #trouble: string | undefined

  /**
   * @param folder that the site is written to
   * @param sheets of the pages, by their keys, as Astro tells them when all is bundled
   */
  constructor(astro: AstroPrerenderer, root: string, folder: string, sheets: () => Sheets) {
    this.#astro = astro
    this.#root = root
    this.#folder = folder
    this.#sheets = sheets
    this.#key = keyOf(root)
    this.site = new NewSite(folder)
    // Whatever becomes of this build, the site of the last one will not stay.
    forget(root)
    dropSpare(root)
  }

  /** The pages that search engines may show, by their files. */
  get listed(): readonly string[] {
    return this.#made.listed
  }

  async setup(): Promise<void> {
    await this.#astro.setup?.()
    const bundle = join(this.#folder, bundleName)
    const entry = readdirSync(bundle).find((name) => name.startsWith('prerender-entry.'))
    if (entry === undefined) throw new Error(`Astro has bundled no pages in ${bundle}.`)
    this.#app = await loadApp(bundle, entry)
    try {
      this.#bundle = {files: keepBundle(this.#root, bundle), entry, sheets: this.#sheets()}
    } catch (error) {
      this.#trouble = unkept(error)
    }
  }

  /**
   * Makes all pages; they are bundled about when the check has read the content.
   *
   * @throws Unsound where that has errors
   */
  async getStaticPaths(): Promise<PathWithRoute[]> {
    // What the check has read is kept only then.
    await readableContent()
    if (this.#app === undefined) throw new Error('Pages were asked for before they were bundled.')
    this.#content = readContent(this.#root)
    spareHeap(this.#content)
    const edition = await readEdition(this.#content, corpusReader(undefined, knownReadings(this.#root)))
    const {site} = settings
    const task = {app: this.#app, site, before: edition, after: edition, last: nothingMade, shelf: this.site}
    this.#made = await remakeSound(task, this.site)
    return []
  }

  /** Is never asked for: there are no paths. */
  async render(): Promise<Response> {
    return Promise.reject(new Error('All pages were made before.'))
  }

  async teardown(): Promise<void> {
    await this.#astro.teardown?.()
  }

  /**
   * Keeps what was noted, once the site stands in its place, unless the code changed meanwhile.
   *
   * @returns a sentence where it could not be kept
   */
  keep(files: readonly ManifestFile[]): string | undefined {
    if (this.#bundle === undefined || keyOf(this.#root) !== this.#key) return this.#trouble
    return keep(this.#root, {
      ...this.#made,
      ...packed(this.#made),
      indexed: this.site.indexed,
      key: this.#key,
      files: keptFiles(join(this.#root, folders.live), files),
      content: this.#content,
      bundle: this.#bundle,
    })
  }
}

/** A site that takes nothing from another. */
export class NewSite extends IndexedSite implements Shelf {
  take(): boolean {
    return false
  }
}
