import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readContent, replaceContent} from '../../src/site/content.ts'

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
