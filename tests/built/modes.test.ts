import type {BrowserContextOptions, Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readContent} from '../../src/site/content.ts'
import {measured} from '../fixtures/trust.ts'
import {kinds} from './kinds.ts'
import {root} from './site.ts'
import {narrow, overflowOf, visit, wide} from './visit.ts'

const site = visit()
const {corpus} = readCorpus(readContent(root))

const statement = '/statements/2p2-2024/'

let looks = 0
const lost: string[] = []

/**
 * Opens a page of each kind in one mode, and looks whether a reader gets its words.
 *
 * @param also what else is looked at
 * @returns the words that are lost
 */
async function onEachKind(
  options: BrowserContextOptions,
  {
    prepare,
    also,
  }: {
    readonly prepare?: (page: Page) => Promise<unknown>
    readonly also?: (page: Page, url: string) => Promise<void>
  } = {},
): Promise<readonly string[]> {
  const page = await site.open('/404.html', options, prepare)
  for (const {url, says} of kinds) {
    await page.goto(site.origin + url)
    const text = await page.locator('main').innerText()
    looks++
    if (!text.replaceAll(/\s+/g, ' ').includes(says)) lost.push(`${url} does not say “${says}”`)
    await also?.(page, url)
  }
  await page.context().close()
  return lost
}

/** Asks the search of whatever page is open, and gives its first answer. */
async function firstHit(page: Page, words: string): Promise<string | null> {
  await page.keyboard.press('/')
  const box = page.locator('dialog[open] form, [data-search-page] form').last()
  await box.locator('input').fill(words)
  const hit = box.locator('.page-hit').first()
  await hit.waitFor()
  return hit.getAttribute('href')
}

describe('with script off', () => {
  const plain = {...wide, javaScriptEnabled: false}

  it('each kind of page says what it is for', async () => expect(await onEachKind(plain)).toEqual([]))

  it('every text and every note of a statement is reached', async () => {
    const page = await site.open('/404.html', plain)
    let notes = 0
    for (const {id, sections} of [...corpus.statements.values()].filter((one) => one.sections.length > 0).slice(-8)) {
      await page.goto(`${site.origin}/statements/${id}/`)
      const clauses = sections.flatMap(({paragraphs}) => paragraphs.flatMap((paragraph) => paragraph.clauses))
      await page.locator('[data-view-link="all"]').click()
      expect(await page.locator('.clause > .text:visible').count(), id).toBe(clauses.length)
      const count = clauses.reduce((sum, clause) => sum + clause.notes.length, 0)
      expect(await page.locator('.note:visible').count(), id).toBe(count)
      notes += count
    }
    expect(notes).toBeGreaterThan(60)
    await page.context().close()
  })

  it('every entry of the glossary is reached', async () => {
    const page = await site.open('/glossary/', plain)
    const links = page.locator('main a[href^="/glossary/"]:visible')
    const reached = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname))
    for (const id of corpus.terms.keys()) expect(reached).toContain(`/glossary/${id}/`)
    await page.context().close()
  })
})

describe('with the search engine blocked', () => {
  it('each kind of page finds names, and says that it finds no more', async () =>
    expect(
      await onEachKind(wide, {
        prepare: (page) => page.route('**/pagefind/**', (route) => route.abort()),
        async also(page, url) {
          expect(await firstHit(page, 'NCG'), url).toMatch(/^\/glossary\/ncg\//)
          expect(await page.locator('.search-notice').last().textContent(), url).toContain('Only names are searched')
        },
      }),
    ).toEqual([]))

  it('a search without names as well says what to do', async () => {
    const page = await site.open('/search/?q=NCG', wide, async (one) => {
      await one.route('**/pagefind/**', (route) => route.abort())
      await one.route('**/data/search.json', (route) => route.abort())
    })
    await page.getByText('Search could not be loaded. Look whether you are connected and try again').waitFor()
    await page.context().close()
  })
})

describe('with storage blocked', () => {
  /** As a browser does whose reader lets no site keep anything. */
  const block = (page: Page) =>
    page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
    })

  it('each kind of page works, and is searched', async () =>
    expect(
      await onEachKind(wide, {
        prepare: block,
        async also(page, url) {
          expect(
            await page.evaluate(() => {
              try {
                return localStorage.length
              } catch (error) {
                return String(error)
              }
            }),
          ).toContain('SecurityError')
          expect(await firstHit(page, 'NCG'), url).toMatch(/^\/glossary\/ncg\//)
          await page.keyboard.press('Enter')
        },
      }),
    ).toEqual([]))

  it('what would be kept is not, and the page says so', async () => {
    const study = await site.open('/study/', wide, block)
    await study.getByText('This browser keeps nothing for this page').waitFor()
    await study.context().close()
    const drafts = await site.open('/guide/playground/', wide, block)
    await drafts.getByLabel('Keep it on this device').click()
    await drafts.getByText('This browser does not keep the text').waitFor()
    await drafts.context().close()
    const reader = await site.open(statement, wide, block)
    await reader.locator('[data-view-link="text"]').click()
    expect(await reader.locator('.note:visible').count()).toBe(0)
    expect(reader.url()).toContain('view=text')
    await reader.context().close()
  })
})

describe('at 400 % zoom', () => {
  // A window of 1280 by 1024 pixels, magnified four times.
  it('each kind of page is as wide as the window, and nothing covers its words', async () =>
    expect(
      await onEachKind(
        {viewport: {width: 320, height: 256}, deviceScaleFactor: 4},
        {
          async also(page, url) {
            expect(await overflowOf(page), url).toBe(0)
            const covered = await page.locator('h1').evaluate((heading) => {
              heading.scrollIntoView({block: 'center'})
              const [line] = heading.getClientRects()
              if (line === undefined) return 'nothing to see'
              const over = document.elementFromPoint(line.left + 12, line.top + Math.min(12, line.height / 2))
              return over !== null && (heading.contains(over) || over.contains(heading))
                ? ''
                : (over?.outerHTML ?? 'nothing')
            })
            expect(covered, url).toBe('')
          },
        },
      ),
    ).toEqual([]))
})

describe('with letters twice as large', () => {
  // Letters alone: rules that ask how wide the window is in rem do not see it.
  it('each kind of page is as wide as the window', async () =>
    expect(
      await onEachKind(narrow, {
        async also(page, url) {
          await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%'
          })
          expect(await overflowOf(page), url).toBe(0)
        },
      }),
    ).toEqual([]))
})

describe('in forced colours', () => {
  const forced = {...wide, forcedColors: 'active'} as const

  it('each kind of page keeps its words, its links and its fields apart from the rest', async () =>
    expect(
      await onEachKind(forced, {
        async also(page, url) {
          const faults = await page.evaluate(() => {
            const paper = getComputedStyle(document.body).backgroundColor
            const lines = (element: Element) => {
              const {borderTopWidth, borderBottomWidth, outlineStyle} = getComputedStyle(element)
              return borderTopWidth !== '0px' || borderBottomWidth !== '0px' || outlineStyle !== 'none'
            }
            const shown = (selector: string) =>
              [...document.querySelectorAll(selector)].filter((element) =>
                element.checkVisibility({visibilityProperty: true}),
              )
            return [
              ...shown('main :is(p, li, dd, td) a[href]')
                .filter(
                  (link) =>
                    link.textContent.trim() !== '' &&
                    getComputedStyle(link).color === getComputedStyle(link.closest('p, li, dd, td') ?? link).color &&
                    !getComputedStyle(link).textDecorationLine.includes('underline'),
                )
                .map((link) => `a link like its text: ${link.outerHTML}`),
              ...shown('main :is(input[type=text], input[type=search], textarea, select)')
                .filter((field) => !lines(field) && !lines(field.parentElement ?? field))
                .map((field) => `a field without a border: ${field.outerHTML}`),
              ...shown('main svg :is(circle, path, rect, line, text)')
                .filter((shape) => {
                  const {fill, stroke} = getComputedStyle(shape)
                  return (
                    [fill, stroke].every((colour) => colour === 'none' || colour === paper) &&
                    !shape.matches('.back, defs *')
                  )
                })
                .map((shape) => `a shape that is not seen: ${shape.outerHTML}`),
            ].slice(0, 4)
          })
          expect(faults, url).toEqual([])
        },
      }),
    ).toEqual([]))

  it('operative words stand in quotation marks and bolder than the others', async () => {
    const page = await site.open(statement, forced)
    const {marks, own, around} = await page
      .locator('[id="5.3"] q.operative')
      .first()
      .evaluate((quote) => ({
        marks: [getComputedStyle(quote, '::before').content, getComputedStyle(quote).quotes],
        own: Number(getComputedStyle(quote).fontWeight),
        around: Number(getComputedStyle(quote.parentElement ?? quote).fontWeight),
      }))
    expect(marks).toEqual(['open-quote', '"“" "”"'])
    expect(own).toBeGreaterThan(around)
    await page.context().close()
  })

  it('a wrong word is struck and the right one underlined, and the mark of a note has its number', async () => {
    const home = await site.open('/', forced)
    const line = (name: string) =>
      home.locator(`.pair ${name}`).evaluate((word) => getComputedStyle(word).textDecorationLine)
    expect([await line('del'), await line('ins')]).toEqual(['line-through', 'underline'])
    await home.context().close()
    const page = await site.open(statement, forced)
    const mark = page.locator('[id="ref-5.3-n1"]')
    expect(
      await mark.evaluate(
        (link) => getComputedStyle(link, '::before').content + getComputedStyle(link, '::after').content,
      ),
    ).toContain('"1"')
    await page.context().close()
  })

  it('the seven signs of the matrix are seven shapes, and a broken ring is broken', async () => {
    const page = await site.open('/guide/', forced)
    const signs = await page.locator('main svg.sign').evaluateAll((all) =>
      all.map((sign) => ({
        shape: sign.innerHTML,
        ink: [...sign.children].map((part) => getComputedStyle(part).stroke + getComputedStyle(part).fill).join(' '),
        dashes: [...sign.children].map((part) => getComputedStyle(part).strokeDasharray).join(' '),
      })),
    )
    expect(new Set(signs.map(({shape}) => shape)).size).toBe(7)
    expect(signs.filter(({dashes}) => /\d/.test(dashes))).toHaveLength(1)
    // In the colour that the reader chose for text, and not in one of ours.
    const colour = await page.evaluate(() => getComputedStyle(document.body).color)
    for (const {ink} of signs) expect(ink).toContain(colour)
    await page.context().close()
  })
})

describe('with reduced motion', () => {
  /** Everything on a page that moves or fades by itself. */
  const moving = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element)
          return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
        })
        .map((element) => element.className),
    )
  const openCard = async (page: Page) => {
    await page.goto(site.origin + statement)
    await page.locator('[id="5.3"] a.term').first().click()
    await page.locator('.card').waitFor()
  }

  it('nothing moves on any kind of page', async () =>
    expect(
      await onEachKind(
        {...wide, reducedMotion: 'reduce'},
        {
          also: async (page, url) => expect(await moving(page), url).toEqual([]),
        },
      ),
    ).toEqual([]))

  it('a card that fades in for others stands there at once', async () => {
    const page = await site.open(statement, {...wide, reducedMotion: 'reduce'})
    await openCard(page)
    expect(await moving(page)).toEqual([])
    await page.context().close()
    const other = await site.open(statement, {...wide, reducedMotion: 'no-preference'})
    await openCard(other)
    expect(await moving(other)).toEqual(['card'])
    await other.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('each mode', () => {
  it('keeps the text of every kind of page, and its policy', () => {
    expect(site.faults).toEqual([])
    measured('modes', {'kinds of page': kinds.length, 'looks at a page in a mode': looks, 'texts lost': lost.length})
  })

  it('would be told by a text that is not there', async () => {
    const page = await site.open('/404.html', {...wide, javaScriptEnabled: false})
    const text = await page.locator('main').innerText()
    for (const {says} of kinds.filter(({url}) => url !== '/404.html' && url !== '/search/'))
      expect(text).not.toContain(says)
    await page.context().close()
  })
})
