import type {Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {visit} from './visit.ts'

const site = visit()

/** The files of a search that have a name of their own, without what follows from their content. */
const needed = ['pagefind.js', 'search.json', 'wasm.en.pagefind', 'pf_meta']

/** What a page asks for from now on, and with which status it comes. */
function asking(page: Page): {readonly paths: string[]; readonly failed: string[]} {
  const seen = {paths: [] as string[], failed: [] as string[]}
  page.on('request', (request) => seen.paths.push(new URL(request.url()).pathname))
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failed.push(response.url())
  })
  return seen
}

/** The page of the search with an answer on it, and what it asks for from now on. */
async function answered() {
  const page = await site.open('/search/')
  const {paths} = asking(page)
  const input = page.locator('input[type=search]')
  await input.fill('deterrence')
  await page.locator('.page-hit').first().waitFor()
  return {page, paths, input}
}

/** Holds the script of the box back until all of what a search needs first has been asked for. */
async function holdBox(page: Page): Promise<void> {
  const asked = Promise.all(needed.map((end) => page.waitForRequest((request) => request.url().endsWith(end))))
  await page.route('**/_astro/box.*.js', async (route) => {
    await asked
    await route.continue()
  })
}

describe('the search on a slow network', () => {
  it('asks for the engine, its index and the names while the box is on its way, and for nothing twice', async () => {
    const page = await site.open('/404.html')
    await holdBox(page)
    const {paths, failed} = asking(page)
    await page.locator('[data-open-search]').click()
    await page.locator('input[type=search]').fill('nuclear planning')
    await page.locator('.page-hit').first().waitFor()
    expect(failed).toEqual([])
    // The engine reads the entry in its own way, which no cache answers.
    const once = paths.filter((path) => !path.endsWith('/pagefind-entry.json'))
    expect(once.filter((path, at) => once.indexOf(path) !== at)).toEqual([])
    expect(site.faults).toEqual([])
    await page.context().close()
  })

  it('fetches what reads several words once the second one is begun, in one piece', async () => {
    const {page, paths, input} = await answered()
    const scripts = () => paths.filter((path) => path.endsWith('.js'))
    expect(scripts()).toEqual([])
    const fetched = page.waitForResponse(/\/asking\.[\w-]+\.js$/)
    await input.fill('deterrence ')
    await fetched
    paths.length = 0
    await input.fill('deterrence compare')
    await page
      .locator('.search-status')
      .filter({hasText: /found|shown/})
      .waitFor()
    expect(scripts()).toEqual([])
    await page.context().close()
  })

  it('fetches nothing for copies of the page where words are selected in the box alone', async () => {
    const {page, paths, input} = await answered()
    const changed = page.evaluate(
      () => new Promise((resolve) => document.addEventListener('selectionchange', resolve, {once: true})),
    )
    await input.selectText()
    await changed
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('deterrence')
    const fetched = page.waitForResponse(/\/quoting\.[\w-]+\.js$/)
    expect(paths.filter((path) => path.endsWith('.js'))).toEqual([])
    await page.locator('h1').selectText()
    await fetched
    await page.context().close()
  })
})
