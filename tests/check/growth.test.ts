import {Session} from 'node:inspector/promises'
import {describe, expect, it} from 'vitest'
import {corpusOf} from '../../scripts/bench/corpus.ts'
import {check} from '../../src/check/check.ts'
import {lockPath, writeLock} from '../../src/check/quotations.ts'
import {shinglesPath, writeShingles} from '../../src/check/shingles.ts'
import {verifyAll} from '../../src/check/verification.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {SourceFile} from '../../src/corpus/model.ts'

/** Twice the statements cost twice the calls, and a little more where something is sorted; four times is a square. */
const mostGrowth = 2.5

const all = corpusOf(120)
const {lock} = readCorpus(all).corpus
const encoder = new TextEncoder()

/** The first so many statements of the edition with their witnesses, and all that they can refer to. */
function editionOf(count: number): SourceFile[] {
  const isKept = (id: string | undefined) => id === undefined || Number(id) < count
  const files = all.filter(({path}) => isKept(/made-(\d+)\./.exec(path)?.[1]) && path !== lockPath)
  const quotations = lock.filter(({at}) => isKept(/\d+/.exec(at)?.[0]))
  const shingles = [...new Set(quotations.map(({witness}) => witness))].map((witness) => ({
    witness,
    witnessSha256: quotations.find((entry) => entry.witness === witness)?.witnessSha256 ?? '',
    shingles: ['AAAAAA'],
    rows: [],
  }))
  return [
    ...files,
    {path: lockPath, bytes: encoder.encode(writeLock(quotations))},
    {path: shinglesPath, bytes: encoder.encode(writeShingles(shingles))},
  ]
}

/** How often each function of `src` is called, by file and name; functions without a name count for the one around them. */
async function callsIn(work: () => void): Promise<Map<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: false})
  work()
  const {result} = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  const calls = new Map<string, number>()
  for (const {url, functions} of result) {
    const [, file] = /\/(src\/[^?]*)/.exec(url) ?? []
    if (file === undefined || url.includes('node_modules')) continue
    for (const {functionName, ranges} of functions) {
      const [whole] = ranges
      if (whole !== undefined) calls.set(`${file} ${functionName || `at ${whole.startOffset}`}`, whole.count)
    }
  }
  return calls
}

describe('reading, checking and verifying', () => {
  it('calls each function in line with the number of statements', async () => {
    // What is made of a word is remembered beyond one check.
    check(editionOf(120))
    const calls: Map<string, number>[] = []
    for (const count of [30, 60, 120]) {
      const files = editionOf(count)
      calls.push(
        await callsIn(() => {
          const {corpus, messages} = check(files)
          expect(messages).toEqual([])
          expect(verifyAll(corpus, new Map()).locked).toBe(corpus.lock.length)
        }),
      )
    }
    const [least, more, most] = calls
    // Terms and people are as many in each: what they cost falls out of the differences.
    const growth = Array.from(most ?? [], ([name, number]) => {
      const [one, two] = [least?.get(name) ?? 0, more?.get(name) ?? 0]
      return {name, calls: [one, two, number], ratio: (number - two) / Math.max(1, two - one)}
    }).filter(({calls: [, , number = 0]}) => number >= 500)
    expect(growth.length).toBeGreaterThan(150)
    expect(growth.filter(({ratio}) => ratio > mostGrowth)).toEqual([])
  })
})
