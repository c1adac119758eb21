/** Every address that was ever published answers: by its page, or by a page that leads on. */

import {readdirSync, readFileSync} from 'node:fs'
import {join, sep} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus} from '../../src/corpus/model.ts'
import {targetKey} from '../../src/corpus/target.ts'
import {fileUrls, urlOf, urls} from '../../src/corpus/urls.ts'
import {formats} from '../../src/export/formats.ts'
import {readContent} from '../../src/site/content.ts'
import {measured} from '../fixtures/trust.ts'
import {attribute, dist, idsOf, parsePage, readPages, root} from './site.ts'
import type {BuiltPage} from './site.ts'

/** What answers at an address. */
interface Site {
  /** The fragments of each page. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string>>
  /** Where pages lead on that only do that. */
  readonly moved: ReadonlyMap<string, string>
  readonly files: ReadonlySet<string>
}

function siteOf(pages: readonly BuiltPage[], files: Iterable<string>): Site {
  const leadsOn = ({elements}: BuiltPage) =>
    elements
      .filter((element) => attribute(element, 'http-equiv') === 'refresh')
      .map((element) => /^0; url=(.+)$/.exec(attribute(element, 'content') ?? '')?.[1] ?? '')
  return {
    pages: new Map(pages.map((page) => [page.url, new Set(idsOf(page))])),
    moved: new Map(pages.flatMap((page) => leadsOn(page).map((to) => [page.url, to] as const))),
    files: new Set(files),
  }
}

/** The addresses, from the root of the site, at which nothing answers. */
function unanswered(addresses: readonly string[], {pages, moved, files}: Site): string[] {
  return addresses.filter((address) => {
    const [path = '', fragment] = address.split('#')
    // A page that leads on takes the fragment along.
    const page = pages.get(moved.get(path) ?? path)
    if (page === undefined) return fragment !== undefined || !files.has(path)
    return fragment !== undefined && !page.has(fragment)
  })
}

/**
 * The addresses of records, as `content/ids.lock.txt` has them, with the pages that a record has beside its own. Terms
 * and silences have a page where a statement has clauses.
 */
function recordAddresses({register, statements}: Corpus): string[] {
  const clauses = new Set(register.flatMap(({to}) => (to.type === 'clause' ? [to.statement] : [])))
  return register.flatMap(({to}) => {
    if (to.type !== 'statement') return [urlOf(to)]
    const {statement} = to
    const pages = [urls.statement, urls.statementSource, urls.citation]
    const ofClauses = clauses.has(statement) ? [urls.statementTerms, urls.silence] : []
    // A file cannot lead on: of a renamed record there is the file of its name of today.
    const documents = statements.has(statement) ? [fileUrls.statementJson, fileUrls.tei] : []
    return [...pages, ...ofClauses, ...documents].map((address) => address(statement))
  })
}

const listed = readFileSync(join(root, 'tests/built/addresses.lock.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
const {corpus} = readCorpus(readContent(root))
const built = readPages()
const site = siteOf(
  built,
  readdirSync(dist, {recursive: true, encoding: 'utf8'}).map((path) => `/${path.split(sep).join('/')}`),
)

describe('every address that was published', () => {
  it('answers', () => {
    const records = recordAddresses(corpus)
    const lost = unanswered([...records, ...listed], site)
    expect(corpus.register.length).toBeGreaterThan(1_400)
    expect(lost).toEqual([])
    measured('addresses', {'addresses asked': records.length + listed.length, 'that do not answer': lost.length})
  })

  const without = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key) => new Map([...map].filter(([at]) => at !== key))

  it.each(['/statements/2p2-2024/', '/statements/2p2-2024/cite/', '/glossary/ncg/', '/guide/about/', '/rules/lemma/'])(
    'would be missed without its page: %s',
    (page) => {
      const addresses = [...recordAddresses(corpus), ...listed]
      const lost = unanswered(addresses, {...site, pages: without(site.pages, page)})
      expect(lost).toEqual(addresses.filter((address) => address.split('#')[0] === page))
      expect(lost).toContain(page)
    },
  )

  it.each(['/data/edition.json', '/data/clauses.csv', '/data/statements/2p2-2024.json'])(
    'would be missed without its file: %s',
    (file) => {
      const files = new Set([...site.files].filter((path) => path !== file))
      expect(unanswered([...recordAddresses(corpus), ...listed], {...site, files})).toEqual([file])
    },
  )

  it.each(['2p2-2024#5.3', '2p2-2024#5.3-n1', 'witness:w-spun-9pt#r5.3-1', 'source:s09'])(
    'would be missed without its place on the page: %s',
    (line) => {
      const target = corpus.register.find(({to}) => targetKey(to) === line)?.to
      const [page = '', fragment = ''] = (target === undefined ? '' : urlOf(target)).split('#')
      const rest = new Set([...(site.pages.get(page) ?? [])].filter((id) => id !== fragment))
      const lost = unanswered(recordAddresses(corpus), {...site, pages: new Map([...site.pages, [page, rest]])})
      expect(lost).toEqual([`${page}#${fragment}`])
    },
  )

  it('answers by a page that leads on, with the place on the page it leads to', () => {
    const moved = (to: string) =>
      siteOf(
        [
          ...built.filter(({url}) => url !== '/statements/2p2-2024/'),
          parsePage('/statements/2p2-2024/', `<meta http-equiv="refresh" content="0; url=${to}">`),
          ...built
            .filter(({url}) => url === '/statements/2p2-2024/')
            .map((page) => ({...page, url: '/statements/ministers-2024/'})),
        ],
        site.files,
      )
    expect(unanswered(recordAddresses(corpus), moved('/statements/ministers-2024/'))).toEqual([])
    const lost = unanswered(recordAddresses(corpus), moved('/statements/2p2-2021/'))
    expect(lost).toContain('/statements/2p2-2024/#5.3')
  })
})

describe('addresses.lock.txt', () => {
  it('has every page and file of the site itself; write the missing lines into it', () => {
    // Of records, and of what follows from them: comparisons, timelines, decks of cards.
    const follows =
      /^\/(?:statements|glossary|formulas|changes|people|witnesses|compare|timeline)\/.|^\/(?:404\.html|data\/(?:compare|anki)\/)/
    const expected = [
      ...built.map(({url}) => url).filter((url) => !follows.test(url) && !site.moved.has(url)),
      '/glossary/print/',
      '/formulas/by-forum/',
      ...formats.map(({url}) => url).filter((url) => !/\/(?:anki|tei|statements)\/./.test(url)),
      ...[...site.files].filter((path) => path.startsWith('/data/schema/') || /^\/data\/[^/]+\.csv$/.test(path)),
      ...Array.from(corpus.openPoints.keys(), urls.openPoint),
    ]
    expect([...new Set(expected)].filter((address) => !listed.includes(address))).toEqual([])
    expect(listed).toEqual([...new Set(listed)].toSorted())
  })
})
