import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {keyOf} from '../../../src/site/reuse/key.ts'
import {packReading} from '../../../src/site/reuse/packing.ts'
import {nothingMade} from '../../../src/site/reuse/remaking.ts'
import {bundleFolder, isOneFile, keep, keepBundle, keptFiles, recall, standing} from '../../../src/site/reuse/store.ts'

let root: string
const statePath = () => join(root, '.cache', 'reuse', 'state')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-'))
  write('built/entry.mjs', 'export const app = 1\n')
  write('src/page.ts', 'page')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, {recursive: true}))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

function keepSomething(): void {
  const files = keepBundle(root, join(root, 'built'))
  const bundle = {files, entry: 'entry.mjs', sheets: []}
  const content = [{path: 'content/a.mdx', bytes: new TextEncoder().encode('a')}]
  expect(keep(root, {...nothingMade, key: 'k', content, files: [], indexed: new Map(), bundle})).toBe(undefined)
}

/** Changes one byte of a file, and nothing else. */
function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('what a build keeps', () => {
  it('is there for the next one', () => {
    keepSomething()
    expect(recall(root, 'k', [])).toMatchObject({key: 'k', content: [{path: 'content/a.mdx'}]})
  })

  it('is all that was kept, however much it is', () => {
    const bundle = {files: keepBundle(root, join(root, 'built')), entry: 'entry.mjs', sheets: []}
    const names = Array.from({length: 5000}, (_, n) => `p${n}`)
    const pages = names.map((name, n) => {
      const page = {pathname: `/${name}`, props: n % 3 === 0 ? undefined : name, route: `r${n % 2}`}
      return {
        ...page,
        reading: packReading([n % 4800, (n % 4800) + 200]),
        ...(n % 5 === 0 ? {} : {file: `${name}.html`}),
      }
    })
    const kept = {
      key: 'k',
      loose: [1, 2],
      bundle,
      facts: names.map((name) => ['statements', name, 'title'] as const),
      routes: new Map(['r0', 'r1'].map((name) => [name, {paths: [{pathname: '/a', props: 'd'}], reading: [3]}])),
      pages,
      listed: names,
      searched: names.slice(0, 10),
      indexed: new Map(names.map((name, n) => [name, [name, `${n}`]])),
      content: names.map((name) => ({path: name, bytes: new TextEncoder().encode(name)})),
      files: names.map((name, n) => ({path: name, sha256: 'a', size: n, written: n})),
    }
    expect(keep(root, kept)).toBe(undefined)
    const recalled = recall(root, 'k', [])
    if (typeof recalled !== 'object') throw new Error(recalled)
    const text = ({bytes}: {readonly bytes: Uint8Array}) => new TextDecoder().decode(bytes)
    expect(recalled.content.map(text)).toEqual(names)
    expect({...recalled, content: []}).toEqual({...kept, content: []})
  })

  it('is not looked at under another key, or where nothing is kept', () => {
    expect(recall(root, 'k', [])).toBe(undefined)
    keepSomething()
    expect(recall(root, 'another', [])).toBe(undefined)
  })

  it('is not taken where a byte is another, wherever it is', () => {
    keepSomething()
    const {length} = readFileSync(statePath())
    for (let at = 0; at < length; at += 7) {
      flip(statePath(), at)
      expect(recall(root, 'k', [])).toContain('is not as it was written')
      flip(statePath(), at)
    }
    expect(recall(root, 'k', [])).toMatchObject({key: 'k'})
  })

  it('is not taken where it ends too soon', () => {
    keepSomething()
    const bytes = readFileSync(statePath())
    for (const length of [0, 1, 31, 32, 33, bytes.length - 1]) {
      writeFileSync(statePath(), bytes.subarray(0, length))
      expect(recall(root, 'k', [])).toContain('is not as it was written')
    }
  })

  it('is not taken where the bundled pages are others, more or fewer', () => {
    keepSomething()
    const entry = join(bundleFolder(root), 'entry.mjs')
    flip(entry, 3)
    expect(recall(root, 'k', [])).toContain('is not as it was written')
    flip(entry, 3)
    write('.cache/reuse/bundle/more.mjs', '')
    expect(recall(root, 'k', [])).toContain('is not as it was written')
    rmSync(bundleFolder(root), {recursive: true})
    expect(recall(root, 'k', [])).toContain('is not as it was written')
  })

  it('is given up with a sentence where it cannot be written', () => {
    keepSomething()
    rmSync(join(root, '.cache', 'reuse'), {recursive: true})
    write('.cache/reuse', 'no folder')
    const bundle = {files: new Map<string, string>(), entry: '', sheets: []}
    expect(keep(root, {...nothingMade, key: 'k', content: [], files: [], indexed: new Map(), bundle})).toContain(
      'could not be kept',
    )
    expect(existsSync(statePath())).toBe(false)
  })
})

describe('a file of the last site', () => {
  it('is known as it was written, and by nothing less', () => {
    write('dist/a.html', 'abc')
    const [kept] = [...keptFiles(join(root, 'dist'), [{path: 'a.html', bytes: 3, sha256: ''}])]
    if (kept === undefined) throw new Error('Nothing is kept')
    const found = () => standing(join(root, 'dist'), kept)
    const {ino, dev} = lstatSync(join(root, 'dist', 'a.html'))
    expect(found()).toEqual({file: kept, inode: ino, device: dev})
    flip(join(root, 'dist', 'a.html'), 1)
    expect(found()).toBeUndefined()
    rmSync(join(root, 'dist', 'a.html'))
    expect(found()).toBeUndefined()
    // As long as a file could have been, and as old.
    symlinkSync('abc', join(root, 'dist', 'a.html'))
    const {size, mtimeMs} = lstatSync(join(root, 'dist', 'a.html'))
    expect(standing(join(root, 'dist'), {...kept, size, written: mtimeMs})).toBeUndefined()
    rmSync(join(root, 'dist'), {recursive: true})
    write('dist', 'no folder')
    expect(found()).toBeUndefined()
  })
})

describe('isOneFile(a, b)', () => {
  const file = {path: 'a.html', sha256: '', size: 3, written: 0}

  it.each([
    ['the same numbers', {}, true],
    ['another number on the disk', {inode: 2}, false],
    ['another disk', {device: 2}, false],
  ])('with %s, given %j, says %s', (_, other, isOne) => {
    const found = {file, inode: 1, device: 1}
    expect(isOneFile(found, {...found, ...other})).toBe(isOne)
  })

  it('says no where a number is too large to be told from the next', () => {
    const found = {file, inode: 2 ** 53, device: 1}
    expect(isOneFile(found, {...found, inode: 2 ** 53 + 1})).toBe(false)
  })
})

describe('keyOf(root)', () => {
  it('is another for other code, packages, settings and faces, and the same for other content', () => {
    const key = () => keyOf(root, {LINCHPIN_SITE: 'https://a.example', HOME: '/a'})
    const first = key()
    write('content/a.mdx', 'a')
    write('.cache/pictures/a', 'a')
    expect(key()).toBe(first)
    expect(keyOf(root, {LINCHPIN_SITE: 'https://a.example', HOME: '/b'})).toBe(first)
    expect(keyOf(root, {LINCHPIN_SITE: 'https://b.example', HOME: '/a'})).not.toBe(first)
    const seen = new Set([first])
    for (const path of ['src/page.ts', 'src/new.ts', 'public/a.js', 'package-lock.json', '.cache/fonts/a.woff2']) {
      write(path, '')
      appendFileSync(join(root, path), 'other')
      seen.add(key())
    }
    expect(seen.size).toBe(6)
  })
})
