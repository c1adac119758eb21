import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import jsonld from 'jsonld'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {fileUrls, urls} from '../../src/corpus/urls.ts'
import {formats} from '../../src/export/formats.ts'
import {readContent} from '../../src/site/content.ts'
import {cited} from '../../src/site/settings.ts'
import {schemaContext, schemaFaults} from '../export/schema-terms.ts'
import {offline} from '../fixtures/linked.ts'
import {attribute, childrenOf, dist, idsOf, pageAt, readPages, root, seen, textOf, withClass} from './site.ts'
import type {BuiltPage} from './site.ts'

type Block = Readonly<Record<string, unknown>>

const {corpus} = readCorpus(readContent(root))
const pages = readPages()

function blocksOf({elements}: BuiltPage): Block[] {
  return elements
    .filter((element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json')
    .map((element) => JSON.parse(textOf(element)) as Block)
}

const blocks = new Map(pages.map((page) => [page.url, blocksOf(page)]))

/** The block of a type on a page; throws where there is none, or several. */
function block(url: string, type: string): Block {
  const [found, ...others] = (blocks.get(url) ?? []).filter((candidate) => candidate['@type'] === type)
  if (found === undefined || others.length > 0) throw new Error(`${url} has not one ${type}`)
  return found
}

/** Every address of this site in a block. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(cited.site) && !value.includes('{') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []
}

function isThere(address: string): boolean {
  const path = address.slice(cited.site.length)
  return existsSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))
}

describe('the blocks of data in pages', () => {
  it('are whole, know every name and lead only to what is there', async () => {
    const options = offline(cited, {'https://schema.org': schemaContext})
    let count = 0
    for (const [url, found] of blocks)
      for (const one of found) {
        expect(schemaFaults(one), url).toEqual([])
        expect(await jsonld.expand(one, options), url).toHaveLength(1)
        expect(
          addressesIn(one).filter((address) => !isThere(address)),
          url,
        ).toEqual([])
        count++
      }
    expect(count).toBeGreaterThan(500)
    expect(isThere(`${cited.site}/glossary/nothing/`)).toBe(false)
  })

  it('stand on every entry, on every page that cites a statement, on the glossary, the data and the home page', () => {
    for (const term of corpus.terms.values())
      expect(block(urls.term(term.id), 'DefinedTerm')).toMatchObject({
        name: term.label,
        description: term.cardText,
        inDefinedTermSet: {'@id': block(urls.glossary(), 'DefinedTermSet')['@id']},
      })
    for (const {id, edition, title, short} of corpus.statements.values())
      expect(block(urls.citation(id), edition === 'record' ? 'CreativeWork' : 'Article')).toMatchObject({
        '@id': cited.site + urls.statement(id),
        headline: title,
        alternateName: short,
      })
    expect(block(urls.glossary(), 'DefinedTermSet')['hasDefinedTerm']).toHaveLength(corpus.terms.size)
    const {distribution} = block(urls.data(), 'Dataset') as {readonly distribution: readonly Block[]}
    expect(distribution.map((one) => [one['contentUrl'], one['encodingFormat']])).toEqual(
      formats.filter(({reader}) => reader !== 'machines').map(({url, mediaType}) => [cited.site + url, mediaType]),
    )
    expect(block('/', 'WebSite')['url']).toBe(`${cited.site}/`)
  })

  it('tell the way to a page as its kicker does, and nowhere else', () => {
    let compared = 0
    for (const page of pages) {
      const [kicker] = withClass(page, 'kicker')
      const [link] = kicker === undefined ? [] : childrenOf(kicker)
      const way = (blocks.get(page.url) ?? []).find((one) => one['@type'] === 'BreadcrumbList')
      const isLed = link?.tagName === 'a'
      expect(way !== undefined, page.url).toBe(isLed)
      if (!isLed || way === undefined) continue
      const steps = way['itemListElement'] as readonly Block[]
      expect(steps.map((step) => step['position'])).toEqual(steps.map((_, index) => index + 1))
      expect(steps.at(-2), page.url).toMatchObject({
        name: seen(link),
        item: cited.site + (attribute(link, 'href') ?? ''),
      })
      const title = seen(page.elements.find(({tagName}) => tagName === 'title'))
      expect(title.startsWith(String(steps.at(-1)?.['name']).replaceAll(/\s+/g, ' ').trim()), page.url).toBe(true)
      compared++
    }
    expect(compared).toBeGreaterThan(300)
  })
})

describe('the linked data of the edition', () => {
  it('gives every concept and source the address of a page and a place on it', () => {
    const turtle = readFileSync(join(dist, fileUrls.glossaryTurtle()), 'utf8')
    const found = new Set(Array.from(turtle.matchAll(/<([^>]+)>/g), ([, iri = '']) => iri))
    const ids = new Set(idsOf(pageAt(urls.sources(), pages)))
    let checked = 0
    for (const iri of found) {
      if (!iri.startsWith(cited.site)) continue
      const [path = '', fragment] = iri.split('#')
      expect(isThere(path), iri).toBe(true)
      if (path.endsWith(urls.sources())) expect(ids.has(fragment ?? ''), iri).toBe(true)
      checked++
    }
    expect(checked).toBeGreaterThan(200)
  })
})
