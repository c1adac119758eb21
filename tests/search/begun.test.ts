import {describe, expect, it} from 'vitest'
import {find} from '../../src/search/find.ts'
import type {Finding} from '../../src/search/find.ts'
import {openNames} from '../../src/search/names.ts'
import type {Filters, PagefindData} from '../../src/search/pagefind.ts'

/** What was asked of the site while a query was answered. */
interface Asked {
  readonly finding: Finding
  /** Of the index. */
  readonly texts: readonly string[]
  /** How many texts of pages were fetched. */
  readonly pages: number
  /** Whether the list of all words was fetched. */
  readonly vocabulary: boolean
}

/** Asks a site of which the index finds every page. */
async function ask(words: string, texts: readonly string[], filters: Filters = {}): Promise<Asked> {
  const asked: string[] = []
  let [pages, vocabulary] = [0, false]
  const results = texts.map((content, at) => ({
    id: `${at}`,
    data: () => {
      pages++
      const page: PagefindData = {
        url: `/statements/s${at}/`,
        content,
        excerpt: content,
        meta: {title: `s${at}`},
        filters: {},
        sub_results: [],
      }
      return Promise.resolve(page)
    },
  }))
  const finding = await find(
    {words, facets: {}},
    {
      base: '/',
      names: openNames({entries: [], comparisons: []}),
      engine: {
        filters: () => Promise.resolve(filters),
        search: (query) => {
          asked.push(query ?? '')
          return Promise.resolve({results, totalFilters: {}})
        },
      },
      vocabulary: () => {
        vocabulary = true
        return Promise.resolve({common: 'lantern watch', rare: ''})
      },
      clauses: () => Promise.resolve([]),
    },
  )
  return {finding, texts: asked, pages, vocabulary}
}

const urls = ({finding}: Asked) => finding.hits.map(({url}) => url)

describe('find(query, kit) of a word that is only begun', () => {
  const texts = ['The lantern watch.', 'A lantern for the US.']

  it.each(['lantern w', 'lantern W', 'lantern wa', 'lantern Wa'])('goes on with what is found: %s', async (words) => {
    expect(urls(await ask(words, texts))).toEqual(['/statements/s0/', '/statements/s1/'])
  })

  it('takes two capitals for a word', async () => {
    expect(urls(await ask('lantern US', texts))).toEqual(['/statements/s1/'])
  })

  it.each(['w', 'W', 'wa'])('fetches no list of words to mend “%s”, and finds nothing', async (words) => {
    const asked = await ask(words, texts)
    expect(asked.vocabulary).toBe(false)
    expect(asked.finding).toMatchObject({hits: [], nearest: [], unknown: []})
  })

  it('fetches it for three letters', async () => {
    expect((await ask('wax', texts)).vocabulary).toBe(true)
  })
})

describe('find(query, kit) of a single letter beside words', () => {
  it('asks the index for the words alone, and the pages for the letter, too', async () => {
    const asked = await ask('lantern j watch', ['A lantern watch.', 'The lantern watch of Mr. J.'])
    expect(asked.texts).toEqual(['lantern watch'])
    expect(urls(asked)).toEqual(['/statements/s1/'])
  })
})

/** The facets of an edition of so many pages. */
const edition = (pages: number): Filters => ({kind: {Statement: pages - 200, Glossary: 200}})

describe('find(query, kit) of a word that many pages have', () => {
  const many = Array.from({length: 40}, () => 'A lantern.')

  it.each([
    {pages: 1000, texts: 8},
    {pages: 1001, texts: 4},
  ])('shows $texts of $pages pages', async ({pages, texts}) => {
    const asked = await ask('lantern', many, edition(pages))
    expect(asked.pages).toBe(texts)
    expect(asked.finding).toMatchObject({hits: {length: texts}, more: true})
  })
})

describe('find(query, kit) of two letters', () => {
  const many = Array.from({length: 40}, () => 'A watch.')

  it('reads four texts of a large edition where none of these has the word', async () => {
    expect((await ask('wa', many, edition(1001))).pages).toBe(4)
  })

  it('reads on where one of them has it', async () => {
    const asked = await ask('wa', ['Wa!', ...many], edition(1001))
    expect(asked.pages).toBeGreaterThan(4)
    expect(urls(asked)).toEqual(['/statements/s0/'])
  })
})
