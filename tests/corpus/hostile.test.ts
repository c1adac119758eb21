/** Any bytes get an answer: a message with a place or a clean reading, soon, and never a crash. */

import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {constructs, levels} from '../../scripts/bench/nesting.ts'
import {measured} from '../fixtures/trust.ts'
import {caseNames, nestedName} from './hostile-inputs.ts'
import type {CarrierName, Job, Outcome} from './hostile-child.ts'

const carriers: readonly CarrierName[] = ['statement', 'glossary entry', 'person']

/** What is nested, as the kind of file that holds it. */
const nested = Array.from(constructs, ([construct, {text}]) => ({
  construct,
  jobs: levels.map((depth): Job => ({
    carrier: text === 'MDX' ? 'glossary entry' : 'person',
    input: nestedName(construct, depth),
  })),
}))

const jobs: readonly Job[] = [
  ...carriers.flatMap((carrier) => caseNames.map((input) => ({carrier, input}))),
  ...nested.flatMap((each) => each.jobs),
]

/** What the engine may keep: with the parser, which is native, and the program, a process stays under the limit. */
const heapLimit = '--max-old-space-size=384'

/** Memory that a process may have, in bytes. */
const memoryLimit = 512 * 1_024 * 1_024

/** Time that one reading may take, in milliseconds; one that hangs takes minutes. */
const timeLimit = 10_000

/** The same for a process to start, and for a reading that is tried alone: a busy machine takes its time. */
const patience = 60_000

/** Time of the processor that one reading may take, in milliseconds. */
const readingLimit = 5_000

/** To start a process takes longer than to read most of these. */
const batchSize = 48

/** Two cores. */
const children = 2

const outcomes = new Map<string, Outcome>()
/** Readings that ended their process. */
const deaths = new Map<string, string>()

describe('readCorpus(files) of hostile input', () => {
  beforeAll(async () => {
    const batches = Array.from({length: Math.ceil(jobs.length / batchSize)}, (_, n) =>
      jobs.slice(n * batchSize, (n + 1) * batchSize),
    )
    const work = async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await runAll(batch)
    }
    await Promise.all(Array.from({length: children}, work))
    const memory = Math.max(...[...outcomes.values()].map((outcome) => outcome.memory))
    const slowest = [...outcomes.values()].toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5)
    process.stdout.write(
      `${outcomes.size} hostile readings, the slowest: ${slowest.map(({carrier, input, milliseconds}) => `${input} as ${carrier} ${milliseconds} ms`).join('; ')}; the largest process ${Math.round(memory / 1_048_576)} MB\n`,
    )
  }, 600_000)

  it('tries what it promises', () => {
    expect(caseNames.length).toBeGreaterThanOrEqual(100)
    expect(nested.length).toBeGreaterThanOrEqual(30)
    expect(outcomes.size + deaths.size).toBe(jobs.length)
  })

  it('neither hangs nor crashes', () => {
    const unplaced = jobs.filter((job) => !(outcomes.get(keyOf(job))?.messages ?? []).every(isPlaced))
    expect({deaths: Object.fromEntries(deaths), unplaced: unplaced.map(keyOf)}).toEqual({deaths: {}, unplaced: []})
    measured('deep-nesting', {
      constructs: nested.length,
      readings: outcomes.size,
      'crashes or hangs': deaths.size,
      'without a place': unplaced.length,
    })
  })

  it.each(caseNames)('answers soon and at a place: %s', (input) => {
    expect(carriers.flatMap((carrier) => troubles({carrier, input}))).toEqual([])
  })

  it.each(nested)('answers soon and at a place at every depth: $construct', (each) => {
    expect(each.jobs.flatMap(troubles)).toEqual([])
  })
})

function isPlaced({path, line, column}: Outcome['messages'][number]): boolean {
  return path.startsWith('content/') && line >= 1 && column >= 1
}

/** What is wrong with the answer to a reading. */
function troubles(job: Job): string[] {
  const {milliseconds = Infinity, memory = 0, messages = []} = outcomes.get(keyOf(job)) ?? {}
  const isSentence = ({reason}: Outcome['messages'][number]) =>
    reason.startsWith('Unexpected ') && reason.length < 1_000 && !/\n\s+at |RangeError|Maximum call stack/.test(reason)
  return [
    ...(milliseconds < readingLimit ? [] : [`takes ${milliseconds} ms`]),
    ...(memory < memoryLimit ? [] : [`takes ${memory} bytes`]),
    ...(messages.length < 300 ? [] : [`has ${messages.length} messages`]),
    ...messages.filter((message) => !isSentence(message) || !isPlaced(message)).map(({reason}) => `says ${reason}`),
  ].map((trouble) => `${keyOf(job)} ${trouble}`)
}

function keyOf({carrier, input}: Job): string {
  return `${input} as ${carrier}`
}

/**
 * Runs a batch. A reading that ends its process is tried once more alone, so
 * that it does not die of what the others left or of a busy machine; the rest
 * goes on in another process.
 */
async function runAll(batch: readonly Job[]): Promise<void> {
  for (let rest = batch; rest.length > 0;) rest = rest.slice(await runSome(rest))
}

/** Runs a batch as far as it goes and returns how many readings are settled. */
async function runSome(batch: readonly Job[]): Promise<number> {
  const {ended, dead} = await run(batch)
  for (const outcome of ended) outcomes.set(keyOf(outcome), outcome)
  if (dead === undefined) return ended.length
  const alone = await run([dead.job], patience)
  for (const outcome of alone.ended) outcomes.set(keyOf(outcome), outcome)
  if (alone.dead !== undefined) deaths.set(keyOf(dead.job), alone.dead.how)
  return ended.length + 1
}

interface Run {
  readonly ended: readonly Outcome[]
  /** The reading that was under way when the process ended too early. */
  readonly dead?: {readonly job: Job; readonly how: string}
}

function run(batch: readonly Job[], limit = timeLimit): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [heapLimit, join(import.meta.dirname, 'hostile-child.ts'), JSON.stringify(batch)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let output = ''
    let trouble = ''
    const end = () => child.kill('SIGKILL')
    let timer = setTimeout(end, patience)
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      clearTimeout(timer)
      timer = setTimeout(end, limit)
    })
    child.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const events = output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as {begun: Job} | {ended: Outcome})
      const ended = events.flatMap((event) => ('ended' in event ? [event.ended] : []))
      const job = batch[ended.length]
      if (job === undefined) return resolve({ended})
      const how =
        signal === 'SIGKILL' ? `no answer within ${limit} ms` : `exit ${code ?? signal}: ${trouble.slice(0, 300)}`
      resolve({ended, dead: {job, how}})
    })
  })
}
