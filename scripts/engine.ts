/** The search of a built site in Node: the real engine, the real index, and the code that the box runs. */

import {readFileSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {serve} from './server.ts'
import type {StatementId} from '../src/corpus/model.ts'
import {urls} from '../src/corpus/urls.ts'
import type {Kit} from '../src/search/find.ts'
import type {Comparable} from '../src/search/kit.ts'
import type {Vocabulary} from '../src/search/lexicon.ts'
import {openNames} from '../src/search/names.ts'
import {unpack} from '../src/search/packing.ts'
import type {PackedLexicon} from '../src/search/packing.ts'
import {openEngine} from '../src/search/pagefind.ts'
import type {PagefindModule} from '../src/search/pagefind.ts'

export interface OpenSearch {
  readonly kit: Kit
  /** The files that the engine has asked for, from the root of the site, each once. */
  readonly asked: ReadonlySet<string>
  close(): void
}

/**
 * Opens the search of a site.
 *
 * @param folder the root of the site, with `pagefind/` and `data/`
 */
export async function openSearch(folder: string): Promise<OpenSearch> {
  const server = await serve(folder, 0)
  // Both ends are in one process: while it thinks, neither must give the other up.
  server.keepAliveTimeout = 60_000 // milliseconds
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const asked = new Set<string>()
  const fetch = globalThis.fetch.bind(globalThis)
  Object.assign(globalThis, {
    // What the engine asks of a page when it is loaded.
    document: {currentScript: null, querySelector: () => ({getAttribute: () => 'en'})},
    location: {href: `${origin}/`},
    fetch: async (address: string, options?: RequestInit) => {
      asked.add(new URL(address).pathname)
      return await fetch(address, options)
    },
  })
  const address = pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href
  const module = (await import(/* @vite-ignore */ address)) as PagefindModule
  // Node imports nothing over the network.
  const readJson = async (url: string): Promise<unknown> => await (await globalThis.fetch(url)).json()
  const engine = await openEngine(module, '/', readJson, `${origin}/pagefind/`)
  const readData = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'data', name), 'utf8'))
  const names = openNames(unpack(readData('search.json') as PackedLexicon))
  const vocabulary = () => {
    asked.add('/data/words.json')
    return Promise.resolve(readData('words.json') as Vocabulary)
  }
  const clauses = (id: string) => {
    asked.add(urls.comparable(id as StatementId))
    return Promise.resolve((readData(`compare/${id}.json`) as Comparable).comparable.clauses)
  }
  return {kit: {base: '/', names, engine, vocabulary, clauses}, asked, close: () => void server.close()}
}
