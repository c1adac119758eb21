import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {contentReader, readContent, replaceContent} from '../../src/site/content.ts'
import {entriesBelow} from '../../src/site/tree.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-content-'))
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, 'content', 'a.yaml'), 'one', {mode: 0o640})
})

afterEach(() => rmSync(root, {recursive: true}))

const bytes = new TextEncoder().encode('two')

function onlyFile() {
  const [file] = readContent(root)
  if (file === undefined) throw new Error('There is no file')
  return file
}

describe('readContent(root)', () => {
  const paths = () => readContent(root).map(({path}) => path)

  it('follows no link, neither to a file nor to a folder nor round in a circle', () => {
    mkdirSync(join(root, 'outside'))
    writeFileSync(join(root, 'outside', 'b.yaml'), 'secret')
    symlinkSync(join(root, 'outside'), join(root, 'content', 'people'))
    symlinkSync(join(root, 'outside', 'b.yaml'), join(root, 'content', 'b.yaml'))
    symlinkSync('..', join(root, 'content', 'circle'))
    symlinkSync('nowhere', join(root, 'content', 'nothing.yaml'))
    const files = readContent(root)
    expect(files.map(({path, bytes}) => `${path} ${bytes.length}`)).toEqual([
      'content/a.yaml 3',
      'content/b.yaml 0',
      'content/circle 0',
      'content/nothing.yaml 0',
      'content/people 0',
    ])
    const told = new Set(check(files).messages.map(({place}) => place.path))
    expect(files.filter(({path}) => !told.has(path))).toEqual([])
    expect(entriesBelow(join(root, 'content')).map(({name}) => name)).not.toContain('outside')
  })

  it('refuses a content folder that is a link', () => {
    renameSync(join(root, 'content'), join(root, 'elsewhere'))
    symlinkSync('elsewhere', join(root, 'content'))
    expect(() => readContent(root)).toThrow('content/ is a link to another folder')
  })

  it('passes over what systems and editors hide, and no content whose name begins with a full stop', () => {
    for (const name of [
      '.DS_Store',
      '.gitkeep',
      '.#a.yaml',
      '._a.yaml',
      '.a.yaml.new',
      '.a.yaml.swp',
      '.a.yaml',
      '.b.MDX',
    ])
      writeFileSync(join(root, 'content', name), '')
    mkdirSync(join(root, 'content', '.obsidian', 'plugins'), {recursive: true})
    for (const name of ['app.json', 'draft.mdx', 'plugins/a.yaml'])
      writeFileSync(join(root, 'content', '.obsidian', name), '')
    expect(paths()).toEqual(['content/.a.yaml', 'content/.b.MDX', 'content/a.yaml'])
  })

  it.skipIf(process.platform !== 'linux')('reads a file as empty whose name is not UTF-8', () => {
    writeFileSync(Buffer.from(`${root}/content/\u00FF.mdx`, 'latin1'), 'x')
    expect(readContent(root).map(({path, bytes}) => `${path} ${bytes.length}`)).toEqual([
      'content/a.yaml 3',
      'content/\uFFFD.mdx 0',
    ])
  })
})

describe('contentReader(root)', () => {
  it('reads again what was written, and gives what was not as it was', () => {
    writeFileSync(join(root, 'content', 'b.yaml'), 'one')
    const read = contentReader(root)
    const first = read()
    expect(first).toEqual(readContent(root))
    expect(read()).toBe(first)
    const {mtime} = statSync(join(root, 'content', 'a.yaml'))
    writeFileSync(join(root, 'content', 'a.yaml'), 'two')
    // Its length and its day are those of before.
    utimesSync(join(root, 'content', 'a.yaml'), mtime, mtime)
    const second = read()
    expect(second).toEqual(readContent(root))
    expect(second[1]).toBe(first[1])
    rmSync(join(root, 'content', 'b.yaml'))
    expect(read()).toEqual(readContent(root))
    writeFileSync(join(root, 'content', 'c.yaml'), 'new')
    expect(read().map(({path}) => path)).toEqual(['content/a.yaml', 'content/c.yaml'])
  })
})

describe('replaceContent(root, before, bytes)', () => {
  it('puts the new file in the place of the old one and leaves nothing beside it', () => {
    const {mode} = statSync(join(root, 'content', 'a.yaml'))
    expect(replaceContent(root, onlyFile(), bytes)).toBe(true)
    expect(readFileSync(join(root, 'content', 'a.yaml'), 'utf8')).toBe('two')
    expect(statSync(join(root, 'content', 'a.yaml')).mode).toBe(mode)
    expect(readdirSync(join(root, 'content'))).toEqual(['a.yaml'])
  })

  it('leaves a file that has been changed since it was read', () => {
    const before = onlyFile()
    writeFileSync(join(root, 'content', 'a.yaml'), 'else')
    expect(replaceContent(root, before, bytes)).toBe(false)
    expect(readFileSync(join(root, 'content', 'a.yaml'), 'utf8')).toBe('else')
  })
})
