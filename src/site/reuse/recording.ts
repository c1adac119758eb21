/** A whole build by Astro that takes note of what each page reads, so that the next one need not make all of them. */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {AstroPrerenderer, PathWithRoute} from 'astro'
import {readCorpus} from '../../corpus/corpus.ts'
import type {SourceFile} from '../../corpus/model.ts'
import {readContent} from '../content.ts'
import type {ManifestFile} from '../manifest.ts'
import {folders} from '../swap.ts'
import {handOver} from './handing.ts'
import {keyOf} from './key.ts'
import {loadPages, pathsOf, placeOf, routeKey, routesOf} from './paths.ts'
import type {App, RoutePaths} from './paths.ts'
import type {NotedPage} from './remaking.ts'
import {forget, keep, keepBundle, keptFiles, packed, unkept} from './store.ts'
import type {Kept, Sheets} from './store.ts'
import {Watch} from './watching.ts'

/** Where Astro puts the bundled pages, in the folder that it writes to. */
const bundleName = '.prerender'

type Render = AstroPrerenderer['render']

export class RecordingPrerenderer implements AstroPrerenderer {
  readonly name = 'linchpin:recording'
  readonly #astro: AstroPrerenderer
  readonly #root: string
  readonly #folder: string
  readonly #sheets: () => Sheets
  readonly #key: string
  readonly #pages: NotedPage[] = []
  readonly #places = new Map<string, Omit<NotedPage, 'reading'>>()
  readonly #routes = new Map<string, RoutePaths>()
  #app: App | undefined
  #watch: Watch | undefined
  #content: readonly SourceFile[] = []
  #bundle: Kept['bundle'] | undefined
  #trouble: string | undefined

  /**
   * @param sheets of the pages, by their keys, as Astro tells them when all is bundled
   */
  constructor(astro: AstroPrerenderer, root: string, folder: string, sheets: () => Sheets) {
    this.#astro = astro
    this.#root = root
    this.#folder = folder
    this.#sheets = sheets
    this.#key = keyOf(root)
    // Whatever becomes of this build, the site of the last one will not stay.
    forget(root)
  }

  async setup(): Promise<void> {
    await this.#astro.setup?.()
    const bundle = join(this.#folder, bundleName)
    const entry = readdirSync(bundle).find((name) => name.startsWith('prerender-entry.'))
    if (entry === undefined) throw new Error(`Astro has bundled no pages in ${bundle}.`)
    const {app} = (await import(pathToFileURL(join(bundle, entry)).href)) as {readonly app: App}
    this.#app = app
    try {
      this.#bundle = {files: keepBundle(this.#root, bundle), entry, sheets: this.#sheets()}
    } catch (error) {
      this.#trouble = unkept(error)
    }
  }

  async getStaticPaths(): Promise<PathWithRoute[]> {
    const app = this.#bundled()
    this.#content = readContent(this.#root)
    const files = new Map(this.#content.map(({path, bytes}) => [path, bytes]))
    this.#watch = new Watch({corpus: readCorpus(this.#content).corpus, files})
    handOver(this.#watch.edition)
    await loadPages(app)
    const all: PathWithRoute[] = []
    for (const route of routesOf(app)) {
      const found = await pathsOf(route, app, this.#watch)
      this.#routes.set(routeKey(route), found)
      for (const path of found.paths) {
        const {url, file} = placeOf(path, route, app.manifest.base)
        // Of two pages in one place, Astro makes the first.
        if (!this.#places.has(url)) this.#places.set(url, {...path, route: routeKey(route), file})
        all.push({pathname: path.pathname, route: route as PathWithRoute['route']})
      }
    }
    return all
  }

  async render(...[request, options]: Parameters<Render>): ReturnType<Render> {
    const read = this.#watched().begin()
    const rendered = await this.#astro.render(request, options)
    const response = rendered instanceof Response ? rendered : rendered.response
    const bytes = response.body === null ? null : Buffer.from(await response.arrayBuffer())
    const page = this.#places.get(new URL(request.url).pathname)
    if (page === undefined) throw new Error(`A page is asked for by an address that is not its own: ${request.url}`)
    const {file, ...rest} = page
    const kept = {...rest, reading: read()}
    this.#pages.push(bytes === null || file === undefined ? kept : {...kept, file})
    return new Response(bytes, response)
  }

  async teardown(): Promise<void> {
    await this.#astro.teardown?.()
  }

  /**
   * Keeps what was noted, once the site stands in its place, unless the code changed meanwhile.
   *
   * @returns a sentence where it could not be kept
   */
  keep({listed, searched}: Pick<Kept, 'listed' | 'searched'>, files: readonly ManifestFile[]): string | undefined {
    if (this.#bundle === undefined || keyOf(this.#root) !== this.#key) return this.#trouble
    const watch = this.#watched()
    return keep(this.#root, {
      listed,
      searched,
      key: this.#key,
      files: keptFiles(join(this.#root, folders.live), files),
      content: this.#content,
      ...packed({facts: watch.facts, loose: watch.loose, routes: this.#routes, pages: this.#pages}),
      bundle: this.#bundle,
    })
  }

  #watched(): Watch {
    if (this.#watch === undefined) throw new Error('Pages were asked for before their paths.')
    return this.#watch
  }

  #bundled(): App {
    if (this.#app === undefined) throw new Error('Pages were asked for before they were bundled.')
    return this.#app
  }
}
