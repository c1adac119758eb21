/** Typing into the built site in a browser: from each key to the results that answer it, drawn. */

import {cpSync, existsSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {loadavg} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {launch} from '../browser.ts'
import {root} from '../console.ts'
import {serve} from '../server.ts'
import {host} from './build/host.ts'
import type {Sent} from './build/host.ts'
import {median, quantile} from './measure.ts'

/** Names, half names, Korean, phrases, questions, slips; what is typed on the way to them is asked, too. */
const typed = [
  'NCG',
  'extended deterrence',
  '확장억제의',
  'swift, overwhelming, and decisive',
  'what changed between the 2023 EDSCG and the 2024 2+2',
  'nuclear consultativ gruop',
  'sanctions evasion crypto',
  '"end of the Kim regime"',
  'zzzzqqqq',
]

/** What the page of the search notes while it is typed into. */
interface Noted {
  /** When the last key was pressed, and when the first frame was drawn that answers it. */
  pressed: number
  drawn: number | undefined
}

/** Types the queries above into the built site. */
export async function printKeys(): Promise<void> {
  if (!existsSync(dist)) throw new Error('There is no built site to type into. Run npm run build first.')
  await printTyping(dist, typed)
}

/** How many times as slow as this machine Lighthouse takes a phone to be. */
const phoneSlowness = 4

/**
 * Types queries into the box of the built site over another index, in a browser whose processor is four times as slow,
 * as Lighthouse takes it of a phone.
 *
 * @param folder with `pagefind/` and `data/`; what else the box needs is put there
 */
export async function printPhone(folder: string, queries: readonly string[]): Promise<void> {
  if (!existsSync(dist)) {
    process.stdout.write('  no built site, and so no box to type into: npm run build makes one\n')
    return
  }
  for (const name of ['_astro', 'search']) cpSync(join(dist, name), join(folder, name), {recursive: true})
  await printTyping(folder, queries, phoneSlowness)
}

/** How often what a phone waits for is measured, each time by somebody who has seen nothing of the site. */
const visits = 3

/** Milliseconds after which nothing more comes, and for which a reader looks at an answer. */
const settling = 1500

/**
 * Prints what the first queries of a reader cost who opens the box on a page: the files of the first of all, and how
 * long each waits for a result with Lighthouse’s phone and its network. What was fetched is kept.
 *
 * @param folder as `printPhone` has left it
 */
export async function printFirstAnswers(folder: string, queries: readonly string[]): Promise<void> {
  if (!existsSync(dist)) return
  for (const name of ['404.html', 'view.js']) cpSync(join(dist, name), join(folder, name))
  const [server, browser] = [await host(folder), await launch()]
  const rounds: number[][] = []
  try {
    // The first visit leaves everything compressed for the others.
    for (let visit = 0; visit <= visits; visit++) {
      const page = await (await browser.newContext()).newPage()
      await page.goto(`${server.origin}/404.html`, {waitUntil: 'networkidle'})
      server.sent.length = 0
      server.isSlow = visit > 0
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', {rate: visit > 0 ? phoneSlowness : 1})
      const times: number[] = []
      for (const words of queries) {
        times.push(await untilAnswered(page, words, times.length === 0))
        if (visit === 0 && times.length === 1) printSent(server.sent)
      }
      if (visit > 0) rounds.push(times)
      server.isSlow = false
      await page.context().close()
    }
  } finally {
    await browser.close()
    server.close()
  }
  for (const [index, words] of queries.entries()) {
    const middle = median(rounds.map((times) => times[index] ?? 0))
    const since = index === 0 ? 'from opening the box' : 'from the last key'
    process.stdout.write(`  ${middle.toFixed(0).padStart(5)} ms ${since} to a result  ${words}\n`)
  }
  process.stdout.write(`The load of the machine is ${loadavg()[0]?.toFixed(1)}.\n`)
}

/** Milliseconds until a result stands in the dialog, from when the words are put in, or from when it is opened for them. */
async function untilAnswered(page: Page, words: string, opens: boolean): Promise<number> {
  const input = page.locator('dialog.search input')
  if (!opens) await input.fill('')
  if (!opens) await page.waitForTimeout(settling)
  const start = performance.now()
  if (opens) await page.locator('[data-open-search]').first().click()
  await input.fill(words)
  await page.locator('dialog.search .page-hit').first().waitFor()
  const time = performance.now() - start
  await page.waitForTimeout(settling)
  return time
}

function printSent(sent: readonly Sent[]): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`
  const total = sent.reduce((sum, {bytes}) => sum + bytes, 0)
  process.stdout.write(`  the first query in the box fetches ${sent.length} files:\n`)
  for (const {path, bytes} of sent) process.stdout.write(`  ${kilobytes(bytes)}  ${path}\n`)
  process.stdout.write(`  ${kilobytes(total)}  in all\n`)
}

const dist = join(root, 'dist')

/**
 * Prints the median and the 95th percentile of the milliseconds from a key to the first frame with its answer: for
 * each letter typed by somebody who looks at every answer, and for the last one of somebody who types on.
 *
 * @param slowness how many times the browser’s processor is slowed down
 */
async function printTyping(site: string, queries: readonly string[], slowness = 1): Promise<void> {
  const server = await serve(site, 0)
  const browser = await launch()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', {rate: slowness})
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/search/`)
    await page.locator('.facets select').first().waitFor()
    await page.evaluate(noteKeys)
    for (const round of ['the first time', 'again']) {
      const slow: number[] = []
      for (const words of queries) {
        const times = await typeSlowly(page, words)
        process.stdout.write(`  ${summary(times)}  ${words}\n`)
        slow.push(...times)
      }
      process.stdout.write(`each of ${slow.length} letters, ${round}: ${summary(slow)}\n`)
    }
    const last: number[] = []
    for (const words of queries) last.push(await typeFluently(page, words))
    process.stdout.write(`the last of letters typed at ${pace} ms each: ${summary(last)}\n`)
    process.stdout.write(`The load of the machine is ${loadavg()[0]?.toFixed(1)}.\n`)
  } finally {
    await browser.close()
    server.close()
  }
}

/** Milliseconds between the letters of somebody who types well. */
const pace = 120

function summary(times: readonly number[]): string {
  return `median ${median(times).toFixed(0).padStart(4)} ms, 95th percentile ${quantile(times, 0.95).toFixed(0).padStart(4)} ms`
}

async function typeSlowly(page: Page, words: string): Promise<number[]> {
  await empty(page)
  const times: number[] = []
  for (const letter of words) times.push(await typeLetter(page, letter))
  return times
}

async function typeFluently(page: Page, words: string): Promise<number> {
  await empty(page)
  const letters = Array.from(words)
  await page.keyboard.type(letters.slice(0, -1).join(''), {delay: pace})
  return await typeLetter(page, letters.at(-1) ?? '')
}

async function empty(page: Page): Promise<void> {
  await page.locator('[data-search-page] input').fill('')
  await page.waitForTimeout(300)
}

async function typeLetter(page: Page, letter: string): Promise<number> {
  await page.keyboard.type(letter)
  await page.waitForFunction(() => (globalThis as unknown as {noted: Noted}).noted.drawn !== undefined)
  return await page.evaluate(() => {
    const {pressed, drawn = 0} = (globalThis as unknown as {noted: Noted}).noted
    return drawn - pressed
  })
}

/** Runs in the page: notes each key, and the first frame after the answer stands in the box. */
function noteKeys(): void {
  const noted: Noted = {pressed: 0, drawn: undefined}
  Object.assign(globalThis, {noted})
  const press = (event: Event) => {
    noted.pressed = event.timeStamp
    noted.drawn = undefined
  }
  const input = document.querySelector('[data-search-page] input')
  input?.addEventListener('keydown', press, {capture: true})
  // A syllable comes without a key.
  input?.addEventListener('beforeinput', (event) => noted.drawn !== undefined && press(event), {capture: true})
  const status = document.querySelector('.search-status')
  const observer = new MutationObserver(() => {
    const of = noted.pressed
    if (status?.textContent === 'Searching …') return
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (noted.pressed === of) noted.drawn ??= performance.now()
      }),
    )
  })
  if (status !== null) observer.observe(status, {childList: true})
}
