import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {enableCompileCache} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {chance} from '../../../scripts/bench/random.ts'
import type {Chance} from '../../../scripts/bench/random.ts'
import {prose} from '../../../scripts/bench/words.ts'
import {indexPages, SiteIndex} from '../../../src/site/index/indexing.ts'
import type {Sizes} from '../../../src/site/index/indexing.ts'
import type {IndexedPages} from '../../../src/site/index/joining.ts'
import type {ManifestFile} from '../../../src/site/manifest.ts'
import {pathsBelow} from '../../../src/site/tree.ts'

/** The HTML of pages by their paths. */
type Pages = ReadonlyMap<string, string>

const temporary = mkdtempSync(join(tmpdir(), 'linchpin-indexing-'))
// Each index is joined by threads, which load the same modules.
enableCompileCache(join(temporary, 'compiled'))
let folders = 0
const newFolder = () => join(temporary, String(++folders))

afterAll(() => rmSync(temporary, {recursive: true}))

const years = ['1990', '1991', '1992', '1993']

/** Some are split where pages are as few as here, and some are not. */
const small = {part: 2000, most: 8, newest: 5}

/** A page with words that many have and words that few have, two spellings of one, fields and facets that not all have. */
function pageOf(random: Chance): string {
  if (random.below(12) === 0) return '<html lang="en"><main data-pagefind-body></main></html>'
  const some = (part: string, of = 2) => (random.below(of) === 0 ? part : '')
  const attribute = (name: string, value: string) => `<i data-pagefind-${name}="${value}"></i>`
  return `<html lang="en"><main data-pagefind-body><h1>${some('한미 동맹')} meeting ${random.below(50)}</h1>
${some(attribute('filter', `kind:${random.pick(['Term', 'Statement', 'Witness', '__proto__'])}`))}${some(attribute('filter', `year:${random.pick(years)}`))}
${some(`<p data-pagefind-meta="forms">${prose(4, random)} allies</p>`, 3)}${some(`<p data-pagefind-meta="absent">ally</p>`, 9)}
<p>${some('Café café', 6)} ${some('cafe', 4)}</p><p data-pagefind-weight="3">${random.pick(['communiqué', 'communique', 'Communiqués'])} us U.S. un</p>
${some('<h2 id="a">naïve</h2>')}<p>${prose(20 + random.below(80), random)}</p></main></html>`
}

function edited(pages: Pages, random: Chance): Pages {
  const [next, paths] = [new Map(pages), [...pages.keys()]]
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const what = random.below(10)
    if (what < 5) next.set(random.pick(paths), pageOf(random))
    else if (what < 7) next.set(`${random.pick(['a', 'm', 'z'])}-${random.below(1000)}/index.html`, pageOf(random))
    else if (what < 9) next.delete(random.pick(paths))
    // As many as to leave a facet or a field without a page.
    else for (const path of paths.filter(() => random.below(3) > 0)) next.delete(path)
  }
  return next.size > 4 ? next : new Map([...next, ...pages])
}

async function whole(pages: Pages, folder: string, sizes?: Partial<Sizes>): Promise<IndexedPages> {
  return indexPages(
    Array.from(pages, ([path, html]) => ({path, html})),
    folder,
    sizes,
  )
}

/** A site as its last index and what it writes anew. */
interface Rebuilt {
  readonly indexed: IndexedPages
  readonly written: readonly string[]
}

/** @param pause before which page the index is joined as if there were no more */
async function again(
  pages: Pages,
  folder: string,
  before: Pages,
  last: string,
  were: IndexedPages,
  {sizes, pause}: {readonly sizes?: Sizes; readonly pause?: number} = {},
): Promise<Rebuilt> {
  const written: string[] = []
  const listing = {
    note: ({path}: ManifestFile) => written.push(path),
    take(path: string) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      cpSync(join(last, path), join(folder, path))
    },
  }
  const files = pathsBelow(join(last, 'pagefind')).map((path) => `pagefind/${path}`)
  const index = new SiteIndex(folder, listing, {folder: last, files, pages: were}, sizes)
  for (const [n, [path, html]] of [...pages].entries()) {
    if (n === pause) index.pause()
    if (before.get(path) !== html || !index.keep(path)) index.add(path, () => html)
  }
  return {indexed: await index.end(), written}
}

const isSplit = (folder: string) => existsSync(join(folder, 'pagefind', 'earlier'))

function digests(folder: string): Readonly<Record<string, string>> {
  const digestOf = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
  return Object.fromEntries(pathsBelow(folder).map((path) => [path, digestOf(path)]))
}

function shuffled(pages: Pages, random: Chance): Pages {
  return new Map(
    Array.from(pages, (page) => ({page, at: random.next()}))
      .toSorted((a, b) => a.at - b.at)
      .map(({page}) => page),
  )
}

function somePages(count: number, random: Chance): Pages {
  return new Map(Array.from({length: count}, (_, page) => [`page-${page}/index.html`, pageOf(random)]))
}

describe('the index of a site', () => {
  it('is the same bytes for the same pages, in whatever order and parts they come', async () => {
    const random = chance(3)
    const pages = somePages(40, random)
    const [one, other] = [newFolder(), newFolder()]
    const indexed = await whole(pages, one)
    expect(await whole(shuffled(pages, random), other, {part: 7})).toEqual(indexed)
    expect(digests(other)).toEqual(digests(one))
  })

  it('has the forms of a word in one order, whichever comes first', async () => {
    const page = (word: string) => `<html lang="en"><main data-pagefind-body><p>${word}</p></main></html>`
    const pages = ['Communiqués', 'communiqué', 'communique'].map(
      (word, n) => [`p${n}/index.html`, page(word)] as const,
    )
    const [one, other] = [newFolder(), newFolder()]
    await whole(new Map(pages), one)
    await whole(new Map(pages.toReversed()), other)
    expect(digests(other)).toEqual(digests(one))
  })

  it('is after an edit that of all pages, byte for byte', async () => {
    const random = chance(17)
    let pages = somePages(25, random)
    let last = newFolder()
    let indexed = await whole(pages, last)
    let [written, empty] = [0, 0]
    for (let step = 0; step < 20; step++) {
      const next = edited(pages, random)
      const [folder, anew] = [newFolder(), newFolder()]
      const pause = random.below(2 * next.size)
      const rebuilt = await again(shuffled(next, random), folder, pages, last, indexed, {pause})
      expect([...rebuilt.indexed]).toEqual([...(await whole(next, anew))])
      expect(digests(folder)).toEqual(digests(anew))
      written += rebuilt.written.length
      empty += next.size - rebuilt.indexed.size
      ;[pages, last, indexed] = [next, folder, rebuilt.indexed]
    }
    // Some pages had no word, and what did not change was not written anew.
    expect(empty).toBeGreaterThan(0)
    expect(written).toBeGreaterThan(0)
  })

  it('is that of all pages where it is split, and where it is no more or not yet', async () => {
    const random = chance(23)
    const first = somePages(25, random)
    let pages = first
    let last = newFolder()
    let indexed = await whole(pages, last, small)
    const ways = new Map<string, number>()
    for (let step = 0; step < 30; step++) {
      const few = step % 5 === 2 ? new Map([...pages].slice(0, 8)) : undefined
      const next = few ?? (step % 5 === 4 ? first : edited(pages, random))
      const [folder, anew] = [newFolder(), newFolder()]
      const pause = random.below(2 * next.size)
      const rebuilt = await again(shuffled(next, random), folder, pages, last, indexed, {sizes: small, pause})
      expect([...rebuilt.indexed]).toEqual([...(await whole(shuffled(next, random), anew, {...small, part: 9}))])
      expect(digests(folder)).toEqual(digests(anew))
      const way = [last, folder].map((one) => (isSplit(one) ? 'two' : 'one')).join(' to ')
      ways.set(way, 1 + (ways.get(way) ?? 0))
      ;[pages, last, indexed] = [next, folder, rebuilt.indexed]
    }
    expect([...ways.keys()].sort()).toEqual(['one to one', 'one to two', 'two to one', 'two to two'])
  })

  it('has each page in one half, by its year, and leaves the other half as it is where a page changes', async () => {
    const page = (year: string, text: string) =>
      `<html lang="en"><main data-pagefind-body><i data-pagefind-filter="year:${year}"></i><p>${text}</p></main></html>`
    const pages = new Map(
      years.flatMap((year) =>
        [0, 1, 2].map((number) => [`s-${year}-${number}/index.html`, page(year, `treaty ${number}`)] as const),
      ),
    )
    const last = newFolder()
    const indexed = await whole(pages, last, small)
    expect(isSplit(last)).toBe(true)
    expect([...indexed.keys()].map((path) => path.slice(2, 6))).toEqual(
      ['1993', '1990', '1991', '1992'].flatMap((year) => [year, year, year]),
    )
    const folders = ['pagefind', 'pagefind/earlier'].map((half) => join(last, half, 'fragment'))
    expect(folders.map((half) => pathsBelow(half).length)).toEqual([3, 9])
    const next = new Map(pages).set('s-1993-0/index.html', page('1993', 'zzyzx'))
    const {written} = await again(next, newFolder(), pages, last, indexed, {sizes: small})
    expect(written.filter((path) => path.includes('/earlier/'))).toEqual(['pagefind/earlier/pagefind-entry.json'])
    const moved = new Map(pages).set('s-1993-0/index.html', page('1990', 'treaty 0'))
    const [folder, anew] = [newFolder(), newFolder()]
    const rebuilt = await again(moved, folder, pages, last, indexed, {sizes: small})
    expect([...rebuilt.indexed]).toEqual([...(await whole(moved, anew, small))])
    expect(digests(folder)).toEqual(digests(anew))
    const all = JSON.parse(readFileSync(join(folder, 'pagefind', 'facets.json'), 'utf8')) as unknown
    expect(all).toEqual({
      year: {1990: 4, 1991: 3, 1992: 3, 1993: 2},
      earlier: {'year:1990': 4, 'year:1991': 3},
    })
  })

  it('is taken file by file where the pages are the same, and list by list where few are others', async () => {
    const random = chance(5)
    const pages = somePages(60, random)
    const last = newFolder()
    const indexed = await whole(pages, last)
    const same = await again(pages, newFolder(), pages, last, indexed)
    expect(same.written).toEqual([])
    const [path = ''] = indexed.keys()
    const next = new Map(pages).set(path, `${pages.get(path)?.replace('</main>', '<p>zzyzx</p></main>')}`)
    const {written} = await again(next, newFolder(), pages, last, indexed)
    const lists = (names: readonly string[]) => names.filter((name) => name.startsWith('pagefind/index/')).length
    expect(lists(written)).toBeGreaterThan(0)
    // A list that is cut elsewhere moves few others.
    expect(lists(written)).toBeLessThan(lists(pathsBelow(last)) / 5)
    expect(written.filter((name) => name.includes('/fragment/')).length).toBe(1)
    expect(written.filter((name) => name.includes('/filter/')).length).toBe(0)
  })

  it('names the texts of two pages alike whose digests begin alike, with the one and without the other', async () => {
    const [a, b] = alike()
    const rest = Array.from({length: 6}, (_, n) => [`rest-${n}/index.html`, textPage(-n)] as const)
    const page = (n: number) => [`p${n}/index.html`, textPage(n)] as const
    const both = new Map([...rest, page(a), page(b)])
    const folder = newFolder()
    const indexed = await whole(both, folder)
    expect(indexed.size).toBe(both.size)
    expect(pathsBelow(join(folder, 'pagefind', 'fragment'))).toHaveLength(both.size)
    for (const [before, after] of [
      [both, new Map([...rest, page(b)])],
      [new Map([...rest, page(a)]), both],
      [new Map([...rest, page(a)]), new Map([...rest, page(b)])],
    ] as const) {
      const [last, next, anew] = [newFolder(), newFolder(), newFolder()]
      await again(after, next, before, last, await whole(before, last))
      await whole(after, anew)
      expect(digests(next)).toEqual(digests(anew))
    }
  })

  it('is that of all pages where one comes when the index of the others is there', async () => {
    const random = chance(29)
    const pages = somePages(30, random)
    const last = newFolder()
    const indexed = await whole(pages, last)
    const files = pathsBelow(join(last, 'pagefind')).map((path) => `pagefind/${path}`)
    const [kept = '', edited = ''] = indexed.keys()
    const next = new Map(pages).set(edited, pageOf(random)).set('new/index.html', pageOf(random))
    const anew = newFolder()
    await whole(next, anew)
    for (const late of [kept, edited]) {
      const folder = newFolder()
      const take = (path: string) => cpSync(join(last, path), join(folder, path))
      const index = new SiteIndex(folder, {take, note: () => undefined}, {folder: last, files, pages: indexed})
      const tell = (path: string, html = next.get(path) ?? '') =>
        html === pages.get(path) && index.keep(path) ? undefined : index.add(path, () => html)
      for (const path of next.keys()) if (path !== late) tell(path)
      index.pause()
      while (!existsSync(join(folder, 'pagefind', 'facets.json'))) await new Promise(setImmediate)
      tell(late)
      await index.end()
      expect(digests(folder)).toEqual(digests(anew))
    }
  })

  it('is that of a page that comes when there was none yet', async () => {
    const pages = somePages(1, chance(2))
    const [folder, anew] = [newFolder(), newFolder()]
    await whole(pages, anew)
    const index = new SiteIndex(folder, {take: () => undefined, note: () => undefined})
    index.pause()
    await new Promise(setImmediate)
    for (const [path, html] of pages) index.add(path, () => html)
    await index.end()
    expect(digests(folder)).toEqual(digests(anew))
  })

  it('is refused with what the disk said', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'pagefind'), {recursive: true})
    writeFileSync(join(folder, 'pagefind', 'index'), 'in the place of a folder')
    const pages = somePages(3, chance(7))
    await expect(whole(pages, folder)).rejects.toThrow(/EEXIST.*pagefind.index/)
  })

  it('is not written once it is dropped', async () => {
    const folder = newFolder()
    const index = new SiteIndex(folder, {take: () => undefined, note: () => undefined})
    for (const [path, html] of somePages(3, chance(9))) index.add(path, () => html)
    index.pause()
    await index.drop()
    await expect(index.end()).rejects.toThrow('What joins the search index was ended.')
    expect(existsSync(join(folder, 'pagefind', 'index'))).toBe(false)
  })

  it('is written no further once it is dropped', async () => {
    const folder = newFolder()
    const index = new SiteIndex(folder, {take: () => undefined, note: () => undefined})
    for (const [path, html] of somePages(300, chance(9))) index.add(path, () => html)
    index.pause()
    while (!existsSync(join(folder, 'pagefind', 'fragment'))) await new Promise(setImmediate)
    await index.drop()
    const left = pathsBelow(folder)
    // Until another is there, which takes longer than what was left of this one.
    await whole(somePages(300, chance(9)), newFolder())
    expect(pathsBelow(folder)).toEqual(left)
  })

  it('is refused where no page asks to be searched', async () => {
    await expect(whole(new Map(), newFolder())).rejects.toThrow('No page of the site asks to be searched')
  })
})

function textPage(n: number): string {
  return `<html lang="en"><main data-pagefind-body>word</main></html>${n}`
}

/** Two numbers of pages whose texts Pagefind would call by the same seven digits. */
function alike(): readonly [number, number] {
  const known = new Map<string, number>()
  for (let n = 0; ; n++) {
    const text = `{"url":"/p${n}/","content":"word","word_count":1,"filters":{},"meta":{},"anchors":[]}`
    const digest = createHash('sha1').update(text).digest('hex').slice(0, 7)
    const other = known.get(digest)
    if (other !== undefined) return [other, n]
    known.set(digest, n)
  }
}
