import {existsSync, readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launch} from '../../scripts/browser.ts'
import {serve} from '../../scripts/server.ts'
import {base, buildBased, moved} from './based.ts'
import type {Project} from './project.ts'
import {attribute, parsePage, readPages} from './site.ts'
import type {BuiltPage} from './site.ts'
import {watch} from './visit.ts'
import type {Watched} from './visit.ts'

let project: Project
let site: string
let server: Server
let origin: string
let browser: Browser

beforeAll(async () => {
  project = await buildBased()
  site = join(project.folder, 'dist')
  server = await serve(site, 0, base)
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launch()
}, 300_000)

afterAll(async () => {
  await browser.close()
  server.close()
  project.remove()
})

/** Addresses of this site in a page, as they are written. */
function addressesIn({elements}: BuiltPage): string[] {
  return elements
    .flatMap((element) => [
      ...['href', 'src', 'action', 'data-base', 'poster'].map((name) => attribute(element, name)),
      attribute(element, 'http-equiv') === 'refresh'
        ? attribute(element, 'content')?.replace(/^\d+; url=/, '')
        : undefined,
    ])
    .filter((address) => address !== undefined)
    .filter((address) => !/^(?:#|[a-z]+:)/.test(address))
}

/** Addresses of pages that lead nowhere under the base, each with the page it stands on. */
function deadIn(pages: readonly BuiltPage[]): string[] {
  return pages.flatMap((page) =>
    addressesIn(page)
      .filter((address) => {
        const path = decodeURI(address.replace(/[?#].*$/, ''))
        const file = join(site, path.slice(base.length), path.endsWith('/') ? 'index.html' : '')
        return !path.startsWith(base) || !existsSync(file)
      })
      .map((address) => `${page.url}: ${address}`),
  )
}

/** What says how to use the edition names pages that the small one does not have. */
const isOfGuide = ({url}: BuiltPage) => /^\/(?:guide\/|rules\/|collate\/|$)/.test(url)

describe('an edition under a path', () => {
  it('has no address that leaves the path or leads nowhere', () => {
    const pages = readPages(site)
    expect(pages.length).toBeGreaterThan(60)
    expect(pages.flatMap(addressesIn).length).toBeGreaterThan(1_000)
    expect(deadIn(pages.filter((page) => !isOfGuide(page)))).toEqual([])
    expect(
      deadIn(pages.filter(isOfGuide)).filter(
        (dead) => !/: \/x\/y\/(?:statements|glossary|formulas|people|witnesses|compare)\//.test(dead),
      ),
    ).toEqual([])
    const spoilt = parsePage('/spoilt/', '<a href="/glossary/">a</a><img src="/x/y/none.png">')
    expect(deadIn([spoilt])).toEqual(['/spoilt/: /glossary/', '/spoilt/: /x/y/none.png'])
  })

  it('names its place whole where others read it, and to hosts', () => {
    const tei = readFileSync(join(site, 'data', 'tei', 'river-2032.xml'), 'utf8')
    expect(tei).toContain('https://edition.example.org/x/y/')
    expect(tei).not.toMatch(/edition\.example\.org\/(?!x\/y\/)|x\/y\/\//)
    const rules = readFileSync(join(site, '_headers'), 'utf8').match(/^\/.*$/gm)
    expect(rules).toEqual(['/*', '/x/y/_astro/*', '/x/y/pagefind/index/*', '/x/y/pagefind/earlier/index/*'])
  })

  it('is not at the root of the host, and its page for what is missing leads into it', async () => {
    expect((await fetch(`${origin}/`)).status).toBe(404)
    const missing = await fetch(`${origin}${base}nowhere/`)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain(`href="${base}glossary/"`)
    const folder = await fetch(`${origin}/x/y?view=all`, {redirect: 'manual'})
    expect([folder.status, folder.headers.get('location')]).toEqual([301, '/x/y/?view=all'])
  })
})

describe('what script does, under a path', () => {
  let page: Page
  let watched: Watched
  const failed: string[] = []

  beforeAll(async () => {
    page = await (await browser.newContext()).newPage()
    watched = await watch(page, origin)
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
    })
  })

  it('searches, in the dialog and on the page, and leads to what it found', async () => {
    await page.goto(`${origin}${base}people/`)
    await page.keyboard.press('/')
    await page.locator('dialog[open] input[type="search"]').fill('kept the lantern lit')
    await page.locator('dialog[open] .hits mark').first().waitFor()
    await page.goto(`${origin}${base}search/?q=lamps+river`)
    await page.locator('.hits a').first().click()
    await page.locator('h1').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/x\/y\/(?:glossary|statements|formulas)\//)
  })

  it('compares any two statements and checks a copy', async () => {
    for (const second of ['river-2032', 'second-river']) {
      await page.goto(`${origin}${base}compare/?a=${second}&b=river-2031`)
      await page.locator('.comparison .row').first().waitFor()
      expect(await page.locator('select[name="a"]').inputValue()).toBe('river-2032')
    }
    await page.goto(`${origin}${base}collate/`)
    await page
      .locator('#collate-text')
      .fill('Joint Statement of the Second River Talks. They kept the lantern lit on both banks.')
    await page.getByRole('button', {name: 'Check', exact: true}).click()
    await page.locator('.report').waitFor()
  })

  it('reads a file that somebody writes', async () => {
    await page.goto(`${origin}${base}guide/playground/`)
    await page.locator('#playground-text').fill('---\nname: A Person\n---\n')
    await page.locator('[data-messages] > li').first().waitFor()
  })

  it('narrows by a statement of before, and by nothing where a list does not have what the address names', async () => {
    await page.goto(`${origin}${base}glossary/?statement=second-river`)
    await expect.poll(() => page.locator('select[name="statement"]').inputValue()).toBe('river-2032')
    await page.goto(`${origin}${base}study/?statement=second-river&deck=nothing`)
    await expect.poll(() => page.locator('select[name="statement"]').inputValue()).toBe('river-2032')
    expect(await page.locator('select[name="deck"] option:checked').textContent()).toBe('everything')
    await page.goto(`${origin}${base}statements/?forum=nothing`)
    await expect.poll(() => page.locator('select[name="forum"] option:checked').allTextContents()).toEqual(['any'])
  })

  it('leads from an address of before, with the place in the page', async () => {
    for (const [former, now] of Object.entries(moved)) {
      await page.goto(`${origin}${base}${former.slice(1)}?find=lamp#1.1`)
      await page.waitForURL(`${origin}${base}${now.slice(1)}?find=lamp#1.1`)
    }
  })

  it('is kept on a device, and opens without a connection', async () => {
    await page.goto(`${origin}${base}offline/`)
    await page.locator('[data-offline-toggle]').click()
    await page.getByText('The edition is kept.').waitFor()
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({scope}) => scope)),
    ).toEqual([`${origin}${base}`])
    await page.context().setOffline(true)
    await page.goto(`${origin}${base}search/?q=lantern`)
    await page.locator('.hits mark').first().waitFor()
    await page.context().setOffline(false)
  })

  it('asks for nothing that is not there, and of no other place', () => {
    expect(failed).toEqual([])
    expect([...watched.errors, ...watched.foreign, ...watched.violations]).toEqual([])
    expect(watched.requests).toBeGreaterThan(50)
  })
})
