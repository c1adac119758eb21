import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSearch} from '../../../scripts/engine.ts'
import type {OpenSearch} from '../../../scripts/engine.ts'
import {find} from '../../../src/search/find.ts'
import type {Finding, Query} from '../../../src/search/find.ts'
import {pack} from '../../../src/search/packing.ts'
import {indexPages} from '../../../src/site/index/indexing.ts'

/** Statements of sixty years, forty in each, and copies of them without a year. */
const years = Array.from({length: 60}, (_, index) => 1960 + index)
const yearly = 40

const marks = (...filters: readonly string[]) =>
  filters.map((filter) => `<i hidden data-pagefind-filter="${filter}"></i>`).join('')

function pagesOf(): {readonly path: string; readonly text: string}[] {
  const statements = years.flatMap((year) =>
    Array.from({length: yearly}, (_, index) => ({
      path: `statements/s-${year}-${index}/index.html`,
      text: `${marks('kind:Statement', `year:${year}`)}<h1>Statement ${index} of ${year}</h1>
<p>deterrence holds in the ${index === 0 ? `lantern${year}` : 'treaty'}${index === 1 && year < 1970 ? ' armistice' : ''}${year === 1960 ? '. Deterrence is deterrence' : ''}${year === 1975 && index < 20 ? ' communiqué' : ''}</p>`,
    })),
  )
  const copies = [0, 1].map((index) => ({
    path: `witnesses/w-${index}/index.html`,
    text: `${marks('kind:Witness')}<h1>Copy ${index}</h1><p>detterence holds</p>`,
  }))
  const term = {path: 'glossary/treaty/index.html', text: `${marks('kind:Glossary')}<h1>Treaty</h1><p>a treaty</p>`}
  return [...statements, ...copies, term]
}

describe('an index that is split', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-split-'))
  let whole: OpenSearch
  let split: OpenSearch

  const make = async (name: string, isSplit: boolean) => {
    const site = join(folder, name)
    mkdirSync(join(site, 'data'), {recursive: true})
    writeFileSync(join(site, 'data', 'search.json'), JSON.stringify(pack({entries: [], comparisons: []})))
    writeFileSync(join(site, 'data', 'words.json'), JSON.stringify({common: '', rare: ''}))
    const pages = pagesOf().map(({path, text}) => ({
      path,
      html: `<html lang="en"><body data-pagefind-body>${text}</body></html>`,
    }))
    await indexPages(pages, site, isSplit ? {} : {most: pages.length})
    expect(existsSync(join(site, 'pagefind', 'earlier'))).toBe(isSplit)
    return await openSearch(site)
  }

  beforeAll(async () => {
    whole = await make('whole', false)
    split = await make('split', true)
  })
  afterAll(() => {
    for (const search of [whole, split]) search.close()
    rmSync(folder, {recursive: true})
  })

  const ask = async (search: OpenSearch, words: string, rest: Partial<Query> = {}) =>
    await find({words, facets: {}, ...rest}, search.kit)
  const urls = ({hits}: Finding) => hits.map(({url}) => url).toSorted()
  const fetched = () => [...split.asked].filter((path) => path.includes('/earlier/'))

  // First: it asks before anything has been fetched.
  it('answers a word that most pages have from the newest ones, and says that there is more', async () => {
    const {hits, more} = await ask(split, 'deterrence')
    expect(hits.length).toBeGreaterThan(2)
    for (const {url} of hits) expect(url).toMatch(/^\/statements\/s-20(?:0[5-9]|1\d)-/)
    expect(more).toBe(true)
    expect(fetched()).toEqual([])
    await ask(whole, 'deterrence')
    // Each notes what both ask for; what is not there is the other’s.
    const bytes = (site: string) =>
      [...new Set([...whole.asked, ...split.asked])]
        .map((path) => join(folder, site, path))
        .filter((path) => /\.pf_(?:meta|index)$/.test(path) && existsSync(path))
        .reduce((sum, path) => sum + readFileSync(path).length, 0)
    expect(bytes('split')).toBeGreaterThan(1000)
    expect(bytes('split')).toBeLessThan(bytes('whole') / 2)
  })

  it('does not look where no page can have the facet', async () => {
    expect(urls(await ask(split, 'treaty', {facets: {kind: 'Glossary'}}))).toEqual(['/glossary/treaty/'])
    expect(fetched()).toEqual([])
  })

  it.each([
    ['lantern1961', {}],
    ['armistice', {}],
    ['communique', {}],
    ['detterence', {}],
    ['"armistice"', {}],
    ['lantern1961 deterrence', {}],
    ['treaty', {facets: {year: '1963'}, limit: 60}],
    ['', {facets: {year: '1963'}, limit: 60}],
    ['deterrence', {facets: {kind: 'Witness'}}],
  ] satisfies [string, Partial<Query>][])('finds “%s” %o among all pages', async (words, rest) => {
    const [one, other] = [await ask(whole, words, {limit: 40, ...rest}), await ask(split, words, {limit: 40, ...rest})]
    if (words !== 'deterrence') expect(one.hits.length).toBeGreaterThan(0)
    expect(urls(other)).toEqual(urls(one))
  })

  it('comes to the earlier pages where a reader asks for more and more, and nothing that was shown moves', async () => {
    const some = await ask(split, 'deterrence', {limit: 40})
    const all = await ask(split, 'deterrence', {limit: 700})
    expect(all.hits.slice(0, some.hits.length)).toEqual(some.hits)
    expect(all.hits.some(({url}) => url.startsWith('/statements/s-1960-'))).toBe(true)
    expect(new Set(urls(all)).size).toBe(all.hits.length)
  })

  it('has the facets of all pages, and one engine for both', async () => {
    const [one, other] = [await whole.kit.engine?.filters(), await split.kit.engine?.filters()]
    expect({...other, earlier: undefined}).toEqual({...one, earlier: undefined})
    expect([...split.asked].filter((path) => path.includes('wasm'))).toEqual(['/pagefind/wasm.en.pagefind'])
  })
})
