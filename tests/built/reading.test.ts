import type {Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {kinds} from './kinds.ts'
import {narrow, overflowOf, troublesOf, violationsOf, visit, wide} from './visit.ts'

const site = visit()
const open = site.open.bind(site)

const statement = '/statements/2p2-2024/'
const note = '[id="5.3-n1"]'

describe('a note', () => {
  it('stands in the margin where there is room', async () => {
    const page = await open(statement)
    const [text, aside] = [await page.locator('[id="5.3"] .text').boundingBox(), await page.locator(note).boundingBox()]
    expect(aside?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    await page.context().close()
  })

  it('opens and closes under its clause where there is none', async () => {
    const page = await open(statement, narrow)
    expect(await page.locator(note).isVisible()).toBe(false)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(false)
    await page.context().close()
  })

  it('opens without script, one by one or all at once', async () => {
    const page = await open(statement, {...narrow, javaScriptEnabled: false})
    await page.locator('[id="ref-5.3-n1"]').click()
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.locator('[data-view-link="all"]').click()
    const notes = page.locator('.note')
    expect(await notes.count()).toBeGreaterThan(45)
    for (const visible of await Promise.all((await notes.all()).map((one) => one.isVisible())))
      expect(visible).toBe(true)
    await page.context().close()
  })

  it('can be reached at its own address', async () => {
    const page = await open(`${statement}#5.3-n1`, narrow)
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('a term', () => {
  const term = (page: Page) => page.locator('[id="5.3"] a.term').first()

  it('opens its card on a click, and Escape gives the focus back', async () => {
    const page = await open(statement)
    await term(page).click()
    const card = page.locator('.card')
    await card.waitFor()
    expect(await card.textContent()).toContain('North Korea')
    await page.keyboard.press('Escape')
    await card.waitFor({state: 'detached'})
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('term')
    await page.context().close()
  })

  it('opens its card from the keyboard', async () => {
    const page = await open(statement)
    await term(page).focus()
    await page.keyboard.press('Enter')
    await page.locator('.card').waitFor()
    expect(await page.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true)
    await page.context().close()
  })

  it('leads to its entry without script', async () => {
    const page = await open(statement, {...wide, javaScriptEnabled: false})
    await term(page).click()
    await page.waitForURL('**/glossary/dprk/')
    expect(await page.locator('h1').textContent()).toContain('Democratic People’s Republic of Korea')
    await page.context().close()
  })
})

describe('what is shown', () => {
  const shown = async (page: Page) => ({
    note: await page.locator(note).isVisible(),
    mark: await page.locator('[id="ref-5.3-n1"]').isVisible(),
  })

  it('can be the text alone, and the choice is in the address and remembered', async () => {
    const page = await open(statement)
    await page.locator('[data-view-link="text"]').click()
    expect(await shown(page)).toEqual({note: false, mark: false})
    expect(new URL(page.url()).searchParams.get('view')).toBe('text')
    await page.goto(`${site.origin}/statements/edscg-4-2023/`)
    expect(await page.locator('.noteref').first().isVisible()).toBe(false)
    await page.goto(`${site.origin}${statement}?view=notes`)
    expect(await shown(page)).toEqual({note: true, mark: true})
    await page.context().close()
  })

  it('can be everything, every note in full', async () => {
    const page = await open(`${statement}?view=all`)
    const cut = await page
      .locator('.note')
      .evaluateAll((notes) =>
        notes
          .filter((one) => one.scrollHeight > one.clientHeight + 10)
          .map(({id, scrollHeight, clientHeight}) => [id, scrollHeight, clientHeight]),
      )
    expect(cut).toEqual([])
    await page.context().close()
  })

  it('can be chosen without script', async () => {
    const page = await open(statement, {...wide, javaScriptEnabled: false})
    await page.locator('[data-view-link="text"]').click()
    expect(await shown(page)).toEqual({note: false, mark: false})
    await page.locator('[data-view-link="notes"]').click()
    expect(await shown(page)).toEqual({note: true, mark: true})
    await page.context().close()
  })

  it('still works where storage is blocked', async () => {
    const page = await open(statement)
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new Error('blocked')
        },
      }),
    )
    await page.reload()
    await page.locator('[data-view-link="text"]').click()
    expect(await shown(page)).toEqual({note: false, mark: false})
    await page.context().close()
  })
})

describe('the list of statements', () => {
  it('says that nothing fits what was chosen, and shows everything again', async () => {
    const page = await open('/statements/')
    const rows = page.locator('tbody tr:visible')
    const all = await rows.count()
    await page.locator('select[name=forum]').selectOption('EDSCG')
    expect(await rows.count()).toBeGreaterThan(0)
    await page.locator('select[name=year]').selectOption('2010')
    expect(await page.getByText('No statement fits all of these.').isVisible()).toBe(true)
    expect(await page.getByRole('table').isVisible()).toBe(false)
    await page.getByRole('button', {name: 'Show all'}).click()
    expect(await rows.count()).toBe(all)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('forum')
    expect(new URL(page.url()).search).toBe('')
    await page.context().close()
  })
})

describe('from the keyboard', () => {
  it('steps from note to note and opens each', async () => {
    const page = await open(statement, narrow)
    await page.keyboard.press('n')
    expect(await page.locator('.note.open').getAttribute('id')).toBe('2.1-n1')
    await page.keyboard.press('n')
    expect(await page.locator('.note.open').getAttribute('id')).toBe('2.1-n2')
    await page.keyboard.press('p')
    expect(await page.locator('.note.open').getAttribute('id')).toBe('2.1-n1')
    await page.context().close()
  })

  it('steps through one kind of notes only, where one is chosen', async () => {
    const page = await open(statement, narrow)
    const laws = await page.locator('.note:has(.kind:text-is("law"))').count()
    await page.locator('[data-note-kind]').selectOption('law')
    expect(
      await page
        .locator('.noteref:visible')
        .evaluateAll((marks) =>
          marks.map(
            (mark) =>
              document.getElementById(mark.getAttribute('href')?.slice(1) ?? '')?.querySelector('.kind')?.textContent,
          ),
        ),
    ).toEqual(Array.from({length: laws}, () => 'law'))
    await page.locator('[data-note-step="1"]').click()
    expect(await page.locator('.note.open .kind').textContent()).toBe('law')
    await page.context().close()
  })

  it('reaches every control in the order of the page, with a visible focus', async () => {
    const page = await open(statement)
    const stops: string[] = []
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      stops.push(
        await page.evaluate(() => {
          const active = document.activeElement
          const outlined = active !== null && getComputedStyle(active).outlineStyle !== 'none'
          return `${outlined ? '' : 'unseen '}${active?.textContent.trim() ?? ''}`
        }),
      )
    }
    expect(stops[0]).toContain('Skip to the text')
    expect(stops.filter((stop) => stop.startsWith('unseen'))).toEqual([])
    expect(stops.findIndex((stop) => stop === 'Statements')).toBeLessThan(
      stops.findIndex((stop) => stop === 'Everything'),
    )
    await page.context().close()
  })
})

describe('a note under a resting mouse', () => {
  it('shows in a card that stays while the pointer is on it, and goes with Escape', async () => {
    const page = await open(statement, {viewport: {width: 900, height: 900}})
    await page.locator('[id="ref-5.3-n1"]').scrollIntoViewIfNeeded()
    await page.locator('[id="ref-5.3-n1"]').hover()
    const card = page.locator('.card')
    await card.waitFor()
    await card.hover()
    // Longer than the pause after which it would close.
    await page.waitForTimeout(600)
    expect(await card.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await card.waitFor({state: 'detached'})
    await page.context().close()
  })
})

describe('before the reader moves', () => {
  it.each([wide, narrow])('nothing is loaded that is not shown, and nothing shifts', async (options) => {
    const context = await site.browser.newContext(options)
    const page = await context.newPage()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(globalThis, {shifts})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as {value: number}).value)
      }).observe({type: 'layout-shift', buffered: true})
    })
    await page.goto(site.origin + statement, {waitUntil: 'networkidle'})
    const fonts = loaded
      .filter((path) => path.endsWith('.woff2'))
      .map((path) => path.replace(/^\/_astro\/([\w-]+?)\..*$/, '$1'))
    expect(fonts.filter((font) => !['serif', 'serif-italic', 'serif-semibold', 'sans'].includes(font))).toEqual([])
    expect(loaded.filter((path) => path.includes('pagefind'))).toEqual([])
    const shift = await page.evaluate(() =>
      (globalThis as unknown as {shifts: number[]}).shifts.reduce((sum, value) => sum + value, 0),
    )
    expect(shift).toBeLessThan(0.01)
    await context.close()
  })
})

describe('by touch', () => {
  const touch = {...narrow, hasTouch: true, isMobile: true}

  it('has controls in forms that a finger meets, and is told of no key', async () => {
    for (const path of ['/', '/statements/', '/glossary/', '/compare/', '/collate/', '/study/', '/guide/playground/']) {
      const page = await open(path, touch)
      const heights = await page
        .locator(':is(form :is(button, select), input[type="file"]):visible')
        .evaluateAll((controls) => controls.map((control) => control.getBoundingClientRect().height))
      expect(heights.length, path).toBeGreaterThan(0)
      expect(Math.min(...heights), path).toBeGreaterThanOrEqual(44)
      expect(await page.locator('.find kbd').isVisible(), path).toBe(false)
      await page.context().close()
    }
  })

  it.each([
    [statement, '.bar :is(summary, a, select, button):visible'],
    [`${statement}cite/`, 'summary:visible'],
    ['/glossary/ncg/', 'summary:visible'],
    ['/compare/edscg-4-2023/2p2-2024/', 'summary:visible'],
    ['/study/', 'summary:visible'],
  ])('%s has a bar and lines to open that a finger meets', async (path, controls) => {
    const page = await open(path, touch)
    const heights = await page
      .locator(controls)
      .evaluateAll((all) => all.map((control) => control.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(0)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    await page.context().close()
  })

  it('leaves four fifths of a window to the text of a statement', async () => {
    const page = await open(statement, touch)
    const bar = await page.locator('.bar').boundingBox()
    expect(bar?.height).toBeLessThan(narrow.viewport.height / 5)
    await page.context().close()
  })

  it('opens a note and a term card with a tap', async () => {
    const page = await open(statement, touch)
    await page.locator('[id="ref-5.3-n1"]').tap()
    expect(await page.locator(note).isVisible()).toBe(true)
    await page.locator('[id="5.3"] a.term').first().tap()
    await page.locator('.card').waitFor()
    await page.context().close()
  })
})

/** What was copied, as text and as HTML. No page may read the clipboard, so it is pasted, as a person would. */
async function pasted(page: Page): Promise<{readonly text: string; readonly html: string}> {
  await page.goto(`${site.origin}/collate/`)
  const html = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('paste', ({clipboardData}) => resolve(clipboardData?.getData('text/html') ?? ''))
      }),
  )
  const field = page.locator('textarea').first()
  await field.press('ControlOrMeta+v')
  return {text: await field.inputValue(), html: await html}
}

/** Waits until what was loaded because something was selected has run. */
async function quotingLoaded(page: Page): Promise<void> {
  const find = () => performance.getEntriesByType('resource').find(({name}) => /\/quoting\.[^/]*\.js$/.test(name))?.name
  const script = await page.waitForFunction(find)
  // As text: what Vitest makes of an import stands in no page.
  await page.evaluate(`import(${JSON.stringify(await script.jsonValue())}).then(() => undefined)`)
}

/** Runs in a page: selects from the first words in an exact quotation to before the second, or to the end of the text. */
function selectIn(text: Element, {from, to}: {readonly from: string; readonly to: string | undefined}): void {
  const range = document.createRange()
  range.selectNodeContents(text)
  const nodes = document.createTreeWalker(text.querySelector('q') ?? text, NodeFilter.SHOW_TEXT)
  while (nodes.nextNode() !== null) {
    const words = nodes.currentNode.textContent ?? ''
    if (words.includes(from)) range.setStart(nodes.currentNode, words.indexOf(from))
    if (to !== undefined && words.includes(to)) range.setEnd(nodes.currentNode, words.indexOf(to))
  }
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
}

describe('a clause', () => {
  it('is copied with its citation, without the numbers of its notes', async () => {
    const page = await open(statement, {...wide, permissions: ['clipboard-write']})
    await page.locator('[id="5.3"] .n a').click()
    await page.getByRole('button', {name: 'Copy text with citation'}).click()
    await page.getByText('Copied.').waitFor()
    const {text} = await pasted(page)
    expect(text).toContain('“will be met with a swift, overwhelming, and decisive response”.')
    expect(text).toContain('Linchpin')
    expect(text).toContain('/statements/2p2-2024/#5.3')
    await page.context().close()
  })

  it('is copied with the marks of its exact words where it is selected', async () => {
    const page = await open(statement)
    const clause = page.locator('[id="5.3"] .text')
    const before = await clause.innerHTML()
    await clause.evaluate((text) => getSelection()?.selectAllChildren(text))
    await quotingLoaded(page)
    await page.keyboard.press('ControlOrMeta+c')
    await expect.poll(() => clause.innerHTML()).toBe(before)
    const {text, html} = await pasted(page)
    expect(text).toMatch(
      /^Both sides reaffirm [^“”]* “will be met with a swift, overwhelming, and decisive response”\.$/,
    )
    expect(html).toMatch(/“(?:<[^>]*>)*will be met.*response(?:<[^>]*>)*”/)
    expect(html).toContain('quotes: none')
    await page.context().close()
  })

  it.each([
    ['“swift, overwhelming, and decisive response”.', 'swift', undefined],
    ['swift, overwhelming', 'swift', ', and'],
  ])('is copied as %s where so much is selected', async (expected, from, to) => {
    const page = await open(statement)
    await page.locator('[id="5.3"] .text').evaluate(selectIn, {from, to})
    await quotingLoaded(page)
    await page.keyboard.press('ControlOrMeta+c')
    expect((await pasted(page)).text).toBe(expected)
    await page.context().close()
  })

  it('says so where its citation cannot be had to be copied', async () => {
    const page = await open(statement)
    await page.locator('[id="5.3"] .n a').click()
    await page.context().setOffline(true)
    await page.getByRole('button', {name: 'Copy text with citation'}).click()
    await page.locator('.menu [role=status]', {hasText: 'The citation could not be loaded.'}).waitFor()
    await page.context().close()
  })

  it('keeps the numbers of notes out of a selection', async () => {
    const page = await open(statement)
    const selected = await page.locator('[id="5.3"] .text').evaluate((text) => {
      getSelection()?.selectAllChildren(text)
      return getSelection()?.toString() ?? ''
    })
    expect(selected).toMatch(/^Both sides reaffirm/)
    await page.context().close()
  })

  it('that does not stand here is told', async () => {
    const page = await open(`${statement}#99.9`)
    await expect.poll(() => page.locator('.unfound').textContent()).toBe('There is no clause 99.9 here.')
    await page.evaluate(() => (location.hash = '#5.3-n99'))
    await expect.poll(() => page.locator('.unfound').textContent()).toBe('There is no note 99 to clause 5.3 here.')
    await page.evaluate(() => (location.hash = '#5.3'))
    await page.locator('.unfound').waitFor({state: 'detached'})
    await page.context().close()
  })

  it('has lines in the source that no narrow window cuts', async () => {
    const page = await open(`${statement}source/`, {viewport: {width: 360, height: 800}})
    const box = page.locator('.source .scroll')
    expect(await box.evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)).toBe(0)
    await page.context().close()
  })

  it('leads to its lines in the source and back', async () => {
    const page = await open(`${statement}source/#c5.3`)
    await page.locator('[id="c5.3"] a').click()
    await page.waitForURL('**/statements/2p2-2024/#5.3')
    await page.context().close()
  })
})

describe('search', () => {
  async function search(words: string): Promise<Page> {
    const page = await open('/')
    await page.keyboard.press('/')
    await page.locator('dialog.search input').fill(words)
    await page.locator('dialog .hits > li').first().waitFor()
    return page
  }

  it.each([
    ['NCG', '/glossary/ncg/'],
    ['확장억제', '/glossary/extended-deterrence/'],
  ])('answers %s with the entry first', async (words, path) => {
    const page = await search(words)
    await page.locator('dialog .page-hit').first().click()
    await page.waitForURL(`**${path}*`)
    await page.context().close()
  })

  it('leads to its own page where the box cannot be loaded', async () => {
    const page = await open('/glossary/')
    await page.route(/\/_astro\/(?:ahead|box)\./, (route) =>
      page.url().endsWith('/search/') ? route.continue() : route.abort(),
    )
    await page.keyboard.press('/')
    await page.waitForURL('**/search/')
    await page.locator('[data-search-page] input').waitFor()
    await page.context().close()
  })

  it('bears what a browser fills in, which comes as a key without a name', async () => {
    const page = await open('/glossary/')
    const errors = await page.evaluate(() => {
      const messages: string[] = []
      addEventListener('error', ({message}) => messages.push(message))
      document.dispatchEvent(new Event('keydown'))
      return messages
    })
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('opens “swift, overwhelming” at the clause', async () => {
    const page = await search('swift, overwhelming forum:2p2')
    await page.locator('dialog .hits a[href*="/statements/2p2-2024/"][href$="#5.3"]').first().click()
    await page.waitForURL('**/statements/2p2-2024/*#5.3')
    expect(
      await page.locator('[id="5.3"]').evaluate((clause) => Math.abs(clause.getBoundingClientRect().top) < innerHeight),
    ).toBe(true)
    await page.context().close()
  })

  it('leads to a clause by its citation, with its text', async () => {
    const page = await open(`/search/?q=${encodeURIComponent('2+2, 2024, 5.4')}`)
    const first = page.locator('.hits > li').first()
    await first.getByText('2+2, 2024, 5.4', {exact: true}).waitFor()
    expect(await first.locator('p').textContent()).not.toBe('')
    await first.locator('.page-hit').click()
    await page.waitForURL('**/statements/2p2-2024/*#5.4')
    expect(
      await page.locator('[id="5.4"]').evaluate((clause) => {
        const {top} = clause.getBoundingClientRect()
        return top >= 0 && top < innerHeight
      }),
    ).toBe(true)
    await page.context().close()
  })

  it('keeps the query and its facets in the address', async () => {
    const page = await open('/search/?q=deterrence&kind=Statement')
    await page.locator('.hits > li').first().waitFor()
    const links = await page
      .locator('.page-hit')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(links.length).toBeGreaterThan(0)
    expect(links.every((link) => link.startsWith('/statements/'))).toBe(true)
    await page.locator('[data-search-page] input').fill('opcon')
    await page.waitForURL('**/search/?q=opcon&kind=Statement')
    await page.context().close()
  })

  it('says that it found nothing', async () => {
    const page = await open('/search/?q=zzzzqqqq')
    await page.locator('.search-status', {hasText: 'Nothing was found'}).waitFor()
    expect(await page.locator('.results').getByRole('link', {name: 'All terms'}).isVisible()).toBe(true)
    await page.locator('input[type=search]').fill('x')
    await page.locator('.search-status').getByText('Nothing was found for “x” yet; type on.', {exact: true}).waitFor()
    await page.context().close()
  })

  it('narrows by fields that stand below each other', async () => {
    const page = await open('/search/', narrow)
    await page.locator('.facets select').nth(5).waitFor()
    const lefts = await page
      .locator('.facets select')
      .evaluateAll((selects) => selects.map((select) => Math.round(select.getBoundingClientRect().left)))
    expect(new Set(lefts).size).toBe(2)
    await page.context().close()
  })

  it('says how many pages it found, to whoever listens too, and why', async () => {
    const page = await search('prolonged deterrence')
    const status = page.locator('dialog [role=status]')
    expect(await status.textContent()).toMatch(/^(?:\d+ pages? found|The best \d+ pages are shown; there are more)\.$/)
    expect(await page.locator('dialog .hits > li').first().locator('.reason').textContent()).toBe(
      'bad copies print “prolonged deterrence”',
    )
    expect(await violationsOf(page)).toEqual([])
    await page.context().close()
  })

  it('keeps what comes near apart from what was found', async () => {
    const page = await open('/search/?q=Minsk+agreement')
    await page.locator('.nearest > li').first().waitFor()
    expect(await page.locator('.search-status').textContent()).toBe(
      'Nothing was found for “Minsk agreement”. No page of the edition has “minsk”.',
    )
    expect(await page.locator('.hits:not(.nearest) > li').count()).toBe(0)
    await page.context().close()
  })

  it('says what it searched in place of a slip', async () => {
    const page = await open('/search/?q=armistise')
    await page.locator('.hits > li').first().waitFor()
    expect(await page.locator('.search-status').textContent()).toContain('what was found for “armistice”')
    await page.context().close()
  })

  it('says which choice hides what there is, and lifts it', async () => {
    const page = await open('/search/?q=linchpin&year=2010')
    await page.locator('[data-lift]').waitFor()
    expect(await page.locator('.search-status').textContent()).toBe('Nothing was found for “linchpin” with year 2010.')
    expect(await page.locator('[data-lift]').textContent()).toMatch(
      /^Show the (?:best )?\d+ pages without this choice$/,
    )
    await page.locator('[data-lift]').click()
    await page.locator('.hits > li').first().waitFor()
    await page.waitForURL('**/search/?q=linchpin')
    await page.context().close()
  })

  it('makes no element of what is typed', async () => {
    const page = await open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> deterrence')}`)
    await page.locator('.search-status', {hasText: '<img src=x'}).waitFor()
    expect(await page.locator('[data-search-page] img').count()).toBe(0)
    await page.context().close()
  })

  it('marks the words where it leads, walks through them, and clears them', async () => {
    const page = await open('/statements/2p2-2024/?find=United+States#5.4')
    const bar = page.locator('.found-bar')
    await bar.waitFor()
    const marks = () =>
      page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()))
    const found = await marks()
    expect(found.length).toBeGreaterThan(3)
    for (const words of found) expect(words).toMatch(/^(?:United States|United|States?)$/i)
    await bar.getByText('Next').click()
    const first = (await bar.locator('span').textContent()) ?? ''
    const here = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('found-here') ?? [])].map((range) => (range as Range).getBoundingClientRect().top),
      )
    const [top = -1] = await here()
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(wide.viewport.height)
    await bar.getByText('Next').click()
    expect(await bar.locator('span').textContent()).not.toBe(first)
    await bar.getByText('Previous').click()
    expect(await bar.locator('span').textContent()).toBe(first)
    await bar.getByText('Clear').click()
    expect(await marks()).toEqual([])
    expect(page.url()).toMatch(/\/statements\/2p2-2024\/#5\.4$/)
    await page.context().close()
  })

  it('steps back first to the mark before the one that it would go on to', async () => {
    const page = await open('/statements/2p2-2024/?find=United+States#5.4')
    const bar = page.locator('.found-bar')
    const steps = async (...names: string[]) => {
      for (const name of names) await bar.getByText(name).click()
      return Number.parseInt((await bar.locator('span').textContent()) ?? '', 10)
    }
    const first = await steps('Next')
    expect(first).toBeGreaterThan(2)
    await page.reload()
    expect(await steps('Previous')).toBe(first - 1)
    expect(await steps('Next')).toBe(first)
    await page.goto(`${site.origin}/statements/2p2-2024/?find=United+States`)
    const all = Number.parseInt((await bar.locator('span').textContent()) ?? '', 10)
    expect(await steps('Previous')).toBe(all)
    await page.goto(`${site.origin}/statements/2p2-2024/?find=United+States#%`)
    await page.reload()
    expect(await steps('Next')).toBe(1)
    await page.context().close()
  })

  it('remembers on this device what was searched for, until it is told to forget', async () => {
    const page = await search('NCG')
    await page.keyboard.press('Enter')
    await page.goto(`${site.origin}/search/`)
    await page.locator('.recent button', {hasText: 'NCG'}).click()
    await page.locator('.hits > li').first().waitFor()
    await page.goto(`${site.origin}/search/`)
    await page.getByText('Forget them').click()
    expect(await page.locator('.recent').count()).toBe(0)
    await page.reload()
    await page.locator('.results kbd').first().waitFor()
    expect(await page.locator('.recent').count()).toBe(0)
    await page.context().close()
  })

  it.each([
    ['the engine cannot run', '**/*.pagefind'],
    ['the facets cannot be had', '**/pagefind/facets.json'],
  ])('finds names and says so where %s', async (_name, missing) => {
    const context = await site.browser.newContext(wide)
    const page = await context.newPage()
    await page.route(missing, (route) => route.abort())
    await page.goto(`${site.origin}/search/?q=NCG`)
    await page.locator('.page-hit').first().waitFor()
    expect(await page.locator('.page-hit').first().getAttribute('href')).toMatch(/^\/glossary\/ncg\//)
    expect(await page.locator('.search-notice').textContent()).toContain('Only names are searched')
    await context.close()
  })

  it('shows more when asked, and goes on where the list ended', async () => {
    const page = await open('/search/?q=deterrence')
    const links = page.locator('.page-hit')
    await links.first().waitFor()
    const before = await links.count()
    await page.getByText('Show more').click()
    await links.nth(before).waitFor()
    expect(await links.nth(before).evaluate((link) => link === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('says without script how else to look', async () => {
    const page = await open('/search/', {...wide, javaScriptEnabled: false})
    expect(await page.locator('[data-search-page]').textContent()).toContain('glossary')
    await page.context().close()
  })
})

describe('a concordance', () => {
  const term = '/glossary/ncg/'
  const line = '[data-concordance] .lines li:visible'

  it('is grouped by statement, and without script cannot be sorted', async () => {
    const page = await open(term, {...wide, javaScriptEnabled: false})
    expect(await page.locator(line).count()).toBeGreaterThan(10)
    expect(await page.locator('[data-sort]').isVisible()).toBe(false)
    await page.context().close()
  })

  it('is sorted by what comes before or after, each line once and with its place', async () => {
    const page = await open(term)
    const grouped = await page.locator(line).count()
    for (const [order, select] of [
      ['words before', (text: string[]) => (text[0] ?? '').trim().split(/\s+/).toReversed().join(' ')],
      ['words after', (text: string[]) => text[2] ?? ''],
    ] as const) {
      await page.getByLabel(order).check()
      const lines = await page.locator(line).evaluateAll((items) =>
        items.map((item) => {
          const words = item.querySelector('b')?.textContent ?? ''
          const [before = '', rest = ''] = [...(item.querySelector('.in')?.children ?? [])].map(
            (part) => part.textContent,
          )
          return [before, words, rest.slice(words.length), item.querySelector('.where')?.textContent ?? '']
        }),
      )
      expect(lines).toHaveLength(grouped)
      expect(new Set(lines.map((parts) => parts.join('|'))).size).toBe(grouped)
      const keys = lines.map(select)
      const {compare} = new Intl.Collator('en', {ignorePunctuation: true, sensitivity: 'base'})
      expect(keys).toEqual(keys.toSorted(compare))
      expect(lines.some(([, , , where]) => where?.startsWith('2+2, 2024, 6.1'))).toBe(true)
    }
    await page.getByLabel('statement', {exact: true}).check()
    expect(await page.locator(line).count()).toBe(grouped)
    expect(await page.locator('.kwic').count()).toBe(0)
    await page.context().close()
  })
})

describe('the timeline on a narrow screen', () => {
  it('begins at its newest end, beside the names of its lanes', async () => {
    const page = await open('/timeline/', narrow)
    const chart = page.locator('[data-newest]')
    expect(await chart.evaluate((box) => box.scrollLeft + box.clientWidth - box.scrollWidth)).toBeGreaterThan(-2)
    const [box, name] = [await chart.boundingBox(), await chart.locator('.names text').first().boundingBox()]
    expect(Math.abs((name?.x ?? 0) - (box?.x ?? 0))).toBeLessThan(2)
    await page.context().close()
  })
})

describe('every page', () => {
  it('passes axe-core as narrow as 400 % zoom makes it', async () => {
    const page = await open('/', {viewport: {width: 320, height: 900}})
    for (const {url} of kinds) {
      await page.goto(site.origin + url)
      expect(await troublesOf(page), url).toEqual([])
    }
    await page.context().close()
  }, 600_000)

  it.each([390, 768])('needs no sideways scrolling at %i pixels', async (width) => {
    const page = await open('/', {viewport: {width, height: 900}})
    for (const {url} of kinds) {
      await page.goto(site.origin + url)
      expect(await overflowOf(page), url).toBe(0)
    }
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('no page', () => {
  it('breaks its policy, throws, or asks another host', () => {
    expect(site.faults).toEqual([])
  })
})
