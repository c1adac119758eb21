import type {Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import type {StatementId} from '../../src/corpus/model.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from './site.ts'
import {troublesOf, visit, wide, widths} from './visit.ts'

const {corpus} = readCorpus(readContent(root))
const [first, second] = ['edscg-4-2023', '2p2-2024']
const built = `/compare/${first}/${second}/`
const query = `?a=${first}&b=${second}`

const site = visit()
const open = site.open.bind(site)

const status = (page: Page) => page.locator('[data-compare-status]')
const drawn = (page: Page) => page.locator('.comparison .row').first().waitFor()

/** The heading of the row that a clause stands in. */
const rowHeading = (page: Page, row: string) => page.locator(`[id="${row}"] h3`).textContent()

function statementOf(id: string) {
  const statement = corpus.statements.get(id as StatementId)
  if (statement === undefined) throw new Error(`There is no statement ${id}`)
  return statement
}

describe('a comparison that is built', () => {
  it('has every clause and every note of both sides', async () => {
    const page = await open(built)
    const [a, b] = [clausesOf(statementOf(first)), clausesOf(statementOf(second))]
    expect(await page.locator('.comparison .text').count()).toBe(a.length + b.length)
    expect(await page.locator('.compare-note').count()).toBe([...a, ...b].flatMap(({notes}) => notes).length)
    const text = await page.locator('[id="5.4"] .b .text').textContent()
    expect(text).toBe(b.find(({n}) => n === '5.4')?.text)
    await page.context().close()
  })

  it('says how much changed before it says what', async () => {
    const page = await open(built)
    expect(await rowHeading(page, '5.3')).toMatch(/4\.3 and 5\.3\s+no change of formula or term/)
    expect(await rowHeading(page, '5.4')).toMatch(/4\.4 and 5\.4\s+2 changes/)
    expect(await rowHeading(page, '7.2')).toContain(
      'moved, from under “Sanctions, the Audacious Initiative, information”',
    )
    expect(await rowHeading(page, '14.1')).toContain('only in 2+2, 2024, as far as is known')
    await page.context().close()
  })

  it('tells the regime line at the top, word by word', async () => {
    const page = await open(built)
    const row = page.locator('.compare-formulas tr', {hasText: 'End of the regime'})
    expect(await row.locator('del').textContent()).toBe('the Kim')
    expect(await row.locator('ins').textContent()).toBe('that')
    expect(await row.locator('.verdict').textContent()).toBe('reworded')
    await row.getByRole('link', {name: '5.4'}).click()
    expect(new URL(page.url()).hash).toBe('#5.4')
    await page.context().close()
  })

  it('leads from a note’s number to the note in the reader', async () => {
    const page = await open(built, {...wide, javaScriptEnabled: false})
    await page.locator('[id="5.3"] .b .noteref').first().click()
    await page.waitForURL(`**/statements/${second}/#5.3-n1`)
    await page.context().close()
  })

  it('opens its notes, and hides what is the same, without script', async () => {
    const page = await open(built, {...wide, javaScriptEnabled: false})
    const row = page.locator('[id="5.3"]')
    expect(await row.locator('.compare-note').first().isVisible()).toBe(false)
    await row.locator('.b summary').click()
    expect(await row.locator('.b .compare-note').first().isVisible()).toBe(true)
    await page.getByLabel('Show differences only').check()
    expect(await row.isVisible()).toBe(false)
    expect(await page.locator('[id="5.4"]').isVisible()).toBe(true)
    await page.context().close()
  })

  it('has its notes open on paper', async () => {
    const page = await open(built)
    const notes = await page.locator('.compare-note').all()
    const countShown = async () =>
      (await Promise.all(notes.map(async (note) => note.isVisible()))).filter(Boolean).length
    expect(await countShown()).toBe(0)
    await page.emulateMedia({media: 'print'})
    expect(await countShown()).toBe(notes.length)
    await page.context().close()
  })

  it('of records tells their formulas, and what an absence rests on', async () => {
    const page = await open('/compare/ncg-4/ncg-5/')
    const row = page.locator('.compare-formulas tr', {hasText: 'End of the regime'})
    expect(await row.textContent()).toMatch(/that regime.*absent, on record Found in S\w+.*only in NCG 4, 2025/s)
    const doubted = page.locator('.compare-formulas tr', {hasText: 'called absent'})
    expect(await doubted.textContent()).toMatch(/called absent Unsure;.*only in NCG 4, 2025, unsure/s)
    await page.goto(`${site.origin}/compare/scm-51/scm-52/`)
    expect(await page.locator('.by-clause').textContent()).toContain('do not stand in this edition')
    await page.context().close()
  })

  it('is linked from the later statement', async () => {
    const page = await open(`/statements/${second}/`)
    await page.getByRole('link', {name: 'Compare with the one before'}).click()
    await page.waitForURL(`**/compare/*/${second}/`)
    await page.context().close()
  })
})

describe('a comparison of any two', () => {
  const content = (page: Page) => page.locator('.comparison').innerHTML()

  it('is the same as the one that is built', async () => {
    const [ready, any] = [await open(built), await open(`/compare/${query}`)]
    await drawn(any)
    expect(await content(any)).toBe(await content(ready))
    expect(await any.title()).toBe(await ready.title())
    await ready.context().close()
    await any.context().close()
  })

  it('opens at the clause in its address', async () => {
    const page = await open(`/compare/${query}#5.4`)
    await drawn(page)
    const top = () => page.locator('[id="5.4"]').evaluate((row) => row.getBoundingClientRect().top)
    await expect.poll(top).toBeLessThan(400)
    expect(await top()).toBeGreaterThanOrEqual(0)
    expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('5.4')
    await page.context().close()
  })

  it('puts the choice into the address and says what was compared', async () => {
    const page = await open('/compare/')
    expect(await page.locator('[data-compare-ready]').isVisible()).toBe(true)
    await page.locator('select[name="a"]').selectOption(second)
    await page.locator('select[name="b"]').selectOption(first)
    await drawn(page)
    expect(new URL(page.url()).search).toBe(`?a=${second}&b=${first}`)
    expect(await status(page).textContent()).toBe('2+2, 2024 and EDSCG, 2023 stand below.')
    expect(await rowHeading(page, '4.4')).toMatch(/5\.4 and 4\.4/)
    await page.context().close()
  })

  it.each([
    ['the same statement twice', `?a=${second}&b=${second}`, 'These are the same statement.'],
    ['a statement that does not exist', `?a=${first}&b=2p2-1999`, 'This edition has no statement “2p2-1999”.'],
    ['two that do not exist', '?a=x&b=y', 'This edition has no statement “x” and none “y”.'],
    [
      'an address that tries to be more',
      `?a=${encodeURIComponent('<img src=x onerror=alert(1)>')}&b=${encodeURIComponent('../../statements/2p2-2024')}`,
      'This edition has no statement “<img src=x onerror=alert(1)>” and none “../../statements/2p2-2024”.',
    ],
  ])('answers %s in a sentence and offers the choice again', async (_what, search, sentence) => {
    const page = await open(`/compare/${search}`)
    await expect.poll(() => status(page).textContent()).toContain(sentence)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.locator('[data-compare-ready]').isVisible()).toBe(true)
    expect(await page.locator('.comparison .row').count()).toBe(0)
    await page.locator('select[name="a"]').selectOption(first)
    await page.locator('select[name="b"]').selectOption(second)
    await drawn(page)
    await page.context().close()
  })

  it.each([
    ['is not there', {status: 404, body: '<h1>Not found</h1>'}],
    ['is no data', {status: 200, body: '<h1>Sign in</h1>'}],
    ['cannot be reached', undefined],
  ])('says that it could not be loaded where the data %s', async (_what, answer) => {
    const page = await open('/compare/')
    await page.route('**/data/compare/*.json', (route) =>
      answer === undefined ? route.abort() : route.fulfill(answer),
    )
    await page.goto(`${site.origin}/compare/${query}`)
    await expect.poll(() => status(page).textContent()).toContain('could not be loaded')
    expect(await page.locator('[data-compare-ready]').isVisible()).toBe(true)
    await page.context().close()
  })

  it('offers the built comparisons where there is no script', async () => {
    const page = await open('/compare/', {...wide, javaScriptEnabled: false})
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(await page.getByText('needs the scripts of this page').isVisible()).toBe(true)
    await page.locator(`a[href="${built}"]`).click()
    await page.waitForURL(`**${built}`)
    await page.context().close()
  })
})

describe('both', () => {
  it.each(widths)('pass axe-core and need no sideways scrolling at %i pixels, %s', async (width, colorScheme) => {
    const page = await open('/compare/', {viewport: {width, height: 900}, colorScheme})
    for (const path of ['/compare/', built, '/compare/ncg-4/ncg-5/', `/compare/${query}`]) {
      await page.goto(site.origin + path)
      if (path.includes('?')) await drawn(page)
      for (const summary of (await page.locator('summary').all()).slice(0, 3)) await summary.click()
      expect(await troublesOf(page), path).toEqual([])
    }
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('no comparison', () => {
  it('breaks the policy, throws, opens a dialog or asks another host', () => {
    expect(site.faults).toEqual([])
  })
})
