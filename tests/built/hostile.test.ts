/** Content that means harm, with the check and without: it is refused, and a build that was not checked is harmless. */

import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, sep} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {kindAt} from '../../src/corpus/kinds.ts'
import {entriesBelow} from '../../src/site/tree.ts'
import {file, marked} from '../fixtures/edition.ts'
import {hidden, names} from '../fixtures/hostile/names.ts'
import type {Named} from '../fixtures/hostile/names.ts'
import {findActive, plantedFindings, plantedPage} from '../fixtures/hostile/scan.ts'
import {pathOfVector} from '../fixtures/hostile/vector.ts'
import {buildableVectors} from '../fixtures/hostile/vectors.ts'
import {measured} from '../fixtures/trust.ts'
import {startDev} from './develop.ts'
import {buildUnchecked, copyProject} from './project.ts'
import type {Project} from './project.ts'

/** Words that only the environment of the build and a file outside the project hold. */
const planted = {environment: 'canary-of-the-environment', file: 'canary-of-a-file-outside'} as const

interface Told {
  readonly path: string
  readonly severity: string
  readonly line: number
  readonly column: number
}

let spoilt: Project
let outside: string
let canary: string
/** The hostile files, by path. */
let vectors: ReadonlyMap<string, string>
/** Names that this disk cannot hold; they are judged as paths. */
const unwritten: Named[] = []
let links: readonly string[]
let before: readonly string[]
let told: readonly Told[]

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'linchpin-outside-'))
  const secret = join(outside, 'secret.mdx')
  writeFileSync(secret, `---\nlabel: ${planted.file}\nkind: concept\ncertainty: known\n---\n\n${planted.file}\n`)
  process.env['LINCHPIN_SECRET'] = planted.environment
  spoilt = copyProject()
  delete process.env['LINCHPIN_SECRET']
  canary = join(spoilt.folder, 'canary.txt')
  vectors = new Map(
    buildableVectors({canary, secret}).map((vector, index) => [
      pathOfVector(vector, index),
      vector.source.includes('‹') ? marked(vector.source).text : vector.source,
    ]),
  )
  for (const [path, source] of vectors) spoilt.write(path, source)
  const write = `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, 'sang'))`
  for (const folder of ['glossary', 'statements', 'people']) spoilt.write(`content/${folder}/evil.js`, write)
  for (const name of names) if (!couldWrite(name)) unwritten.push(name)
  for (const {path, text} of hidden) spoilt.write(path, text)
  links = makeLinks(secret)
  before = listProject()
  const {code, output} = await spoilt.run('scripts/check.ts', '--format', 'json')
  if (code !== 1) throw new Error(output.slice(0, 2_000))
  const {messages} = JSON.parse(output) as {readonly messages: readonly Told[]}
  told = messages
})

afterAll(() => {
  spoilt.remove()
  rmSync(outside, {recursive: true})
})

function couldWrite({path, text}: Named): boolean {
  try {
    if (existsSync(join(spoilt.folder, path))) return false
    spoilt.write(path, text)
    return readdirSync(dirname(join(spoilt.folder, path))).includes(path.slice(path.lastIndexOf('/') + 1))
  } catch {
    return false
  }
}

/** Links to a file outside, to a folder outside, to nothing, and round in a circle. */
function makeLinks(secret: string): readonly string[] {
  const targets = {
    'content/glossary/link-file.mdx': secret,
    'content/glossary/link-passwd.mdx': '/etc/passwd',
    'content/people/link-file.yaml': secret,
    'content/glossary/link-folder': outside,
    'content/glossary/link-folder.mdx': outside,
    'content/glossary/link-circle': '..',
    'content/glossary/link-itself.mdx': 'link-itself.mdx',
    'content/link-nothing.yaml': join(outside, 'nothing'),
    'content/link-root': '/',
  } as const
  for (const [path, target] of Object.entries(targets)) symlinkSync(target, join(spoilt.folder, path))
  return Object.keys(targets)
}

/** Everything in the copy but what a build makes, without following links. */
function listProject(): string[] {
  return readdirSync(spoilt.folder, {withFileTypes: true})
    .filter(({name}) => !['dist', '.astro', '.cache', 'node_modules'].includes(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? entriesBelow(join(spoilt.folder, entry.name)).map(({parentPath, name}) => join(parentPath, name))
        : [entry.name],
    )
    .sort()
}

const isPlaced = ({line, column}: Told) => line >= 1 && column >= 1

describe('npm run check', () => {
  it('refuses every hostile file at a place', () => {
    const refused = new Set(
      told.filter((message) => message.severity === 'error' && isPlaced(message)).map(({path}) => path),
    )
    expect([...vectors.keys()].filter((path) => !refused.has(path))).toEqual([])
    expect(existsSync(canary)).toBe(false)
  })

  it('refuses every link and says where it stands', () => {
    const refused = new Set(told.map(({path}) => path))
    expect(links.filter((path) => !refused.has(path))).toEqual([])
  })

  it('says nothing of a file in a folder that an editor hides', () => {
    const hiddenPaths = new Set(hidden.map(({path}) => path))
    expect(told.filter(({path}) => hiddenPaths.has(path))).toEqual([])
  })
})

/** Each file of the built site. */
function listBuilt(): string[] {
  return entriesBelow(join(spoilt.folder, 'dist'))
    .filter((entry) => !entry.isDirectory())
    .map(({parentPath, name}) => join(parentPath, name))
}

/** What is active in a file of the site, whether it is a page or holds parts of pages. */
function activeIn(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  if (/\.(?:html|svg)$/.test(path)) return findActive(text)
  // The files of the edition as they stand: the playground reads them as text.
  if (!path.endsWith('.json') || path.endsWith(`data${sep}content.json`)) return []
  const found: string[] = []
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string' && value.includes('<')) found.push(...findActive(value, false))
    return value
  })
  return found
}

/** Whether a file holds a word that no build may know, also where it is compressed as the search index is. */
function tells(path: string): boolean {
  const bytes = readFileSync(path)
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  return [...Object.values(planted), 'root:x:0:0'].some((secret) => plain.includes(secret))
}

describe('a build that was not checked', () => {
  let built: readonly string[]
  beforeAll(async () => {
    await buildUnchecked(spoilt)
    built = listBuilt()
  }, 400_000)

  it('runs nothing, shows nothing active, tells no secret and writes nowhere else', () => {
    const pages = built.filter((path) => path.endsWith('.html'))
    const active = built.flatMap((path) => activeIn(path).map((what) => `${path}: ${what}`))
    const telling = built.filter(tells)
    const astray = listProject().filter((path) => !before.includes(path))
    expect({active, telling, astray}).toEqual({active: [], telling: [], astray: []})
    measured('active-content-built', {
      'vectors built': vectors.size,
      'pages scanned': pages.length,
      ran: Number(existsSync(canary)),
      'active in a page': active.length,
      'files that tell a secret': telling.length,
      'files written outside dist': astray.length,
    })
  })

  it('publishes no file of content as it is', () => {
    // The site has these two of its own.
    const own = ['robots.txt', '_headers'].map((name) => join(spoilt.folder, 'dist', name))
    const suspect = built.filter((path) => /evil|robots\.txt|_headers|\.mdx/.test(path.slice(spoilt.folder.length)))
    expect(suspect.toSorted()).toEqual(own.toSorted())
    for (const path of own) expect(readFileSync(path, 'utf8')).not.toMatch(/lamp/i)
  })

  it('publishes nothing of a folder that an editor hides', () => {
    const titles = hidden.map(({title = ''}) => title)
    const shows = (path: string) => titles.some((title) => readFileSync(path).includes(title))
    expect(built.filter(shows)).toEqual([])
  })

  it('makes a page of every name that has no message, and of no other', () => {
    const refused = new Set(told.map(({path}) => path))
    const simulated = new Set(
      check(unwritten.map(({path, text}) => file(path, text))).messages.map(({place}) => place.path),
    )
    const lost: string[] = []
    const usurped: string[] = []
    let shown = 0
    for (const {path, title} of names) {
      const page = pageOf(path)
      const html = page !== undefined && existsSync(page) ? readFileSync(page, 'utf8') : ''
      const isShown = title !== undefined && html.includes(`<title>${title} `)
      if (isShown) shown++
      else if (!refused.has(path) && !simulated.has(path)) lost.push(path)
      else if (/<title>Lampadary /.test(html) && !names.some((other) => html.includes(`<title>${other.title} `)))
        usurped.push(path)
    }
    expect({lost, usurped}).toEqual({lost: [], usurped: []})
    measured('file-names', {
      'names tried': names.length,
      'pages shown': shown,
      'lost without a message': lost.length,
    })
    process.stdout.write(`Left to paths, which this disk does not hold: ${unwritten.length} names\n`)
  })
})

function pageOf(path: string): string | undefined {
  const folders = {term: 'glossary', formula: 'formulas', person: 'people'} as const
  const kind = kindAt(path)
  if (kind === undefined || !(kind.name in folders) || !/^[a-z0-9-]+$/.test(kind.id)) return undefined
  return join(spoilt.folder, 'dist', folders[kind.name as keyof typeof folders], kind.id, 'index.html')
}

describe('npm run dev', () => {
  it('runs nothing and follows no link', async () => {
    const {child, address} = await startDev(spoilt)
    try {
      const first = [...vectors.keys()]
        .map((path) => /^content\/(.*)\.(?:mdx|yaml)$/.exec(path)?.[1] ?? '')
        .slice(0, 20)
      for (const path of ['/glossary/', '/glossary/link-file/', ...first.map((name) => `/${name}/`)]) {
        const page = await (await fetch(address + path)).text()
        expect(page).not.toContain(planted.file)
      }
      expect(await (await fetch(`${address}/glossary/ncg/`)).text()).toContain('Nuclear Consultative Group')
      expect(existsSync(canary)).toBe(false)
    } finally {
      child.kill('SIGKILL')
    }
  }, 300_000)
})

describe('the controls', () => {
  it('find a secret in a file', () => {
    expect(tells(join(outside, 'secret.mdx'))).toBe(true)
    const packed = join(outside, 'packed')
    writeFileSync(packed, gzipSync(planted.environment))
    expect(tells(packed)).toBe(true)
  })

  it('find what was planted in a page', () => {
    expect(findActive(plantedPage)).toHaveLength(plantedFindings)
    expect(findActive('<p>x <a href="/x/">y</a></p>', false)).toEqual([])
  })
})
