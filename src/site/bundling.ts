/** What a build asks Astro for: it bundles the pages and the scripts, and lays beside them what is in `public/`. */

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {keyOf} from './reuse/key.ts'
import {keepBundle} from './reuse/store.ts'
import type {Bundle, Sheets} from './reuse/store.ts'

/** Bundled pages, and what they were bundled of. */
export interface Bundled {
  /** As `keyOf` told it when Astro began to bundle. */
  readonly key: string
  readonly bundle: Bundle
}

/** Where Astro puts the bundled pages, in the folder that it writes to. */
const bundleName = '.prerender'

/**
 * Keeps the pages that Astro bundles, and tells the process that runs it of them. They are made there
 * (`building.ts`): what Astro does between two pages takes longer than most pages.
 */
export function bundling(): AstroIntegration {
  let root = process.cwd()
  let folder = ''
  let key = ''
  let sheets: ReadonlyMap<string, {readonly styles: unknown}> = new Map()
  let bundle: Bundle | undefined
  return {
    name: 'linchpin:bundling',
    hooks: {
      'astro:config:done'({config}) {
        root = fileURLToPath(config.root)
        folder = fileURLToPath(config.outDir)
      },
      'astro:build:setup'({pages}) {
        sheets = pages
      },
      'astro:build:start'({setPrerenderer}) {
        key = keyOf(root)
        setPrerenderer({
          name: 'linchpin',
          async setup() {
            const told = Array.from(sheets, ([name, {styles}]) => [name, styles] as const)
            bundle = await Promise.resolve(keptBundle(root, join(folder, bundleName), told))
          },
          getStaticPaths: async () => Promise.resolve([]),
          // Is never asked for: there are no paths.
          render: async () => Promise.reject(new Error('Pages are made elsewhere.')),
        })
      },
      async 'astro:build:done'() {
        if (bundle === undefined) throw new Error('Astro has bundled no pages.')
        await tell({key, bundle})
      },
    },
  }
}

/** @throws where Astro has bundled no pages, or they cannot be kept */
function keptBundle(root: string, from: string, sheets: Sheets): Bundle {
  const entry = readdirSync(from).find((name) => name.startsWith('prerender-entry.'))
  if (entry === undefined) throw new Error(`Astro has bundled no pages in ${from}.`)
  return {files: keepBundle(root, from), entry, sheets}
}

/** Resolves when it is told, or nobody listens. */
async function tell(bundled: Bundled): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>()
  if (process.send === undefined) resolve()
  else process.send(bundled, undefined, undefined, () => resolve())
  await promise
}
