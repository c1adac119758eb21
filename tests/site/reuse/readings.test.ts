import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {corpusReader, readCorpus} from '../../../src/corpus/corpus.ts'
import type {FileReading} from '../../../src/corpus/corpus.ts'
import type {SourceFile} from '../../../src/corpus/model.ts'
import {readContent} from '../../../src/site/content.ts'
import {keepReadings, knownReadings} from '../../../src/site/reuse/readings.ts'

let root: string
const pieces = () => join(root, '.cache', 'reuse', 'readings')
const list = () => `${pieces()}.list`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linchpin-'))
  write('src/corpus/corpus.ts', 'reads')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, {recursive: true}))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

/** A term of its own in each file. */
function term(id: string, label: string): SourceFile {
  const text = `---\nid: ${id}\nlabel: ${label}\n---\n\nWhat it is.\n`
  return {path: `content/glossary/${id}.mdx`, bytes: new TextEncoder().encode(text)}
}

const few = [term('ncg', 'Group'), term('osd', 'Dialogue'), term('scm', 'Meeting')]

/** How many of some files are known, and what the first of them was read as. */
function lookUp(files: readonly SourceFile[]): {readonly known: number; readonly first: FileReading | undefined} {
  const known = knownReadings(root)
  const found = files.map((file) => known.get(file))
  return {known: found.filter((reading) => reading !== undefined).length, first: found[0]}
}

/** Changes one byte of a file, and nothing else. */
function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('what files were read as', () => {
  it('is the same when it comes from the last build, for every file of the edition', () => {
    const files = readContent(process.cwd())
    const read = readCorpus(files)
    keepReadings(root, files, read.readings.values())
    const known = knownReadings(root)
    for (const file of files) expect(known.get(file), file.path).toEqual(read.readings.get(file.path))
    const again = corpusReader(undefined, known.get)(files)
    expect(again.corpus).toEqual(read.corpus)
    expect(again.messages).toEqual(read.messages)
  })

  it('is not known of other bytes, or of a file that was not read', () => {
    keepReadings(root, few, readCorpus(few).readings.values())
    expect(lookUp(few).known).toBe(3)
    expect(lookUp([term('ncg', 'Other group'), term('kida', 'New')]).known).toBe(0)
  })

  it('is not known where another program reads', () => {
    keepReadings(root, few, readCorpus(few).readings.values())
    write('src/corpus/corpus.ts', 'reads otherwise')
    expect(lookUp(few).known).toBe(0)
    keepReadings(root, few, readCorpus(few).readings.values())
    expect(lookUp(few).known).toBe(3)
  })

  it('is not taken where a byte is another, wherever it is', () => {
    keepReadings(root, few, readCorpus(few).readings.values())
    const {length} = readFileSync(pieces())
    for (let at = 0; at < length; at += 11) {
      flip(pieces(), at)
      expect(lookUp(few).known).toBe(2)
      flip(pieces(), at)
    }
    for (let at = 0; at < readFileSync(list()).length; at += 11) {
      flip(list(), at)
      expect(lookUp(few).known).toBe(0)
      flip(list(), at)
    }
    writeFileSync(pieces(), readFileSync(pieces()).subarray(0, length - 1))
    expect(lookUp(few).known).toBe(2)
  })

  it('stays known of a file as it was before an edit, for the build that compares the two', () => {
    keepReadings(root, few, readCorpus(few).readings.values())
    const edited = term('ncg', 'Other group')
    const now = few.with(0, edited)
    keepReadings(root, now, readCorpus([edited]).readings.values())
    expect(lookUp(few)).toEqual({known: 3, first: readCorpus(few).readings.get('content/glossary/ncg.mdx')})
    expect(lookUp(now)).toEqual({known: 3, first: readCorpus(now).readings.get('content/glossary/ncg.mdx')})
  })

  it('follows the files, and what is no longer read goes', () => {
    let now = few
    keepReadings(root, now, readCorpus(now).readings.values())
    const {size} = statSync(pieces())
    for (let edit = 0; edit < 12; edit++) {
      const edited = term(['ncg', 'osd', 'scm'][edit % 3] ?? '', `Edit ${edit}`)
      now = now.with(edit % 3, edited)
      const {has} = knownReadings(root)
      expect(now.filter((file) => !has(file))).toEqual([edited])
      keepReadings(root, now, readCorpus([edited]).readings.values())
      const {known, first} = lookUp(now)
      expect(known).toBe(3)
      expect(first).toEqual(readCorpus(now).readings.get('content/glossary/ncg.mdx'))
      expect(statSync(pieces()).size).toBeLessThan(4 * size)
    }
  })
})
