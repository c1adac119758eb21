/**
 * A build without Astro: where nothing but content has changed since the last one, its bundled pages are run again,
 * and only those that read what is another now. All else is the file of before, under a second name.
 */

import {linkSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {corpusReader} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import {readContent} from '../content.ts'
import {indexPages, isSearched, partOf, partsFor} from '../indexing.ts'
import {manifestFile} from '../manifest.ts'
import type {ManifestFile} from '../manifest.ts'
import {publish} from '../publishing.ts'
import {settings} from '../settings.ts'
import {isListed} from '../sitemap.ts'
import {folders} from '../swap.ts'
import {comparing} from './comparing.ts'
import {handOver} from './handing.ts'
import {keyOf} from './key.ts'
import {loadPages, pathsOf, placeOf, routeKey, routesOf} from './paths.ts'
import type {App, PagePath, Route, RoutePaths} from './paths.ts'
import {bundleFolder, forget, isShared, isUntouched, keep, keptFiles, packed, recall} from './store.ts'
import type {Kept, KeptFile, KeptPage} from './store.ts'
import {Watch} from './watching.ts'
import type {Edition} from './watching.ts'

/** How many pages there are, and how many of them were made. */
export interface Rebuilt {
  readonly pages: number
  readonly made: number
}

/**
 * Builds the site anew from what the last build kept, and swaps it in.
 *
 * @param say is told where something kept cannot be used
 * @param sound tells when a guarded process has read the content, and whether it is without errors: nothing is parsed before
 * @returns nothing where all has to be built, for code, settings or letters are others or nothing is kept; nor where the content has errors
 */
export async function rebuild(
  root: string,
  base: string,
  say: (sentence: string) => void,
  sound: () => Promise<boolean>,
): Promise<Rebuilt | undefined> {
  const key = keyOf(root)
  const kept = recall(root, key)
  if (typeof kept === 'string') say(`${kept}; all is built anew.`)
  if (typeof kept !== 'object') return undefined
  const live = join(root, folders.live)
  const files = new Map(kept.files.map((file) => [file.path, file]))
  const untouched = new Map(kept.files.filter((file) => isUntouched(live, file)).map((file) => [file.path, file]))
  const assets = assetsOf(kept)
  if (!assets.every((path) => untouched.has(path))) {
    say(`Files of ${folders.live}/ are not as they were built; all is built anew.`)
    return undefined
  }
  if (untouched.size < files.size)
    say(`${files.size - untouched.size} files of ${folders.live}/ are not as they were built, and are made anew.`)
  const bundled = import(pathToFileURL(join(bundleFolder(root), kept.bundle.entry)).href) as Promise<{readonly app: App}>
  const content = readContent(root)
  const [{app}, isSound] = await Promise.all([bundled, sound()])
  if (!isSound) return undefined
  const building = new Rebuilding({root, base, kept, untouched, content, app})
  await building.make(assets)
  return building.finish(key)
}

/** Files that no page wrote and nothing writes after the pages. */
function assetsOf({files, pages}: Kept): string[] {
  const made = new Set(pages.map(({file}) => file))
  return files
    .map(({path}) => path)
    .filter((path) => !made.has(path) && !path.startsWith('pagefind/') && !late.test(path))
}

/** What is written when all pages are: it is written anew. */
const late = /^(?:_headers|robots\.txt|sitemap[^/]*\.xml|manifest\.json)$/

interface Given {
  readonly root: string
  readonly base: string
  readonly kept: Kept
  /** Files of the last site that are as they were written. */
  readonly untouched: ReadonlyMap<string, KeptFile>
  readonly content: readonly SourceFile[]
  readonly app: App
}

class Rebuilding {
  readonly #given: Given
  readonly #watch: Watch
  readonly #changed: (reading: Iterable<number>) => boolean
  readonly #live: string
  readonly #next: string
  readonly #last: ReadonlyMap<string, KeptPage>
  readonly #wasListed: ReadonlySet<string>
  readonly #wasSearched: ReadonlySet<string>
  readonly #routes = new Map<string, RoutePaths>()
  readonly #pages: KeptPage[] = []
  readonly #files = new Map<string, ManifestFile>()
  readonly #listed: string[] = []
  readonly #searched: string[] = []
  #documents = 0
  #made = 0

  constructor(given: Given) {
    const {root, kept, content, app} = given
    this.#given = given
    this.#live = join(root, folders.live)
    this.#next = join(root, folders.next)
    this.#wasListed = new Set(kept.listed)
    this.#wasSearched = new Set(kept.searched)
    this.#last = new Map(kept.pages.map((page) => [page.pathname, page]))
    const read = corpusReader()
    const editionOf = (files: readonly SourceFile[]): Edition => ({
      corpus: read(files).corpus,
      files: new Map(files.map(({path, bytes}) => [path, bytes])),
    })
    const before = editionOf(kept.content)
    const after = editionOf(content)
    this.#watch = new Watch(after, kept.facts)
    this.#changed = this.#changes(before, after)
    handOver(this.#watch.edition)
    app.setInternals({pagesByKeys: new Map(kept.bundle.sheets.map(([key, styles]) => [key, {styles}]))})
    app.setOptions({settings: {scripts: []}, logger: app.logger})
  }

  /** Says of numbers of facts whether one of them is another now. */
  #changes(before: Edition, after: Edition): (reading: Iterable<number>) => boolean {
    const differs = comparing(before, after)
    const known: (boolean | undefined)[] = []
    const {facts} = this.#given.kept
    const isOther = (number: number): boolean => {
      const fact = facts[number]
      if (fact === undefined) return true
      return (known[number] ??= isShared(fact) ? fact.some(isOther) : differs(fact))
    }
    return (reading) => {
      for (const number of reading) if (isOther(number)) return true
      return false
    }
  }

  async make(assets: readonly string[]): Promise<void> {
    const {app, base, kept} = this.#given
    await loadPages(app)
    for (const path of assets) this.#take(path)
    const all = this.#changed(kept.loose)
    const taken = new Set<string>()
    for (const route of routesOf(app)) {
      const {paths} = await this.#pathsOf(route, all)
      for (const path of paths) {
        const {url, file} = placeOf(path, route, base)
        if (route.type === 'page') this.#documents++
        // Of two pages in one place, the first counts.
        if (taken.has(url)) continue
        taken.add(url)
        if (all || !this.#reuse(path, route)) await this.#render(path, route, url, file)
      }
    }
  }

  /** The pages of a route: those of before where it read nothing that is another now. */
  async #pathsOf(route: Route, all: boolean): Promise<RoutePaths> {
    const key = routeKey(route)
    const last = this.#given.kept.routes.get(key)
    const found =
      last === undefined || all || this.#changed(last.reading)
        ? await pathsOf(route, this.#given.app, this.#watch)
        : last
    this.#routes.set(key, found)
    return found
  }

  #reuse({pathname, props}: PagePath, route: Route): boolean {
    const last = this.#last.get(pathname)
    if (last === undefined || last.route !== routeKey(route)) return false
    if (props === undefined || last.props !== props || this.#changed(last.reading)) return false
    if (last.file !== undefined && !this.#take(last.file)) return false
    this.#pages.push(last)
    if (last.file !== undefined && this.#wasListed.has(last.file)) this.#listed.push(last.file)
    if (last.file !== undefined && this.#wasSearched.has(last.file)) this.#searched.push(last.file)
    return true
  }

  /** Gives a file of the last site a second name in the next one. */
  #take(path: string): boolean {
    const file = this.#given.untouched.get(path)
    if (file === undefined) return false
    const target = join(this.#next, path)
    mkdirSync(dirname(target), {recursive: true})
    linkSync(join(this.#live, path), target)
    this.#files.set(path, {path, bytes: file.size, sha256: file.sha256})
    return true
  }

  /** Writes what stands beside the pages, swaps the site in, and keeps what was noted. */
  async finish(key: string): Promise<Rebuilt> {
    const {root, base, kept, content} = this.#given
    const parts = partsFor(this.#documents)
    await this.#index(parts)
    const written = publish(root, this.#next, base, {files: this.#files, listed: this.#listed, parts})
    const [pages, made] = [this.#pages, this.#made]
    if (keyOf(root) !== key) forget(root)
    else
      keep(root, {
        key,
        content,
        ...packed({facts: this.#watch.facts, loose: this.#watch.loose, routes: this.#routes, pages}),
        files: keptFiles(this.#live, written),
        listed: this.#listed,
        searched: this.#searched,
        parts,
        bundle: kept.bundle,
      })
    return {pages: pages.length, made}
  }

  /** Takes the index of the last site where it is of the same pages, and else makes one. */
  async #index(parts: number): Promise<void> {
    const {kept} = this.#given
    const paths = [...this.#searched].sort((a, b) => partOf(a, parts) - partOf(b, parts) || (a < b ? -1 : 1))
    const last = new Map(kept.files.map(({path, sha256}) => [path, sha256]))
    const isSame =
      parts === kept.parts &&
      paths.length === kept.searched.length &&
      paths.every((path) => this.#wasSearched.has(path) && last.get(path) === this.#files.get(path)?.sha256)
    const files = kept.files.map(({path}) => path).filter((path) => path.startsWith('pagefind/'))
    if (isSame && files.every((path) => this.#given.untouched.has(path))) return files.forEach((path) => this.#take(path))
    const pages = paths.map((path) => ({
      path,
      get html() {
        return readFileSync(join(next, path), 'utf8')
      },
    }))
    const next = this.#next
    await indexPages(pages, join(next, 'pagefind'), parts)
  }

  async #render({pathname, props}: PagePath, route: Route, url: string, file: string): Promise<void> {
    const {app} = this.#given
    // Or its route would be asked for its pages while one of them is made.
    if (app.routeCache.get(route)?.staticPaths === undefined && this.#routes.get(routeKey(route)) !== undefined)
      this.#routes.set(routeKey(route), await pathsOf(route, app, this.#watch))
    const read = this.#watch.begin()
    const response = await app.render(new Request(new URL(url, settings.site)), {routeData: route})
    const bytes = response.body === null ? undefined : Buffer.from(await response.arrayBuffer())
    const page = {pathname, props, route: routeKey(route), reading: read()}
    this.#made++
    this.#pages.push(bytes === undefined ? page : {...page, file})
    if (bytes === undefined) return
    const target = join(this.#next, file)
    mkdirSync(dirname(target), {recursive: true})
    writeFileSync(target, bytes)
    this.#files.set(file, manifestFile(file, bytes))
    if (route.type !== 'page') return
    const html = bytes.toString()
    if (isListed(file, html)) this.#listed.push(file)
    if (isSearched(html)) this.#searched.push(file)
  }
}
