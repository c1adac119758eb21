import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {runInNewContext} from 'node:vm'
import {describe, expect, it} from 'vitest'
import {addressOf, isKept} from '../../src/components/scripts/offline/addresses.ts'
import {bytesToFetch, changedFiles} from '../../src/components/scripts/offline/kept.ts'
import type {Listed} from '../../src/components/scripts/offline/kept.ts'
import type {TermId} from '../../src/corpus/model.ts'
import {urls} from '../../src/corpus/urls.ts'
import {manifestName} from '../../src/site/manifest.ts'
import {root} from '../fixtures/project.ts'

describe('the address of a file', () => {
  it.each([
    ['index.html', '/', '/'],
    ['index.html', '/x/', '/x/'],
    ['glossary/ncg/index.html', '/x/', '/x/glossary/ncg/'],
    ['404.html', '/x/', '/x/404.html'],
    ['notindex.html', '/', '/notindex.html'],
    ['pagefind/index/en_1.pf_index', '/', '/pagefind/index/en_1.pf_index'],
    ['data/한 미?#%.json', '/x/', '/x/data/%ED%95%9C%20%EB%AF%B8%3F%23%25.json'],
  ])('of %s under %s is %s', (path, base, address) => {
    expect(addressOf(path, base)).toBe(address)
    expect(new URL(address, 'https://h').pathname).toBe(address)
  })

  it('is none for what a host keeps to itself', () => {
    expect(['_headers', '_redirects', '.nojekyll'].filter(isKept)).toEqual([])
    expect(['_astro/_id_.css', 'index.html', 'view.js'].every(isKept)).toBe(true)
  })

  it('is none for pictures that only other sites show', () => {
    expect(isKept(urls.picture(urls.term('ncg' as TermId)).slice(1))).toBe(false)
    expect(isKept(urls.picture().slice(1))).toBe(false)
    expect(['ogre/index.html', 'glossary/og/index.html', 'icon.svg'].every(isKept)).toBe(true)
  })

  it('of the list is where the build writes it', () => {
    expect(urls.manifest()).toBe(`/${manifestName}`)
  })
})

describe('a newer edition', () => {
  const file = (path: string, sha256: string) => ({path, bytes: 10, sha256})
  const listed = (...files: Listed['files']): Listed => ({text: JSON.stringify(files), files, bytes: 10 * files.length})

  it('is fetched where it differs', () => {
    const before = listed(file('a', '1'), file('b', '2'), file('gone', '3'))
    const edition = listed(file('a', '1'), file('b', '4'), file('new', '5'))
    expect(changedFiles(edition, before).map(({path}) => path)).toEqual(['b', 'new'])
    expect(bytesToFetch(edition, before)).toBe(20)
    expect(bytesToFetch(edition, undefined)).toBe(30)
  })
})

type Answer = (event: {request: object; respondWith(answer: Promise<unknown>): void}) => void

/** The worker as it answers under `https://h/x/`, with what is kept there, by cache and by path. */
function workerWith(kept: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const listeners = new Map<string, Answer>()
  const asked: string[] = []
  const cacheOf = (name: string) => ({
    match: async (address: string) => {
      const body = kept[name]?.[new URL(address).pathname]
      return Promise.resolve(body === undefined ? undefined : {body, headers: {}})
    },
  })
  runInNewContext(readFileSync(join(root, 'public', 'worker.js'), 'utf8'), {
    URL,
    caches: {
      keys: () => Promise.resolve(Object.keys(kept)),
      has: (name: string) => Promise.resolve(name in kept),
      open: (name: string) => Promise.resolve(cacheOf(name)),
    },
    Response: class {
      static redirect = (to: string) => ({redirect: to})
      body: unknown
      status: unknown
      constructor(body: unknown, {status}: {status: number}) {
        this.body = body
        this.status = status
      }
    },
    fetch: ({url}: {url: string}) => {
      asked.push(url)
      return Promise.reject(new TypeError('no connection'))
    },
    self: {
      registration: {scope: 'https://h/x/'},
      addEventListener: (name: string, listener: Answer) => listeners.set(name, listener),
    },
  })
  return {
    asked,
    /** What it answers; `undefined` where it leaves the request to the browser. */
    ask(url: string, request: object = {}): Promise<unknown> | undefined {
      let answer: Promise<unknown> | undefined
      listeners.get('fetch')?.({
        request: {url, method: 'GET', mode: 'navigate', cache: 'default', ...request},
        respondWith: (given) => void (answer = given),
      })
      return answer
    },
  }
}

describe('the worker under /x/', () => {
  const whole = {
    '/x/manifest.json': 'list',
    '/x/': 'home',
    '/x/glossary/ncg/': 'ncg',
    '/x/404.html': 'missing',
  }
  const worker = workerWith({
    'linchpin /x/ old': {...whole, '/x/': 'old home'},
    'linchpin /x/ new': whole,
    'linchpin /x/ torn': {'/x/': 'torn home'},
    'linchpin / other': {'/manifest.json': 'list', '/x/': 'another site'},
  })

  it('answers from the newest edition that is whole', async () => {
    expect(await worker.ask('https://h/x/')).toMatchObject({body: 'home'})
    expect(await worker.ask('https://h/x/index.html')).toMatchObject({body: 'home'})
    expect(await worker.ask('https://h/x/glossary/ncg/?find=NCG#uses')).toMatchObject({body: 'ncg'})
  })

  it('leads to the folder as a host does', async () => {
    expect(await worker.ask('https://h/x/glossary/ncg?find=a')).toEqual({redirect: '/x/glossary/ncg/?find=a'})
  })

  it('shows the page for what is missing, with its status, and breaks other requests as the network does', async () => {
    expect(await worker.ask('https://h/x/glossary/none/')).toEqual({body: 'missing', status: 404})
    expect(worker.asked.at(-1)).toBe('https://h/x/glossary/none/')
    await expect(worker.ask('https://h/x/none.json', {mode: 'cors'})).rejects.toThrow('no connection')
  })

  it.each([
    ['another site of the host', 'https://h/', {}],
    ['another host', 'https://other/x/', {}],
    ['what is sent', 'https://h/x/', {method: 'POST'}],
    ['the list of the newest edition', 'https://h/x/manifest.json', {}],
    ['a file of a newer edition', 'https://h/x/', {cache: 'no-store'}],
  ])('leaves %s alone', (_, url, request) => {
    expect(worker.ask(url, request)).toBeUndefined()
  })
})
