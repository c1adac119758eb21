import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {isListed, sitemapFiles, writeSitemap} from '../../src/site/sitemap.ts'
import {relaxngErrors} from '../fixtures/relaxng.ts'
import {all, readXml, xmlText} from '../fixtures/xml.ts'

const schema = 'tests/site/sitemap.rng'
const site = 'https://example.org/edition'

/** The addresses that a sitemap names. */
function addressesIn(text: string | undefined): string[] {
  return all(readXml(text ?? ''), 'loc').map(xmlText)
}

describe('sitemapFiles(pages, site)', () => {
  it('lists pages with the day of their change, where it is known', async () => {
    const files = sitemapFiles([{url: '/'}, {url: '/glossary/ncg/', changed: '2026-11-23'}], site)
    const [text = ''] = files.values()
    expect([...files.keys()]).toEqual(['sitemap.xml'])
    expect(await relaxngErrors(text, schema)).toEqual([])
    expect(addressesIn(text)).toEqual([`${site}/`, `${site}/glossary/ncg/`])
    expect(text).toContain('/ncg/</loc><lastmod>2026-11-23</lastmod>')
  })

  it('lists in parts what is too much for one, each page once', async () => {
    const pages = Array.from({length: 7}, (_, index) => ({url: `/p${index}/`}))
    const files = sitemapFiles(pages, site, 3)
    expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'])
    for (const text of files.values()) expect(await relaxngErrors(text, schema)).toEqual([])
    expect(addressesIn(files.get('sitemap.xml'))).toEqual([1, 2, 3].map((n) => `${site}/sitemap-${n}.xml`))
    const parts = [...files.values()].slice(1)
    expect(parts.flatMap(addressesIn)).toEqual(pages.map(({url}) => site + url))
  })

  it('takes 50,000 pages in one, and one more in two', () => {
    const pages = Array.from({length: 50_001}, (_, index) => ({url: `/p${index}/`}))
    expect(sitemapFiles(pages.slice(1), site).size).toBe(1)
    expect(sitemapFiles(pages, site).size).toBe(3)
  })

  it('escapes what an address may hold', async () => {
    const [text = ''] = sitemapFiles([{url: '/확장/?a=1&b="<c>\''}], site).values()
    expect(await relaxngErrors(text, schema)).toEqual([])
    expect(addressesIn(text)).toEqual([`${site}/${encodeURI('확장')}/?a=1&b=%22%3Cc%3E'`])
  })
})

describe('isListed(path, html)', () => {
  it('leaves out what asks not to be listed, and the page of what is not there', () => {
    expect(isListed('glossary/ncg/index.html', '<title>NCG</title>')).toBe(true)
    expect(isListed('old/index.html', '<meta name="robots" content="noindex">')).toBe(false)
    expect(isListed('404.html', '<title>Not found</title>')).toBe(false)
  })
})

describe('writeSitemap(folder, paths, root, site)', () => {
  const root = mkdtempSync(join(tmpdir(), 'linchpin-'))
  const paths = ['statements/a/index.html', 'glossary/ncg/index.html', 'index.html', 'statements/a/cite/index.html']
  afterAll(() => rmSync(root, {recursive: true}))
  const write = () => writeSitemap(root, paths, root, site)
  const read = () => readFileSync(join(root, 'sitemap.xml'), 'utf8')

  it('lists pages by path, and tells robots where the list is', () => {
    write()
    expect(addressesIn(read())).toEqual(
      ['/glossary/ncg/', '/', '/statements/a/cite/', '/statements/a/'].map((url) => site + url),
    )
    expect(read()).not.toContain('lastmod')
    expect(readFileSync(join(root, 'robots.txt'), 'utf8')).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`,
    )
  })

  it('knows from the lock when a text changed, that of a statement with its notes', () => {
    mkdirSync(join(root, 'content'))
    const lines = [
      'a 2026-01-01 2026-02-02 0123456789ab',
      'a#1.1-n1 2026-01-01 2026-03-03 0123456789ab',
      'a#1.1-n2 2026-01-01 2026-01-01 0123456789ab',
      'term:ncg 2026-01-01 2026-01-04 0123456789ab',
    ]
    writeFileSync(join(root, 'content/history.lock.txt'), lines.join('\n'))
    write()
    const changed = all(readXml(read()), 'url').map((page) => all(page, 'lastmod').map(xmlText)[0])
    expect(changed).toEqual(['2026-01-04', undefined, undefined, '2026-03-03'])
  })
})
