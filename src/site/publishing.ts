import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {headersFile} from './headers.ts'
import {writeManifest} from './manifest.ts'
import {SitePrerenderer} from './prerendering.ts'
import {cited} from './settings.ts'
import {writeSitemap} from './sitemap.ts'
import {swapIn} from './swap.ts'

/** Indexes the site for search while it is written, adds the sitemap, lists what it is made of, and swaps it in, whole. */
export function publishing(): AstroIntegration {
  let root = process.cwd()
  let base = '/'
  let folder = ''
  let site: SitePrerenderer | undefined
  return {
    name: 'linchpin:publishing',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
        folder = fileURLToPath(config.outDir)
        ;({base} = config)
      },
      'astro:build:start'({setPrerenderer}) {
        setPrerenderer((astro) => (site = new SitePrerenderer(astro, base, folder)))
      },
      async 'astro:build:done'({logger}) {
        if (site === undefined) throw new Error('Astro has written no pages.')
        const pages = await site.indexed()
        logger.info(`${pages} pages are indexed for search.`)
        writeFileSync(join(folder, '_headers'), headersFile(base))
        writeSitemap(folder, site.listed, root, cited.site)
        writeManifest(folder, site.files)
        swapIn(root)
      },
    },
  }
}
