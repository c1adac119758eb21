import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSearch} from '../../scripts/engine.ts'
import type {OpenSearch} from '../../scripts/engine.ts'
import {find} from '../../src/search/find.ts'
import type {Finding} from '../../src/search/find.ts'
import {indexPages} from '../../src/site/index/indexing.ts'
import {dist, readPages, root} from './site.ts'
import {searchIn, visit, wide} from './visit.ts'

const golden = parse(readFileSync(join(root, 'tests', 'search', 'queries.yaml'), 'utf8')) as Record<
  string,
  readonly {readonly q: string}[]
>

/** Three of each kind, and what narrows. */
const queries = [
  ...Object.values(golden).flatMap((kind) => [0, 0.5, 1].map((share) => kind.at(share * (kind.length - 1))?.q)),
  '"nuclear consultative group"',
  'deterrence kind:statement',
  'forum:edscg extended deterrence',
].filter((query) => query !== undefined)

const folder = mkdtempSync(join(root, '.cache', 'split-'))
const site = visit()
let whole: OpenSearch
let split: OpenSearch

beforeAll(async () => {
  const pages = readPages()
    .filter(({html}) => html.includes('data-pagefind-body'))
    .map(({url, html}) => ({path: `${url.slice(1)}index.html`, html}))
  await indexPages(pages, folder, {part: Math.ceil(pages.length / 2)})
  mkdirSync(join(folder, 'data'))
  for (const name of ['search.json', 'words.json', 'compare'])
    cpSync(join(dist, 'data', name), join(folder, 'data', name), {recursive: true})
  whole = await openSearch(dist)
  split = await openSearch(folder)
})

afterAll(() => {
  whole.close()
  split.close()
  rmSync(folder, {recursive: true})
})

describe('an index made in two parts', () => {
  it('has every page once, the engine once, and nothing else of the parts', () => {
    const names = (...path: readonly string[]) => readdirSync(join(...path)).map((name) => name.replace(/en_\w+/, 'en'))
    expect(names(folder, 'pagefind', 'fragment')).toHaveLength(names(dist, 'pagefind', 'fragment').length)
    expect(names(folder, 'pagefind').sort()).toEqual(names(dist, 'pagefind').sort())
  })

  it('has the facets of all pages', async () => {
    expect(await split.kit.engine?.filters()).toEqual(await whole.kit.engine?.filters())
  })

  it('leads to what an index in one piece leads to', async () => {
    const ask = (words: string, {kit}: OpenSearch) => find({words, facets: {}}, kit)
    const first = ({hits: [hit], corrected}: Finding) => [hit?.title, hit?.url, corrected]
    const urls = ({hits}: Finding) => hits.map(({url}) => url)
    let [listed, shared] = [0, 0]
    for (const words of queries) {
      const [one, two] = [await ask(words, whole), await ask(words, split)]
      // Under a facet alone no page is before another, and they come part by part.
      if (!/^\w+:\S+$/.test(words)) expect([words, ...first(two)]).toEqual([words, ...first(one)])
      listed += one.hits.length
      shared += urls(one).filter((url) => urls(two).includes(url)).length
    }
    // Further down, pages that weigh nearly the same may change places across the end of the list.
    expect(shared / listed).toBeGreaterThan(0.95)
    process.stdout.write(`${queries.length} queries, ${shared} of ${listed} pages found in both ways\n`)
  })

  it('is searched by the box of a page, within the policy', async () => {
    let asked: ReadonlySet<string> = new Set()
    const page = await site.open('/404.html', wide, async (one) => {
      asked = await searchIn(folder, one)
    })
    await page.goto(`${site.origin}/search/?q=nuclear+planning`)
    await page.locator('.hits > li').nth(3).waitFor()
    const {hits} = await find({words: 'nuclear planning', facets: {}}, split.kit)
    const shown = await page.locator('.hits > li > .page-hit').allTextContents()
    expect(shown).toEqual(hits.map(({title}) => title))
    expect([...asked].filter((path) => path.includes('wasm'))).toEqual(['/pagefind/wasm.en.pagefind'])
    expect(site.faults).toEqual([])
    await page.context().close()
  })
})
