import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {AstroPrerenderer} from 'astro'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {SitePrerenderer} from '../../src/site/prerendering.ts'
import {Unsound, waitFor} from '../../src/site/verdict.ts'

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
})

afterEach(() => rmSync(folder, {recursive: true}))

const searched = (words: string) => `<html lang="en"><main data-pagefind-body><h1>${words}</h1></main></html>`

/** What Astro would write, by pathname; in an order that is not sorted. */
const written: Readonly<Record<string, {readonly body: string; readonly type: 'page' | 'endpoint'}>> = {
  '/data/edition.json/': {body: '{"확장": 1}', type: 'endpoint'},
  '/glossary/ncg/': {body: searched('Nuclear Consultative Group'), type: 'page'},
  '/404/': {body: '<h1>Not found</h1>', type: 'page'},
  '/old/': {body: '<meta name="robots" content="noindex">', type: 'page'},
  '/': {body: '<h1>Home</h1>', type: 'page'},
  '/changes/end/': {body: searched('The end of a formula'), type: 'page'},
}

/** A prerenderer of pages as they are given, which remembers what was asked of it. */
function astroOf(pages: typeof written): {readonly astro: AstroPrerenderer; readonly asked: string[]} {
  const asked: string[] = []
  const path = (pathname: string, type: string) => ({pathname, route: {type}}) as unknown as PathWithRoute
  const astro: AstroPrerenderer = {
    name: 'astro',
    getStaticPaths: async () =>
      Promise.resolve(Object.entries(pages).map(([pathname, {type}]) => path(pathname, type))),
    render: async ({url}) => {
      const {pathname} = new URL(url)
      asked.push(pathname)
      return Promise.resolve(new Response(pages[pathname.replace('/base', '')]?.body ?? null))
    },
  }
  return {astro, asked}
}

/** Asks for every path as Astro’s builder does. */
async function writeAll(site: SitePrerenderer): Promise<string[]> {
  const bodies: string[] = []
  for (const {pathname, route} of await site.getStaticPaths()) {
    const rendered = await site.render(new Request(`https://e.invalid/base${pathname}`), {routeData: route})
    bodies.push(await (rendered instanceof Response ? rendered : rendered.response).text())
  }
  await site.teardown()
  return bodies
}

describe('SitePrerenderer', () => {
  it('writes pages sorted, then the other files, and changes none', async () => {
    const {astro, asked} = astroOf(written)
    const site = new SitePrerenderer(astro, '/base/', folder)
    const bodies = await writeAll(site)
    await site.indexed()
    const order = ['/404/', '/changes/end/', '/glossary/ncg/', '/', '/old/', '/data/edition.json/']
    expect(asked).toEqual(order.map((path) => `/base${path}`))
    expect(bodies).toEqual(order.map((path) => written[path]?.body))
  })

  it('knows what it has written, which pages are listed, and has those indexed that are searched', async () => {
    const site = new SitePrerenderer(astroOf(written).astro, '/base/', folder)
    await writeAll(site)
    const {body = ''} = written['/data/edition.json/'] ?? {}
    expect(site.files.get('data/edition.json')).toEqual({
      path: 'data/edition.json',
      bytes: Buffer.byteLength(body),
      sha256: createHash('sha256').update(body).digest('hex'),
    })
    expect([...site.files.keys()]).toContain('404.html')
    expect(site.listed).toEqual(['changes/end/index.html', 'glossary/ncg/index.html', 'index.html'])
    expect(await site.indexed()).toBe(2)
    expect(readdirSync(join(folder, 'pagefind', 'fragment'))).toHaveLength(2)
  })

  it('begins nothing where the check has found errors', async () => {
    const {astro, asked} = astroOf(written)
    waitFor(Promise.resolve(false))
    try {
      await expect(writeAll(new SitePrerenderer(astro, '/base/', folder))).rejects.toThrow(Unsound)
    } finally {
      waitFor(Promise.resolve(true))
    }
    expect(asked).toEqual([])
    expect(existsSync(join(folder, 'pagefind'))).toBe(false)
  })
})
