import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {doubtfulPages} from '../../src/analysis/doubts.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {clausesOf} from '../../src/corpus/statement.ts'
import {urlOf} from '../../src/corpus/urls.ts'
import {readContent} from '../../src/site/content.ts'
import {measured} from '../fixtures/trust.ts'
import {attribute, dist, idsOf, isWithin, readPages, root, textOf} from './site.ts'

const pages = readPages()
const {corpus} = readCorpus(readContent(root))
const blockType = 'application/ld+json'
const byUrl = new Map(pages.map((page) => [page.url, page]))
const idsByUrl = new Map(pages.map((page) => [page.url, new Set(idsOf(page))]))

describe('every page', () => {
  it('is there for every record of the edition', () => {
    const expected = [
      ...Array.from(corpus.statements.keys(), (id) => `/statements/${id}/`),
      ...Array.from(corpus.terms.keys(), (id) => `/glossary/${id}/`),
      ...Array.from(corpus.formulas.keys(), (id) => `/formulas/${id}/`),
      ...Array.from(corpus.changes.keys(), (id) => `/changes/${id}/`),
      ...Array.from(corpus.graph.series.keys(), (forum) => `/timeline/${forum}/`),
      ...Array.from(corpus.people.keys(), (id) => `/people/${id}/`),
      ...Array.from(corpus.witnesses.keys(), (id) => `/witnesses/${id}/`),
      '/',
      '/statements/',
      '/glossary/',
      '/glossary/print/',
      '/study/',
      '/formulas/',
      '/changes/',
      '/timeline/',
      '/people/',
      '/sources/',
      '/sources/open-points/',
      '/witnesses/',
      '/search/',
      '/collate/',
      '/guide/',
      '/guide/playground/',
      '/rules/',
      '/404.html',
    ]
    expect(expected.filter((url) => !byUrl.has(url))).toEqual([])
    expect(expected.length).toBeGreaterThan(190)
  })

  it('leads from a statement to what is open about it, and from there to every doubtful page', () => {
    const here = '/sources/open-points/'
    const links = (url: string) =>
      new Set((byUrl.get(url)?.elements ?? []).map((element) => attribute(element, 'href')).filter(Boolean))
    const listed = links(here)
    for (const {id, status, statements} of corpus.openPoints.values()) {
      expect(idsByUrl.get(here)?.has(id), id).toBe(true)
      for (const statement of statements) {
        expect(listed.has(`/statements/${statement}/`), statement).toBe(true)
        expect(links(`/statements/${statement}/`).has(`${here}#${id}`), id).toBe(status === 'open')
      }
    }
    for (const {page} of doubtfulPages(corpus)) expect(listed.has(urlOf(page)), urlOf(page)).toBe(true)
    expect(corpus.openPoints.size).toBeGreaterThan(10)
  })

  it('has one h1, a title, a description and a language', () => {
    for (const {url, elements} of pages) {
      const named = (name: string) => elements.filter(({tagName}) => tagName === name)
      expect(named('h1'), url).toHaveLength(1)
      expect(textOf(named('title')[0] ?? fail(url)), url).not.toBe('')
      expect(attribute(named('html')[0] ?? fail(url), 'lang'), url).toBe('en')
      const description = named('meta').find((meta) => attribute(meta, 'name') === 'description')
      expect(attribute(description ?? fail(url), 'content'), url).not.toBe('')
    }
  })

  it('links only to pages and fragments that are there, and to https or the very address of a source', () => {
    let checked = 0
    const broken: string[] = []
    for (const {url, elements} of pages) {
      for (const element of elements) {
        const target = attribute(element, 'href') ?? attribute(element, 'src')
        if (target === undefined) continue
        checked++
        if (!resolves(target, url)) broken.push(`${url} → ${target}`)
      }
    }
    expect(broken).toEqual([])
    expect(checked).toBeGreaterThan(8_000)
    measured('links', {'links followed': checked, 'that lead nowhere': broken.length})
  })

  it.each([
    '/nowhere/',
    '/statements/2p2-2024/#99.9',
    '#nowhere',
    '/data/nothing.json',
    'http://elsewhere.invalid/',
    '//elsewhere.invalid/',
    'javascript:alert(1)',
    'data:text/html,words',
  ])('would name a link to %s', (target) => {
    expect(resolves(target, '/statements/2p2-2024/')).toBe(false)
  })

  it('carries no inline script or style, no handler and no other host', () => {
    for (const {url, elements} of pages) {
      for (const element of elements) {
        const {tagName, attrs} = element
        expect(
          attrs.filter(({name}) => name.startsWith('on') || name === 'style'),
          `${url}: <${tagName}>`,
        ).toEqual([])
        // A block of data is the one script without an address: no browser runs it.
        if (tagName === 'script' && attrs.some(({name}) => name !== 'type' || attribute(element, name) !== blockType))
          expect(attribute(element, 'src'), url).toMatch(/^\/(_astro\/|view\.js$)/)
        else if (tagName === 'script') expect(JSON.parse(textOf(element)), url).toHaveProperty('@context')
        expect(tagName, url).not.toBe('style')
        if (tagName === 'link') expect(attribute(element, 'href'), url).toMatch(/^\//)
      }
    }
  })
})

describe('the reading page', () => {
  it('shows the text of every clause and note, character for character', () => {
    let compared = 0
    for (const statement of corpus.statements.values()) {
      const page = byUrl.get(`/statements/${statement.id}/`) ?? fail(statement.id)
      const byId = new Map(page.elements.map((element) => [attribute(element, 'id'), element]))
      for (const clause of clausesOf(statement)) {
        const text = byId.get(clause.n)?.childNodes.find((node) => 'tagName' in node && node.tagName === 'p')
        expect(textOf(text ?? fail(clause.n))).toBe(clause.text)
        compared++
        for (const note of clause.notes) {
          expect(byId.has(`${clause.n}-n${note.n}`), `${statement.id}#${clause.n}-n${note.n}`).toBe(true)
          expect(byId.has(`ref-${clause.n}-n${note.n}`), `mark of ${statement.id}#${clause.n}-n${note.n}`).toBe(true)
        }
      }
    }
    expect(compared).toBeGreaterThan(90)
  })

  it('underlines exactly the words of each note', () => {
    for (const statement of corpus.statements.values()) {
      const page = byUrl.get(`/statements/${statement.id}/`) ?? fail(statement.id)
      for (const clause of clausesOf(statement)) {
        const element = page.elements.find((candidate) => attribute(candidate, 'id') === clause.n) ?? fail(clause.n)
        const underlined = page.elements.filter(
          (candidate) => attribute(candidate, 'class')?.startsWith('lemma') === true && isWithin(candidate, element),
        )
        const covered = clause.text
          .split('')
          .map((_, index) =>
            clause.notes.some(({lemma: {range}}) => range !== undefined && range.start <= index && index < range.end),
          )
        const expected = clause.text
          .split('')
          .filter((_, index) => covered[index])
          .join('')
        expect(underlined.map(textOf).join(''), `${statement.id}#${clause.n}`).toBe(expected)
      }
    }
  })
})

/** Addresses at which sources were read; some of them have no other than http. */
const sources = new Set(Array.from(corpus.sources.values(), ({url}) => url))

function resolves(target: string, from: string): boolean {
  if (target.startsWith('https://')) return URL.canParse(target)
  if (target.startsWith('http://')) return sources.has(target.split('#:~:')[0] ?? '')
  const {pathname, hash, origin} = new URL(target, `http://site.invalid${from}`)
  if (origin !== 'http://site.invalid') return false
  const fragment = decodeURIComponent(hash.slice(1))
  const page = byUrl.get(pathname)
  if (page === undefined) return fragment === '' && existsSync(join(dist, decodeURIComponent(pathname)))
  return fragment === '' || idsByUrl.get(pathname)?.has(fragment) === true
}

function fail(what: string): never {
  throw new Error(`There is no ${what}`)
}
