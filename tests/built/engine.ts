/** The search of the built site in Node: the real engine, the real index, and the code that the box runs. */

import {readFileSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {serve} from '../../scripts/server.ts'
import type {Kit} from '../../src/search/find.ts'
import type {Lexicon, Vocabulary} from '../../src/search/lexicon.ts'
import {openNames} from '../../src/search/names.ts'
import {engineOptions} from '../../src/search/pagefind.ts'
import type {Pagefind} from '../../src/search/pagefind.ts'
import {dist} from './site.ts'

/** Opens the search of `dist`; the server must be closed in the end. */
export async function openSearch(): Promise<{readonly kit: Kit; readonly server: Server}> {
  const server = await serve(dist, 0)
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  // What the engine asks of a page when it is loaded.
  const document = {currentScript: null, querySelector: () => ({getAttribute: () => 'en'})}
  Object.assign(globalThis, {document, location: {href: `${origin}/`}})
  const address = pathToFileURL(join(dist, 'pagefind', 'pagefind.js')).href
  const engine = (await import(/* @vite-ignore */ address)) as Pagefind
  await engine.options({...engineOptions('/'), basePath: `${origin}/pagefind/`})
  await engine.init()
  const readData = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'data', name), 'utf8'))
  const names = openNames(readData('search.json') as Lexicon)
  const vocabulary = readData('words.json') as Vocabulary
  return {kit: {base: '/', names, engine, vocabulary: () => Promise.resolve(vocabulary)}, server}
}
