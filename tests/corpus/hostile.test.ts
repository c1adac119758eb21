/** Any bytes get an answer: a message with a place or a clean reading, soon, and never a crash. */

import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {inputNames} from './hostile-inputs.ts'
import type {CarrierName, Job, Outcome} from './hostile-child.ts'

const carriers: readonly CarrierName[] = ['statement', 'glossary entry', 'person']

const jobs: readonly Job[] = carriers.flatMap((carrier) => inputNames.map((input) => ({carrier, input})))

/** Time that a batch may take; a reading that hangs takes minutes. */
const timeLimit = 10_000

/** Time of the processor that one reading may take. */
const readingLimit = 5_000

const batchSize = 12

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
    const slowest = [...outcomes.values()].toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5)
    process.stdout.write(
      `${outcomes.size} hostile readings, the slowest: ${slowest.map(({carrier, input, milliseconds}) => `${input} as ${carrier} ${milliseconds} ms`).join('; ')}\n`,
    )
  }, 300_000)

  it('tries what it promises', () => {
    expect(inputNames.length).toBeGreaterThanOrEqual(100)
    expect(outcomes.size + deaths.size).toBe(jobs.length)
  })

  it('neither hangs nor crashes', () => {
    expect(Object.fromEntries(deaths)).toEqual({})
  })

  it.each(inputNames)('answers soon and at a place: %s', (input) => {
    for (const carrier of carriers) {
      const outcome = outcomes.get(keyOf({carrier, input}))
      expect(outcome?.milliseconds, `${keyOf({carrier, input})}: time`).toBeLessThan(readingLimit)
      for (const {path, line, column, reason} of outcome?.messages ?? []) {
        expect(path).toMatch(/^content\//)
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
        expect(reason).toMatch(/^Unexpected /)
        expect(reason).not.toMatch(/\n\s+at |RangeError|Maximum call stack/)
        expect(reason.length).toBeLessThan(1_000)
      }
      expect(outcome?.messages.length).toBeLessThan(300)
    }
  })
})

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
  const alone = await run([dead.job])
  for (const outcome of alone.ended) outcomes.set(keyOf(outcome), outcome)
  if (alone.dead !== undefined) deaths.set(keyOf(dead.job), alone.dead.how)
  return ended.length + 1
}

interface Run {
  readonly ended: readonly Outcome[]
  /** The reading that was under way when the process ended too early. */
  readonly dead?: {readonly job: Job; readonly how: string}
}

function run(batch: readonly Job[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=512', join(import.meta.dirname, 'hostile-child.ts'), JSON.stringify(batch)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: timeLimit,
        killSignal: 'SIGKILL',
      },
    )
    let output = ''
    let trouble = ''
    child.stdout.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
    child.on('close', (code, signal) => {
      const events = output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as {begun: Job} | {ended: Outcome})
      const ended = events.flatMap((event) => ('ended' in event ? [event.ended] : []))
      const job = batch[ended.length]
      if (job === undefined) return resolve({ended})
      const how =
        signal === 'SIGKILL' ? `no answer within ${timeLimit} ms` : `exit ${code ?? signal}: ${trouble.slice(0, 300)}`
      resolve({ended, dead: {job, how}})
    })
  })
}
