import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {manifestFile, manifestOf, Measure, writeManifest} from '../../src/site/manifest.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linchpin-'))
})

afterEach(() => rmSync(folder, {recursive: true}))

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), {recursive: true})
  writeFileSync(join(folder, path), text)
}

/** SHA-256 of `abc`, from FIPS 180-2, appendix B.1. */
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

describe('manifestOf(folder)', () => {
  it('lists every file with its size and digest, sorted by path, in whatever order they were written', () => {
    for (const path of ['pages/b.html', 'index.html', 'pages/a.html', '.well-known/x', 'a-b/y', 'a/z'])
      write(path, 'abc')
    const {files} = manifestOf(folder)
    expect(files.map(({path}) => path)).toEqual([
      '.well-known/x',
      'a-b/y',
      'a/z',
      'index.html',
      'pages/a.html',
      'pages/b.html',
    ])
    for (const {bytes, sha256} of files) expect({bytes, sha256}).toEqual({bytes: 3, sha256: abc})
  })
})

describe('manifestOf(folder, known)', () => {
  const known = (path: string, bytes: number) => [path, {path, bytes, sha256: 'known'}] as const
  const told = (...given: Parameters<typeof manifestOf>) =>
    manifestOf(...given).files.map(({path, sha256}) => [path, sha256])

  it('takes what is known of a file that was written, and reads one that is not as long any more', () => {
    for (const path of ['as-written', 'longer', 'new']) write(path, 'abc')
    expect(told(folder, {written: new Map([known('as-written', 3), known('longer', 2), known('gone', 3)])})).toEqual([
      ['as-written', 'known'],
      ['longer', abc],
      ['new', abc],
    ])
  })

  it('looks at no file that somebody has just looked at, and lists none that is gone or of which nothing is known', () => {
    for (const path of ['new', 'seen']) write(path, 'abc')
    const written = new Map([known('seen', 2), known('gone', 3)])
    expect(told(folder, {written, seen: new Set(['gone', 'new', 'seen'])})).toEqual([
      ['new', abc],
      ['seen', 'known'],
    ])
  })
})

describe('writeManifest(folder)', () => {
  it('writes what the site is made of but for itself, and the same again where nothing has changed', () => {
    write('index.html', 'abc')
    writeManifest(folder)
    const first = readFileSync(join(folder, 'manifest.json'), 'utf8')
    expect(JSON.parse(first)).toEqual({files: [{path: 'index.html', bytes: 3, sha256: abc}]})
    writeManifest(folder)
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(first)
  })
})

describe('Measure', () => {
  it('tells of pieces, bytes or letters, what is told of all of them at once', () => {
    const whole = Buffer.from('확장억제, extended deterrence')
    const {path: _, ...told} = manifestFile('a.csv', whole)
    expect(told.bytes).toBe(33)
    expect(new Measure().add('확장').add(whole.subarray(6, 10)).add(whole.subarray(10)).told).toEqual(told)
    expect(new Measure().add('확장억제').add(', extended deterrence').told).toEqual(told)
  })
})
