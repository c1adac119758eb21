import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launch} from '../../scripts/browser.ts'
import {serve} from '../../scripts/server.ts'
import {isKept} from '../../src/components/scripts/offline/addresses.ts'
import {writeManifest} from '../../src/site/manifest.ts'
import type {Manifest} from '../../src/site/manifest.ts'
import {measured} from '../fixtures/trust.ts'
import {byKind} from './kinds.ts'
import {dist, listPages, root} from './site.ts'
import {looks, troublesOf, wide} from './visit.ts'

/** A site of its own to serve, for it is published anew and its server goes away. */
const folder = mkdtempSync(join(root, '.cache', 'offline-'))
let server: Server | undefined
let port = 0
let browser: Browser
let origin: string

async function goOnline(): Promise<void> {
  server = await serve(folder, port)
  ;({port} = server.address() as AddressInfo)
  origin = `http://localhost:${port}`
}

async function goOffline(context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => server?.close(resolve))
  server?.closeAllConnections()
  await closed
  await context.setOffline(true)
}

beforeAll(async () => {
  cpSync(dist, folder, {recursive: true})
  await goOnline()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  server?.close()
  rmSync(folder, {recursive: true})
})

const faults: string[] = []
async function open(path: string, options: BrowserContextOptions = wide): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  page.on('pageerror', (error) => faults.push(`${path} throws ${error.message}`))
  await page.goto(origin + path)
  return page
}

const state = (page: Page) => page.locator('[data-offline-state]').textContent()
const status = (page: Page) => page.locator('[data-offline-status]').textContent()
const toggle = (page: Page) => page.locator('[data-offline-toggle]')

/** What the browser keeps for the site: caches, registrations, and all other storage. */
function storedIn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    items: localStorage.length + sessionStorage.length,
    cookies: document.cookie.length,
  }))
}
const nothing = {caches: 0, workers: 0, databases: 0, items: 0, cookies: 0}

/** One page of each kind. */
const walked = byKind(listPages()).map(([first]) => first)

describe('before the reader asks for it', () => {
  it('keeps and registers nothing, on no kind of page', async () => {
    const page = await open('/')
    for (const url of walked) {
      await page.goto(origin + url)
      expect(await storedIn(page), url).toEqual(nothing)
    }
    expect(walked.length).toBeGreaterThan(20)
    // What is counted can be seen.
    await page.evaluate(() => caches.open('planted'))
    expect(await storedIn(page)).toEqual({...nothing, caches: 1})
    await page.context().close()
  })

  it('says how much it is, and without script that it cannot', async () => {
    const page = await open('/offline/')
    const {files} = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
    const size = (files.reduce((sum, {path, bytes}) => sum + (isKept(path) ? bytes : 0), 0) / 1_000_000).toFixed(1)
    await expect.poll(() => state(page)).toContain(`The whole edition is ${size} MB in`)
    expect(await toggle(page).textContent()).toBe('Keep this edition on this device')
    await page.context().close()
    const bare = await open('/offline/', {javaScriptEnabled: false})
    expect(await bare.locator('main').innerText()).toContain('this browser runs none')
    expect(await toggle(bare).isVisible()).toBe(false)
    await bare.context().close()
  })
})

describe('an edition that is kept', () => {
  let page: Page

  it('is fetched by one button, which says how far it is', async () => {
    page = await open('/offline/')
    await toggle(page).click()
    await page.getByText(/^[\d.]+ MB of [\d.]+ MB$/).waitFor()
    await expect.poll(() => status(page)).toBe('The edition is kept.')
    expect(await storedIn(page)).toEqual({...nothing, caches: 1, workers: 1})
  })

  it('opens without a connection: text, term, formula, matrix, search, check of a copy, and what is missing', async () => {
    await goOffline(page.context())
    let opened = 0
    for (const url of walked) {
      await page.goto(origin + url)
      expect(await page.locator('h1').textContent(), url).not.toBe('')
      opened++
    }
    await page.goto(`${origin}/statements/2p2-2024/`)
    await page.locator('[id="5.3"] a.term').first().click()
    await page.locator('.card').waitFor()
    await page.goto(`${origin}/glossary/ncg`)
    expect(page.url()).toBe(`${origin}/glossary/ncg/`)
    await page.goto(`${origin}/formulas/`)
    expect(await page.locator('.matrix td').count()).toBeGreaterThan(400)
    await page.goto(`${origin}/search/?q=tabletop+exercise`)
    await page.locator('.hits mark').first().waitFor()
    await page.goto(`${origin}/collate/`)
    await page.getByRole('button', {name: 'Fill in the example'}).click()
    await page.getByRole('button', {name: 'Check', exact: true}).click()
    await page.locator('.report').waitFor()
    const missing = await page.goto(`${origin}/statements/never-was/`)
    expect(missing?.status()).toBe(404)
    expect(await page.locator('h1').textContent()).not.toBe('')
    await page.goto(`${origin}/offline/`)
    await expect.poll(() => state(page)).toContain('cannot be seen without a connection')
    expect(faults).toEqual([])
    measured('offline', {'pages opened without a connection': opened, 'errors of a script': faults.length})
  })

  it('offers a newer one, forces none, and takes it when asked', async () => {
    const entry = join(folder, 'glossary', 'ncg', 'index.html')
    const html = readFileSync(entry, 'utf8')
    writeFileSync(entry, html.replace('</h1>', ' NEWER</h1>'))
    writeManifest(folder)
    await goOnline()
    await page.context().setOffline(false)
    await page.goto(`${origin}/glossary/ncg/`)
    await page.getByRole('status').getByText('A newer edition is published').waitFor()
    expect(await page.locator('h1').textContent()).not.toContain('NEWER')
    await page.getByRole('link', {name: 'Look at it'}).click()
    await expect.poll(() => state(page)).toContain('A newer edition is there: 1 file differs')
    await page.getByRole('button', {name: 'Take the newer edition'}).click()
    await expect.poll(() => status(page)).toContain('The newer edition is kept')
    await page.goto(`${origin}/glossary/ncg/`)
    expect(await page.locator('h1').textContent()).toContain('NEWER')
    expect(await storedIn(page)).toEqual({...nothing, caches: 1, workers: 1})
  })

  it('is as it was where a newer one cannot be fetched whole', async () => {
    const entry = join(folder, 'people', 'index.html')
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('</h1>', ' NEWER</h1>'))
    writeManifest(folder)
    writeFileSync(entry, 'torn')
    await page.goto(`${origin}/offline/`)
    await page.getByRole('button', {name: 'Take the newer edition'}).click()
    await expect
      .poll(() => status(page))
      .toBe(
        'people/index.html is not what the list of files says. A new edition may be being published: try again in some minutes. The edition that was kept before is still there, and nothing else.',
      )
    expect(await storedIn(page)).toEqual({...nothing, caches: 1, workers: 1})
    await page.goto(`${origin}/people/`)
    expect(await page.locator('h1').textContent()).toBe('People')
    cpSync(join(dist, 'people', 'index.html'), entry)
    writeManifest(folder)
  })

  it('goes with the same button, and leaves nothing', async () => {
    await page.goto(`${origin}/offline/`)
    await page.getByRole('button', {name: 'Remove it from this device'}).click()
    await expect.poll(() => status(page)).toContain('It is removed')
    expect(await storedIn(page)).toEqual(nothing)
    expect(await toggle(page).textContent()).toBe('Keep this edition on this device')
    await page.context().close()
  })
})

describe('where it cannot be kept', () => {
  it('says that there is no room, and keeps nothing', async () => {
    const page = await open('/offline/')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 1_000_000})
    await toggle(page).click()
    await expect
      .poll(() => status(page))
      .toMatch(/^This device gives the site no room for [\d.]+ MB\. Nothing was kept\.$/)
    expect(await storedIn(page)).toEqual(nothing)
    await page.context().close()
  })

  it('says that it was stopped, and keeps nothing', async () => {
    const page = await open('/offline/')
    await toggle(page).click()
    await page.getByRole('button', {name: 'Stop'}).click()
    await expect.poll(() => status(page)).toBe('Stopped. Nothing was kept.')
    expect(await storedIn(page)).toEqual(nothing)
    await page.context().close()
  })

  it('says that the browser lets nothing be kept', async () => {
    const page = await (await browser.newContext(wide)).newPage()
    await page.addInitScript(() => {
      CacheStorage.prototype.keys = () => Promise.reject(new DOMException('blocked', 'SecurityError'))
    })
    await page.goto(`${origin}/offline/`)
    await expect.poll(() => status(page)).toContain('lets the site keep nothing')
    await page.context().close()
  })
})

describe('the page', () => {
  it.each(looks)('has no fault in the %s scheme', async (colorScheme, size) => {
    const page = await open('/offline/', {...size, colorScheme})
    await toggle(page).waitFor()
    expect(await troublesOf(page)).toEqual([])
    await page.context().close()
  })
})
