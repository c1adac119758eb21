import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import type {Page} from 'playwright-core'
import {parse} from 'yaml'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSearch} from '../../scripts/engine.ts'
import type {OpenSearch} from '../../scripts/engine.ts'
import {find} from '../../src/search/find.ts'
import type {Finding, Kit} from '../../src/search/find.ts'
import {dist, root} from './site.ts'
import {visit} from './visit.ts'

/** A query, and the pages or places any of which is right. */
interface Golden {
  readonly q: string
  readonly expect: readonly string[]
  /** `false` where the form stands in no list of names. */
  readonly listed?: boolean
}

const golden = parse(readFileSync(join(root, 'tests', 'search', 'queries.yaml'), 'utf8')) as Record<string, Golden[]>

const site = visit()

let open: OpenSearch
let kit: Kit

beforeAll(async () => {
  open = await openSearch(dist)
  kit = open.kit
})

afterAll(() => {
  open.close()
})

// First in the file: it counts what nothing before it has fetched.
describe('the first query', () => {
  /** Bytes over the wire: what Pagefind makes is compressed already, everything else goes as brotli. */
  const wire = (path: string) => {
    const bytes = readFileSync(join(dist, path))
    return /\.pf_\w+$|\.pagefind$/.test(path) ? bytes.length : brotliCompressSync(bytes).length
  }

  /** The box’s script and what it imports in turn, with its styles. */
  const boxFiles = () => {
    const all = readdirSync(join(dist, '_astro'))
    const files = new Set(all.filter((name) => /^box\..*\.(js|css)$/.test(name)))
    for (const name of files) {
      const text = readFileSync(join(dist, '_astro', name), 'utf8')
      for (const [, imported = ''] of text.matchAll(/from"\.\/([\w.-]+\.js)"/g)) files.add(imported)
    }
    return Array.from(files, (name) => `/_astro/${name}`)
  }

  it('costs at most 127 kB, box, names, engine and all', async () => {
    await kit.engine?.filters()
    await ask('NCG')
    const files = [...boxFiles(), '/data/search.json', '/pagefind/pagefind.js', ...open.asked]
    const total = files.reduce((sum, path) => sum + wire(path), 0)
    process.stdout.write(`The first query: ${total} bytes in ${files.length} files\n`)
    expect(files.length).toBeGreaterThan(10)
    expect(total).toBeLessThanOrEqual(127_000)
  })

  it('fetches no Korean face before Korean words are there', async () => {
    const page = await site.open('/404.html')
    const fonts: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('.woff2')) fonts.push(request.url())
    })
    await page.locator('[data-open-search]').first().click()
    const input = page.locator('dialog.search input')
    await page.locator('dialog.search .facets select').first().waitFor()
    // A face is asked for when what it is for has been drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(fonts.filter((url) => url.includes('korean'))).toEqual([])
    const asked = page.waitForRequest(/korean\.[\w-]+\.woff2$/)
    await input.fill('확장억제')
    await asked
    expect(fonts.filter((url) => url.includes('korean'))).toHaveLength(1)
    await page.context().close()
  })
})

async function ask(words: string): Promise<Finding> {
  return await find({words, facets: {}}, kit)
}

/** The rank of the first right answer, from 1; 0 where there is none. A page is right with any of its places. */
function rankOf({hits}: Finding, right: readonly string[]): number {
  const isRight = (url: string) => right.some((one) => url === one || url.split('#')[0] === one)
  return hits.findIndex(({url, places}) => isRight(url) || places.some((place) => right.includes(place.url))) + 1
}

interface Score {
  readonly kind: string
  readonly ranks: readonly number[]
}

const meanReciprocal = (ranks: readonly number[]) =>
  ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length
const firstShare = (ranks: readonly number[]) => ranks.filter((rank) => rank === 1).length / ranks.length

describe('the golden queries', () => {
  const answerable = Object.entries(golden).filter(([kind]) => kind !== 'nothing')

  it('are answered with the right page first', async () => {
    const misses: string[] = []
    const scores: Score[] = []
    for (const [kind, queries] of answerable) {
      const ranks: number[] = []
      for (const {q, expect: right} of queries) {
        const finding = await ask(q)
        const rank = rankOf(finding, right)
        ranks.push(rank)
        if (rank !== 1) misses.push(`${kind}: ${q} is at ${rank}; first is ${finding.hits[0]?.url ?? 'nothing'}`)
      }
      scores.push({kind, ranks})
    }
    const all = scores.flatMap(({ranks}) => ranks)
    for (const {kind, ranks} of [...scores, {kind: 'all', ranks: all}]) {
      process.stdout.write(
        `${kind.padEnd(12)} ${String(ranks.length).padStart(3)} queries, mean reciprocal rank ${meanReciprocal(ranks).toFixed(3)}, right first ${(100 * firstShare(ranks)).toFixed(1)} %\n`,
      )
    }
    process.stdout.write(`${misses.join('\n')}\n`)
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(meanReciprocal(all)).toBeGreaterThanOrEqual(0.97)
    expect(firstShare(all)).toBeGreaterThanOrEqual(0.97)
    // A rule that fails hurts one kind; the others would hide it.
    expect(scores.filter(({ranks}) => firstShare(ranks) < 0.85).map(({kind}) => kind)).toEqual([])
  })

  it('are told honestly where the edition has nothing', async () => {
    const junk: string[] = []
    for (const {q} of golden['nothing'] ?? []) {
      const {hits} = await ask(q)
      if (hits.length > 0) junk.push(`${q}: ${hits.map(({url}) => url).join(' ')}`)
    }
    expect(junk).toEqual([])
  })
})

describe('the box in a browser', () => {
  /** Three of each kind, from its beginning, its middle and its end. */
  const sample = Object.entries(golden).flatMap(([kind, queries]) =>
    [0, 0.5, 1].flatMap((share) => {
      const query = queries[Math.round((queries.length - 1) * share)]
      return query === undefined ? [] : [{kind, ...query}]
    }),
  )

  /** Asks, and reads the addresses of the first page that is shown and of the places in it. */
  async function firstShown(page: Page, words: string): Promise<string[]> {
    const input = page.locator('[data-search-page] input')
    const status = page.locator('.search-status')
    // The line is empty while nothing is asked, so what stands in it then is the answer.
    await input.fill('')
    await status.filter({hasText: /^$/}).waitFor({state: 'attached'})
    await input.fill(words)
    await status.filter({hasText: /found|shown/}).waitFor()
    const links = page.locator('.hits:not(.nearest) > li:first-child a')
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    return addresses.map((address) => {
      const {pathname, hash} = new URL(address)
      return pathname + hash
    })
  }

  it('shows what the golden queries expect', async () => {
    const page = await site.open('/search/')
    const wrong: string[] = []
    for (const {kind, q, expect: right} of sample) {
      const first = await firstShown(page, q)
      const isRight =
        right.length === 0
          ? first.length === 0
          : first.some((url) => right.includes(url)) || right.includes(first[0]?.split('#')[0] ?? '')
      if (!isRight) wrong.push(`${kind}: ${q} shows ${first[0] ?? 'nothing'}`)
    }
    expect(sample.length).toBeGreaterThanOrEqual(20)
    expect(wrong).toEqual([])
    expect(site.faults).toEqual([])
    await page.context().close()
  })
})

describe('what is no question', () => {
  it.each([
    ['ten thousand characters', 'nuclear '.repeat(1250), true],
    ['ten thousand letters without a space', 'a'.repeat(10_000), false],
    ['punctuation', '!!! ??? ... --- ;;;', false],
    ['a script', '<script>alert(1)</script>', false],
    ['an unpaired quote', '"swift, overwhelming', true],
    ['quotes only', '"""""', false],
    ['a regular expression', '(a+)+$ [^x]* \\d{3,}', false],
    ['half a regular expression', 'deterrence ([', true],
    ['emoji', '🇰🇷👍🏽', false],
    ['half a character', '\ud83d', false],
    ['a facet that is none', 'kind:poem', false],
    ['leaving out only', '-deterrence', false],
    ['invisible characters', '\u200b\u202e\u0000', false],
  ])('makes no error: %s', async (_, words, finds) => {
    const {hits, nearest} = await ask(words)
    expect(hits.length > 0).toBe(finds)
    for (const {url} of [...hits, ...nearest]) expect(url).toMatch(/^\/[a-z]/)
  })

  it('finds decomposed Hangul as composed', async () => {
    expect((await ask('핵협의그룹'.normalize('NFD'))).hits[0]?.url).toBe('/glossary/ncg/')
  })
})

describe('a search', () => {
  /** The text that a page prints. */
  const printed = (url: string) => {
    const html = readFileSync(join(dist, url.split(/[#?]/)[0] ?? '', 'index.html'), 'utf8')
    return html
      .slice(html.indexOf('<main'))
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
  }

  it('finds an exact phrase within a longer query, also across a hyphen', async () => {
    const {hits} = await ask('ministers "non nuclear capabilities"')
    expect(hits.length).toBeGreaterThan(0)
    for (const {url} of hits) expect(printed(url)).toMatch(/non[- ]nuclear capabilities/i)
  })

  it('leaves out pages with a word', async () => {
    const with_ = await ask('trilateral')
    const without = await ask('trilateral -Japan')
    expect(without.hits.length).toBeGreaterThan(0)
    expect(without.hits.map(({url}) => url)).not.toEqual(with_.hits.map(({url}) => url))
    expect(without.hits.some(({url}) => url === '/glossary/trilateral/')).toBe(false)
  })

  it('keeps to forum, kind, party and a span of years', async () => {
    const {hits} = await ask('regime forum:edscg year:2022..2024')
    expect(hits.length).toBeGreaterThan(0)
    for (const {url} of hits) expect(url).toMatch(/^\/statements\/edscg-[345]-/)
    const formulas = await ask('deterrence kind:formula')
    for (const {kind} of formulas.hits) expect(kind).toBe('Formula')
    const japanese = await ask('party:japan')
    expect(japanese.hits.length).toBeGreaterThan(3)
    for (const {url} of japanese.hits) expect(url).toMatch(/^\/statements\/(trilat|camp-david|msmt)/)
  })

  it('narrows by theme and by language, typed or chosen', async () => {
    const urls = async (words: string) => (await ask(words)).hits.map(({url}) => url)
    expect(await urls('kind:formula theme:cyber')).toEqual(
      expect.arrayContaining(['/formulas/article-iii-invocation/', '/formulas/case-by-case/']),
    )
    expect(await urls('deterrence theme:cyber')).not.toContain('/glossary/extended-deterrence/')
    expect(await urls('minister kind:person language:korean')).not.toContain('/people/austin/')
    const chosen = await find({words: '', facets: {theme: 'Sanctions and resolutions', kind: 'Formula'}}, kit)
    expect(chosen.hits.map(({url}) => url)).toContain('/formulas/per-unscr/')
    expect(chosen.hits.map(({url}) => url)).not.toContain('/formulas/linchpin/')
  })

  it('takes any name of a forum for it', async () => {
    for (const words of ['forum:2p2 Taiwan', 'forum:2+2 Taiwan'])
      expect((await ask(words)).hits[0]?.url).toMatch(/^\/statements\/2p2-/)
  })

  it('finds a page by a word within its Korean name, also beside a word of its text', async () => {
    expect((await ask('회피 제재 language:korean')).hits[0]?.url).toBe('/glossary/sanctions-evasion/')
    expect((await ask('연합작업을')).hits[0]?.url).toBe('/glossary/cfc/')
    expect((await ask('연합작업을')).unknown).toEqual(['작업'])
  })

  it('tells who held an office, and in what words', async () => {
    const {hits} = await ask('한국 국방장관 2024')
    expect(hits.slice(0, 2).map(({url}) => url)).toEqual(['/people/shin-won-sik/', '/people/kim-yong-hyun/'])
    expect(hits[0]?.excerpt[0]?.text).toContain('Minister of National Defense')
  })

  it('begins its excerpts with text, and not with what stands over or beside a title', async () => {
    const kinds = ['glossary', 'formula', 'person', 'change', 'statement', 'witness', 'guide']
    const all = await Promise.all(kinds.map((kind) => find({words: `kind:${kind}`, facets: {}, limit: 200}, kit)))
    const hits = all.flatMap((finding) => finding.hits)
    expect(hits.length).toBeGreaterThan(200)
    for (const {title, kind, excerpt} of hits) {
      const text = excerpt.map((piece) => piece.text).join('')
      expect(text).toMatch(/^[\p{L}\p{N}“("]/u)
      // A formula begins with its own words, which may be its name.
      if (kind !== 'Formula') expect(text.startsWith(`${title}.`)).toBe(false)
      expect(text).not.toMatch(/^(?:Glossary|Statements|People|Guide|Joint statement|\d+ \w+ \d{4}) ?·/)
    }
  })

  it('says why a page was found, what was corrected, and what stands nowhere', async () => {
    expect((await ask('prolonged deterrence')).hits[0]?.reason).toBe('bad copies print “prolonged deterrence”')
    expect((await ask('Pentagon')).hits[0]?.reason).toBe('also known as Pentagon')
    expect((await ask('armistise')).corrected).toBe('armistice')
    const nothing = await ask('Minsk agreement')
    expect(nothing.unknown).toEqual(['minsk'])
    expect(nothing.nearest.length).toBeGreaterThan(0)
  })

  it('goes on with what is found while the next word is only begun', async () => {
    const urls = async (words: string) => (await ask(words)).hits.map(({url}) => url)
    expect((await urls('sanctions ev')).length).toBeGreaterThan(3)
    expect(await urls('sanctions eva')).toContain('/glossary/sanctions-evasion/')
  })

  it('shows more when more is asked for', async () => {
    const first = await find({words: 'deterrence', facets: {}}, kit)
    const second = await find({words: 'deterrence', facets: {}, limit: 24}, kit)
    expect(first.more).toBe(true)
    expect(second.hits.length).toBeGreaterThan(first.hits.length)
  })

  it('finds names where the engine cannot run', async () => {
    const {engine: _, ...bare} = kit
    expect((await find({words: '확장억제의', facets: {}}, bare)).hits[0]?.url).toBe('/glossary/extended-deterrence/')
  })
})
