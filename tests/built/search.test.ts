import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {parse} from 'yaml'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {find} from '../../src/search/find.ts'
import type {Finding, Kit} from '../../src/search/find.ts'
import {openSearch} from './engine.ts'
import {root} from './site.ts'

/** A query, and the pages or places any of which is right. */
interface Golden {
  readonly q: string
  readonly expect: readonly string[]
  /** `false` where the form stands in no list of names. */
  readonly listed?: boolean
}

const golden = parse(readFileSync(join(root, 'tests', 'search', 'queries.yaml'), 'utf8')) as Record<string, Golden[]>

let kit: Kit
let server: Server

beforeAll(async () => {
  const opened = await openSearch()
  kit = opened.kit
  server = opened.server
})

afterAll(() => {
  server.close()
})

async function ask(words: string): Promise<Finding> {
  return await find({words, facets: {}}, kit)
}

/** The rank of the first right answer, from 1; 0 where there is none. A page is right with any of its places. */
function rankOf({hits}: Finding, right: readonly string[]): number {
  const isRight = (url: string) => right.some((one) => url === one || url.split('#')[0] === one)
  return hits.findIndex(({url, places}) => isRight(url) || places.some((place) => right.includes(place.url))) + 1
}

interface Score {
  readonly kind: string
  readonly ranks: readonly number[]
}

const meanReciprocal = (ranks: readonly number[]) =>
  ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length
const firstShare = (ranks: readonly number[]) => ranks.filter((rank) => rank === 1).length / ranks.length

describe('the golden queries', () => {
  const answerable = Object.entries(golden).filter(([kind]) => kind !== 'nothing')

  it('are answered with the right page first', async () => {
    const misses: string[] = []
    const scores: Score[] = []
    for (const [kind, queries] of answerable) {
      const ranks: number[] = []
      for (const {q, expect: right} of queries) {
        const finding = await ask(q)
        const rank = rankOf(finding, right)
        ranks.push(rank)
        if (rank !== 1) misses.push(`${kind}: ${q} is at ${rank}; first is ${finding.hits[0]?.url ?? 'nothing'}`)
      }
      scores.push({kind, ranks})
    }
    const all = scores.flatMap(({ranks}) => ranks)
    for (const {kind, ranks} of [...scores, {kind: 'all', ranks: all}]) {
      process.stdout.write(
        `${kind.padEnd(12)} ${String(ranks.length).padStart(3)} queries, mean reciprocal rank ${meanReciprocal(ranks).toFixed(3)}, right first ${(100 * firstShare(ranks)).toFixed(1)} %\n`,
      )
    }
    process.stdout.write(`${misses.join('\n')}\n`)
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(meanReciprocal(all)).toBeGreaterThanOrEqual(0.95)
    expect(firstShare(all)).toBeGreaterThanOrEqual(0.92)
  })

  it('are told honestly where the edition has nothing', async () => {
    const junk: string[] = []
    for (const {q} of golden['nothing'] ?? []) {
      const {hits} = await ask(q)
      if (hits.length > 0) junk.push(`${q}: ${hits.map(({url}) => url).join(' ')}`)
    }
    expect(junk).toEqual([])
  })
})
