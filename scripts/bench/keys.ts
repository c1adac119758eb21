/** Typing into the built site in a browser: from each key to the results that answer it, drawn. */

import {cpSync, existsSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {loadavg} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {launch} from '../browser.ts'
import {root} from '../console.ts'
import {serve} from '../server.ts'
import {quantile} from './measure.ts'

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
  await printTyping(folder, queries, 4)
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
  const [median, most] = [quantile(times, 0.5), quantile(times, 0.95)]
  return `median ${median.toFixed(0).padStart(4)} ms, 95th percentile ${most.toFixed(0).padStart(4)} ms`
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
