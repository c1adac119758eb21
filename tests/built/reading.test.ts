import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import axe from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {serve} from '../../scripts/server.ts'
import {launch} from './browser.ts'
import {dist, readPages} from './site.ts'

let browser: Browser
let server: Server
let origin: string
/** What no page may do: break the policy, ask another host, throw. */
const faults: string[] = []

beforeAll(async () => {
  server = await serve(dist, 0)
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

const wide = {viewport: {width: 1440, height: 1000}}
const narrow = {viewport: {width: 390, height: 844}}

async function open(path: string, options: BrowserContextOptions = wide): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`${path} asks ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`${path} throws ${error.message}`))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(`${path}: ${message.text()}`)
  })
  await page.goto(origin + path)
  return page
}

const statement = '/statements/2p2-2024/'
const note = '[id="5.3-n1"]'

describe('a note', () => {
  it('stands in the margin where there is room', async () => {
    const page = await open(statement)
    const [text, aside] = [await page.locator('[id="5.3"] .text').boundingBox(), await page.locator(note).boundingBox()]
    expect(aside?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    await page.context().close()
  })

  it('opens and closes under its clause where there is none', async () => {
    const page = await open(statement, narrow)
    expect(await page.locator(note).isVisible()).toBe(false)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(false)
    await page.context().close()
  })

  it('opens without script, one by one or all at once', async () => {
    const page = await open(statement, {...narrow, javaScriptEnabled: false})
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.locator('a.show-notes').click()
    const notes = page.locator('.note')
    expect(await notes.count()).toBeGreaterThan(45)
    for (const visible of await Promise.all((await notes.all()).map((one) => one.isVisible()))) expect(visible).toBe(true)
    await page.context().close()
  })

  it('can be reached at its own address', async () => {
    const page = await open(`${statement}#5.3-n1`, narrow)
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('a term', () => {
  const term = (page: Page) => page.locator('[id="5.3"] a.term').first()

  it('opens its card on a click, and Escape gives the focus back', async () => {
    const page = await open(statement)
    await term(page).click()
    const card = page.locator('.card')
    expect(await card.isVisible()).toBe(true)
    expect(await card.textContent()).toContain('North Korea')
    await page.keyboard.press('Escape')
    await card.waitFor({state: 'detached'})
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('term')
    await page.context().close()
  })

  it('opens its card from the keyboard', async () => {
    const page = await open(statement)
    await term(page).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.card').isVisible()).toBe(true)
    await page.context().close()
  })

  it('leads to its entry without script', async () => {
    const page = await open(statement, {...wide, javaScriptEnabled: false})
    await term(page).click()
    await page.waitForURL('**/glossary/dprk/')
    expect(await page.locator('h1').textContent()).toContain('Democratic People’s Republic of Korea')
    await page.context().close()
  })
})

describe('search', () => {
  async function search(words: string): Promise<Page> {
    const page = await open('/')
    await page.keyboard.press('/')
    await page.locator('dialog.search input').fill(words)
    await page.locator('dialog .hits > li').first().waitFor()
    return page
  }

  it.each([
    ['NCG', '/glossary/ncg/'],
    ['확장억제', '/glossary/extended-deterrence/'],
  ])('answers %s with the entry first', async (words, path) => {
    const page = await search(words)
    await page.locator('dialog .page-hit').first().click()
    await page.waitForURL(`**${path}`)
    await page.context().close()
  })

  it('opens “swift, overwhelming” at the clause', async () => {
    const page = await search('swift, overwhelming')
    await page.locator('dialog .hits a[href*="/statements/2p2-2024/#5.3"]').first().click()
    await page.waitForURL('**/statements/2p2-2024/#5.3')
    expect(await page.locator('[id="5.3"]').evaluate((clause) => Math.abs(clause.getBoundingClientRect().top) < innerHeight)).toBe(true)
    await page.context().close()
  })

  it('keeps the query and its facets in the address', async () => {
    const page = await open('/search/?q=deterrence&kind=Statement')
    await page.locator('.hits > li').first().waitFor()
    const links = await page.locator('.page-hit').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(links.length).toBeGreaterThan(0)
    expect(links.every((link) => link.startsWith('/statements/'))).toBe(true)
    await page.locator('[data-search-page] input').fill('opcon')
    await page.waitForURL('**/search/?q=opcon&kind=Statement')
    await page.context().close()
  })

  it('says that it found nothing', async () => {
    const page = await open('/search/?q=zzzzqqqq')
    await page.locator('.search-status', {hasText: 'Nothing was found'}).waitFor()
    await page.context().close()
  })

  it('says without script how else to look', async () => {
    const page = await open('/search/', {...wide, javaScriptEnabled: false})
    expect(await page.locator('[data-search-page]').textContent()).toContain('glossary')
    await page.context().close()
  })
})

describe('every page', () => {
  it.each(['light', 'dark'] as const)('passes axe-core in the %s scheme', {timeout: 300_000}, async (colorScheme) => {
    const pages = readPages()
    const page = await open('/', {...wide, colorScheme})
    const violations: string[] = []
    for (const {url} of pages) {
      await page.goto(origin + url)
      violations.push(...(await violationsOf(page, url)))
    }
    expect(violations).toEqual([])
    expect(pages.length).toBeGreaterThan(190)
    await page.context().close()
  })

  it.each([320, 390, 768])('passes axe-core and needs no sideways scrolling at %i pixels', async (width) => {
    const page = await open('/', {viewport: {width, height: 900}})
    const kinds = ['/', '/statements/', statement, '/glossary/', '/glossary/ncg/', '/formulas/', '/formulas/end-of-regime/', '/people/yoon/', '/sources/', '/witnesses/w-spun-9pt/', '/search/', '/guide/', '/404.html']
    for (const url of kinds) {
      await page.goto(origin + url)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), url).toBe(0)
      expect(await violationsOf(page, url)).toEqual([])
    }
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('no page', () => {
  it('breaks its policy, throws, or asks another host', () => {
    expect(faults).toEqual([])
  })
})

async function violationsOf(page: Page, url: string): Promise<string[]> {
  // A script element would be stopped by the policy; evaluating is not.
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as {axe: typeof axe}).axe
    const {violations: found} = await run.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
    return found.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).slice(0, 3).join(', ')}`)
  })
  return violations.map((violation) => `${url} ${violation}`)
}
