/** `npm run screenshots`: pictures of the built site, to be looked at. The usage below says the rest. */

import {mkdirSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {folders} from '../src/site/swap.ts'
import {launch} from './browser.ts'
import {expectNothing, root, run} from './console.ts'
import {serve} from './server.ts'

const usage = `Takes pictures of the site in dist/ to be looked at: one page of each kind, in four widths and both schemes of colour.
They go into .cache/screenshots/.

Usage: npm run screenshots

  --help         print this

  CHROMIUM_PATH  the browser, where none is in its usual place
`

const pages = [
  '/',
  '/statements/',
  '/statements/2p2-2024/',
  '/statements/2p2-2024/#5.3',
  '/glossary/',
  '/glossary/ncg/',
  '/glossary/print/',
  '/study/',
  '/formulas/end-of-regime/',
  '/changes/c1-regime-line/',
  '/timeline/',
  '/witnesses/w-spun-9pt/',
  '/search/?q=deterrence',
  '/collate/',
  '/guide/specimen/',
]
const widths = [390, 768, 1280, 1440]
const schemes = ['light', 'dark'] as const

await run(async () => {
  expectNothing(usage)
  const folder = join(root, '.cache', 'screenshots')
  mkdirSync(folder, {recursive: true})
  const server = await serve(join(root, folders.live), 0)
  const browser = await launch()
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const page = await browser.newPage({colorScheme, viewport: {width, height: 1000}})
      for (const path of pages) {
        await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${path}`, {waitUntil: 'networkidle'})
        const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'
        await page.screenshot({path: join(folder, `${name}-${width}-${colorScheme}.png`)})
      }
      await page.close()
    }
  }
  await browser.close()
  server.close()
  process.stdout.write(`${pages.length * widths.length * schemes.length} pictures are in ${folder}.\n`)
})
