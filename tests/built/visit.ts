/** The built site in a real browser, for the tests of one file. */

import {existsSync, readFileSync} from 'node:fs'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type axe from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll} from 'vitest'
import {launch} from '../../scripts/browser.ts'
import {mediaTypes} from '../../src/site/headers.ts'
import {serving, started} from './serving.ts'
import type {Served} from './serving.ts'

export const wide = {viewport: {width: 1440, height: 1000}}
export const narrow = {viewport: {width: 390, height: 844}}

/** Both windows in both schemes. */
export const looks = [
  ['light', narrow],
  ['light', wide],
  ['dark', narrow],
  ['dark', wide],
] as const

/** Widths in pixels, from the narrowest that the standards ask for, with a scheme for each. */
export const widths = [
  [320, 'light'],
  [390, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const

export interface Visit extends Served {
  readonly browser: Browser
  /** What pages did that no page may do. */
  readonly faults: readonly string[]
  /**
   * Opens a page in a context of its own, whose faults are noted. Close the context when done.
   *
   * @param prepare what is to be done with the page before it goes to `path`
   */
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown> | void): Promise<Page>
}

/** What a page did that no page may do, and how much it asked for. */
export interface Watched {
  /** What its policy did not let it do. */
  readonly violations: string[]
  /** Whatever it asked of another host. */
  readonly foreign: string[]
  /** What it threw, and dialogs it opened. */
  readonly errors: string[]
  requests: number
}

/** What a browser writes of a page that breaks its policy, and what `tellViolations` makes it write. */
const broken = /Content.Security.Policy|Trusted(?:HTML|Script)|permissions policy violation|securitypolicyviolation/i

/** Runs in a page or a worker: writes each violation into the console, where it is noted. */
export function tellViolations(): void {
  addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) =>
    console.warn(`securitypolicyviolation: ${effectiveDirective} ${blockedURI} ${sample}`),
  )
}

/** Notes from now on what a page does. */
export async function watch(page: Page, origin: string): Promise<Watched> {
  const seen: Watched = {violations: [], foreign: [], errors: [], requests: 0}
  page.on('pageerror', (error) => seen.errors.push(`${page.url()} throws ${error.message}`))
  page.on('dialog', (dialog) => seen.errors.push(`${page.url()} says ${dialog.message()}`))
  page.on('console', (message) => {
    if (broken.test(message.text())) seen.violations.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    seen.requests++
    if (new URL(request.url()).origin !== origin && !request.url().startsWith(`blob:${origin}`))
      seen.foreign.push(`${page.url()} asks ${request.url()}`)
  })
  await page.addInitScript(tellViolations)
  return seen
}

/**
 * Serves the built site and starts a browser before the tests of the file that calls this, and ends both after them.
 *
 * @param more arguments that the browser is given
 */
export function visit(more?: readonly string[]): Visit {
  const site = serving()
  let browser: Browser | undefined
  const watched: Watched[] = []
  beforeAll(async () => {
    browser = await launch(more)
  })
  afterAll(() => browser?.close())
  return {
    get faults() {
      return watched.flatMap(({violations, foreign, errors}) => [...violations, ...foreign, ...errors])
    },
    get origin() {
      return site.origin
    },
    get browser() {
      return started(browser)
    },
    async open(path, options = wide, prepare) {
      const {origin} = this
      const context = await started(browser).newContext(options)
      const page = await context.newPage()
      watched.push(await watch(page, origin))
      await prepare?.(page)
      await page.goto(origin + path)
      return page
    },
  }
}

/**
 * Has a page search another index than that of the site.
 *
 * @param folder in which the index is, as `pagefind`
 * @returns the paths that are asked of it, as they are asked
 */
export async function searchIn(folder: string, page: Page): Promise<ReadonlySet<string>> {
  const asked = new Set<string>()
  await page.route('**/pagefind/**', (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname)
    asked.add(path)
    const file = join(folder, path)
    if (!existsSync(file)) return route.fulfill({status: 404})
    const kind = extname(path)
    const contentType = mediaTypes[kind === '.js' || kind === '.json' ? kind : '.pagefind']
    return route.fulfill({contentType, body: readFileSync(file)})
  })
  return asked
}

/** axe-core as a page runs it. The small one is compiled sooner, and one is compiled for each page. */
export const judge = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** All that differs between the light and the dark scheme of one page. */
export const colours = ['color-contrast', 'link-in-text-block']

/**
 * What axe-core finds on a page as it stands: rule and, of each, the first elements.
 *
 * @param runOnly its standards or its rules; every standard where nothing is said
 * @param without rules of them that are left out
 */
export async function violationsOf(
  page: Page,
  runOnly = standards,
  without: readonly string[] = [],
): Promise<string[]> {
  // A script element would be stopped by the policy; evaluating is not.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(judge)
  const rules = Object.fromEntries(without.map((rule) => [rule, {enabled: false}]))
  return page.evaluate(
    async ([wanted, options]) => {
      // A colour is judged where it has come to rest.
      await Promise.all(document.getAnimations().map(({finished}) => finished))
      const run = (globalThis as unknown as {axe: typeof axe}).axe
      // What passes is not told in full, and no style sheet is fetched again: both take a third of the time.
      const {violations} = await run.run(document, {
        runOnly: wanted,
        rules: options,
        resultTypes: ['violations'],
        preload: false,
      })
      return violations.map(
        ({id, nodes}) =>
          `${id}: ${nodes
            .map(({target}) => target.join(' '))
            .slice(0, 3)
            .join(', ')}`,
      )
    },
    [runOnly, rules] as const,
  )
}

/** Pixels by which a page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** What is wrong with a page as it stands: what axe-core finds, and by how much it is wider than the window. */
export async function troublesOf(page: Page): Promise<string[]> {
  const overflow = await overflowOf(page)
  return [...(overflow === 0 ? [] : [`wider than the window by ${overflow} pixels`]), ...(await violationsOf(page))]
}
