/** What a reader of a site waits for: a page, the first answer of its search, and what Lighthouse says of it. */

import {readFileSync} from 'node:fs'
import {createServer} from 'node:net'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {launch} from '../../browser.ts'
import {runMeasured} from './child.ts'
import {host} from './host.ts'
import type {Host, Sent} from './host.ts'
import type {Peer, SearchBox} from './peers.ts'
import {bench, commandIn} from './project.ts'

/** Bytes over the wire and requests of one page, without script’s work on it. */
export interface PageWeight {
  readonly html: number
  readonly css: number
  readonly js: number
  readonly fonts: number
  readonly other: number
  readonly requests: number
}

export interface FirstQuery {
  readonly bytes: number
  /** Seconds on the phone profile, from opening the search to the first result. */
  readonly seconds: number
}

/** Scores from 0 to 100, and milliseconds. */
export interface Lighthouse {
  readonly performance: number
  readonly accessibility: number
  readonly practices: number
  readonly seo: number
  readonly largestPaint: number
  readonly blocking: number
}

export interface Reader {
  /** The version of the browser. */
  readonly browser: string
  readonly weight: PageWeight
  /** Nothing where the site has no search, a sentence where it did not answer. */
  readonly query: FirstQuery | string | undefined
  /** A sentence where Lighthouse did not run. */
  readonly lighthouse: Lighthouse | string
}

/** Common words of the text, and no name of anything. */
const query = 'nuclear deterrence'

/** Lighthouse’s phone. */
const phone = {viewport: {width: 412, height: 823}, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true} as const
const slowdown = 4

/** Milliseconds in which a page or an answer must come, and after which nothing more of it comes. */
const patience = 120_000
const settling = 1500

/**
 * Visits a built site.
 *
 * @param site the folder
 * @param address of the page that is read, as ours
 * @param lighthouse the folder with its package, or why there is none
 */
export async function visit(
  peer: Peer,
  site: string,
  address: string,
  lighthouse: {readonly folder: string} | string,
): Promise<Reader> {
  const port = await freePort()
  const [server, browser] = [await host(site), await launch([`--remote-debugging-port=${port}`])]
  try {
    const path = peer.page(address)
    const weight = await weigh(browser, server, path)
    const found = peer.search === undefined ? undefined : await search(browser, server, path, peer.search)
    const judged =
      typeof lighthouse === 'string' ? lighthouse : await judge(server.origin + path, port, lighthouse.folder)
    return {browser: browser.version(), weight, query: found, lighthouse: judged}
  } finally {
    await browser.close()
    server.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => void server.close(resolve))
  return port
}

async function weigh(browser: Browser, server: Host, path: string): Promise<PageWeight> {
  const context = await browser.newContext(phone)
  await open(context, server, path)
  const sent = [...server.sent]
  await context.close()
  return weightOf(sent)
}

/** What a page weighs, by the names of its files; the first is the page. */
export function weightOf(sent: readonly Sent[]): PageWeight {
  const of = (...ends: string[]) =>
    sent.reduce((sum, {path, bytes}) => (ends.includes(extname(path)) ? sum + bytes : sum), 0)
  const [html, css, js, fonts] = [
    sent[0]?.bytes ?? 0,
    of('.css'),
    of('.js', '.mjs'),
    of('.woff2', '.woff', '.ttf', '.otf'),
  ]
  const all = sent.reduce((sum, {bytes}) => sum + bytes, 0)
  return {html, css, js, fonts, other: all - html - css - js - fonts, requests: sent.length}
}

/** A page in a browser that has seen nothing of the site, when nothing more comes. */
async function open(context: BrowserContext, server: Host, path: string): Promise<Page> {
  server.sent.length = 0
  const page = await context.newPage()
  await page.goto(server.origin + path, {waitUntil: 'networkidle', timeout: patience})
  // Some fetch the pages that links lead to, once their scripts run.
  await page.waitForTimeout(settling)
  return page
}

/** Twice: the first time tells the bytes, and the host has everything compressed for the second, which tells the time. */
async function search(browser: Browser, server: Host, path: string, box: SearchBox): Promise<FirstQuery | string> {
  try {
    const {bytes} = await ask(browser, server, path, box, false)
    const {seconds} = await ask(browser, server, path, box, true)
    return {bytes, seconds}
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return `did not answer: ${first}`
  }
}

async function ask(
  browser: Browser,
  server: Host,
  path: string,
  {page: own, opener, input, isSubmitted, result}: SearchBox,
  isSlow: boolean,
): Promise<FirstQuery> {
  const context = await browser.newContext(phone)
  try {
    const page = await open(context, server, path)
    server.sent.length = 0
    server.isSlow = isSlow
    if (isSlow)
      await (
        await context.newCDPSession(page)
      ).send('Emulation.setCPUThrottlingRate', {
        rate: slowdown,
      })
    const start = performance.now()
    if (own !== undefined) await page.goto(server.origin + own, {waitUntil: 'commit'})
    if (opener !== undefined) await page.locator(opener).first().click({timeout: patience})
    await page.locator(input).first().fill(query, {timeout: patience})
    if (isSubmitted === true) await page.locator(input).first().press('Enter')
    await page.locator(result).first().waitFor({timeout: patience})
    const seconds = (performance.now() - start) / 1000
    if (!isSlow) await page.waitForTimeout(settling)
    return {bytes: server.sent.reduce((sum, {bytes}) => sum + bytes, 0), seconds}
  } finally {
    server.isSlow = false
    await context.close()
  }
}

interface Report {
  readonly categories: Readonly<Record<string, {readonly score: number | null}>>
  readonly audits: Readonly<Record<string, {readonly numericValue?: number}>>
}

/** Lighthouse with its own throttled phone, in the browser that listens on a port. */
async function judge(url: string, port: number, folder: string): Promise<Lighthouse | string> {
  const file = join(bench, 'lighthouse.json')
  const command = commandIn(folder, [
    'lighthouse',
    url,
    '--quiet',
    `--port=${port}`,
    '--output=json',
    `--output-path=${file}`,
  ])
  const outcome = await runMeasured(command)
  if (outcome.ended === 'by the limit') return 'did not end'
  if (outcome.ended === 'badly') return `did not run: ${outcome.said}`
  const {categories, audits} = JSON.parse(readFileSync(file, 'utf8')) as Report
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    largestPaint: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    blocking: audits['total-blocking-time']?.numericValue ?? Number.NaN,
  }
}
