import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import type {StatementId} from '../../../src/corpus/model.ts'
import {pathsOf, placeOf} from '../../../src/site/reuse/paths.ts'
import type {App, Route} from '../../../src/site/reuse/paths.ts'
import {Watch} from '../../../src/site/reuse/watching.ts'
import {readFixture} from '../../fixtures/edition.ts'

const route = {route: '/[id]', component: 'a.astro', type: 'page', prerender: true, params: ['id']} as Route

/** Pages of one route that are given these properties. */
async function digestsOf(given: (watch: Watch) => readonly object[]): Promise<(string | undefined)[]> {
  const watch = new Watch({corpus: readCorpus(readFixture('tiny')).corpus, files: new Map()})
  let staticPaths: object[] = []
  const app = {
    manifest: {routes: [], base: '/', trailingSlash: 'always'},
    routeCache: {
      get: () => ({staticPaths, mod: page}),
      set: (_: unknown, entry: {staticPaths: object[]}) => ({staticPaths} = entry),
      clearAll: () => undefined,
    },
    getComponentByRoute: () => Promise.resolve(page),
  } as unknown as App
  const page = {}
  staticPaths = given(watch).map((props, index) => ({params: {id: String(index)}, props}))
  const generated = {...route, segments: [[{content: 'id', dynamic: true, spread: false}]], fallbackRoutes: []}
  const {paths} = await pathsOf(generated, app, watch)
  return paths.map(({props}) => props)
}

describe('what a page is given', () => {
  it('has a digest of its own', async () => {
    const given = [{}, {a: 1}, {a: '1'}, {a: [1]}, {a: null}, {a: undefined}, {a: NaN}, {a: true}, {b: 1}, {a: {a: 1}}]
    const digests = await digestsOf(() => given)
    expect(digests).not.toContain(undefined)
    expect(new Set(digests).size).toBe(given.length)
  })

  it('tells a record by its name, and reads nothing of it', async () => {
    const digests = await digestsOf(({edition: {corpus}}) =>
      ['river-2031', 'river-2032', 'river-2031'].map((id) => ({one: corpus.statements.get(id as StatementId)})),
    )
    expect(digests[0]).toBe(digests[2])
    expect(digests[0]).not.toBe(digests[1])
  })

  it('has none where it is no plain data', async () => {
    expect(await digestsOf(() => [{a: () => 1}, {a: new Map()}, {a: [new Set()]}])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('placeOf(path, route, base)', () => {
  const place = (pathname: string, type: string) => {
    const {url, file} = placeOf({pathname, props: undefined}, {...route, type}, '/base/')
    return `${url} ${file}`
  }

  it('is where Astro puts a page or a file', () => {
    expect(place('/', 'page')).toBe('/base/ index.html')
    expect(place('/glossary/ncg/', 'page')).toBe('/base/glossary/ncg/ glossary/ncg/index.html')
    expect(place('/glossary', 'page')).toBe('/base/glossary/ glossary/index.html')
    expect(place('/404', 'page')).toBe('/base/404/ 404.html')
    expect(place('/feed.xml', 'endpoint')).toBe('/base/feed.xml feed.xml')
    expect(place('/data/citations.bib/', 'endpoint')).toBe('/base/data/citations.bib/ data/citations.bib')
  })
})
