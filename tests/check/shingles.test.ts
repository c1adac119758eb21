import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {
  foldedWords,
  lockShingles,
  runDigests,
  runLength,
  shinglesPath,
  spell,
  unspell,
  writeShingles,
} from '../../src/check/shingles.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readShingles} from '../../src/corpus/lock.ts'
import type {LockedShingles, WitnessId} from '../../src/corpus/model.ts'
import {words} from '../../src/corpus/text.ts'
import {readContent, readWitnessTexts} from '../../src/site/content.ts'
import {random} from '../fixtures/random.ts'
import {editionOf, standardHeading, standardMatter, witnessTexts} from './base.ts'
import type {Files} from './base.ts'

const statementPath = 'content/statements/example.mdx'
const recordPath = 'content/witnesses/w-copy.yaml'
const sentence = 'An attack on either of the two sides can be met with a swift, overwhelming, and decisive response.'

function readBack(lock: string): LockedShingles[] {
  return readShingles({path: shinglesPath, id: '', text: lock}, ({reason}) => expect.unreachable(reason))
}

describe('runDigests(words)', () => {
  const next = random(8)
  const list = Array.from({length: 300}, () => `word${Math.floor(next() * 40)}`)

  it('gives one digest for each run of eight words, none for seven', () => {
    expect(runDigests(list)).toHaveLength(300 - runLength + 1)
    expect(runDigests(list.slice(0, runLength))).toHaveLength(1)
    expect(runDigests(list.slice(0, runLength - 1))).toEqual([])
  })

  it('gives the same digest for the same words, whatever stands before them', () => {
    for (const [start, digest] of runDigests(list).entries())
      expect(runDigests(list.slice(start, start + runLength))).toEqual([digest])
  })

  it('gives another digest where one word, or the order of two, is another', () => {
    const run = foldedWords(sentence).slice(0, runLength)
    const others = run.flatMap((word, at) => [
      run.with(at, `${word}s`),
      ...(at === 0 ? [] : [run.with(at, run[at - 1] ?? '').with(at - 1, word)]),
    ])
    const digests = [run, ...others].map((each) => runDigests(each)[0])
    expect(new Set(digests).size).toBe(digests.length)
  })

  it('hardly ever gives two runs the same digest', () => {
    const runs = Array.from({length: 100_000}, (_, n) => `w${n}`)
    expect(new Set(runDigests(runs)).size).toBe(runs.length - runLength + 1)
  })
})

describe('the lock of digests', () => {
  const {corpus} = readCorpus(editionOf(new Map()))
  const id = 'w-copy' as WitnessId
  const witness = corpus.witnesses.get(id)
  const text = witnessTexts.get(id)
  if (witness === undefined || text === undefined) throw new Error('the base edition has no witness')
  const locked = lockShingles(witness, text)

  it('has the blocks of each sentence, read and restored, and none that overlap', () => {
    const blocks = (reading: string) => {
      const list = foldedWords(reading)
      return Array.from({length: Math.floor(list.length / runLength)}, (_, block) =>
        runDigests(list.slice(block * runLength, (block + 1) * runLength)),
      ).flat()
    }
    const readings = [...text.sentences.values(), sentence.replace('can', 'will')]
    expect(locked.shingles).toEqual([...new Set(readings.flatMap(blocks).map(spell))].sort())
    expect(locked.shingles.map(unspell).map(spell)).toEqual(locked.shingles)
  })

  it('is read back as it was written, and written the same whatever the order', () => {
    const other = {witness: 'w-a' as WitnessId, witnessSha256: '0'.repeat(64), shingles: [], rows: []}
    expect(readBack(writeShingles([locked, other]))).toEqual([other, locked])
    expect(writeShingles([locked, other])).toBe(writeShingles([other, locked]))
    expect(readBack(writeShingles([]))).toEqual([])
  })
})

describe('verbatim-run without the witness file', () => {
  const list = words(sentence)

  function findings(own: string): string[] {
    const clause = `<Clause n="5.1">\nHere ${own} there.\n</Clause>`
    const files: Files = new Map([[statementPath, `${standardMatter}${standardHeading}${clause}\n`]])
    return check(editionOf(files)).messages.map(({rule}) => rule)
  }

  it('finds fifteen words in a row wherever they begin', () => {
    for (let start = 0; start + 15 <= list.length; start++)
      expect(findings(list.slice(start, start + 15).join(' ')), `from word ${start + 1}`).toContain('verbatim-run')
  })

  it('finds nothing in seven words, nor in fifteen of which the eighth is another', () => {
    for (let start = 0; start + 15 <= list.length; start++) {
      expect(findings(list.slice(start, start + 7).join(' '))).not.toContain('verbatim-run')
      expect(
        findings(
          list
            .slice(start, start + 15)
            .with(7, 'elsewhere')
            .join(' '),
        ),
      ).not.toContain('verbatim-run')
    }
  })
})

describe('verbatim-run and its lock', () => {
  const reasons = (files: Files, texts = witnessTexts) =>
    check(editionOf(files), texts)
      .messages.filter(({place}) => place.path === shinglesPath)
      .map(({reason}) => reason)
  const record = new TextDecoder().decode(editionOf(new Map()).find(({path}) => path === recordPath)?.bytes)

  it('asks for digests of a witness that is at hand and has none', () => {
    expect(reasons(new Map([[shinglesPath, '[]\n']]))).toEqual([expect.stringContaining('`w-copy`, none')])
    expect(reasons(new Map([[shinglesPath, '[]\n']]), new Map())).toEqual([])
  })

  it('asks for new ones where the apparatus or the witness is another', () => {
    const lock = new TextDecoder().decode(editionOf(new Map()).find(({path}) => path === shinglesPath)?.bytes)
    const another = new Map([
      [shinglesPath, lock],
      [recordPath, record.replace('should: will be met', 'should: shall be met')],
    ])
    expect(reasons(another)).toEqual([expect.stringContaining('of another text or apparatus')])
    const copy = new Map([
      [shinglesPath, lock],
      [recordPath, record.replace(/sha256: \w+/, `sha256: ${'0'.repeat(64)}`)],
    ])
    expect(reasons(copy, new Map())).toEqual([expect.stringContaining('of another text or apparatus')])
  })

  it('goes by the first digests of a witness that stands there twice, as the search for its words does', () => {
    const lock = new TextDecoder().decode(editionOf(new Map()).find(({path}) => path === shinglesPath)?.bytes)
    const [own] = readBack(lock)
    if (own === undefined) throw new Error('There are no digests')
    const stale = {...own, witnessSha256: '0'.repeat(64), shingles: []}
    const twice = (...entries: readonly LockedShingles[]) => new Map([[shinglesPath, writeShingles(entries)]])
    expect(reasons(twice(stale, own), new Map())).toEqual([expect.stringContaining('of another text or apparatus')])
    expect(reasons(twice(own, stale), new Map())).toEqual([])
  })

  it('refuses digests of a witness that has no record', () => {
    const lock = writeShingles([
      {witness: 'w-lost' as WitnessId, witnessSha256: '0'.repeat(64), shingles: [], rows: []},
    ])
    expect(reasons(new Map([[shinglesPath, lock]]), new Map())).toEqual([expect.stringContaining('`w-lost`')])
  })
})

// Other people's texts and no part of the project; without them this says by name what it leaves out.
const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '../shared/witnesses')
const texts = readWitnessTexts(folder)
const {corpus: edition} = readCorpus(readContent(root))
const atHand = [...edition.witnesses.values()].filter(({id}) => texts.has(id))
for (const {id} of edition.witnesses.values())
  if (!texts.has(id)) process.stdout.write(`Left out: the digests of ${id}, whose file is not in ${folder}\n`)

describe('content/shingles.lock.yaml', () => {
  it('has every witness of the edition whose file was received', () => {
    const received = [...edition.witnesses.values()].filter((witness) => witness.received !== undefined)
    expect(edition.shingles.map(({witness}) => witness)).toEqual(received.map(({id}) => id).toSorted())
    if (existsSync(folder)) expect(atHand.length).toBeGreaterThanOrEqual(2)
  })

  it.each(atHand.map((witness) => [witness.id, witness] as const))(
    'has of %s less than two thirds of what a compressor needs for its text',
    (id, witness) => {
      const text = texts.get(id)
      const locked = edition.shingles.find((entry) => entry.witness === id)
      if (text === undefined || locked === undefined) throw new Error(`${id} is not at hand`)
      expect(locked).toEqual(lockShingles(witness, text))
      const compressed = brotliCompressSync(text.text).length * 8
      expect(locked.shingles.length * 36).toBeLessThan((compressed * 2) / 3)
    },
  )
})
