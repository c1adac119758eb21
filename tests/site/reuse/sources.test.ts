import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {SourceFile} from '../../../src/corpus/model.ts'
import {fileDigest} from '../../../src/site/reuse/digest.ts'
import {copied, dropOtherSources, keepSources, sourcesOf} from '../../../src/site/reuse/sources.ts'

let root: string
const folder = () => join(root, '.cache', 'reuse', 'content')
const place = (digest = '') => join(folder(), digest)

beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'linchpin-'))))
afterEach(() => rmSync(root, {recursive: true}))

function file(path: string, text: string): SourceFile {
  return {path, bytes: new TextEncoder().encode(text)}
}

function texts(files: readonly SourceFile[]): string[] {
  return files.map(({path, bytes}) => `${path}: ${new TextDecoder().decode(bytes)}`)
}

const then = [file('a', 'one'), file('b', 'two'), file('c', 'three'), file('d', 'three')]

describe('copied content', () => {
  it('is read from the copies, and not from where it was', () => {
    const content = copied(root, then)
    expect(texts(content)).toEqual(texts(then))
    expect(content.map(fileDigest)).toEqual(then.map(fileDigest))
    for (const name of readdirSync(folder())) writeFileSync(place(name), 'other')
    expect(() => texts(content)).toThrow(`${place(fileDigest(then[0] as SourceFile))} is not as it was written`)
  })

  it('is as it was where it cannot be copied', () => {
    mkdirSync(join(root, '.cache', 'reuse'), {recursive: true})
    writeFileSync(folder(), 'no folder')
    expect(copied(root, then)).toEqual(then)
  })
})

describe('the content of the last site', () => {
  it('is had again, from the files of now where they are the same', () => {
    const kept = keepSources(root, then)
    const now = [file('a', 'one'), file('b', 'two, edited'), file('d', 'three'), file('e', 'new')]
    const again = sourcesOf(root, kept, now)
    expect(texts(again)).toEqual(['a: one', 'b: two', 'c: three', 'd: three'])
    expect(again[0]).toBe(now[0])
    expect(again[3]).toBe(now[2])
  })

  it('is not taken from what is not as it was kept, and is kept again', () => {
    const kept = keepSources(root, then)
    const path = place(kept[1]?.digest)
    writeFileSync(path, 'twp')
    expect(texts(sourcesOf(root, kept, then))).toEqual(texts(then))
    expect(() => sourcesOf(root, kept, [])).toThrow(`${path} is not as it was written`)
    keepSources(root, then)
    expect(texts(sourcesOf(root, kept, []))).toEqual(texts(then))
  })

  it('is not had where a file of it is gone', () => {
    const kept = keepSources(root, then)
    rmSync(place(kept[2]?.digest))
    expect(() => sourcesOf(root, kept, [])).toThrow('is not as it was written')
  })

  it('leaves nothing of the one before when that is dropped', () => {
    keepSources(root, then)
    const kept = keepSources(root, [file('a', 'one'), file('b', 'two, edited')])
    expect(readdirSync(folder())).toHaveLength(4)
    dropOtherSources(root, kept)
    expect(readdirSync(folder()).toSorted()).toEqual(kept.map(({digest}) => digest).toSorted())
  })
})
