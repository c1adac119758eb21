import {readFileSync} from 'node:fs'
import type {BrowserContextOptions, Page, Request} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {check as checkFiles} from '../../src/check/check.ts'
import type {Message} from '../../src/corpus/message.ts'
import {samples} from '../../src/playground/samples.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from './site.ts'
import {narrow, overflowOf, violationsOf, visit, wide} from './visit.ts'

const site = visit()
const open = (options: BrowserContextOptions = wide) => site.open('/guide/playground/', options)

const [sample] = samples
const field = (page: Page) => page.locator('#playground-text')
const messages = (page: Page) => page.locator('[data-messages] > li')
const summary = (page: Page) => page.locator('[data-summary]')
const press = (page: Page, name: string) => page.getByRole('button', {name, exact: true}).click()

/** Waits for what the check says of the text that stands in the field now. */
async function checked(page: Page): Promise<string> {
  await press(page, 'Check')
  await page.waitForFunction(() => {
    const text = document.querySelector('[data-summary]')?.textContent ?? ''
    return /^(No message|\d+ (error|warning|suggestion))/.test(text)
  })
  return (await summary(page).textContent()) ?? ''
}

/** Puts a text into the field and waits until it has been checked. */
async function write(page: Page, text: string, path?: string): Promise<string> {
  if (path !== undefined) await page.locator('[data-path]').fill(path)
  await field(page).fill(text)
  return checked(page)
}

/** What `npm run check` would say of the edition with this file in it. */
function saidInNode(path: string, text: string): Message[] {
  const files = readContent(root).filter((file) => file.path !== path)
  const {messages: all} = checkFiles([...files, {path, bytes: new TextEncoder().encode(text)}])
  return all.filter(({place}) => place.path === path)
}

/** The list as a person reads it. */
function listed(page: Page): Promise<string[]> {
  return messages(page).evaluateAll((items) => items.map((item) => (item as HTMLElement).innerText.replaceAll(/\s+/g, ' ')))
}

function asListed({place, severity, rule, reason, note, fix}: Message): string {
  const words = [`Line ${place.line}, column ${place.column}`, severity, '·', rule, reason, note, fix && `Mend: ${fix.title}`]
  return words.filter((word) => word !== undefined).join(' ').replaceAll('`', '')
}

describe('the sample', () => {
  it('has two slips, of which the page says what the check says', async () => {
    const page = await open()
    expect(await field(page).inputValue()).toBe(sample.text)
    expect(await checked(page)).toBe('2 errors.')
    expect(await listed(page)).toEqual(saidInNode(sample.path, sample.text).map(asListed))
    await page.context().close()
  })
})
