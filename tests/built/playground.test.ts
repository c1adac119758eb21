import {readFileSync} from 'node:fs'
import type {BrowserContextOptions, Page, Request} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {check as checkFiles} from '../../src/check/check.ts'
import type {Message} from '../../src/corpus/message.ts'
import {samples} from '../../src/playground/samples.ts'
import {readContent} from '../../src/site/content.ts'
import {root} from './site.ts'
import {looks, troublesOf, visit, wide} from './visit.ts'

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
  await page.locator('[data-told][aria-busy="false"]').waitFor()
  return (await summary(page).textContent()) ?? ''
}

/** Puts a text into the field and waits until it has been checked. */
async function write(page: Page, text: string, path?: string): Promise<string> {
  if (path !== undefined) await page.locator('[data-path]').fill(path)
  // As a paste does it; typing a megabyte takes the browser minutes.
  await field(page).evaluate((area, value) => {
    ;(area as HTMLTextAreaElement).value = value
    area.dispatchEvent(new Event('input', {bubbles: true}))
  }, text)
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
  return messages(page).evaluateAll((items) =>
    items.map((item) => (item as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
  )
}

function asListed({place, severity, rule, reason, note, fix}: Message): string {
  const words = [
    `Line ${place.line}, column ${place.column}`,
    severity,
    '·',
    rule,
    reason,
    note,
    fix && `Mend: ${fix.title}`,
  ]
  return words
    .filter((word) => word !== undefined)
    .join(' ')
    .replaceAll('`', '')
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

describe('what is mended', () => {
  it('is said no more, and a text without a slip has no message', async () => {
    const page = await open()
    await checked(page)
    expect(await write(page, sample.text.replace('dprkk', 'dprk'))).toBe('1 error.')
    expect(await write(page, sample.text.replace('dprkk', 'dprk').replace('committment', 'commitment'))).toBe(
      'No message on this file.',
    )
    expect(await messages(page).count()).toBe(0)
    expect(await page.locator('.backdrop mark').count()).toBe(0)
    await page.context().close()
  })

  it('can be mended by the page where the fix is certain, and taken back', async () => {
    const page = await open()
    const clean = sample.text.replace('dprkk', 'dprk').replace('committment', 'commitment')
    const spoilt = clean.replace('would be', 'would\u200B be')
    await write(page, spoilt)
    expect(await listed(page)).toEqual(saidInNode(sample.path, spoilt).map(asListed))
    await page.getByRole('button', {name: /^Mend: /}).click()
    await page.waitForFunction(() => document.querySelectorAll('[data-messages] > li').length === 0)
    expect(await field(page).inputValue()).toBe(clean)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('playground-text')
    await press(page, 'Bring back the text before')
    expect(await field(page).inputValue()).toBe(spoilt)
    await page.context().close()
  })
})

describe('a message', () => {
  it('selects its words, which are underlined where they stand', async () => {
    const page = await open({viewport: {width: 700, height: 500}})
    await checked(page)
    expect(await page.locator('.backdrop mark').allTextContents()).toEqual([
      '<Term id="dprkk">DPRK</Term>',
      'its committment',
    ])
    await messages(page).nth(1).getByRole('button').click()
    const {selected, focused, seen, exact} = await page.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('#playground-text')
      const backdrop = document.querySelector('.backdrop')
      const mark = backdrop?.querySelectorAll('mark')[1]
      if (area === null || backdrop === null || mark === undefined) throw new Error('Something is missing.')
      const [outer, inner] = [area.getBoundingClientRect(), mark.getBoundingClientRect()]
      return {
        selected: area.value.slice(area.selectionStart, area.selectionEnd),
        focused: document.activeElement === area,
        seen: inner.top >= outer.top && inner.bottom <= outer.bottom,
        exact: [
          area.scrollHeight - backdrop.scrollHeight,
          area.clientWidth - backdrop.clientWidth,
          area.scrollTop - backdrop.scrollTop,
        ],
      }
    })
    expect([selected, focused, seen]).toEqual(['its committment', true, true])
    expect(exact).toEqual([0, 0, 0])
    await page.context().close()
  })

  it('leads to the page of its rule, which leaves the text where it is', async () => {
    const page = await open()
    await checked(page)
    const link = messages(page).first().locator('a')
    expect(await link.getAttribute('href')).toBe('/rules/undefined-reference/')
    expect(await link.getAttribute('target')).toBe('_blank')
    await page.context().close()
  })

  it('is told of other files, which the draft breaks', async () => {
    const page = await open()
    await page.locator('[data-path]').fill('content/statements/2p2-2024.mdx')
    await press(page, 'Open from the edition')
    await page.locator('[data-notice]', {hasText: 'as the edition has it'}).waitFor()
    expect(await checked(page)).toBe('No message on this file.')
    expect(await page.locator('[data-others]').isVisible()).toBe(false)
    const text = await field(page).inputValue()
    expect(await write(page, text.replace('n="5.4"', 'n="5.94"'))).toMatch(
      /\d+ on other files that this change breaks\.$/,
    )
    expect(await page.locator('[data-others]').isVisible()).toBe(true)
    const others = page.locator('[data-other-messages] > li', {hasText: '2p2-2024#5.4'})
    expect(await others.first().textContent()).toMatch(/^content\/.*, line \d+, column \d+ error · undefined-reference/)
    await page.context().close()
  })
})

describe('the rendering', () => {
  it('is what the page of the statement shows', async () => {
    const page = await open()
    await page.locator('[data-path]').fill('content/statements/edscg-4-2023.mdx')
    await press(page, 'Open from the edition')
    await page.locator('[data-notice]', {hasText: 'as the edition has it'}).waitFor()
    expect(await checked(page)).toBe('No message on this file.')
    const texts = (found: Page) =>
      found
        .locator('.clause')
        .evaluateAll((clauses) =>
          clauses.map((clause) => [
            clause.id,
            clause.querySelector('.text')?.innerHTML,
            [...clause.querySelectorAll('.note')].map((note) => note.textContent?.replaceAll(/\s+/g, ' ').trim()),
          ]),
        )
    const built = await site.open('/statements/edscg-4-2023/')
    const withoutTargets = (rows: unknown) => JSON.stringify(rows).replaceAll(String.raw` target=\"_blank\"`, '')
    expect(withoutTargets(await texts(page))).toBe(withoutTargets(await texts(built)))
    await built.context().close()
    await page.context().close()
  })

  it('opens another page beside this one, for the text would be lost', async () => {
    const page = await open()
    await checked(page)
    const targets = await page
      .locator('[data-rendering] a')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href')?.startsWith('#'), link.getAttribute('target')]),
      )
    expect(targets.length).toBeGreaterThan(3)
    expect(targets.every(([isHere, target]) => (target === '_blank') !== isHere)).toBe(true)
    await page.context().close()
  })
})

describe('the text', () => {
  it('is sent nowhere and kept nowhere before that is asked for', async () => {
    const page = await open()
    await page.waitForLoadState('networkidle')
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    await write(page, `${sample.text}\nConfidentialmarker.`)
    await page.waitForLoadState('networkidle')
    expect(requests.map((request) => new URL(request.url()).pathname)).toContain('/data/content.json')
    for (const request of requests) {
      expect(request.method()).toBe('GET')
      expect(`${request.url()} ${JSON.stringify(request.headers())}`).not.toContain('Confidentialmarker')
    }
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
    await page.reload()
    expect(await field(page).inputValue()).toBe(sample.text)
    await page.context().close()
  })

  it('is kept where that is asked for, until the tick is taken away', async () => {
    const page = await open()
    await page.getByLabel('Keep it on this device').check()
    await write(page, 'Mine.', 'content/glossary/mine.mdx')
    await page.reload()
    expect([await field(page).inputValue(), await page.locator('[data-path]').inputValue()]).toEqual([
      'Mine.',
      'content/glossary/mine.mdx',
    ])
    await page.getByLabel('Keep it on this device').uncheck()
    await page.reload()
    expect(await field(page).inputValue()).toBe(sample.text)
    await page.context().close()
  })

  it('is saved under its name', async () => {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save it as a file')])
    expect(download.suggestedFilename()).toBe('sample-2031.mdx')
    expect(readFileSync(await download.path(), 'utf8')).toBe(sample.text)
    await page.context().close()
  })

  it('can be begun anew from a template', async () => {
    const page = await open()
    await page.locator('[data-samples]').selectOption('A person')
    await press(page, 'Begin')
    expect(await page.locator('[data-path]').inputValue()).toBe('content/people/new-person.yaml')
    expect(await checked(page)).toBe('No message on this file.')
    expect(await page.locator('[data-reading]').isVisible()).toBe(false)
    await page.context().close()
  })

  it('is taken from a file that is chosen', async () => {
    const page = await open()
    await page
      .locator('input[type="file"]')
      .setInputFiles({name: 'lamp.mdx', mimeType: 'text/plain', buffer: Buffer.from('---\nlabel: Lamp\n')})
    await page.locator('[data-notice]', {hasText: 'lamp.mdx'}).waitFor()
    expect(await page.locator('[data-path]').inputValue()).toBe('content/statements/lamp.mdx')
    expect(await field(page).inputValue()).toBe('---\nlabel: Lamp\n')
    await page.context().close()
  })
})

const matter = sample.text.slice(0, sample.text.indexOf('## '))

describe('a hostile text', () => {
  /** One after another in one page, as somebody would who looks for the one that ends it. */
  let victim: Page
  beforeAll(async () => {
    victim = await open()
  })
  afterAll(() => victim.context().close())

  it.each([
    ['a megabyte', `${matter}## A\n\n<Clause n="1.1">\n${'Words and words.\n'.repeat(60_000)}</Clause>\n`],
    ['a megabyte in one line', 'x'.repeat(1_000_000)],
    ['tags ten thousand deep', `${matter}${'<Clause>\n'.repeat(10_000)}`],
    ['terms ten thousand deep', `${matter}## A\n\n${'<Term id="rok">'.repeat(10_000)}`],
    ['lists ten thousand deep', `${matter}${'- '.repeat(10_000)}`],
    ['everything unclosed', `${matter}## A\n\n<Clause n="1.1">\n*a [b <Term id="rok" **c <Note n="1`],
    ['braces', `${matter}${'{<a>'.repeat(2_000)}`],
    ['bytes', Array.from({length: 20_000}, (_, n) => String.fromCodePoint((n * 7919) % 256)).join('')],
    ['elements that cross a list', `${matter}${'- <A>\n'.repeat(4_000)}`],
    ['front matter of aliases', `---\na: &a [x, x]\n${'b: [*a, *a]\n'.repeat(5_000)}---\n`],
  ])('is answered: %s', async (_what, text) => {
    expect(await write(victim, text)).toMatch(/error/)
    expect(await victim.locator('main').innerText()).not.toMatch(/\bat \w+ \(|RangeError|TypeError|undefined is/)
    expect(await write(victim, sample.text)).toBe('2 errors.')
  })

  it('stays text, whatever it says', async () => {
    const page = await open()
    await write(
      page,
      sample.text.replace('A joint pledge.', 'x "><img src=x onerror="globalThis.broken=1"> <Term id="rok">y</Term>'),
    )
    await write(
      page,
      sample.text
        .replace('A joint pledge.', '\\<img src=x onerror=alert(1)> &lt;script>alert(1)&lt;/script>')
        .replace('Extended', '\\<b>'),
    )
    expect(await page.locator('[data-rendering] :is(img, script, b)').count()).toBe(0)
    expect(await page.locator('[data-rendering]').textContent()).toContain('<script>alert(1)</script>')
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
    await page.context().close()
  })
})

describe('a draft that is being checked', () => {
  it('is not checked again, however often that is asked for', async () => {
    const page = await site.open('/guide/playground/', wide, (made) =>
      made.addInitScript(() => {
        const counted = globalThis as {drafts?: number}
        globalThis.Worker = class extends Worker {
          override postMessage(task: object) {
            if ('draft' in task) counted.drafts = (counted.drafts ?? 0) + 1
            // A worker, unlike a window, has no origin to name.
            // oxlint-disable-next-line unicorn/require-post-message-target-origin
            super.postMessage(task)
          }
        }
      }),
    )
    await page.getByRole('button', {name: 'Check', exact: true}).evaluate((button) => {
      for (let times = 0; times < 3; times++) (button as HTMLButtonElement).click()
    })
    await page.locator('[data-summary]', {hasText: '2 errors.'}).waitFor()
    // Whatever else was asked for would be sent before this one.
    expect(await write(page, sample.text.replace('dprkk', 'dprk'))).toBe('1 error.')
    expect(await page.evaluate(() => (globalThis as {drafts?: number}).drafts)).toBe(2)
    await page.context().close()
  })
})

describe('what goes wrong', () => {
  const hanging =
    "addEventListener('message', ({data}) => { if ('edition' in data) postMessage('ready'); else for (;;); })"

  it('a check that does not end is stopped and said, and the next text is checked', async () => {
    const page = await open()
    await page.route('**/drafts-*.js', (route) => route.fulfill({contentType: 'text/javascript', body: hanging}))
    await press(page, 'Check')
    await page.locator('[data-summary]', {hasText: 'Checking'}).waitFor()
    await page.locator('[data-summary]', {hasText: 'took too long'}).waitFor()
    await page.unroute('**/drafts-*.js')
    expect(await checked(page)).toBe('2 errors.')
    await page.context().close()
  })

  it('a check is given longer where the device was slow to read the edition', async () => {
    const page = await open()
    // Five times what the edition takes here is more than what the draft takes, and ten seconds are less.
    const slow =
      "addEventListener('message', ({data}) => 'edition' in data ? setTimeout(() => postMessage('ready'), 4000) : setTimeout(() => postMessage('broken'), 12000))"
    await page.route('**/drafts-*.js', (route) => route.fulfill({contentType: 'text/javascript', body: slow}))
    await press(page, 'Check')
    await page.locator('[data-told][aria-busy="false"]').waitFor()
    expect(await summary(page).textContent()).toContain('broke off')
    await page.context().close()
  })

  it('a check that no longer matters is stopped sooner', async () => {
    const page = await open()
    await page.route('**/drafts-*.js', (route) => route.fulfill({contentType: 'text/javascript', body: hanging}))
    await press(page, 'Check')
    await page.locator('[data-summary]', {hasText: 'Checking'}).waitFor()
    await page.unroute('**/drafts-*.js')
    expect(await write(page, sample.text.replace('dprkk', 'dprk'))).toBe('1 error.')
    await page.context().close()
  })

  it.each([
    ['the edition’s files are missing', '**/data/content.json', {status: 503}, 'could not be loaded'],
    ['the script of the check is missing', '**/drafts-*.js', {status: 404}, 'could not be loaded'],
    [
      'the check breaks off',
      '**/drafts-*.js',
      {
        contentType: 'text/javascript',
        body: "addEventListener('message', ({data}) => postMessage('edition' in data ? 'ready' : 'broken'))",
      },
      'broke off',
    ],
  ])('is said where %s, and can be tried again', async (_what, path, answer, sentence) => {
    const page = await open()
    await page.route(path, (route) => route.fulfill(answer))
    await press(page, 'Check')
    await page.locator('[data-summary]', {hasText: sentence}).waitFor()
    await page.unroute(path)
    if (sentence === 'broke off') await page.reload()
    expect(await checked(page)).toBe('2 errors.')
    await page.context().close()
  })

  it('is a file that the edition does not have', async () => {
    const page = await open()
    await page.locator('[data-path]').fill('content/glossary/__proto__.mdx')
    await press(page, 'Open from the edition')
    await page.locator('[data-notice]', {hasText: 'has no file'}).waitFor()
    expect(await field(page).inputValue()).toBe(sample.text)
    await page.context().close()
  })
})

describe('without script', () => {
  it('says what the page is and how to check otherwise', async () => {
    const page = await open({...wide, javaScriptEnabled: false})
    expect(await page.locator('form.playground').isVisible()).toBe(false)
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    expect(text).toContain('needs its script')
    expect(text).toContain('npm run check')
    await page.context().close()
  })
})

describe('from the keyboard', () => {
  it('one gets from the field to a message and back to its words', async () => {
    const page = await open()
    await field(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('x')
    await messages(page).first().waitFor()
    const name = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    for (let stop = 0; stop < 12 && !(await name()).startsWith('Line '); stop++) await page.keyboard.press('Tab')
    expect(await name()).toMatch(/^Line \d+, column \d+$/)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('playground-text')
    expect(await page.locator('[data-summary]').getAttribute('role')).toBe('status')
    await page.context().close()
  })
})

describe('the page as it stands', () => {
  it.each(looks)('passes axe-core in the %s scheme and fits the window', async (colorScheme, size) => {
    const page = await open({...size, colorScheme})
    await checked(page)
    expect(await troublesOf(page)).toEqual([])
    await page.context().close()
  })
})

// Last in the file: it judges what all the others did.
describe('the page', () => {
  it('neither breaks its policy nor throws nor asks another host', () => {
    expect(site.faults).toEqual([])
  })
})
