/** An edition whose lists are too long for their pages: they go on by years, and nothing is lost on the way. */

import {existsSync, rmSync} from 'node:fs'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launch} from '../../scripts/browser.ts'
import {serve} from '../../scripts/server.ts'
import {longEdition} from '../fixtures/long.ts'
import {buildUnchecked, copyProject} from './project.ts'
import type {Project} from './project.ts'
import {attribute, idsOf, isWithin, listPages, readPage, seen, withClass} from './site.ts'
import type {BuiltPage} from './site.ts'
import {looks, overflowOf, violationsOf} from './visit.ts'

const count = 240

/** What this edition’s statements have beside their own page, pictures and files: all others are built elsewhere. */
const unbuilt = ['og', 'guide', 'rules', 'compare/[a]', 'statements/[id]/source.astro', 'statements/[id]/cite.astro']

let project: Project
let site: string
let server: Server
let browser: Browser
let pages: ReadonlyMap<string, BuiltPage>

beforeAll(async () => {
  project = copyProject()
  rmSync(join(project.folder, 'content'), {recursive: true})
  for (const path of unbuilt) rmSync(join(project.folder, 'src', 'pages', path), {recursive: true})
  for (const {path, bytes} of longEdition(count)) project.write(path, new TextDecoder().decode(bytes))
  await buildUnchecked(project)
  site = join(project.folder, 'dist')
  pages = new Map(listPages(site).map((url) => [url, readPage(url, site)]))
  server = await serve(site, 0)
  browser = await launch()
}, 300_000)

afterAll(async () => {
  await browser.close()
  server.close()
  project.remove()
})

const page = (url: string) => pages.get(url) ?? expect.fail(`There is no page ${url}`)

/** The pages over which a list goes on, as the page of the list leads to them. */
function continued(url: string): BuiltPage[] {
  const links = page(url)
    .elements.filter((element) => element.tagName === 'a')
    .map((element) => attribute(element, 'href') ?? '')
    .filter((href) => href.startsWith(url) && /(?:--|elsewhere)[^/]*\/$/.test(href))
  return [...new Set(links)].map(page)
}

/** Where the links of a page lead, that stand in elements of a name. */
function linksIn({elements}: BuiltPage, name: string): string[] {
  const outer = elements.filter(({tagName}) => tagName === name)
  return elements
    .filter((element) => element.tagName === 'a' && outer.some((one) => isWithin(element, one)))
    .map((element) => attribute(element, 'href') ?? '')
}

const all = Array.from({length: count}, (_, at) => `/statements/talks-${at}/`)

describe('an edition of 240 statements', () => {
  it('has no page of more than 250 kB', () => {
    const heavy = [...pages.values()].filter(({html}) => html.length > 250_000)
    expect(heavy.map(({url, html}) => `${url} ${html.length}`)).toEqual([])
  })

  it('has every statement once on the pages of its years', () => {
    const rows = continued('/statements/').flatMap((one) => linksIn(one, 'tbody'))
    expect(rows.toSorted()).toEqual(all.toSorted())
  })

  it('has a column for every statement in one matrix, and counts them in that of all years', () => {
    const columns = continued('/formulas/').flatMap((one) => linksIn(one, 'thead'))
    expect(columns.toSorted()).toEqual(all.toSorted())
    const counted = withClass(page('/formulas/'), 's4').map(seen)
    expect(counted).toHaveLength(count / 3)
    expect(new Set(counted)).toEqual(new Set(['3']))
  })

  it('has every statement once on the timeline', () => {
    const rows = continued('/timeline/').flatMap((one) => linksIn(one, 'tbody'))
    expect(rows.filter((href) => href.startsWith('/statements/')).toSorted()).toEqual(all.toSorted())
  })

  it.each([
    ['/glossary/talks/', 'where', count + 1],
    ['/people/lamplighter/', 'where', count],
    ['/formulas/answer/', 'where', count],
    ['/formulas/answer/', 'words', count],
  ])('has whatever leads to %s on the pages of its years: .%s', (url, name, expected) => {
    expect(continued(url).flatMap((one) => withClass(one, name))).toHaveLength(expected)
    expect(withClass(page(url), name).length).toBeLessThan(100)
  })

  it('leads nowhere that is not there, from the pages of years and to them', () => {
    const broken: string[] = []
    for (const [url, {elements}] of pages) {
      for (const element of elements) {
        const [path = '', fragment] = attribute(element, 'href')?.split('#') ?? []
        if (element.tagName !== 'a' || !(path.includes('--') || (url.includes('--') && path === ''))) continue
        const target = path === '' ? page(url) : pages.get(path)
        if (target === undefined || (fragment !== undefined && !idsOf(target).includes(fragment)))
          broken.push(`${url} → ${path}#${fragment ?? ''}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('lets two statements be chosen that do not stand on the page', async () => {
    const tab = await browser.newPage()
    const file = join(site, 'data', 'statements.json')
    expect(existsSync(file)).toBe(true)
    await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/compare/?a=talks-3&b=talks-200`)
    await expect.poll(() => tab.locator('[data-compare-status]').textContent()).toContain('Talks 3 and Talks 200')
    expect(page('/compare/').html).not.toContain('talks-100')
    await tab.close()
  })

  it.each([looks[0], looks[3]])('passes axe-core in the %s scheme and fits the window', async (colorScheme, size) => {
    const tab = await browser.newPage({colorScheme, ...size})
    const found: string[] = []
    const years = ['/statements/', '/formulas/', '/formulas/answer/', '/timeline/', '/glossary/talks/'].flatMap(
      (url) => [url, continued(url)[0]?.url ?? ''],
    )
    for (const url of [...years, '/formulas/by-forum/', '/formulas/by-forum/talks/', '/compare/', '/study/']) {
      await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}${url}`)
      found.push(...(await violationsOf(tab)).map((violation) => `${url} ${violation}`))
      if ((await overflowOf(tab)) > 0) found.push(`${url} is wider than the window`)
    }
    expect(found).toEqual([])
    await tab.close()
  })
})
