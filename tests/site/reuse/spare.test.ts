import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {assemble, spareFolder} from '../../../src/site/reuse/spare.ts'
import {keptFiles, standing} from '../../../src/site/reuse/store.ts'
import {entriesBelow, pathsBelow} from '../../../src/site/tree.ts'

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  return {...fs, linkSync: vi.fn<typeof fs.linkSync>(fs.linkSync)}
})

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-'))
  for (const folder of ['dist', 'dist.next']) mkdirSync(join(root, folder))
})

afterEach(() => rmSync(root, {recursive: true}))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

/** Gives a file of the live site its second name in the spare folder. */
function spare(path: string): void {
  const place = join(spareFolder(root), path)
  mkdirSync(dirname(place), {recursive: true})
  linkSync(join(root, 'dist', path), place)
}

/** Every file of the next site with its words. */
const next = () =>
  Object.fromEntries(
    pathsBelow(join(root, 'dist.next')).map((path) => [path, readFileSync(join(root, 'dist.next', path), 'utf8')]),
  )

/** Files of the live site, as they stand there. */
function live(...paths: readonly string[]) {
  const folder = join(root, 'dist')
  const kept = [
    ...keptFiles(
      folder,
      paths.map((path) => ({path, bytes: 0, sha256: ''})),
    ),
  ]
  return new Map(kept.flatMap((file) => standing(folder, file) ?? []).map((found) => [found.file.path, found]))
}

const inode = (path: string) => lstatSync(join(root, path)).ino

describe('assemble(root, taken)', () => {
  afterEach(() => vi.mocked(linkSync).mockReset())

  beforeEach(() => {
    write('dist/a/index.html', 'a')
    write('dist/b/index.html', 'b')
    write('dist.next/new/index.html', 'new')
  })

  it('gives the files that are taken a second name where there is no spare folder', () => {
    assemble(root, live('a/index.html'))
    expect(next()).toEqual({'a/index.html': 'a', 'new/index.html': 'new'})
    expect(inode('dist.next/a/index.html')).toBe(inode('dist/a/index.html'))
  })

  it('takes the spare folder, and what was written into it', () => {
    spare('a/index.html')
    const folder = lstatSync(spareFolder(root)).ino
    assemble(root, live('a/index.html', 'b/index.html'))
    expect(next()).toEqual({'a/index.html': 'a', 'b/index.html': 'b', 'new/index.html': 'new'})
    expect(inode('dist.next')).toBe(folder)
    expect(existsSync(spareFolder(root))).toBe(false)
  })

  it('leaves nothing of the spare folder that the next site has not', () => {
    spare('b/index.html')
    write('.cache/reuse/site/gone/deep/index.html', 'gone')
    write('.cache/reuse/site/new', 'a file where a folder will be')
    write('.cache/reuse/site/a/index.html/old.txt', 'a folder where a file will be')
    assemble(root, live('a/index.html'))
    expect(next()).toEqual({'a/index.html': 'a', 'new/index.html': 'new'})
    const folders = entriesBelow(join(root, 'dist.next')).filter((entry) => entry.isDirectory())
    expect(folders.map(({name}) => name).sort()).toEqual(['a', 'new'])
  })

  it('needs nothing that was written', () => {
    rmSync(join(root, 'dist.next'), {recursive: true})
    spare('a/index.html')
    assemble(root, live('a/index.html'))
    expect(next()).toEqual({'a/index.html': 'a'})
  })

  it('believes no file of the spare folder that is not the one of the live site', () => {
    write('.cache/reuse/site/a/index.html', 'x')
    const {atime, mtime} = statSync(join(root, 'dist/a/index.html'))
    for (const folder of ['dist', '.cache/reuse/site']) utimesSync(join(root, folder, 'a/index.html'), atime, mtime)
    assemble(root, live('a/index.html'))
    expect(next()).toMatchObject({'a/index.html': 'a'})
  })

  it.each([false, true])(
    'copies files, and tells which, where the disk knows no second names (spare folder: %s)',
    (has) => {
      if (has) spare('a/index.html')
      vi.mocked(linkSync).mockImplementation(() => {
        throw Object.assign(new Error('EPERM: operation not permitted, link'), {code: 'EPERM'})
      })
      const copied = assemble(root, live('a/index.html', 'b/index.html'))
      expect(next()).toEqual({'a/index.html': 'a', 'b/index.html': 'b', 'new/index.html': 'new'})
      expect([...copied].sort()).toEqual(has ? ['b/index.html'] : ['a/index.html', 'b/index.html'])
      expect(inode('dist.next/b/index.html')).not.toBe(inode('dist/b/index.html'))
    },
  )

  it('never writes into a file of the live site', () => {
    spare('a/index.html')
    write('dist.next/a/index.html', 'another')
    assemble(root, live())
    expect(next()).toMatchObject({'a/index.html': 'another'})
    expect(readFileSync(join(root, 'dist/a/index.html'), 'utf8')).toBe('a')
  })
})
