import type {Page} from 'puppeteer-core'
import {afterAll, describe, expect, it} from 'vitest'
import {byKind} from '../built/kinds.ts'
import {listPages} from '../built/site.ts'
import {measured} from '../fixtures/trust.ts'
import {visitInFirefox} from './firefox.ts'

const urls = listPages()

/** The first and the last page of each kind, and every twelfth of all. */
function sampleOf(all: readonly string[]): string[] {
  const ends = byKind(all).flatMap((group) => [group[0], group.at(-1)])
  return [...new Set([...ends, ...all.filter((_, index) => index % 12 === 0)])].filter((url) => url !== undefined)
}

const walked = new Set<string>()
const used = new Set<string>()
const light = visitInFirefox('light')
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent)
const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Where the first result of a search leads. */
const firstHit = (page: Page) => page.$$eval('.hits a', (links) => links[0]?.getAttribute('href'))

/** Notes that a control of the site did what it is for. */
async function done(name: string, page: Page): Promise<void> {
  used.add(name)
  await page.browserContext().close()
}

async function choose(page: Page, selector: string, value: string): Promise<void> {
  await page.waitForSelector(selector, {visible: true})
  await page.select(selector, value)
}

async function press(page: Page, words: string): Promise<void> {
  await page.locator(`::-p-xpath(//button[normalize-space()="${words}"])`).click()
}

/** Waits until what stands at a selector holds some words. */
async function seen(page: Page, selector: string, words: RegExp): Promise<void> {
  await page.waitForFunction(
    (at: string, source: string) => new RegExp(source).test(document.querySelector(at)?.textContent ?? ''),
    undefined,
    selector,
    words.source,
  )
}

describe('a reader with Firefox', () => {
  it('can use the search over a page', async () => {
    const page = await light.open('/', 1440)
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.search input', {visible: true})
    await page.type('dialog.search input', 'NCG')
    await expect.poll(() => firstHit(page)).toMatch(/^\/glossary\/ncg\//)
    await done('the search over a page', page)
  })

  it('can use the search in Korean', async () => {
    const page = await light.open('/search/', 1440)
    await page.waitForSelector('[data-search-page] input')
    await page.type('[data-search-page] input', '핵협의그룹')
    await expect.poll(() => firstHit(page)).toMatch(/^\/glossary\/ncg\//)
    // The text behind the names: the engine is WebAssembly, which the policy might stop without a word.
    await page.$eval('input[type="search"]', (input) => (input.value = ''))
    await page.type('[data-search-page] input', 'tabletop exercise')
    await page.waitForSelector('[data-search-page] .hits mark')
    await done('the search in Korean', page)
  })

  it('can use the card of a term', async () => {
    const page = await light.open('/statements/2p2-2024/', 1440)
    await page.locator('[id="5.3"] a.term').click()
    await page.waitForSelector('.card')
    expect(await textOf(page, '.card')).toContain('North Korea')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.card') === null)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('term')
    await done('the card of a term', page)
  })

  it('can use the menu of a clause', async () => {
    const page = await light.open('/statements/2p2-2024/', 1440)
    await page.locator('[id="5.3"] > .n a').click()
    await page.waitForSelector('.card.menu')
    expect(await textOf(page, '.card.menu')).toContain('Copy text with citation')
    await done('the menu of a clause', page)
  })

  it('can use notes in the margin', async () => {
    const page = await light.open('/statements/2p2-2024/', 1440)
    const [text, note] = await Promise.all(
      ['[id="5.3"] .text', '[id="5.3-n1"]'].map(async (at) => (await page.$(at))?.boundingBox()),
    )
    expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    await page.locator('[data-view-link="text"]').click()
    await page.waitForFunction(() => document.getElementById('5.3-n1')?.checkVisibility() === false)
    await done('notes in the margin', page)
  })

  it('can use notes under a clause', async () => {
    const page = await light.open('/statements/2p2-2024/', 390)
    const isShown = () => page.$eval('[id="5.3-n1"]', (note) => note.checkVisibility())
    expect(await isShown()).toBe(false)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await isShown()).toBe(true)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await isShown()).toBe(false)
    await done('notes under a clause', page)
  })

  it('can use the matrix', async () => {
    const page = await light.open('/formulas/', 1440)
    const heads = () =>
      page.$$eval('.matrix .statements th', (cells) => cells.map(({textContent}) => textContent).join(', '))
    const byDate = await heads()
    // The names of the formulas stay while the columns go by.
    const corner = async () =>
      page.evaluate(() => {
        const region = document.querySelector('.matrix')
        region?.scrollBy(600, 300)
        const name = region?.querySelector('thead .corner')?.getBoundingClientRect()
        const frame = region?.getBoundingClientRect()
        return [region?.scrollLeft, (name?.left ?? 0) - (frame?.left ?? 0), (name?.top ?? 0) - (frame?.top ?? 0)]
      })
    const [scrolled, left, top] = await corner()
    expect(scrolled).toBeGreaterThan(100)
    expect(Math.abs(left ?? 99)).toBeLessThan(3)
    expect(Math.abs(top ?? 99)).toBeLessThan(3)
    await Promise.all([page.waitForNavigation(), page.locator('.orders a[href$="/by-forum/"]').click()])
    expect((await heads()).split(', ').toSorted()).toEqual(byDate.split(', ').toSorted())
    expect(await heads()).not.toBe(byDate)
    const target = await page.$eval('.matrix td a', (sign) => sign.href)
    await light.go(page, target.replace(light.origin, ''))
    expect(await textOf(page, 'h1')).not.toBe('')
    await done('the matrix', page)
  })

  it('can use the glossary’s filter', async () => {
    const page = await light.open('/glossary/', 1440)
    await page.waitForSelector('main input')
    await page.type('main input', 'ㅎㅈㅇㅈ')
    await expect.poll(() => textOf(page, 'main [role="status"]')).toMatch(/^[1-3] of \d+ terms$/)
    await done('the glossary’s filter', page)
  })

  it('can use the comparison of any two', async () => {
    const page = await light.open('/compare/', 1440)
    await choose(page, 'select[name="a"]', '2p2-2024')
    await choose(page, 'select[name="b"]', 'edscg-4-2023')
    await page.waitForSelector('.comparison .row')
    await seen(page, '[data-compare-status]', /^2\+2, 2024 and EDSCG, 2023 stand below\.$/)
    expect(new URL(page.url()).search).toBe('?a=2p2-2024&b=edscg-4-2023')
    await done('the comparison of any two', page)
  })

  it('can use the study', async () => {
    const page = await light.open('/study/', 1440)
    await seen(page, '[data-study-status]', /No card has been studied/)
    const front = await textOf(page, '[data-front]')
    await page.keyboard.press(' ')
    await page.waitForSelector('[data-back]', {visible: true})
    await page.keyboard.press('4')
    await page.waitForFunction(
      (old: string | null) => document.querySelector('[data-front]')?.textContent !== old,
      {},
      front,
    )
    await page.reload()
    await expect.poll(() => textOf(page, '[data-study-status]')).toMatch(/^\d+ cards in this session/)
    await done('the study', page)
  })

  it('can use the check of a copy', async () => {
    const page = await light.open('/collate/', 1440)
    await press(page, 'Fill in the example')
    await press(page, 'Check')
    await seen(page, '.verdict .lede', /W6, spun copy/)
    expect(await page.$eval('.report .kicker a', (link) => link.getAttribute('href'))).toBe('/statements/2p2-2024/')
    await page.locator('.copy .finding').click()
    await page.waitForSelector('.card')
    await done('the check of a copy', page)
  })

  it('can keep the edition without a connection, and remove it', async () => {
    const page = await light.open('/offline/', 1440)
    await press(page, 'Keep this edition on this device')
    await expect.poll(() => textOf(page, '[data-offline-status]')).toBe('The edition is kept.')
    await light.go(page, '/glossary/ncg/')
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\/worker\.js$/)
    await light.go(page, '/offline/')
    await press(page, 'Remove it from this device')
    await expect.poll(() => textOf(page, '[data-offline-status]')).toMatch(/^It is removed/)
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await done('what is kept without a connection', page)
  })

  it('can use the playground', async () => {
    const page = await light.open('/guide/playground/', 1440)
    await press(page, 'Check')
    await seen(page, '[data-summary]', /^2 errors\.$/)
    expect(await page.$$eval('[data-messages] > li', ({length}) => length)).toBe(2)
    await seen(page, '[data-rendering]', /\w/)
    await done('the playground', page)
  })
})

describe('a page in Firefox', () => {
  it('is whole in the light scheme, and no wider than the window', async () => {
    const page = await light.open('/', 1440)
    const wrong: string[] = []
    for (const url of sampleOf(urls)) {
      await light.go(page, url)
      if ((await overflowOf(page)) > 0) wrong.push(`${url} is wider than the window`)
      if ((await textOf(page, 'h1')) === '') wrong.push(`${url} has no heading`)
      walked.add(url)
    }
    expect(wrong).toEqual([])
    await page.browserContext().close()
  })
})

describe('a phone with Firefox and dark colours', () => {
  const dark = visitInFirefox('dark')

  it('shows every kind of page light on dark, and no wider than its window', async () => {
    const page = await dark.open('/', 390)
    const wrong: string[] = []
    for (const url of byKind(urls).map(([first]) => first)) {
      await dark.go(page, url)
      const overflow = await overflowOf(page)
      if (overflow > 0) wrong.push(`${url} is wider than the window by ${overflow} pixels`)
      const [paper, ink] = await page.evaluate(() => {
        const {backgroundColor, color} = getComputedStyle(document.body)
        return [backgroundColor, color]
      })
      if (paper !== 'rgb(23, 21, 19)' || ink !== 'rgb(233, 227, 216)') wrong.push(`${url} is ${ink} on ${paper}`)
      walked.add(url)
    }
    expect(wrong).toEqual([])
    await page.browserContext().close()
  })

  afterAll(() => {
    for (const list of ['thrown', 'policy', 'foreign'] as const) light.faults[list].push(...dark.faults[list])
  })
})

// Last in the file: it adds up what was noted before it.
describe('Firefox', () => {
  it('had nothing to report', () => {
    const {thrown, policy, foreign} = light.faults
    expect([...thrown, ...policy, ...foreign]).toEqual([])
    measured('firefox', {
      'pages walked': walked.size,
      'tools used': used.size,
      'errors of a script': thrown.length,
      'breaches of the policy': policy.length,
      'requests to another host': foreign.length,
    })
  })

  it('would have told of an error, of a breach, and of another host', async () => {
    const planted = {thrown: [], policy: [], foreign: []}
    Object.assign(light.faults, planted)
    const page = await light.open('/', 1440)
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted')
      })
      document.body.setAttribute('style', 'color: red')
    })
    await page.goto('data:text/html,<img src="http://127.0.0.1:65000/planted.png">')
    await expect.poll(() => Object.values(planted).map(({length}) => length > 0)).toEqual([true, true, true])
    await page.browserContext().close()
  })
})
