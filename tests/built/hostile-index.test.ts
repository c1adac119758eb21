import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {indexPages} from '../../src/site/index/indexing.ts'
import {pack} from '../../src/search/packing.ts'
import {measured} from '../fixtures/trust.ts'
import {searchIn, visit, wide} from './visit.ts'

const site = visit()

/** What somebody would write into a title, a heading or a text, hoping that a page takes it for markup. */
const payloads = [
  '<img src=x onerror=ran()>',
  '"><img src=x onerror=ran()>',
  "'><img src=x onerror=ran()>",
  '<mark><img src=x onerror=ran()></mark>',
  '</mark><script>ran()</script>',
  '<script>ran()</script>',
  '<svg onload=ran()></svg>',
  '<svg><script>ran()</script></svg>',
  '<math><a href="javascript:ran()">words</a></math>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<a href="javascript:ran()">words</a>',
  'javascript:ran()',
  'JaVaScRiPt:ran()',
  'data:text/html,<script>ran()</script>',
  '" onmouseover="ran()" x="',
  "' onfocus='ran()' autofocus='",
  '<body onload=ran()>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//elsewhere.invalid/a.css>',
  '<base href=//elsewhere.invalid/>',
  '<meta http-equiv=refresh content="0;url=//elsewhere.invalid/">',
  '<form action=//elsewhere.invalid/><button>words</button></form>',
  '&lt;img src=x onerror=ran()&gt;',
  '&amp;lt;img src=x onerror=ran()&amp;gt;',
  '&#60;img src=x onerror=ran()&#62;',
  '<!-- --!><img src=x onerror=ran()>',
  '<template><img src=x onerror=ran()></template>',
  '<details open ontoggle=ran()>words</details>',
  '<input autofocus onfocus=ran()>',
  '\u202E<img src=x onerror=ran()>',
  '${ran()}{{ran()}}<%ran()%>',
  '__proto__ constructor hasOwnProperty',
]

/** The word by which all of it is found. */
const word = 'harbinger'

const attributeOf = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const textOf = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Where a payload is put on a page that the index is made of. */
const positions: Readonly<Record<string, (payload: string, n: number) => string>> = {
  title: (payload) => `<h1 data-pagefind-meta="title">${textOf(payload)}</h1><p>The ${word} of it.</p>`,
  text: (payload) => `<h1>A text</h1><p>The ${word} ${textOf(payload)} ${word}.</p>`,
  'title of a place': (payload, n) =>
    `<h1>A place</h1><h2 id="s${n}">${textOf(payload)}</h2><p>The ${word} of this place.</p>`,
  'address of a place': (payload) => `<h1>An address</h1><h2 id="${attributeOf(payload)}">Here</h2><p>The ${word}.</p>`,
  'address that a page gives itself': (payload) =>
    `<h1>An address</h1><p data-pagefind-meta="url:${attributeOf(payload)}">The ${word}.</p>`,
  facet: (payload) =>
    `<h1>A facet</h1><p>The ${word}.</p><i data-pagefind-filter="kind:${attributeOf(payload)}"></i><i data-pagefind-filter="forum:${attributeOf(payload)}"></i>`,
}

const vectors = Object.entries(positions).flatMap(([position, write]) =>
  payloads.map((payload, index) => ({position, payload, html: write(payload, index)})),
)

/** Names of the edition are no better. */
const lexicon = pack({
  entries: payloads.map((payload, index) => ({
    url: `/names/${index}/`,
    title: payload,
    names: {alias: [`${word} ${payload}`]},
  })),
  comparisons: [],
})

let folder = ''
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-hostile-index-'))
  const pages = vectors.map(({html}, index) => ({
    path: `hostile/${String(index).padStart(3, '0')}/index.html`,
    html: `<!doctype html><html lang="en"><head><title>A page</title></head><body data-pagefind-body>${html}</body></html>`,
  }))
  await indexPages(pages, folder)
  page = await site.open('/404.html', wide, async (one) => {
    await searchIn(folder, one)
    await one.route('**/data/search.json', (route) => route.fulfill({json: lexicon}))
    await one.addInitScript(() => Object.assign(globalThis, {ran: () => alert('ran')}))
  })
  await page.goto(`${site.origin}/search/?q=${word}`)
  await page.locator('.hits > li').first().waitFor()
})

afterAll(async () => {
  await page.context().close()
  rmSync(folder, {recursive: true, force: true})
})

/** Elements, attributes and addresses of the box that it would not make by itself. */
function strangers(): Promise<string[]> {
  return page.locator('[data-search-page]').evaluate((box) => {
    const own: Readonly<Record<string, readonly string[]>> = {
      form: ['role'],
      label: [],
      input: ['type', 'name', 'value', 'autocomplete', 'spellcheck', 'placeholder'],
      select: ['name'],
      option: ['value', 'selected'],
      div: [],
      p: ['role'],
      span: [],
      ol: [],
      ul: [],
      li: [],
      a: ['href'],
      mark: [],
      button: ['type', 'data-more'],
    }
    return [...box.querySelectorAll('*')].flatMap((element) => {
      const allowed = own[element.localName]
      if (allowed === undefined) return [`<${element.localName}>`]
      const attributes = element.getAttributeNames().filter((name) => name !== 'class' && !allowed.includes(name))
      const leads = element instanceof HTMLAnchorElement && element.origin !== location.origin ? [element.href] : []
      return [...attributes.map((name) => `${element.localName} ${name}`), ...leads]
    })
  })
}

describe('an index in which every title, text, name, facet and address is hostile', () => {
  it('is drawn as text: nothing stands in the box that the box does not make', async () => {
    const more = page.getByRole('button', {name: 'Show more'})
    const links = page.locator('.page-hit')
    while ((await more.count()) > 0) {
      const before = await links.count()
      await more.click()
      await links.nth(before).waitFor()
    }
    const addresses = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname))
    const pages = addresses.filter((path) => path.startsWith('/hostile/'))
    expect(new Set(pages).size).toBe(vectors.length)
    const found = await strangers()
    expect(found).toEqual([])
    expect(site.faults).toEqual([])
    measured('hostile-index', {
      'vectors shown': vectors.length + addresses.filter((path) => path.startsWith('/names/')).length,
      'elements that are not the box’s': found.length,
      'scripts run': site.faults.length,
    })
  })

  it('loses none of what the titles say', async () => {
    const shown = await page.locator('.page-hit').allTextContents()
    for (const payload of payloads.filter((one) => !one.includes('&'))) expect(shown).toContain(payload)
  })

  it('has facets that are text as well', async () => {
    const values = await page
      .locator('[name="kind"] option')
      .evaluateAll((all) => all.map(({textContent}) => textContent))
    expect(values.length).toBeGreaterThan(payloads.length / 2)
    expect(values.some((value) => value.startsWith('<img src=x onerror=ran()>'))).toBe(true)
  })

  it('would be told by one element, one attribute or one address of its making', async () => {
    await page
      .locator('.page-hit')
      .first()
      .evaluate((link) => {
        const made = document.createElement('img')
        made.alt = ''
        link.append(made)
        link.setAttribute('title', '')
        link.setAttribute('href', 'javascript:ran()')
      })
    expect(await strangers()).toEqual(['a title', 'javascript:ran()', '<img>'])
  })
})
