import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {close, createIndex} from 'pagefind'
import type {PagefindIndex} from 'pagefind'
import {cutChunks, dropUnused} from './chunks.ts'
import {headersFile} from './headers.ts'
import {joinParts} from './joining.ts'
import {writeManifest} from './manifest.ts'
import {cited} from './settings.ts'
import {writeSitemap} from './sitemap.ts'
import {swapIn} from './swap.ts'
import {pathsBelow} from './tree.ts'

/** Furniture and samples, which nobody searches for. */
const excludeSelectors = ['pre', '.evidence', '.head-line', '.clause > .n', '.print-only']

/** Pages that Pagefind is given at a time: ARCHITECTURE.md, “Growth”, has the figures. */
const partSize = 2000

/** Makes the search index and the sitemap of a finished build, lists what it is made of, and swaps it in, whole. */
export function publishing(): AstroIntegration {
  let root = process.cwd()
  let base = '/'
  return {
    name: 'linchpin:publishing',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
        ;({base} = config)
      },
      async 'astro:build:done'({dir, logger}) {
        const folder = fileURLToPath(dir)
        const paths = pathsBelow(folder).filter((path) => path.endsWith('.html'))
        const count = await indexSite(folder, paths)
        logger.info(`${count} pages are indexed for search.`)
        writeFileSync(join(folder, '_headers'), headersFile(base))
        writeSitemap(folder, paths, root, cited.site)
        writeManifest(folder)
        swapIn(root)
      },
    },
  }
}

/**
 * Feeds every page of a folder that is searched to Pagefind and writes the index beside them.
 *
 * @param paths of all pages, sorted
 */
async function indexSite(folder: string, paths: readonly string[]): Promise<number> {
  const pages = paths
    .map((path) => ({
      path,
      get html() {
        return readFileSync(join(folder, path), 'utf8')
      },
    }))
    .filter(({html}) => html.includes('data-pagefind-body'))
  await indexPages(pages, join(folder, 'pagefind'), Math.max(1, Math.ceil(pages.length / partSize)))
  return pages.length
}

/** A page to be searched. */
export interface IndexedPage {
  /** From the root of the site: `glossary/ncg/index.html`. */
  readonly path: string
  readonly html: string
}

/**
 * Makes the index of some pages; the same pages in the same order give the same bytes. A part is a process of its own,
 * for Pagefind keeps all of it in memory; at last the parts are joined.
 *
 * @param pages are read once for each part
 * @param folder where the index is written
 * @throws where Pagefind refuses a page
 */
export async function indexPages(pages: readonly IndexedPage[], folder: string, parts = 1): Promise<void> {
  const folders = Array.from({length: parts}, (_, part) => (part === 0 ? folder : join(folder, `part-${part + 1}`)))
  for (const [part, path] of folders.entries())
    await indexPart(
      pages.filter((page) => partOf(page.path, parts) === part),
      path,
    )
  if (parts > 1) joinParts(folders)
  dropUnused(folder)
  cutChunks(folder)
}

function partOf(path: string, parts: number): number {
  return createHash('sha256').update(path).digest().readUInt32BE() % parts
}

async function indexPart(pages: readonly IndexedPage[], folder: string): Promise<void> {
  const {index, errors} = await createIndex({excludeSelectors})
  if (index === undefined) throw new Error(`Search could not be indexed: ${errors.join('; ')}`)
  try {
    await orDeath(fillIndex(index, pages, folder))
  } finally {
    await close()
  }
}

async function fillIndex(index: PagefindIndex, pages: readonly IndexedPage[], folder: string): Promise<void> {
  for (const {path, html} of pages) {
    const {errors: refused} = await index.addHTMLFile({sourcePath: path, content: html})
    if (refused.length > 0) throw new Error(`Search could not index ${path}: ${refused.join('; ')}`)
  }
  const {errors: unwritten} = await index.writeFiles({outputPath: folder})
  if (unwritten.length > 0) throw new Error(`The search index could not be written: ${unwritten.join('; ')}`)
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
