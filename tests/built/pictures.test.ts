import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {urls} from '../../src/corpus/urls.ts'
import {readContent} from '../../src/site/content.ts'
import {settings} from '../../src/site/settings.ts'
import {overflowing, readPng} from '../fixtures/png.ts'
import {attribute, dist, readPages, root, textOf} from './site.ts'
import type {BuiltPage} from './site.ts'

const pages = readPages()
const {corpus} = readCorpus(readContent(root))

/** What a page says to sites that show a link to it. */
function said({elements}: BuiltPage, name: string): string | undefined {
  const metas = elements.filter((element) =>
    [attribute(element, 'property'), attribute(element, 'name')].includes(name),
  )
  expect(metas.length, name).toBeLessThanOrEqual(1)
  return metas[0] === undefined ? undefined : attribute(metas[0], 'content')
}

const files = readdirSync(join(dist, 'og'), {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.png'))
  .map((path) => `/og/${path.split(sep).join('/')}`)

describe('every page', () => {
  it('says its title, its description, its address and its picture, which is there', () => {
    for (const page of pages) {
      const title = page.elements.find(({tagName}) => tagName === 'title')
      const name = said(page, 'og:title')
      expect(title && textOf(title), page.url).toBe(name === settings.title ? name : `${name} · ${settings.title}`)
      expect(said(page, 'og:description'), page.url).toBe(said(page, 'description'))
      expect(said(page, 'og:type'), page.url).toMatch(/^(article|website)$/)
      expect(said(page, 'twitter:card'), page.url).toBe('summary_large_image')
      // The page for what is missing has no address.
      if (page.url !== '/404.html') expect(said(page, 'og:url')).toBe(settings.site + page.url)
      const picture = said(page, 'og:image') ?? ''
      expect(picture.startsWith(`${settings.site}/og/`), page.url).toBe(true)
      expect(existsSync(join(dist, picture.slice(settings.site.length))), page.url).toBe(true)
    }
  })

  it('of a statement, a term or a formula has a picture of its own, and no other picture is there', () => {
    const own = [
      ...Array.from(corpus.statements.keys(), urls.statement),
      ...Array.from(corpus.terms.keys(), urls.term),
      ...Array.from(corpus.formulas.keys(), urls.formula),
    ]
    const picturesByUrl = new Map(pages.map((page) => [page.url, said(page, 'og:image')]))
    for (const url of own) expect(picturesByUrl.get(url)).toBe(settings.site + urls.picture(url))
    expect(files.toSorted()).toEqual([urls.picture(), ...own.map((url) => urls.picture(url))].toSorted())
  })
})

describe('every picture', () => {
  it('is a PNG of 1200 × 630 with margins, of at most 40 kB, and all are at most 8 MB', () => {
    let total = 0
    for (const file of files) {
      const {size} = statSync(join(dist, file))
      const picture = readPng(readFileSync(join(dist, file)))
      expect(picture, file).toMatchObject({width: 1200, height: 630})
      expect([...overflowing(picture)], file).toEqual([])
      expect(size, file).toBeLessThanOrEqual(40_000)
      total += size
    }
    process.stdout.write(`og: ${files.length} pictures, ${total} bytes\n`)
    expect(total).toBeLessThanOrEqual(8_000_000)
  })

  it('is drawn and not blank', () => {
    const picture = readPng(readFileSync(join(dist, urls.picture())))
    const used = new Set<number>()
    for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) used.add(picture.at(x, y))
    const colours = Array.from(used, (number) => picture.colours[number])
    expect(colours).toEqual(expect.arrayContaining(['#fbf9f4', '#1e1b18', '#a8321c', '#5f584f']))
  })
})
