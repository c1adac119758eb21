/** A small static server: what any host would do with the finished folder. */

import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {Server} from 'node:http'
import {connect} from 'node:net'
import {join} from 'node:path'
import sirv from 'sirv'
import {headers} from '../src/site/headers.ts'

/**
 * Serves a folder on `localhost` with the headers the site is published with.
 *
 * @param site the folder, or what says at each request which one it is
 * @param port 0 for any free one
 */
export async function serve(site: string | (() => string), port: number): Promise<Server> {
  // `dev` looks at the disk for each request, so a rebuilt site shows at once.
  // Compressed copies (`.br`) are served where a folder has them.
  const handlers = new Map<string, ReturnType<typeof sirv>>()
  const filesOf = (folder: string) => {
    const files = handlers.get(folder) ?? sirv(folder, {dev: true, etag: true, brotli: true})
    handlers.set(folder, files)
    return files
  }
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const folder = typeof site === 'string' ? site : site()
    filesOf(folder)(request, response, () => {
      const page = join(folder, '404.html')
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(existsSync(page) ? readFileSync(page) : 'Not found')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  return server
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
