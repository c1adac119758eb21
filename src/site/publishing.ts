import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {headersFile} from './headers.ts'
import {writeManifest} from './manifest.ts'
import type {ManifestFile} from './manifest.ts'
import {tellPhases} from './phases.ts'
import {SitePrerenderer} from './prerendering.ts'
import {cited} from './settings.ts'
import {writeSitemap} from './sitemap.ts'
import {swapIn} from './swap.ts'

/** Indexes the site for search while it is written, adds the sitemap, lists what it is made of, and swaps it in, whole. */
export function publishing(): AstroIntegration {
  let root = process.cwd()
  let base = '/'
  let folder = ''
  let sheets: ReadonlyMap<string, {readonly styles: unknown}> = new Map()
  let pages: SitePrerenderer | undefined
  return {
    name: 'linchpin:publishing',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
        folder = fileURLToPath(config.outDir)
        ;({base} = config)
      },
      'astro:build:setup'({pages: bundled}) {
        sheets = bundled
      },
      'astro:build:start'({setPrerenderer}) {
        const sheetsOf = () => Array.from(sheets, ([key, {styles}]) => [key, styles] as const)
        setPrerenderer((astro) => (pages = new SitePrerenderer(astro, root, folder, sheetsOf)))
      },
      'astro:build:done'({logger}) {
        if (pages === undefined) throw new Error('Astro has made no pages.')
        const files = publish(root, folder, base, {files: pages.site.files, listed: pages.listed})
        const {clock} = pages.site
        clock.done('placed')
        process.stdout.write(`${tellPhases(clock.phases)}\n`)
        const trouble = pages.keep(files)
        if (trouble !== undefined) logger.warn(trouble)
      },
    },
  }
}

/** What is known of a site that was written, beside its files. */
export interface Written {
  /** The files that need not be read again, by path. */
  readonly files: ReadonlyMap<string, ManifestFile>
  /** Paths of the pages that search engines may show. */
  readonly listed: readonly string[]
}

/**
 * Adds the sitemap and the headers to a written site, lists what it is made of, and swaps it in.
 *
 * @param aside where the folder of the site before goes, if not away
 * @returns its files
 */
export function publish(
  root: string,
  folder: string,
  base: string,
  {files, listed}: Written,
  aside?: string,
): readonly ManifestFile[] {
  writeFileSync(join(folder, '_headers'), headersFile(base))
  writeSitemap(folder, listed, root, cited.site)
  const all = writeManifest(folder, files)
  swapIn(root, aside)
  return all
}
