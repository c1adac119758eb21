import type {ElementHandle, Page, Request} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {measured} from '../fixtures/trust.ts'
import {kinds} from './kinds.ts'
import {tellViolations, visit, watch, wide} from './visit.ts'

const site = visit()

/** Whatever one can press, open, choose, tick or write into without leaving the page. */
const controls =
  'button, summary, select, input, textarea, [popovertarget], [tabindex="0"], a[href^="#"], .clause > .n a, .clause a.term'

/** More than any page has; a walk that gets there goes in circles. */
const most = 1_500

/** What is kept on the device, each by an act of the reader, and the words with which the page says so. */
const promised: Readonly<Record<string, {readonly on: string; readonly says: RegExp}>> = {
  'linchpin:view': {on: '/statements/2p2-2024/', says: /The choice is kept on this device/},
  'linchpin:study': {on: '/study/', says: /It is kept in this browser and nowhere else/},
  'linchpin:draft': {on: '/guide/playground/', says: /Keep it on this device/},
  'linchpin.searches': {on: '/search/', says: /kept on this device only/},
}

/** What a page is there for, where that takes more than one control after the other. */
const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async '/study/'(page) {
    await page.getByRole('button', {name: 'Show the answer'}).click()
    await page.locator('[data-grade="2"]').click()
  },
  async '/compare/'(page) {
    await page.locator('[data-compare-form] select').first().selectOption('edscg-4-2023')
    await page.locator('[data-compare-form] select').last().selectOption('2p2-2024')
    await page.locator('[data-comparison] .row').first().waitFor()
  },
  async '/collate/'(page) {
    await page.getByRole('button', {name: 'Fill in the example'}).click()
    await page.getByRole('button', {name: 'Check', exact: true}).click()
    await page.locator('[data-collation] section').first().waitFor()
  },
  async '/guide/playground/'(page) {
    await page.locator('[data-samples]').selectOption({index: 2})
    await page.getByRole('button', {name: 'Begin', exact: true}).click()
    await page.getByRole('button', {name: 'Check', exact: true}).click()
    await page.locator('[data-rendering] p').first().waitFor()
  },
}

/** Where the walk through a page has come to. */
interface Walk {
  /** Where the controls stand that were used, from the root of the page. */
  readonly done: readonly string[]
  /** One that takes a hand, which a page does not have; absent where there is none. */
  readonly taken: Element | undefined
}

/** Runs in a page: uses its controls as a reader would, those that come up meanwhile too, up to the first that takes a hand. */
async function walkOn([selector, before, most]: readonly [string, readonly string[], number]): Promise<Walk> {
  const done = new Set(before)
  const isFloating = (element: Element | null) => element?.matches('.card:popover-open') === true
  const pathOf = (element: Element): string => {
    const parent = element.parentElement
    if (parent === null) return element.tagName
    // What comes up beside a control does not make others of those that stand after it.
    const place = [...parent.children].filter((child) => child === element || !isFloating(child)).indexOf(element) + 1
    return `${pathOf(parent)} > ${element.tagName}${isFloating(element) ? '.card' : ''}:nth-child(${place})`
  }
  const used = new WeakSet<Element>()
  const next = (): Element | undefined => {
    for (const element of document.querySelectorAll(selector)) {
      if (used.has(element) || !element.checkVisibility({visibilityProperty: true}) || element.matches(':disabled'))
        continue
      used.add(element)
      const path = pathOf(element)
      // Another element may stand there now.
      if (done.has(path)) continue
      done.add(path)
      return element
    }
    return undefined
  }
  const isWritten = (element: Element) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search', 'file'].includes(element.type))
  for (let element = next(); element !== undefined && done.size <= most; element = next()) {
    if (isWritten(element)) return {done: [...done], taken: element}
    if (element instanceof HTMLSelectElement) {
      element.selectedIndex = element.options.length - 1
      element.dispatchEvent(new Event('input', {bubbles: true}))
      element.dispatchEvent(new Event('change', {bubbles: true}))
    } else {
      ;(element as HTMLElement).focus()
      element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true}))
    }
    const opens =
      element.matches('.statement[data-cite] :is(.clause > .n a, .clause a.term)') && element.closest('.card') === null
    const isShown = () => !opens || isFloating(element.nextElementSibling)
    // A slow machine shows late what comes up: a frame of it takes longer, and so does what it loads.
    let turns = 0
    do {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))
      if (++turns > 3_000) throw new Error(`Nothing comes up beside ${pathOf(element)}`)
    } while ((globalThis as {fetching?: number}).fetching || !isShown())
  }
  return {done: [...done], taken: undefined}
}

/** Writes into a field, or gives it a file. */
async function write(field: ElementHandle): Promise<void> {
  const isFile = await field.evaluate((element) => (element as HTMLInputElement).type === 'file')
  if (isFile) await field.setInputFiles({name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('will be met')})
  else if (await field.evaluate((element) => !(element as HTMLInputElement).readOnly)) await field.fill('will be met')
}

/** The same, for a field in what floats, which may close under the hand. */
async function writeIfThere(field: ElementHandle): Promise<void> {
  try {
    await write(field)
  } catch (error) {
    if (!String(error).includes('not attached')) throw error
  }
}

/** Has a page stay where it is when a control leads away, so that the others can be used too, and tell how much it fetches. */
function stay(): void {
  const counted = Object.assign(globalThis, {fetching: 0})
  const fetch = globalThis.fetch.bind(globalThis)
  globalThis.fetch = async (...asked) => {
    counted.fetching++
    try {
      return await fetch(...asked)
    } finally {
      counted.fetching--
    }
  }
  globalThis.XMLHttpRequest = class extends XMLHttpRequest {
    override send(body?: XMLHttpRequestBodyInit): void {
      counted.fetching++
      this.addEventListener('loadend', () => counted.fetching--)
      super.send(body)
    }
  }
  navigation.addEventListener('navigate', (event) => {
    if (!event.destination.sameDocument) event.preventDefault()
  })
}

/** Waits until a page asks for nothing. Where the browser does not say so for long, what it waits for is told. */
async function comeToRest(page: Page, asked: ReadonlySet<Request>): Promise<void> {
  try {
    await page.waitForLoadState('networkidle', {timeout: 30_000})
  } catch {
    const urls = Array.from(asked, (request) => request.url()).join(' ')
    process.stdout.write(`${page.url()} has not come to rest in 30 seconds; not ended: ${urls}\n`)
  }
}

/** Uses every control of a page, and those that come up meanwhile. @returns how many */
async function useAll(page: Page): Promise<number> {
  let done: readonly string[] = []
  const asked = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  let isSettled = false
  await page.evaluate(stay)
  while (done.length <= most) {
    const walk = await page.evaluateHandle(walkOn, [controls, done, most] as const)
    const before = done.length
    done = await walk.evaluate((one) => one.done)
    const field = (await walk.getProperty('taken')).asElement()
    if (field !== null) await writeIfThere(field)
    else if (done.length === before && isSettled) return done.length
    // The page may still be coming, or what a control has asked for.
    else await comeToRest(page, asked)
    isSettled = field === null
  }
  throw new Error(`${page.url()} has more than ${most} controls`)
}

/** Opens the search as a reader does, and counts what it finds. */
async function hitsOn(page: Page): Promise<number> {
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('/')
  const box = page.locator('dialog[open] form, [data-search-page] form').last()
  await box.locator('input').fill('deterrence')
  await box.locator('.hits > li').first().waitFor()
  const count = await box.locator('.hits > li').count()
  await box.locator('input').press('Enter')
  return count
}

/** Has workers tell what their policy stops; it is not the page’s, and nobody else would hear of it. */
async function tellOfWorkers(page: Page, more = ''): Promise<void> {
  await page.route(/\/_astro\/(?:worker|drafts)-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({response, body: `(${tellViolations.toString()})();${more}\n${await response.text()}`})
  })
}

describe('every control of each kind of page', () => {
  const seen = {controls: 0, hits: 0, workers: 0}
  const kept = new Map<string, string[]>()

  it.each(kinds)('can be used on $url, and search finds something there', async ({url, says}) => {
    const page = await site.open(
      '/404.html',
      {...wide, permissions: ['clipboard-read', 'clipboard-write']},
      async (one) => {
        one.on('worker', () => seen.workers++)
        await tellOfWorkers(one)
      },
    )
    await page.goto(site.origin + url)
    seen.controls += await useAll(page)
    await page.goto(site.origin + url)
    await acts[url]?.(page)
    const hits = await hitsOn(page)
    expect(hits, url).toBeGreaterThan(0)
    seen.hits += hits
    expect(await page.locator('main').textContent()).toContain(says)
    for (const key of await page.evaluate(() => Object.keys(localStorage)))
      kept.set(key, [...(kept.get(key) ?? []), url])
    await page.context().close()
  })

  it('break no policy, throw nothing, ask no other host', () => {
    expect(site.faults).toEqual([])
    measured('controls', {
      'kinds of page': kinds.length,
      'controls used': seen.controls,
      'workers started': seen.workers,
      'search hits': seen.hits,
      violations: site.faults.length,
    })
  })

  it('keep on the device what they promise to keep, and nothing else', async () => {
    expect([...kept.keys()].toSorted()).toEqual(Object.keys(promised).toSorted())
    for (const [key, {on, says}] of Object.entries(promised)) {
      expect(kept.get(key), key).toContain(on)
      const page = await site.open(on)
      if (key === 'linchpin.searches') {
        await page.evaluate(() => localStorage.setItem('linchpin.searches', '["NCG"]'))
        await page.reload()
        await page.locator('.recent').waitFor()
      }
      expect(await page.locator('main').evaluate((main) => main.outerHTML), key).toMatch(says)
      await page.context().close()
    }
  })
})

describe('the walk through the controls', () => {
  let page: Page
  beforeAll(async () => {
    page = await site.browser.newPage()
  })
  afterAll(() => page.close())

  it('uses each kind of control, and what comes up when another is used', async () => {
    await page.goto(`${site.origin}/404.html`)
    await page.evaluate(() => {
      const used: string[] = []
      Object.assign(globalThis, {used})
      document.body.replaceChildren()
      const add = (name: string, more: Partial<HTMLInputElement> = {}) => {
        const made = Object.assign(document.createElement(name), more)
        for (const type of ['click', 'input', 'change'])
          made.addEventListener(type, () => used.push(`${name} ${more.type ?? ''} ${type}`))
        document.body.append(made)
        return made
      }
      for (const type of ['checkbox', 'radio', 'search', 'text', 'file']) add('input', {type})
      add('textarea')
      add('select').append(document.createElement('option'), document.createElement('option'))
      add('button').addEventListener('click', () => add('summary'), {once: true})
    })
    expect(await useAll(page)).toBe(9)
    const used = new Set(await page.evaluate(() => (globalThis as unknown as {used: string[]}).used))
    for (const act of [
      'input checkbox click',
      'input radio click',
      'input search input',
      'input text input',
      'input file change',
      'textarea  input',
      'select  change',
      'button  click',
      'summary  click',
    ])
      expect(used, act).toContain(act)
  })

  it('hears of what the policy of a worker stops', async () => {
    const other = await site.browser.newPage()
    const watched = await watch(other, site.origin)
    await tellOfWorkers(other, 'try {Function("")} catch {}')
    await other.goto(`${site.origin}/guide/playground/`)
    const heard = other.waitForEvent('console', (message) => message.text().includes('securitypolicyviolation'))
    await acts['/guide/playground/']?.(other)
    await heard
    expect(watched.violations.join('\n')).toMatch(/script-src|trusted-types/)
    await other.close()
  })
})
