import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {close, createIndex} from 'pagefind'
import type {PagefindIndex} from 'pagefind'
import {cutChunks, dropUnused} from './chunks.ts'
import {headersFile} from './headers.ts'
import {writeManifest} from './manifest.ts'
import {cited} from './settings.ts'
import {writeSitemap} from './sitemap.ts'
import {swapIn} from './swap.ts'

/** Furniture and samples, which nobody searches for. */
const excludeSelectors = ['pre', '.evidence', '.head-line', '.clause > .n', '.print-only']

/** Makes the search index and the sitemap of a finished build, lists what it is made of, and swaps it in, whole. */
export function publishing(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'linchpin:publishing',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
      },
      async 'astro:build:done'({dir, logger}) {
        const folder = fileURLToPath(dir)
        writeFileSync(join(folder, '_headers'), headersFile())
        const pages = await indexSite(folder)
        logger.info(`${pages} pages are indexed for search.`)
        writeSitemap(folder, listPages(folder), root, cited.site)
        writeManifest(folder)
        swapIn(root)
      },
    },
  }
}

/** Feeds every page of a folder to Pagefind, sorted by path, and writes the index beside them. */
async function indexSite(folder: string): Promise<number> {
  const pages = listPages(folder).map((path) => ({
    path,
    get html() {
      return readFileSync(join(folder, path), 'utf8')
    },
  }))
  return await indexPages(pages, join(folder, 'pagefind'))
}

/** A page to be searched. */
export interface IndexedPage {
  /** From the root of the site: `glossary/ncg/index.html`. */
  readonly path: string
  readonly html: string
}

/**
 * Makes the index of some pages; the same pages in the same order give the same bytes.
 *
 * @param folder where the index is written
 * @returns the number of pages
 * @throws where Pagefind refuses a page
 */
export async function indexPages(pages: Iterable<IndexedPage>, folder: string): Promise<number> {
  const {index, errors} = await createIndex({excludeSelectors})
  if (index === undefined) throw new Error(`Search could not be indexed: ${errors.join('; ')}`)
  try {
    const count = await orDeath(fillIndex(index, pages, folder))
    dropUnused(folder)
    cutChunks(folder)
    return count
  } finally {
    await close()
  }
}

async function fillIndex(index: PagefindIndex, pages: Iterable<IndexedPage>, folder: string): Promise<number> {
  let count = 0
  for (const {path, html} of pages) {
    const {errors: refused} = await index.addHTMLFile({sourcePath: path, content: html})
    if (refused.length > 0) throw new Error(`Search could not index ${path}: ${refused.join('; ')}`)
    count++
  }
  const {errors: unwritten} = await index.writeFiles({outputPath: folder})
  if (unwritten.length > 0) throw new Error(`The search index could not be written: ${unwritten.join('; ')}`)
  return count
}

/** Pagefind’s process can die, and its promises are then never kept: nothing is left that Node would wait for. */
async function orDeath<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const {promise: death, reject} = Promise.withResolvers<never>()
  const notice = () => reject(new Error(deathNotice))
  process.once('beforeExit', notice)
  try {
    return await Promise.race([asked, death])
  } finally {
    process.off('beforeExit', notice)
  }
}

const deathNotice =
  'Pagefind ended before the search index was written. What it said stands above; mostly the disk is full, or a file larger than this system lets a program write.'

function listPages(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html'))
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'))
    .sort()
}
