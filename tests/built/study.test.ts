import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {cardsOf} from '../../src/analysis/cards.ts'
import {readProgress} from '../../src/components/scripts/study/progress.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readContent} from '../../src/site/content.ts'
import {attribute, dist, isWithin, readPage, root, seen} from './site.ts'
import {troublesOf, visit, wide, widths} from './visit.ts'

const {corpus} = readCorpus(readContent(root))
const cards = cardsOf(corpus)
const figures = cards.length.toLocaleString('en-US')
const key = 'linchpin:study'

const site = visit()
/** Opens a page on a device of its own; `before` runs before any script of the page. */
async function open(path: string, options: BrowserContextOptions = wide, before?: () => void): Promise<Page> {
  const page = await site.open(path, options, async (opened) => {
    if (before !== undefined) await opened.addInitScript(before)
  })
  if (options.javaScriptEnabled !== false) await expect.poll(() => status(page)).not.toMatch(/^(Loading|$)/)
  return page
}

const status = (page: Page) => page.locator('[data-study-status]').textContent()
const report = (page: Page) => page.locator('[data-progress-status]').textContent()
const front = (page: Page) => page.locator('[data-front]').textContent()
const answer = (page: Page) => page.locator('[data-back]')
const show = (page: Page) => page.getByRole('button', {name: 'Show the answer'})
const stored = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key)
const readFile = (page: Page, name: string, text: string) =>
  page.locator('[data-import]').setInputFiles({name, mimeType: 'application/json', buffer: Buffer.from(text)})

/** What the device keeps, by id. */
async function kept(page: Page) {
  const reading = readProgress((await stored(page)) ?? '')
  if ('problem' in reading) throw new Error(reading.problem)
  return reading.progress
}

/** A file with one card. */
function fileOf(id: string, due: string, lastReview: string): string {
  const memory = {
    due,
    lastReview,
    stability: 3,
    difficulty: 5,
    scheduledDays: 3,
    learningSteps: 0,
    reps: 2,
    lapses: 0,
    state: 2,
  }
  return JSON.stringify({format: 'linchpin-progress', version: 1, cards: {[id]: memory}})
}

describe('studying', () => {
  it('says on the first visit that nothing was studied, and asks', async () => {
    const page = await open('/study/')
    expect(await status(page)).toBe(
      `No card has been studied on this device yet. 20 cards in this session: 0 due, ${figures} of ${figures} never asked.`,
    )
    expect(await front(page)).toBe(cards[0]?.front)
    expect(await answer(page).isVisible()).toBe(false)
    await page.context().close()
  })

  it('goes by keyboard alone: Space shows, numbers answer, and what was learned stays after a reload', async () => {
    const page = await open('/study/?deck=cloze&statement=2p2-2024')
    const [first, second] = cards.filter(({deck, statements}) => deck === 'cloze' && statements[0] === '2p2-2024')
    await page.keyboard.press('Space')
    expect(await answer(page).textContent()).toBe(first?.back)
    expect(await page.getByRole('link', {name: first?.place ?? ''}).getAttribute('href')).toBe(first?.url)
    await page.keyboard.press('4')
    expect(await front(page)).toBe(second?.front)
    expect(await answer(page).isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    expect(await answer(page).textContent()).toBe(second?.back)
    // Enter on the button that has the focus: good.
    await page.keyboard.press('Enter')
    const progress = await kept(page)
    expect([...progress.keys()].toSorted()).toEqual([first?.id ?? '', second?.id ?? ''].toSorted())
    expect(Date.parse(progress.get(first?.id ?? '')?.due ?? '')).toBeGreaterThan(
      Date.parse(progress.get(second?.id ?? '')?.due ?? ''),
    )
    const good = progress.get(second?.id ?? '')
    expect(Date.parse(good?.due ?? '') - Date.parse(good?.lastReview ?? '')).toBe(600_000)
    await page.reload()
    await expect.poll(() => status(page)).toMatch(/^20 cards in this session: 0 due, \d+ of \d+ never asked\.$/)
    await page.context().close()
  })

  it('asks again in the same session what was not known, and by touch', async () => {
    const page = await open('/study/?deck=pair&forum=msmt', {viewport: {width: 390, height: 800}, hasTouch: true})
    const asked = cards.filter(({deck, forums}) => deck === 'pair' && forums.some((id) => id === 'msmt'))
    expect(asked.length).toBeGreaterThan(0)
    await page.locator('[data-front]').tap()
    await page.getByRole('button', {name: 'Again'}).tap()
    for (const _ of asked.slice(1)) {
      await show(page).tap()
      await page.getByRole('button', {name: 'Easy'}).tap()
    }
    expect(await front(page)).toBe(asked[0]?.front)
    await show(page).tap()
    await page.getByRole('button', {name: 'Easy'}).tap()
    expect(await status(page)).toMatch(
      /^Nothing is due\. The next card is due in \d+ \w+\. You have seen every card of this choice\.$/,
    )
    expect(await show(page).isVisible()).toBe(false)
    await page.context().close()
  })

  it.each(['button', 'key'])('takes the last answer back by %s, says so, and asks the card again', async (by) => {
    const page = await open('/study/?deck=pair&forum=msmt')
    const takeBack = page.getByRole('button', {name: 'Take back the last answer'})
    const undo = () => (by === 'key' ? page.keyboard.press('Control+z') : takeBack.click())
    expect(await takeBack.isVisible()).toBe(false)
    await page.keyboard.press('Control+z')
    const asked = cards.filter(({deck, forums}) => deck === 'pair' && forums.some((id) => id === 'msmt'))
    expect(asked.length).toBeGreaterThan(1)
    for (const _ of asked) {
      await page.keyboard.press('Space')
      await page.keyboard.press('4')
    }
    // Also where the session has ended, and one answer after the other.
    expect(await status(page)).toMatch(/^Nothing is due/)
    for (const [index, card] of [...asked.entries()].toReversed()) {
      await undo()
      expect(await status(page)).toMatch(/^Your last answer was taken back\. .* in this session/)
      expect(await front(page)).toBe(card.front)
      expect(await answer(page).isVisible()).toBe(false)
      expect(await show(page).evaluate((button) => button === document.activeElement)).toBe(true)
      expect((await kept(page)).size).toBe(index)
    }
    expect(await takeBack.isVisible()).toBe(false)
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    expect([...(await kept(page)).keys()]).toEqual([asked[0]?.id])
    expect(await status(page)).not.toContain('taken back')
    await page.context().close()
  })

  it('takes an answer to a known card back to what was known', async () => {
    const page = await open('/study/')
    await readFile(page, 'old.json', fileOf('pair:edscg+ncg', '2026-01-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z'))
    await expect.poll(() => status(page)).toContain('1 due')
    const before = await stored(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('1')
    expect(await stored(page)).not.toBe(before)
    await page.keyboard.press('Control+z')
    expect(await stored(page)).toBe(before)
    await page.context().close()
  })

  it('writes Korean in Korean', async () => {
    const page = await open('/study/?deck=korean')
    await page.keyboard.press('Space')
    expect(await answer(page).getAttribute('lang')).toBe('ko')
    expect(await answer(page).textContent()).toMatch(/^\p{Script=Hangul}/u)
    expect(await page.locator('[data-front]').getAttribute('lang')).toBe('en')
    await page.context().close()
  })

  it('says so where no card fits, where an address asks for what is not there, and where the cards cannot be had', async () => {
    const page = await open('/study/?deck=cloze&kind=body')
    expect(await status(page)).toMatch(/No card fits this choice\.$/)
    await page.goto(`${site.origin}/study/?deck=${encodeURIComponent('<img src=x>')}`)
    await expect.poll(() => status(page)).toContain(`of ${figures} never asked`)
    await page.route('**/data/cards.json', (route) => route.fulfill({status: 404, body: '{"cards": []}'}))
    await page.goto(`${site.origin}/study/`)
    await expect.poll(() => status(page)).toContain('The cards could not be loaded.')
    await page.context().close()
  })
})

describe('progress', () => {
  it('is saved as a file that another device reads', async () => {
    const page = await open('/study/')
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', {name: 'Save as a file'}).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^linchpin-progress-\d{4}-\d{2}-\d{2}\.json$/)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toBe(await stored(page))
    const other = await open('/study/')
    await readFile(other, 'mine.json', text)
    await expect.poll(() => report(other)).toBe('“mine.json” was read: 1 card.')
    expect(await kept(other)).toEqual(await kept(page))
    await page.context().close()
    await other.context().close()
  })

  it('of a damaged file is refused in a sentence, and the old one stays', async () => {
    const page = await open('/study/')
    await page.keyboard.press('Space')
    await page.keyboard.press('4')
    const before = await stored(page)
    const whole = fileOf('meaning:ncg', '2027-01-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z')
    for (const [text, sentence] of [
      [whole.slice(0, 60), 'This is no file of progress that this edition has saved.'],
      [whole.replace('2027-01-01T00:00:00.000Z', 'soon'), 'the card “meaning:ncg” has no valid due.'],
      ['<script>alert(1)</script>', 'This is no file of progress that this edition has saved.'],
    ] as const) {
      await readFile(page, '<b>x</b>.json', text)
      await expect.poll(() => report(page)).toContain(sentence)
      expect(await report(page)).toContain('“<b>x</b>.json” was not read, and nothing was changed.')
      expect(await stored(page)).toBe(before)
      await readFile(page, 'empty', '')
    }
    await page.context().close()
  })

  it('of cards that this edition does not have is kept, and what is due comes first', async () => {
    const page = await open('/study/')
    await readFile(page, 'old.json', fileOf('meaning:gone', '2026-01-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z'))
    await expect.poll(() => report(page)).toContain('This edition does not have 1 card of them; they are kept.')
    await readFile(page, 'old.json', fileOf('pair:edscg+ncg', '2026-01-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z'))
    await expect.poll(() => status(page)).toContain('1 due')
    expect(await front(page)).toBe(cards.find(({id}) => id === 'pair:edscg+ncg')?.front)
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    expect([...(await kept(page)).keys()]).toEqual(['meaning:gone', 'pair:edscg+ncg'])
    await page.context().close()
  })

  it('of a hostile file is refused in a sentence, and the old progress stays', async () => {
    const page = await open('/study/')
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    const before = await stored(page)
    const sound = before ?? ''
    const hostile: readonly (readonly [string, string | Buffer])[] = [
      ['empty', ''],
      ['no-json', '{"format": "linchpin-progress", '],
      ['binary', Buffer.from(Array.from({length: 4096}, (_, index) => (index * 131) % 256))],
      ['ten-megabytes', sound.replace('{', `{${' '.repeat(10_000_000)}`)],
      ['prototype', '{"__proto__": {"format": "linchpin-progress", "version": 1, "cards": {}}}'],
      ['negative-date', sound.replace(/"due": "[^"]*"/, '"due": "-000001-01-01T00:00:00.000Z"')],
      ['nan', sound.replace(/"stability": [\d.]+/, '"stability": NaN')],
      ['endless', sound.replace(/"stability": [\d.]+/, '"stability": 1e999')],
      ['other-app', '{"format": "anki", "version": 1, "cards": {}}'],
      ['future', sound.replace('"version": 1', '"version": 99')],
    ]
    for (const [name, text] of hostile) {
      expect(text).not.toBe(sound)
      const buffer = typeof text === 'string' ? Buffer.from(text) : text
      await page.locator('[data-import]').setInputFiles({name: `${name}.json`, mimeType: 'application/json', buffer})
      await expect
        .poll(() => report(page))
        .toMatch(new RegExp(`^“${name}\\.json” was not read, and nothing was changed\\. [A-Z].*\\.$`))
      expect(await stored(page), name).toBe(before)
    }
    await page.context().close()
  })

  it('that a wrong clock dated into the future takes the next answer', async () => {
    const page = await open('/study/')
    await readFile(page, 'ahead.json', fileOf('meaning:ncg', '9999-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'))
    await expect.poll(() => report(page)).toContain('was read')
    await expect.poll(() => status(page)).toContain('1 due')
    await page.keyboard.press('Space')
    await page.keyboard.press('4')
    expect((await kept(page)).get('meaning:ncg')?.reps).toBe(3)
    await page.context().close()
  })

  it('that cannot be read is set aside and not lost', async () => {
    const page = await open('/study/', undefined, () => {
      if (localStorage.getItem('linchpin:study:unread') === null) localStorage.setItem('linchpin:study', '{"half')
    })
    expect(await status(page)).toMatch(/^What this device had kept could not be read\. It was set aside/)
    expect(await page.evaluate(() => localStorage.getItem('linchpin:study:unread'))).toBe('{"half')
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    expect((await kept(page)).size).toBe(1)
    await page.context().close()
  })

  it('that cannot be read is set aside beside what was before it, and once', async () => {
    const page = await open('/study/')
    for (const text of ['{"half', '{"another', '{"half']) {
      await page.evaluate((unread) => localStorage.setItem('linchpin:study', unread), text)
      await page.reload()
      await expect.poll(() => status(page)).toMatch(/^What this device had kept could not be read/)
    }
    expect(await page.evaluate(() => ({...localStorage}))).toEqual({
      'linchpin:study:unread': '{"half',
      'linchpin:study:unread:2': '{"another',
    })
    await page.context().close()
  })

  it('of two windows is joined', async () => {
    const page = await open('/study/?deck=meaning')
    const second = await page.context().newPage()
    await second.goto(`${site.origin}/study/?deck=pair`)
    await expect.poll(() => status(second)).toContain('in this session')
    for (const window of [page, second]) {
      await window.keyboard.press('Space')
      await window.keyboard.press('4')
    }
    expect((await kept(page)).size).toBe(2)
    await page.context().close()
  })

  it('lasts until the page is closed where the browser keeps nothing, and says so', async () => {
    const page = await open('/study/', undefined, () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota is exceeded', 'QuotaExceededError')
      }
    })
    expect(await status(page)).toMatch(/^This browser keeps nothing for this page: .* 0 due/)
    await page.keyboard.press('Space')
    await page.keyboard.press('4')
    expect(await status(page)).toMatch(/^This browser keeps nothing for this page/)
    expect(await status(page)).toContain(`${(cards.length - 1).toLocaleString('en-US')} of ${figures} never asked`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', {name: 'Save as a file'}).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain(cards[0]?.id ?? 'no card')
    await page.context().close()
  })
})

describe('what is published to learn from', () => {
  it('is chosen from the statements in the order of the comparisons', () => {
    const options = (url: string, name: string) => {
      const {elements} = readPage(url)
      const list = elements.find((element) => element.tagName === 'select' && attribute(element, 'name') === name)
      return elements.filter((element) => element.tagName === 'option' && isWithin(element, list)).map(seen)
    }
    const offered = options('/study/', 'statement')
    expect(offered.length).toBeGreaterThan(10)
    expect(offered.slice(1)).toEqual(options('/compare/', 'a').filter((label) => offered.slice(1).includes(label)))
    expect(readPage('/study/').html).toContain(`${figures} cards`)
  })

  it('is the cards of the corpus, and decks that a reader without script finds', async () => {
    expect(JSON.parse(readFileSync(join(dist, 'data/cards.json'), 'utf8'))).toEqual({cards})
    const page = await open('/study/', {javaScriptEnabled: false})
    expect(await page.getByText('this browser runs none').isVisible()).toBe(true)
    expect(await show(page).count()).toBe(0)
    const links = await page
      .locator('a[href*="/data/anki/"]')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(links).toContain('/data/anki/forum/ncg.txt')
    expect(links).toContain('/data/anki/kind/body.txt')
    expect(links).toContain('/data/anki/statement/2p2-2024.txt')
    for (const link of links) {
      const text = readFileSync(join(dist, link), 'utf8')
      expect(text.startsWith('#separator:tab\n#html:false\n#guid column:1\n')).toBe(true)
      expect(text.split('\n').length).toBeGreaterThan(6)
    }
    await page.getByRole('link', {name: 'printed'}).click()
    await page.waitForURL('**/glossary/print/')
    expect(await page.locator('.columns dt').count()).toBe(corpus.terms.size)
    await page.context().close()
  })

  it('tells people who read with their ears what was asked and answered', async () => {
    const page = await open('/study/')
    const live = page.locator('[aria-live=polite]')
    expect(await live.textContent()).toContain(cards[0]?.front)
    await page.keyboard.press('Space')
    expect(await live.textContent()).toContain(cards[0]?.back)
    await page.context().close()
  })
})

describe('the pages to learn from', () => {
  it.each(widths)('pass axe-core and need no sideways scrolling at %i pixels, %s', async (width, colorScheme) => {
    const page = await open('/study/', {viewport: {width, height: 900}, colorScheme})
    for (const path of ['/study/', '/study/?deck=pair', '/glossary/print/']) {
      await page.goto(site.origin + path)
      if (path.includes('?')) {
        await show(page).click()
        for (const summary of await page.locator('main summary').all()) await summary.click()
      }
      expect(await troublesOf(page), path).toEqual([])
    }
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('no page to learn from', () => {
  it('breaks the policy, throws or asks another host', () => {
    expect(site.faults).toEqual([])
  })
})
