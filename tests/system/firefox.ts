/** The built site in Firefox, which is another engine: driven through WebDriver BiDi, so by what the browser itself offers. */

import {existsSync} from 'node:fs'
import {launch} from 'puppeteer-core'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll} from 'vitest'
import {patience} from '../../scripts/browser.ts'
import {serving, started} from '../built/serving.ts'
import type {Served} from '../built/serving.ts'

const installed = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** What no page may do. */
export interface Faults {
  /** What a script of a page throws. */
  readonly thrown: string[]
  /** What the Content-Security-Policy had to stop. */
  readonly policy: string[]
  /** Requests to any host but the site’s own. */
  readonly foreign: string[]
}

export interface FirefoxVisit extends Served {
  readonly faults: Faults
  /** Opens a page on a device of its own, whose faults are noted. Close its context when done. */
  open(path: string, width: number): Promise<Page>
  /** Goes on to another page in a tab that is open. */
  go(page: Page, path: string): Promise<void>
}

/**
 * Serves the built site and starts Firefox before the tests that follow, and ends both after them.
 *
 * @param scheme the colours that the reader’s system asks for
 */
export function visitInFirefox(scheme: 'light' | 'dark'): FirefoxVisit {
  const site = serving()
  let browser: Browser | undefined
  const faults: Faults = {thrown: [], policy: [], foreign: []}
  beforeAll(async () => {
    browser = await launchFirefox(scheme)
  })
  afterAll(() => browser?.close())
  return {
    faults,
    get origin() {
      return site.origin
    },
    async open(path, width) {
      const context = await started(browser).createBrowserContext()
      const page = await context.newPage()
      page.setDefaultTimeout(patience)
      listen(page, this.origin, faults)
      await page.setViewport({width, height: 900})
      await this.go(page, path)
      return page
    },
    async go(page, path) {
      // What a page still asks for when it is left would be told as an error of its script.
      await page.waitForNetworkIdle({idleTime: 200})
      await page.goto(this.origin + path, {waitUntil: 'load'})
    },
  }
}

/** Notes the faults of a tab. Firefox tells a breach of the policy as an error of the page. */
function listen(page: Page, origin: string, {thrown, policy, foreign}: Faults): void {
  const note = (text: string) =>
    void (/Content-Security-Policy/.test(text) ? policy : thrown).push(`${page.url()}: ${text}`)
  page.on('pageerror', (error) => note(error instanceof Error ? error.message : String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text())
  })
  page.on('request', (request) => {
    const {protocol, origin: asked} = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin)
      foreign.push(`${page.url()} asks ${request.url()}`)
  })
}

/**
 * Starts Firefox and says which.
 *
 * @throws where there is none, with a sentence that says what to do: a test that cannot run must not pass
 */
async function launchFirefox(scheme: 'light' | 'dark'): Promise<Browser> {
  const named = process.env['FIREFOX_PATH']
  const path = named !== undefined && named !== '' ? named : installed.find((candidate) => existsSync(candidate))
  if (path === undefined) {
    throw new Error(
      'These tests need Firefox. Install firefox-esr or firefox, or set FIREFOX_PATH to the Firefox of this machine, and run them again.',
    )
  }
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    timeout: patience,
    extraPrefsFirefox: {'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1},
  })
  process.stdout.write(
    `Browser: ${path === named ? 'FIREFOX_PATH' : 'installed'} (${path}), ${await browser.version()}\n`,
  )
  return browser
}
