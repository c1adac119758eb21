/** A host for finished sites, the same for all: brotli, no headers of its own, and as slow as a phone’s network if asked. */

import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {brotliCompressSync, constants} from 'node:zlib'
import {mediaTypes} from '../../../src/site/headers.ts'

/** An answer, as it went over the wire. */
export interface Sent {
  readonly path: string
  readonly bytes: number
}

export interface Host {
  readonly origin: string
  /** What was sent since it was last emptied. */
  readonly sent: Sent[]
  /** Whether it answers as over the network of Lighthouse’s phone. */
  isSlow: boolean
  close(): void
}

/** Lighthouse’s “slow 4G”: milliseconds there and back, and bits a second. */
const slow = {delay: 150, rate: 1_638_400}

const compressed = new Set(['.html', '.css', '.js', '.mjs', '.json', '.svg', '.xml', '.txt', '.ico', '.ttf'])

/** Bytes up to which a file is compressed as well as it can be; a host does so once, and we at each run. */
const bestUpTo = 1_000_000

/** Serves a folder on a free port. */
export async function host(site: string): Promise<Host> {
  const bodies = new Map<string, Buffer>()
  let free = 0
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = fileOf(site, path)
    const body = file === undefined ? Buffer.alloc(0) : (bodies.get(file) ?? bodyOf(file))
    if (file !== undefined) bodies.set(file, body)
    own.sent.push({path, bytes: body.length})
    if (own.isSlow) {
      free = Math.max(free, performance.now() + slow.delay) + (body.length * 8 * 1000) / slow.rate
      await wait(free - performance.now())
    }
    const type = file === undefined ? undefined : mediaTypes[extname(file) as keyof typeof mediaTypes]
    response.writeHead(file === undefined ? 404 : 200, {
      'Content-Type': type ?? (extname(path) === '.wasm' ? 'application/wasm' : 'application/octet-stream'),
      'Content-Length': body.length,
      'Cache-Control': 'max-age=3600',
      ...(file !== undefined && compressed.has(extname(file)) ? {'Content-Encoding': 'br'} : {}),
    })
    response.end(body)
  }
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve))
  const own: Host = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent: [],
    isSlow: false,
    close: () => void server.close(),
  }
  return own
}

/** The file that an address means, as static hosts look for it. */
function fileOf(site: string, path: string): string | undefined {
  const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`]
  return names.map((name) => join(site, name)).find((name) => existsSync(name) && statSync(name).isFile())
}

function bodyOf(file: string): Buffer {
  const bytes = readFileSync(file)
  if (!compressed.has(extname(file))) return bytes
  const quality = bytes.length > bestUpTo ? 9 : constants.BROTLI_MAX_QUALITY
  return brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}})
}
