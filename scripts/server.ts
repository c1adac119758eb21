/** A small static server: what any host would do with the finished folder. */

import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {connect} from 'node:net'
import {join} from 'node:path'
import sirv from 'sirv'
import {cacheControl, caching, headers, mediaTypes} from '../src/site/headers.ts'

/**
 * Serves a folder on `localhost` with the headers the site is published with.
 *
 * @param site the folder, or what says at each request which one it is
 * @param port 0 for any free one
 * @param base the path it is built for, with a slash at both ends
 */
export async function serve(site: string | (() => string), port: number, base = '/'): Promise<Server> {
  // `dev` looks at the disk for each request, so a rebuilt site shows at once.
  // Compressed copies (`.br`) are served where a folder has them.
  const handlers = new Map<string, ReturnType<typeof sirv>>()
  const filesOf = (folder: string) => {
    const files =
      handlers.get(folder) ?? sirv(folder, {dev: true, etag: true, brotli: true, extensions: [], setHeaders: setType})
    handlers.set(folder, files)
    return files
  }
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const folder = typeof site === 'string' ? site : site()
    const asked = readPath(request, base)
    if (asked === undefined) return answerMissing(response, folder)
    if (isFolder(folder, asked.path)) return redirect(response, `${asked.address}/${asked.query}`)
    response.setHeader('Cache-Control', cacheControl(asked.path))
    request.url = asked.path.replace(/\/$/, '/index.html')
    filesOf(folder)(request, response, () => answerMissing(response, folder))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  return server
}

interface Asked {
  /** As it was asked for, with one slash at its beginning, or another host could be meant. */
  readonly address: string
  /** From the root of the site. */
  readonly path: string
  readonly query: string
}

/** @returns nothing where the site has no such address: outside its base, or a file that is for hosts */
function readPath({url = '/'}: IncomingMessage, base: string): Asked | undefined {
  const read = URL.parse(url.replace(/^\/+/, '/'), 'http://localhost')
  if (read === null) return undefined
  const address = read.pathname.replace(/^\/+/, '/')
  if (/\/(?:\.|%2e)|\/_headers$/i.test(address) || !`${address}/`.startsWith(base)) return undefined
  return {address, path: address.slice(base.length - 1), query: read.search}
}

/** Whether a path names a folder of the site without the slash that its address has. */
function isFolder(folder: string, path: string): boolean {
  if (path.endsWith('/')) return false
  try {
    return statSync(join(folder, decodeURI(path))).isDirectory()
  } catch {
    return false
  }
}

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(301, {Location: address}).end()
}

function setType(response: ServerResponse, path: string): void {
  const type = Object.entries(mediaTypes).find(([end]) => path.endsWith(end))
  if (type !== undefined) response.setHeader('Content-Type', type[1])
}

function answerMissing(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html')
  response.writeHead(404, {'Content-Type': mediaTypes['.html'], 'Cache-Control': caching.other})
  response.end(existsSync(page) ? readFileSync(page) : 'Not found')
}

/** Whether nothing answers on a port of this machine, on either protocol. */
export async function isPortFree(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => isAnswered(host, port)))
  return !answers.includes(true)
}

function isAnswered(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({host, port})
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
