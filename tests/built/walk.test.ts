import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {headers} from '../../src/site/headers.ts'
import {measured} from '../fixtures/trust.ts'
import {listPages, readPage} from './site.ts'
import {colours, judge, standards, violationsOf, visit, watch, wide} from './visit.ts'
import type {Watched} from './visit.ts'

// Two pages are walked at a time: that V8 compiles and collects beside them takes a quarter more of the processor.
const site = visit(['--js-flags=--single-threaded'])

/** What is wrong with a page as it is opened, before anybody touches it. */
interface Found extends Record<string, readonly string[]> {
  readonly violations: readonly string[]
  readonly foreign: readonly string[]
  readonly errors: readonly string[]
  /** What stays in the browser. */
  readonly kept: readonly string[]
  /** Pictures that could not be drawn. */
  readonly pictures: readonly string[]
  /** Ids that hide a property of the window or the document from scripts. */
  readonly clobbering: readonly string[]
  readonly light: readonly string[]
  readonly dark: readonly string[]
}

/** A page of a browser that is watched, and looked at after each page it is sent to. */
interface Walker {
  readonly page: Page
  readonly watched: Watched
}

async function walker(): Promise<Walker> {
  const context = await site.browser.newContext(wide)
  const page = await context.newPage()
  // Sent to the browser once, and not anew for each page.
  await page.addInitScript(judge)
  return {page, watched: await watch(page, site.origin)}
}

/** Names of the properties of window and document where a page is empty. */
let taken: ReadonlySet<string>
beforeAll(async () => {
  const page = await site.browser.newPage()
  const names = await page.evaluate(() => {
    const all: string[] = []
    for (const start of [globalThis, document])
      for (let at: object | null = start; at !== null; at = Object.getPrototypeOf(at) as object | null)
        all.push(...Object.getOwnPropertyNames(at))
    return all
  })
  taken = new Set(names)
  await page.close()
})

/**
 * Runs in a page: the places of its elements, each with whatever styles ask of it and of the elements around it. What
 * stands in the same place on two pages has the same colours on both, unless a style asks what stands beside it.
 */
function placesOn(): string[] {
  const styles = [...document.styleSheets].flatMap(({cssRules}) => Array.from(cssRules, ({cssText}) => cssText)).join()
  const asked = new Set(['class', ...Array.from(styles.matchAll(/\[([\w-]+)/g), ([, name = '']) => name)])
  const places = new Map<Element | null, string>()
  for (const element of document.querySelectorAll('html, body, body *')) {
    const says = [...element.attributes].filter(({name}) => asked.has(name)).map(({name, value}) => `${name}=${value}`)
    const around = places.get(element.parentElement) ?? ''
    places.set(element, `${around} > ${element.tagName}[${says.toSorted().join('][')}]`)
  }
  return [...new Set(places.values())]
}

let ids = 0
let inTwoSchemes = 0

/**
 * Opens a page and looks at it.
 *
 * @param coloured the places that have been looked at in both schemes: where a page has another, its colours are
 */
async function look({page, watched}: Walker, url: string, coloured = new Set<string>()): Promise<Found> {
  const before = [watched.violations.length, watched.foreign.length, watched.errors.length] as const
  await page.emulateMedia({colorScheme: 'light'})
  await page.goto(site.origin + url)
  const places = (await page.evaluate(placesOn)).filter((place) => !coloured.has(place))
  for (const place of places) coloured.add(place)
  const isColoured = places.length === 0
  const light = await violationsOf(page, standards, isColoured ? colours : [])
  await page.emulateMedia({colorScheme: 'dark'})
  const dark = isColoured ? [] : await violationsOf(page, colours)
  if (!isColoured) inTwoSchemes++
  const {named, pictures} = await page.evaluate(() => ({
    // By their names, these are properties of the document as well. https://html.spec.whatwg.org/#dom-document-nameditem
    named: [
      ...Array.from(document.querySelectorAll('[id]'), ({id}) => id),
      ...Array.from(
        document.querySelectorAll(':is(form, img, iframe, embed, object)[name]'),
        (one) => one.getAttribute('name') ?? '',
      ),
    ],
    pictures: [...document.images].filter((one) => one.complete && one.naturalWidth === 0).map(({src}) => src),
  }))
  ids += named.length
  return {
    violations: watched.violations.slice(before[0]),
    foreign: watched.foreign.slice(before[1]),
    errors: watched.errors.slice(before[2]),
    kept: await keptBy(page),
    pictures,
    clobbering: named.filter((name) => taken.has(name)),
    light,
    dark,
  }
}

/** What a page has left in the browser. */
async function keptBy(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies()
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
    ...(await indexedDB.databases()).map(({name}) => `database: ${name}`),
    ...(await caches.keys()).map((name) => `cache: ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({scope}) => `service worker: ${scope}`),
  ])
  return [...cookies.map(({name}) => `cookie: ${name}`), ...kept]
}

describe('every page', () => {
  const pages = listPages()
  const found: [url: string, of: Found][] = []
  let requests = 0
  beforeAll(async () => {
    const left = [...pages]
    const coloured = new Set<string>()
    const walk = async () => {
      const one = await walker()
      for (let url = left.pop(); url !== undefined; url = left.pop()) found.push([url, await look(one, url, coloured)])
      requests += one.watched.requests
      await one.page.context().close()
    }
    await Promise.all([walk(), walk()])
  }, 7_200_000)

  const all = (of: keyof Found) => found.flatMap(([url, one]) => (one[of] ?? []).map((fault) => `${url} ${fault}`))

  it('keeps to its policy and throws nothing', () => {
    expect(all('violations')).toEqual([])
    expect(all('errors')).toEqual([])
    measured('policy', {
      'pages walked': found.length,
      violations: all('violations').length,
      errors: all('errors').length,
    })
  })

  it('asks nothing of another host', () => {
    expect(all('foreign')).toEqual([])
    measured('foreign-requests', {'requests seen': requests, 'of another host': all('foreign').length})
  })

  it('leaves nothing in the browser', () => {
    expect(all('kept')).toEqual([])
    measured('storage', {'pages walked': found.length, 'left in the browser': all('kept').length})
  })

  it('passes axe-core, its colours in both schemes', () => {
    expect([...all('light'), ...all('dark')]).toEqual([])
    measured('axe', {
      'pages judged': found.length,
      'of them in two schemes': inTwoSchemes,
      violations: all('light').length + all('dark').length,
    })
  })

  it('has no id that is a property of the window or the document, and no broken picture', () => {
    expect(all('clobbering')).toEqual([])
    expect(all('pictures')).toEqual([])
    measured('clobbering', {
      'ids compared': ids,
      'properties hidden': all('clobbering').length,
      'broken pictures': all('pictures').length,
    })
  })
})

/** The same look at a page that somebody spoilt: a zero above counts because of these. */
describe('a spoilt page', () => {
  const address = '/404.html'
  let html = ''
  let one: Walker
  beforeAll(async () => {
    html = readPage(address).html
    one = await walker()
  })
  afterAll(() => one.page.context().close())

  /** Looks at the page with `more` in its head or its body, and with a script and a style sheet of its own. */
  async function spoil(
    more: string,
    {script = '', style = '', policy = true, coloured = new Set<string>()} = {},
  ): Promise<Found> {
    await one.page.unrouteAll()
    await one.page.route('**/spoilt/', (route) => {
      const guarded = policy ? html : html.replace(/<meta http-equiv[^>]*>/, '')
      const links = `<link rel="stylesheet" href="/spoilt/style.css"><script src="/spoilt/script.js"></script>`
      return route.fulfill({
        contentType: 'text/html',
        headers: policy ? headers : {},
        body: guarded.replace('</head>', `${links}</head>`).replace('<h1', `${more}<h1`),
      })
    })
    await one.page.route('**/spoilt/script.js', (route) =>
      route.fulfill({contentType: 'text/javascript', body: script}),
    )
    await one.page.route('**/spoilt/style.css', (route) => route.fulfill({contentType: 'text/css', body: style}))
    await one.page.route('https://elsewhere.invalid/**', (route) => route.abort())
    return look(one, '/spoilt/', coloured)
  }

  it('is as good as its original before it is spoilt', async () => {
    const found = await spoil('')
    expect(Object.values(found).flat()).toEqual([])
  })

  it.each([
    ['an inline script', '<script>document.title</script>', /script-src/],
    // One that is called as soon as it is there: older browsers tell of a handler only when its event comes.
    ['a handler', '<details open ontoggle="alert(1)"><summary>words</summary></details>', /script-src-attr|script-src/],
    ['an inline style', '<p style="color: red">words</p>', /style-src/],
    ['a style element', '<style>p {color: red}</style>', /style-src/],
    ['a script of another host', '<script src="https://elsewhere.invalid/a.js"></script>', /script-src/],
    ['a picture of another host', '<img alt="" src="https://elsewhere.invalid/a.png">', /img-src/],
    ['a picture in its address', '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', /img-src/],
    ['a frame', '<iframe title="words" src="/"></iframe>', /frame-src/],
    ['a base', '<base href="/elsewhere/">', /base-uri/],
  ])('breaks the policy by %s', async (_what, more, directive) => {
    expect((await spoil(more)).violations.join('\n')).toMatch(directive)
  })

  it.each([
    ['a string as markup', 'document.documentElement.innerHTML = "<p>"'],
    ['a string as a document', 'new DOMParser().parseFromString("<p>", "text/html")'],
    ['a string as a worker', 'new Worker("/spoilt/script.js")'],
    ['a policy of its own', 'trustedTypes.createPolicy("spoilt", {})'],
    ['a string as code', 'Function("return 1")()'],
  ])('breaks the policy by taking %s', async (_what, script) => {
    const {violations} = await spoil('', {script: `try {${script}} catch {}`})
    expect(violations.join('\n')).toMatch(/trusted|script-src/i)
  })

  it('asks another host once its policy is gone', async () => {
    const {foreign} = await spoil('<img alt="" src="https://elsewhere.invalid/a.png">', {policy: false})
    expect(foreign).toHaveLength(1)
  })

  it('throws', async () => {
    expect((await spoil('', {script: 'throw new Error("spoilt")'})).errors).toHaveLength(1)
  })

  it.each([
    ['a picture that is not there', '<img alt="" src="/spoilt/nothing.png">', 'pictures'],
    ['an id that scripts stumble over', '<i id="location"></i>', 'clobbering'],
    ['a picture without words', '<img src="/icon.svg">', 'light'],
  ] as const)('has %s', async (_what, more, fault) => {
    expect((await spoil(more))[fault]).toHaveLength(1)
  })

  it('has words that cannot be read in the dark only', async () => {
    const found = await spoil('', {style: '@media (prefers-color-scheme: dark) {h1 {color: #333 !important}}'})
    expect(found.light).toEqual([])
    expect(found.dark.join('\n')).toMatch(/color-contrast/)
  })

  it('has colours that are judged once, and again where a word stands as none has before', async () => {
    const style = '@media (prefers-color-scheme: dark) {.spoilt {color: #333 !important}}'
    const coloured = new Set<string>()
    expect((await spoil('<p>words</p>', {style, coloured})).dark).toEqual([])
    const looks = inTwoSchemes
    await spoil('<p>words</p>', {style, coloured})
    expect(inTwoSchemes).toBe(looks)
    expect((await spoil('<p class="spoilt">words</p>', {style, coloured})).dark.join('\n')).toMatch(/color-contrast/)
  })

  // What they leave stays in the browser, so they come last, and each adds one.
  it.each([
    ['a cookie', 'document.cookie = "spoilt=1"'],
    ['local storage', 'localStorage.spoilt = 1'],
    ['session storage', 'sessionStorage.spoilt = 1'],
    ['a database', 'indexedDB.open("spoilt")'],
    ['a cache', 'caches.open("spoilt")'],
  ])('leaves %s', async (what, script) => {
    const left = (await spoil('', {script})).kept
    expect(left.some((one) => one.startsWith(what.replace(/^an? /, '')))).toBe(true)
  })
})
