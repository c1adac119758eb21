import {describe, expect, it} from 'vitest'
import {corpusReader} from '../../../src/corpus/corpus.ts'
import type {StatementId} from '../../../src/corpus/model.ts'
import {Clock} from '../../../src/site/phases.ts'
import {handedOver} from '../../../src/site/reuse/handing.ts'
import type {App, Route} from '../../../src/site/reuse/paths.ts'
import {nothingMade, remake} from '../../../src/site/reuse/remaking.ts'
import type {Made, Shelf} from '../../../src/site/reuse/remaking.ts'
import {editionOf} from '../../../src/site/reuse/watching.ts'
import type {Edition} from '../../../src/site/reuse/watching.ts'
import {readFixture} from '../../fixtures/edition.ts'

const read = corpusReader()

/** The small edition, in which a text of one file is another. */
function editionWith(path = '', from = '', to = ''): Edition {
  const files = readFixture('tiny').map((file) => {
    const text = Buffer.from(file.bytes).toString()
    if (file.path === path) expect(text).toContain(from)
    return file.path === path ? {...file, bytes: Buffer.from(text.replace(from, () => to))} : file
  })
  return editionOf(files, read(files))
}

function statementOf(id: string) {
  return handedOver()?.corpus.statements.get(id as StatementId)
}

function routeOf(name: string): Route {
  // As Astro asks for it, beside what is asked here.
  const more = {params: [], fallbackRoutes: [], segments: [[{content: name, dynamic: false, spread: false}]]}
  return Object.assign(more, {
    route: `/${name}`,
    pathname: `/${name}`,
    component: `${name}.astro`,
    type: 'page',
    prerender: true,
  })
}

/**
 * Bundled pages, of which nothing is loaded yet: a list of all titles, which nobody searches, and a page for each. That
 * of the older statement looks when it was as soon as it is loaded.
 */
function pagesOf(): {readonly app: App; readonly loaded: ReadonlySet<string>} {
  const loaded = new Set<string>()
  const bodies: Readonly<Record<string, () => string>> = {
    '/list': () => `<main>${statementOf('river-2031')?.title}, ${statementOf('river-2032')?.title}</main>`,
    '/old': () => `<main data-pagefind-body>${statementOf('river-2031')?.title}</main>`,
    '/new': () => `<main data-pagefind-body>${statementOf('river-2032')?.title}</main>`,
  }
  const routes = Object.keys(bodies).map((path) => ({routeData: routeOf(path.slice(1))}))
  const nothing = () => undefined
  const app: Partial<App> = {
    manifest: {routes, base: '/'},
    routeCache: {cache: {}, key: ({route}) => route, get: nothing, clearAll: nothing},
    getComponentByRoute({route}) {
      if (route === '/old' && !loaded.has(route)) expect(statementOf('river-2031')?.date).toMatch(/^2031/)
      loaded.add(route)
      return Promise.resolve({})
    },
    render: (_, {routeData: {route}}) => Promise.resolve(new Response(`<html>${bodies[route]?.()}</html>`)),
  }
  return {app: app as App, loaded}
}

/** What a shelf is told, in its order. */
function shelfOf(told: string[]): Shelf {
  const tell = (what: string) => (path: string) => void told.push(`${what} ${path}`)
  return {
    clock: new Clock(),
    take(path) {
      tell('take')(path)
      return true
    },
    write(path) {
      tell('write')(path)
      return Promise.resolve()
    },
    pour: () => Promise.reject(new Error('No page comes in pieces.')),
    search: tell('search'),
    pause: () => void told.push('pause'),
    end: () => Promise.resolve(),
  }
}

async function make(before: Edition, after: Edition, last: Made) {
  const {app, loaded} = pagesOf()
  const told: string[] = []
  const made = await remake({app, site: 'https://edition.example.org', before, after, last, shelf: shelfOf(told)})
  return {made, loaded: [...loaded], told}
}

const old = 'content/statements/river-2031.mdx'
const recent = 'content/statements/river-2032.mdx'

describe('remake(task)', () => {
  it('makes the first page of each route to know which are searched, and then the others', async () => {
    const edition = editionWith()
    const {made, told} = await make(edition, edition, nothingMade)
    expect(made.searched).toEqual(['old/index.html', 'new/index.html'])
    expect(told.filter((what) => !what.startsWith('search'))).toEqual([
      'write list/index.html',
      'write old/index.html',
      'write new/index.html',
      'pause',
    ])
  })

  it('makes after an edit those first that are searched, and loads none that is taken', async () => {
    const [before, after] = [editionWith(), editionWith(recent, 'Second River Talks', 'Later River Talks')]
    const whole = await make(before, before, nothingMade)
    expect(whole.loaded).toHaveLength(3)
    const {loaded, told} = await make(before, after, whole.made)
    expect(told).toEqual([
      'take old/index.html',
      'search old/index.html',
      'write new/index.html',
      'search new/index.html',
      'pause',
      'write list/index.html',
    ])
    expect(loaded).toEqual(['/new', '/list'])
  })

  it('makes all anew where a module has read it that no build since has loaded', async () => {
    const first = editionWith()
    const whole = await make(first, first, nothingMade)
    const second = editionWith(recent, 'Second River Talks', 'Later River Talks')
    const {made} = await make(first, second, whole.made)
    const last = await make(second, editionWith(old, 'date: 2031-03-04', 'date: 2031-03-05'), made)
    expect(last.made.anew).toBe(3)
  })
})
