import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {close, createIndex} from 'pagefind'
import {swapIn} from './swap.ts'

/** Furniture and samples, which nobody searches for. */
const excludeSelectors = ['pre', '.evidence', '.head-line', '.clause > .n', '.print-only']

/** Makes the search index of a finished build and swaps the build in, whole. */
export function publishing(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'linchpin:publishing',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
      },
      async 'astro:build:done'({dir, logger}) {
        const pages = await indexSite(fileURLToPath(dir))
        logger.info(`${pages} pages are indexed for search.`)
        swapIn(root)
      },
    },
  }
}

/**
 * Feeds every page to Pagefind, sorted by path so that the same pages give the
 * same bytes, and writes the index beside them.
 *
 * @returns the number of pages
 * @throws where Pagefind refuses a page
 */
async function indexSite(folder: string): Promise<number> {
  const {index, errors} = await createIndex({excludeSelectors})
  if (index === undefined) throw new Error(`Search could not be indexed: ${errors.join('; ')}`)
  try {
    const pages = listPages(folder)
    for (const path of pages) {
      const {errors: refused} = await index.addHTMLFile({
        sourcePath: path,
        content: readFileSync(join(folder, path), 'utf8'),
      })
      if (refused.length > 0) throw new Error(`Search could not index ${path}: ${refused.join('; ')}`)
    }
    const {errors: unwritten} = await index.writeFiles({outputPath: join(folder, 'pagefind')})
    if (unwritten.length > 0) throw new Error(`The search index could not be written: ${unwritten.join('; ')}`)
    return pages.length
  } finally {
    await close()
  }
}

function listPages(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html'))
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'))
    .sort()
}
