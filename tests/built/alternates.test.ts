import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {all, readXml, xmlText} from '../fixtures/xml.ts'
import {relaxngErrors} from '../fixtures/relaxng.ts'
import {attribute, dist, pageAt, readPages} from './site.ts'
import type {BuiltPage} from './site.ts'

const pages = readPages()

/** What the head of a page says there is besides it: relation, type, address. */
function linksOf({elements}: BuiltPage): string[] {
  return elements
    .filter((element) => element.tagName === 'link' && /^(alternate|search)$/.test(attribute(element, 'rel') ?? ''))
    .map((element) => `${attribute(element, 'rel')} ${attribute(element, 'type')} ${attribute(element, 'href')}`)
}

describe('what a page says there is besides it', () => {
  it.each([
    [
      '/',
      [
        'alternate application/atom+xml /feed.xml',
        'alternate application/feed+json /feed.json',
        'search application/opensearchdescription+xml /opensearch.xml',
      ],
    ],
    ['/changes/', ['alternate application/atom+xml /feed.xml', 'alternate application/feed+json /feed.json']],
    ['/search/', ['search application/opensearchdescription+xml /opensearch.xml']],
    ['/glossary/ncg/', ['alternate text/markdown /glossary/ncg.md']],
    // The longest page has no room for its Markdown, which the page of its citations names.
    ['/statements/2p2-2024/', ['alternate application/tei+xml /data/tei/2p2-2024.xml']],
  ])('%s has its links', (url, links) => {
    expect(linksOf(pageAt(url, pages))).toEqual(links)
  })

  it('is there, on every page', () => {
    const addresses = new Set(pages.flatMap(linksOf).map((link) => link.split(' ')[2] ?? ''))
    expect(addresses.size).toBeGreaterThan(300)
    expect([...addresses].filter((address) => !existsSync(join(dist, address)))).toEqual([])
  })

  it('is on the page of citations a file for each reference manager', () => {
    const hrefs = pageAt('/statements/2p2-2024/cite/', pages).elements.map((element) => attribute(element, 'href'))
    const files = ['json', 'bib', 'ris'].map((form) => `/data/citations/2p2-2024.${form}`)
    for (const address of [...files, '/statements/2p2-2024.md']) {
      expect(hrefs).toContain(address)
      expect(existsSync(join(dist, address))).toBe(true)
    }
  })
})

describe('the sitemap', () => {
  it('has every page once, except those that ask not to be listed', async () => {
    const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8')
    const hidden = ({url, elements}: BuiltPage) =>
      url === '/404.html' || elements.some((element) => attribute(element, 'content') === 'noindex')
    const listed = all(readXml(sitemap), 'loc').map((loc) => new URL(xmlText(loc)).pathname)
    expect(listed.toSorted()).toEqual(
      pages
        .filter((page) => !hidden(page))
        .map(({url}) => url)
        .toSorted(),
    )
    expect(await relaxngErrors(sitemap, 'tests/site/sitemap.rng')).toEqual([])
    expect(sitemap).toMatch(/\/statements\/2p2-2024\/<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod>/)
  })
})
