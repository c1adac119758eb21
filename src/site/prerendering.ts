/** Has pages written in an order of ours, and takes note of each file while its bytes are at hand. */

import {once} from 'node:events'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import type {AstroPrerenderer, PathWithRoute} from 'astro'
import {indexPages, isSearched, partByPart, partsFor} from './indexing.ts'
import type {IndexedPage} from './indexing.ts'
import {manifestFile} from './manifest.ts'
import type {ManifestFile} from './manifest.ts'
import {isListed} from './sitemap.ts'
import {soundContent} from './verdict.ts'

/** How many pages may wait for Pagefind, which is slower than who writes them, and sometimes faster. */
const waiting = 64

type Render = AstroPrerenderer['render']

/**
 * Astro’s prerenderer with three things more: pages come sorted, those of one part of the index after another; each is
 * given to Pagefind as soon as it is written, so that the index grows while other pages are made; and what a list of
 * the site says of a file is taken from its bytes before they are on the disk.
 */
export class SitePrerenderer implements AstroPrerenderer {
  readonly name = 'linchpin'
  /** The files that were written, by path. */
  readonly files = new Map<string, ManifestFile>()
  /** Paths of the pages that search engines may show. */
  readonly listed: string[] = []
  /** Paths of the pages that are searched. */
  readonly searched: string[] = []
  readonly #astro: AstroPrerenderer
  readonly #base: string
  readonly #folder: string
  readonly #waiting = new PassThrough({objectMode: true, highWaterMark: waiting})
  #indexed: Promise<number> | undefined

  /**
   * @param base path the site is published under, with a slash at both ends
   * @param folder that the site is written to
   */
  constructor(astro: AstroPrerenderer, base: string, folder: string) {
    this.#astro = astro
    this.#base = base
    this.#folder = folder
    // Whoever waits for the index is told why it ended; a page that comes too late has nothing to add.
    this.#waiting.on('error', () => undefined)
  }

  async setup(): Promise<void> {
    await this.#astro.setup?.()
  }

  async getStaticPaths(): Promise<PathWithRoute[]> {
    await soundContent()
    const files = (await this.#astro.getStaticPaths()).map((to) => ({to, path: fileOf(to.pathname, to.route)}))
    const [pages, others] = [true, false].map((isPage) => files.filter(({to}) => (to.route.type === 'page') === isPage))
    const parts = partsFor(pages?.length ?? 0)
    this.#indexed = indexPages(this.#waiting as AsyncIterable<IndexedPage>, join(this.#folder, 'pagefind'), parts)
    // It is waited for later, and may fail before.
    this.#indexed.catch(() => undefined)
    return [...partByPart(pages ?? [], parts), ...partByPart(others ?? [], 1)].map(({to}) => to)
  }

  async render(...[request, options]: Parameters<Render>): ReturnType<Render> {
    const rendered = await this.#astro.render(request, options)
    const response = rendered instanceof Response ? rendered : rendered.response
    const {type} = options.routeData
    if (type !== 'page') this.#waiting.end()
    if (response.status !== 200) return rendered
    const bytes = Buffer.from(await response.arrayBuffer())
    const path = fileOf(decodeURI(new URL(request.url).pathname).slice(this.#base.length), options.routeData)
    this.files.set(path, manifestFile(path, bytes))
    if (type === 'page') await this.#note(path, bytes)
    const again = new Response(bytes, response)
    return rendered instanceof Response ? again : {...rendered, response: again}
  }

  async #note(path: string, bytes: Buffer): Promise<void> {
    const html = bytes.toString()
    if (isListed(path, html)) this.listed.push(path)
    if (!isSearched(html)) return
    this.searched.push(path)
    const page: IndexedPage = {path, html}
    if (this.#waiting.destroyed || !this.#waiting.write(page))
      await Promise.race([once(this.#waiting, 'drain'), this.#indexed])
  }

  async teardown(): Promise<void> {
    this.#waiting.end()
    await this.#astro.teardown?.()
  }

  /**
   * How many pages are in the index, when it is written.
   *
   * @throws where it could not be written
   */
  async indexed(): Promise<number> {
    return (await this.#indexed) ?? 0
  }
}

/** The file that a path is written to, from the root of the site: `glossary/ncg/index.html`. */
function fileOf(pathname: string, {type}: PathWithRoute['route']): string {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '')
  if (type === 'endpoint') return path
  return path === '404' ? '404.html' : join(path, 'index.html')
}
