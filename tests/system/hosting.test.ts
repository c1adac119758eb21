import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {serve} from '../../scripts/server.ts'
import {cacheControl, caching, headers, mediaTypes} from '../../src/site/headers.ts'
import {base, buildBased, moved} from '../built/based.ts'
import type {Project} from '../built/project.ts'
import {dist, root} from '../built/site.ts'
import {freePort} from '../fixtures/port.ts'

const read = (name: string) => readFileSync(join(root, 'scripts', 'hosting', name), 'utf8')
const conf = read('nginx.conf')
const caddyfile = read('Caddyfile')

/** A server that is running: where, and how it ends. */
interface Running {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts a server whose root is `folder`, in which an edition lies under `at`. */
type Start = (folder: string, at: string) => Promise<Running>

/** Runs a program with a folder of its own until it is stopped, and waits until it answers. */
async function run(program: string, args: readonly string[], own: string, port: number): Promise<Running> {
  const environment = {...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own}
  const child: ChildProcess = spawn(program, args, {env: environment, stdio: ['ignore', 'pipe', 'pipe']})
  let said = ''
  child.stdout?.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(said))
  })
  const origin = `http://127.0.0.1:${port}`
  const answers = async () => {
    for (;;) {
      if (await fetch(origin).then(Boolean, () => false)) return undefined
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const failure = await Promise.race([ended, answers()])
  if (failure !== undefined) throw new Error(`${program} does not run: ${failure}`)
  return {
    origin,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(own, {recursive: true, force: true})
    },
  }
}

/** Replaces what is an editor’s own in a configuration; each must be there. */
function replaced(text: string, own: Readonly<Record<string, string>>): string {
  return Object.entries(own).reduce((result, [from, to]) => {
    expect(result).toContain(from)
    return result.replaceAll(from, to)
  }, text)
}

const startNginx: Start = async (folder, at) => {
  const own = mkdtempSync(join(tmpdir(), 'linchpin-nginx-'))
  const port = await freePort('127.0.0.1')
  const site = replaced(conf, {
    'listen 80;': `listen 127.0.0.1:${port};`,
    '/var/www/linchpin': folder,
    ' /404.html': ` ${at}404.html`,
  })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  // One process, which runs as whoever runs the test.
  const main = `daemon off;\nmaster_process off;\npid ${own}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\ninclude ${own}/site.conf;\n}\n`
  writeFileSync(join(own, 'site.conf'), site)
  writeFileSync(join(own, 'nginx.conf'), main)
  return await run('nginx', ['-p', own, '-c', join(own, 'nginx.conf')], own, port)
}

const startCaddy: Start = async (folder, at) => {
  const own = mkdtempSync(join(tmpdir(), 'linchpin-caddy-'))
  const port = await freePort('127.0.0.1')
  const site = replaced(caddyfile, {
    'edition.example.org {': `http://127.0.0.1:${port} {`,
    '/var/www/linchpin': folder,
    'rewrite * /404.html': `rewrite * ${at}404.html`,
  })
  writeFileSync(join(own, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
  return await run('caddy', ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'], own, port)
}

const startOurs: Start = async (folder, at) => {
  const server = await serve(join(folder, at), 0, at)
  const {port} = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const hosts: readonly (readonly [string, Start])[] = [
  ['nginx', startNginx],
  ['Caddy', startCaddy],
  ['npm start', startOurs],
]

let project: Project
/** Roots of hosts, with an edition in each: this one at `/`, a small one under a path. */
const roots: Record<string, string> = {}

/** Whoever serves a folder must be let into it. */
function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `linchpin-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

beforeAll(async () => {
  project = await buildBased()
  const [whole, based] = [openFolder('root'), openFolder('based')]
  cpSync(dist, whole, {recursive: true})
  mkdirSync(join(based, 'x'))
  cpSync(join(project.folder, 'dist'), join(based, base), {recursive: true})
  for (const folder of [whole, join(based, base)]) {
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.git', 'config'), 'secret')
    writeFileSync(join(folder, '.secret'), 'secret')
  }
  Object.assign(roots, {'/': whole, [base]: based})
}, 300_000)

afterAll(() => {
  for (const folder of Object.values(roots)) rmSync(folder, {recursive: true, force: true})
  project.remove()
})

/** A file of each kind that a site has, from its root. */
function oneOfEach(folder: string): string[] {
  const all = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .filter((path) => !/\/[._][^/]*$/.test(path) && !path.startsWith('/.git/'))
  const kinds = Map.groupBy(
    all,
    (path) => (path.endsWith('.cdx.json') ? '.cdx.json' : extname(path)) + cacheControl(path),
  )
  return Array.from(kinds.values(), ([first = '']) => first)
}

const typeOf = (path: string) => Object.entries(mediaTypes).find(([end]) => path.endsWith(end))?.[1]

describe.each(hosts)('%s', (name, start) => {
  describe.each(['/', base])('with an edition under %s', (at) => {
    let host: Running
    beforeAll(async () => {
      host = await start(roots[at] ?? '', at)
    })
    afterAll(() => host.stop())

    /** Asks for what is spelt from the root of the site. */
    const ask = (path: string, options: RequestInit = {}) =>
      fetch(`${host.origin}${at}${path.replace(/^\//, '')}`, {
        redirect: 'manual',
        ...options,
        headers: {'Accept-Encoding': 'identity', ...options.headers},
      })
    const expectHeaders = (response: Response, cache: string) => {
      for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name), name).toBe(value)
      expect(response.headers.get('Cache-Control')).toBe(cache)
    }

    it('serves pages and every kind of file, with their types and what every page is served with', async () => {
      const folder = join(roots[at] ?? '', at)
      const paths = [
        ...oneOfEach(folder.replace(/\/$/, '')),
        '/',
        '/glossary/',
        '/search/?q=%ED%99%95%EC%9E%A5%EC%96%B5%EC%A0%9C',
      ]
      expect(paths.length).toBeGreaterThan(15)
      for (const path of paths) {
        const response = await ask(path.replace(/index\.html$/, ''))
        const type = path.includes('.') ? typeOf(path) : mediaTypes['.html']
        expect([path, response.status, response.headers.get('Content-Type')]).toEqual([path, 200, type])
        expectHeaders(response, cacheControl(path))
        const file = join(folder, path.endsWith('/') || path.includes('?') ? `${path.split('?')[0]}index.html` : path)
        expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(file)), path).toBe(true)
      }
    })

    it.each([
      '/nowhere/',
      '/nowhere',
      '/_astro/none.js',
      '/data/none.csv',
      '/pagefind/index/none.pf_index',
      '/view.js/',
    ])('answers %s with our page and 404', async (path) => {
      const response = await ask(path)
      expect([response.status, response.headers.get('Content-Type')]).toEqual([404, mediaTypes['.html']])
      expectHeaders(response, caching.other)
      expect(await response.text()).toBe(readFileSync(join(roots[at] ?? '', at, '404.html'), 'utf8'))
    })

    it.each(['/.git/config', '/.git/', '/.secret', '/_headers', '/%2egit/config', '/glossary/../.secret'])(
      'gives nobody %s',
      async (path) => {
        const response = await ask(path)
        expect(response.status).toBe(404)
        expect(await response.text()).not.toMatch(/secret|Content-Security-Policy: /)
      },
    )

    it('lists no folder', async () => {
      for (const path of ['/_astro/', '/pagefind/', '/data/tei/']) {
        const response = await ask(path)
        expect([path, response.status]).toEqual([path, 404])
      }
    })

    it('leads from a folder’s name to its address, with what is asked', async () => {
      const response = await ask('/glossary?view=all')
      expect([301, 308]).toContain(response.status)
      // Caddy 2.6 drops what is asked.
      expect([`${at}glossary/?view=all`, ...(name === 'Caddy' ? [`${at}glossary/`] : [])]).toContain(
        response.headers.get('Location'),
      )
    })

    it('answers HEAD without the file, a range with its bytes, and a file that is known with 304', async () => {
      const head = await ask('/view.js', {method: 'HEAD'})
      expect([head.status, await head.text()]).toEqual([200, ''])
      const bytes = readFileSync(join(roots[at] ?? '', at, 'view.js'))
      expect(head.headers.get('Content-Length')).toBe(`${bytes.length}`)
      const range = await ask('/view.js', {headers: {Range: 'bytes=3-11'}})
      expect([range.status, await range.text()]).toEqual([206, bytes.toString('utf8', 3, 12)])
      const known = await ask('/view.js', {headers: {'If-None-Match': head.headers.get('ETag') ?? ''}})
      expect([known.status, await known.text()]).toEqual([304, ''])
      expectHeaders(known, caching.other)
    })

    // The whole edition, at the root, has no address of before.
    it.each(at === base ? Object.entries(moved) : [])('leads on from %s, an address of before', async (former, now) => {
      const response = await ask(former)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain(`http-equiv="refresh" content="0; url=${at}${now.slice(1)}"`)
    })
  })
})

describe('the configurations', () => {
  it('say every header of src/site/headers.ts, and no other, word for word', () => {
    const said = {...headers, 'Cache-Control': '$linchpin_cache'}
    expect(
      Object.fromEntries(
        Array.from(conf.matchAll(/^ *add_header (\S+) "?(.+?)"? always;$/gm), ([, name, value]) => [name, value]),
      ),
    ).toEqual(said)
    const block = /header \{\n([^]*?)\n\t\}/.exec(caddyfile)?.[1] ?? ''
    const lines = block.split('\n')
    expect(Object.fromEntries(lines.map((line) => [line.trim().split(' ', 1)[0], /"(.*)"$/.exec(line)?.[1]]))).toEqual(
      headers,
    )
    for (const text of [conf, caddyfile]) expect(text).toContain(`"${caching.immutable}"`)
  })

  it('know every kind of file', () => {
    const block = / types \{\n([^]*?)\}/.exec(conf)?.[1] ?? ''
    const types = Array.from(block.matchAll(/^ +(\S+) ([^;]+);$/gm), ([, type = '', ends = '']) =>
      ends.split(' ').map((end) => [`.${end}`, type]),
    ).flat()
    const ours = Object.entries(mediaTypes).filter(([end]) => end !== '.cdx.json')
    expect(Object.fromEntries(types)).toEqual(Object.fromEntries(ours.map(([end, type]) => [end, type.split(';')[0]])))
  })
})
