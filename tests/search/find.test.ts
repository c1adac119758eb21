import {describe, expect, it} from 'vitest'
import {find} from '../../src/search/find.ts'
import type {Finding} from '../../src/search/find.ts'
import type {Entry} from '../../src/search/lexicon.ts'
import {openNames} from '../../src/search/names.ts'
import {foldWords} from '../../src/search/normalize.ts'
import type {Pagefind, PagefindData} from '../../src/search/pagefind.ts'
import {demandsOf, holdsPhrase, holdsWord} from '../../src/search/texts.ts'

/** A small site: the names of its pages and their texts, by address. */
interface Site {
  readonly names?: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

/** An engine that gives the pages which hold all the words, or the quoted ones side by side, in the order of the site. */
function engineOf(pages: readonly PagefindData[]): Pagefind {
  const holdsAll = (page: PagefindData, query: string) => {
    const phrases = Array.from(query.matchAll(/"([^"]+)"/g), ([, phrase = '']) => phrase)
    if (phrases.length > 0) return phrases.every((phrase) => holdsPhrase(page, phrase))
    return demandsOf(foldWords(query), '').every((demand) => holdsWord(page, demand))
  }
  return {
    filters: () => Promise.resolve({}),
    search: (query) =>
      Promise.resolve({
        results: pages
          .filter((page) => query === null || holdsAll(page, query))
          .map((page) => ({id: page.url, data: () => Promise.resolve(page)})),
        totalFilters: {},
      }),
  }
}

/** Asks a small site. */
async function ask(words: string, {names = {}, texts}: Site): Promise<Finding> {
  const entries = Object.entries(names).map(([url, title]): Entry => ({url, title, names: {}}))
  const pages = Object.entries(texts).map(([url, content]): PagefindData => ({
    url,
    content,
    excerpt: content,
    meta: {title: url},
    filters: {},
    sub_results: [],
  }))
  const vocabulary = {common: [...new Set(foldWords(Object.values(texts).join(' ')))].toSorted().join(' '), rare: ''}
  return await find(
    {words, facets: {}},
    {
      base: '/',
      names: openNames({entries, comparisons: []}),
      engine: engineOf(pages),
      vocabulary: () => Promise.resolve(vocabulary),
      clauses: () => Promise.resolve([]),
    },
  )
}

const urls = ({hits}: Pick<Finding, 'hits'>) => hits.map(({url}) => url)

describe('find(query, kit) of words beside a phrase', () => {
  const texts = {
    '/statements/both/': 'The lantern stays lit over the ferry.',
    '/statements/phrase/': 'The lantern stays.',
    '/statements/apart/': 'The ferry stays where the lantern was.',
  }

  it('wants them where a page has them beside it', async () => {
    expect(urls(await ask('"lantern stays" ferry', {texts}))).toEqual(['/statements/both/'])
  })

  it('lets them fall away where no page has them, and keeps the phrase together', async () => {
    expect(urls(await ask('"lantern stays" harbour', {texts}))).toEqual(['/statements/both/', '/statements/phrase/'])
  })

  it('finds the phrase behind however many pages that have its words apart', async () => {
    const apart = Object.fromEntries(
      Array.from({length: 60}, (_, at) => [`/statements/s${at}/`, 'It stays a lantern.']),
    )
    const found = await ask('"lantern stays" harbour', {texts: {...apart, '/statements/phrase/': 'The lantern stays.'}})
    expect(urls(found)).toEqual(['/statements/phrase/'])
  })

  it.each(['lantrn wach', 'lantern watch comittee'])('takes the phrase “%s” for no slip of a name', async (phrase) => {
    const names = {'/glossary/watch/': 'Lantern watch', '/glossary/committee/': 'Lantern watch committee'}
    const finding = await ask(`"${phrase}"`, {names, texts})
    expect(urls(finding)).toEqual([])
    expect(finding.corrected).toBeUndefined()
  })

  it('shows what comes near, as such, where the phrase stands nowhere', async () => {
    const finding = await ask('"stays ferry" lit', {texts})
    expect(urls(finding)).toEqual([])
    expect(finding.nearest.map(({url}) => url)).toEqual(['/statements/both/'])
  })
})

describe('find(query, kit) of words to leave out', () => {
  const names = {
    '/glossary/lantern/': 'Lantern',
    '/glossary/watch/': 'Lantern watch',
    '/glossary/committee/': 'Lantern watch committee',
  }

  it.each([
    ['-watch', ['/glossary/lantern/']],
    ['-"Watch committee"', ['/glossary/lantern/', '/glossary/watch/']],
    ['-"watch lantern"', Object.keys(names)],
    ['-wat', Object.keys(names)],
  ])('leaves out with “%s” the pages called so, and no others', async (sign, left) => {
    expect(urls(await ask(`lantern ${sign}`, {names, texts: {}})).toSorted()).toEqual(left.toSorted())
  })
})

describe('find(query, kit) of a name that is not typed as it is written', () => {
  const names = {'/glossary/lantern/': 'Lantern watch', '/people/oil/': 'Oil'}
  const texts = {
    '/statements/a/': 'The lantern watch stays.',
    '/statements/b/': 'No lamp.',
    '/glossary/lantern/': 'Lantern watch: they keep the lamps.',
  }

  it.each(['lantrn wach', 'lanternwatch', 'lanterwatch', 'lntern watch'])(
    'gives for “%s” its page with the text, and the pages that have the name',
    async (typed) => {
      const {hits} = await ask(typed, {names, texts})
      expect(urls({hits})).toEqual(['/glossary/lantern/', '/statements/a/'])
      expect(hits[0]?.excerpt).not.toEqual([])
    },
  )
})

describe('find(query, kit) of a figure', () => {
  const query = 'council resolution 84 on lamps at night near harbours and the ferries'
  const held = 'Council resolution 84 speaks of lamps at night near harbours and of ferries.'
  const other = '/glossary/resolution/'
  const names = {[other]: 'Council resolution', '/glossary/ferry/': 'Ferry', '/glossary/lamp/': 'Lamp'}

  it('gives no page whose name lacks it, and the one whose name has it', async () => {
    expect(urls(await ask(query, {names, texts: {'/statements/a/': held}}))).not.toContain(other)
    const own = '/glossary/resolution-84/'
    const found = await ask(query, {names: {...names, [own]: 'Council resolution 84'}, texts: {'/statements/a/': held}})
    expect(urls(found)).toContain(own)
    expect(urls(found)).not.toContain(other)
  })

  it('gives a page whose name lacks it where its text says it', async () => {
    const found = await ask(query, {names, texts: {'/statements/a/': held, [other]: held}})
    expect(urls(found)).toEqual([other, '/statements/a/'])
  })
})

describe('find(query, kit) of what one thing does to another', () => {
  const [named, text] = ['/glossary/lantern/', '/statements/a/']
  const site = {
    names: {[named]: 'Lantern watch', '/glossary/ferry/': 'Ferry', '/glossary/lamp/': 'Lamp', '/glossary/oil/': 'Oil'},
    texts: {[text]: 'A lantern watch wakes the sleepers.'},
  }

  it.each(['does', 'Did', 'would', 'can'])(
    'puts the text that says it before the page of the one, asked with “%s”',
    async (word) => {
      expect(urls(await ask(`${word} lantern watch wake sleepers`, site))).toEqual([text, named])
    },
  )

  it('puts the page that is named first where nothing is asked', async () => {
    expect(urls(await ask('lantern watch wake sleepers', site))).toEqual([named, text])
  })
})

describe('find(query, kit) where no page holds all the words', () => {
  const texts = {
    '/statements/none/': 'Oil, harbours, sleepers and bells.',
    '/statements/three/': 'The lantern wakes the sleepers.',
    '/statements/two/': 'A lantern wakes.',
  }

  it('gives the pages that hold all but one of four words, as what was found', async () => {
    const finding = await ask('lantern wakes sleepers bells', {texts})
    expect(urls(finding)).toEqual(['/statements/three/'])
    expect(finding).toMatchObject({nearest: [], unknown: []})
  })

  it('takes no word away from three', async () => {
    expect(urls(await ask('lantern wakes bells', {texts}))).toEqual([])
  })

  it('answers a longer query without the one word that stands nowhere, and says which', async () => {
    const finding = await ask('zebra lantern wakes sleepers', {texts})
    expect(urls(finding)).toEqual(['/statements/three/'])
    expect(finding.unknown).toEqual(['zebra'])
    expect(finding.corrected).toBeUndefined()
  })

  it('gives what comes near, as such, where a short query has a word that stands nowhere', async () => {
    const finding = await ask('zebra lantern wakes', {texts})
    expect(urls(finding)).toEqual([])
    expect(finding.unknown).toEqual(['zebra'])
    expect(finding.nearest.map(({url}) => url)).toEqual(['/statements/three/', '/statements/two/'])
  })

  it('gives what comes near where two words stand nowhere, however long the query is', async () => {
    const finding = await ask('zebra lantern wakes sleepers quagga', {texts})
    expect(urls(finding)).toEqual([])
    expect(finding.unknown).toEqual(['zebra', 'quagga'])
    expect(finding.nearest.map(({url}) => url)).toEqual(['/statements/three/'])
  })

  it('searches what a slip was meant to be, and says so', async () => {
    const finding = await ask('lantren sleepers', {texts})
    expect(urls(finding)).toEqual(['/statements/three/'])
    expect(finding.corrected).toBe('lantern sleepers')
  })

  it('puts a name that is much of the query before the texts that lack a word', async () => {
    const names = {'/glossary/wakes/': 'Lantern wakes', '/glossary/sleepers/': 'Sleepers', '/glossary/oil/': 'Oil'}
    const found = await ask('lantern wakes sleepers bells', {names, texts})
    expect(urls(found)).toEqual([...Object.keys(names).slice(0, 2), '/statements/three/'])
  })

  it('gives a name alone where it is half of the query, and only as near where it is less', async () => {
    const named = '/glossary/lantern/'
    const site = {
      names: {[named]: 'Lantern', '/glossary/oil/': 'Oil', '/glossary/harbour/': 'Harbours'},
      texts: {
        '/statements/a/': 'bells',
        '/statements/b/': 'lantern',
        '/statements/c/': 'harbours',
        '/statements/d/': 'oil',
      },
    }
    expect(urls(await ask('lantern harbours', site))).toEqual(['/glossary/harbour/', named])
    const less = await ask('lantern harbours oil', site)
    expect(urls(less)).toEqual([])
    expect(less.nearest.map(({url}) => url)).toEqual(['/glossary/harbour/', named, '/glossary/oil/'])
  })

  it('gives four pages at most, of each word that is left out the two best', async () => {
    const words = ['lantern', 'wakes', 'sleepers', 'bells']
    const without = words.map((word) => words.filter((other) => other !== word).join(' '))
    const pages = without.flatMap((text, at) => [0, 1, 2].map((copy) => [`/statements/${at}-${copy}/`, text] as const))
    const found = urls(await ask(words.join(' '), {texts: Object.fromEntries(pages)}))
    expect(found).toEqual(['/statements/0-0/', '/statements/1-0/', '/statements/2-0/', '/statements/3-0/'])
  })
})
