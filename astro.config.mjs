import {fileURLToPath} from 'node:url'
import {satteri} from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import {bundling} from './src/site/bundling.ts'
import {editionWatcher} from './src/site/dev.ts'
import {fonts} from './src/site/fonts.ts'
import {highlighting} from './src/site/highlighting.ts'
import {baseLinks} from './src/site/links.ts'
import {notices} from './src/site/notices.ts'
import {settings} from './src/site/settings.ts'

// https://docs.astro.build/en/reference/configuration-reference/
export default defineConfig({
  site: settings.site,
  base: settings.base,
  // A build writes here and is swapped in whole (src/site/publishing.ts).
  outDir: './dist.next',
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  // The default, 'jsx', glues words together.
  compressHTML: true,
  build: {format: 'directory', inlineStylesheets: 'never'},
  markdown: {
    // Typographic characters are written, never made: smart punctuation would alter quotations.
    processor: satteri({features: {smartPunctuation: false}, mdastPlugins: [baseLinks(settings.base)]}),
    syntaxHighlight: 'shiki',
    shikiConfig: highlighting,
  },
  integrations: [fonts(), mdx(), editionWatcher(), notices(), bundling()],
  vite: {
    // Not among the packages, which a build in the jail (scripts/jail.ts) can only read.
    cacheDir: './.cache/vite',
    resolve: {
      alias: {
        'decode-named-character-reference': fileURLToPath(
          new URL('./src/corpus/references.browser.ts', import.meta.url),
        ),
      },
    },
    // The Content-Security-Policy allows no inline script or style.
    build: {assetsInlineLimit: 0},
    // What comments tell a bundler, nobody reads after it.
    worker: {rolldownOptions: {output: {comments: {legal: true, annotation: false, jsdoc: false}}}},
  },
  devToolbar: {enabled: false},
})
