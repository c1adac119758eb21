/** Whatever is put in gets an answer: a message with a place, or all of its text; soon, and never a crash. */

import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {measured} from '../fixtures/trust.ts'
import type {Event, Found, Job, Outcome} from './child.ts'
import {faultKinds} from './judge.ts'
import type {FaultKind} from './judge.ts'
import type {TrialName} from './trials.ts'

/** How many times as many inputs are tried as every day, and from which seed: see CONTRIBUTING.md. */
const times = Number(process.env['LINCHPIN_FUZZ_TIMES'] ?? 1)
const seed = Number(process.env['LINCHPIN_FUZZ_SEED'] ?? 8)

/** How many inputs are made for each way in, and how many in a hundred of them are taken in at least: none is tried in vain. */
const made: Readonly<Partial<Record<TrialName, readonly [runs: number, accepted: number]>>> = {
  'bodies of statements': [1_500, 100],
  'bodies of entries': [1_000, 100],
  'spoilt files': [2_000, 5],
  'whole records': [1_000, 60],
  'spoilt records': [1_000, 0],
  queries: [500, 5],
  pastes: [700, 50],
  imports: [800, 50],
  cursors: [500, 2],
  archives: [1_000, 15],
}

const foreign: readonly TrialName[] = ['examples of CommonMark', 'snippets of MDX', 'naughty strings']

/** Time without a word after which a process is ended, in milliseconds: one input takes some. */
const silence = 60_000

const outcomes: Outcome[] = []
const deaths: Found[] = []

/** Runs jobs in a process of their own. One that ends too early is a fault of the input that had begun. */
function run(jobs: readonly Job[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=1024', join(import.meta.dirname, 'child.ts'), JSON.stringify(jobs)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let rest = ''
    let trouble = ''
    let begun = ''
    let ended = 0
    let killed = false
    const kill = () => {
      killed = true
      child.kill('SIGKILL')
    }
    let timer = setTimeout(kill, silence)
    child.stderr.on('data', (data: Buffer) => (trouble += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      clearTimeout(timer)
      timer = setTimeout(kill, silence)
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const event = JSON.parse(line) as Event
        if ('begun' in event) begun = event.begun
        else {
          ended++
          outcomes.push(event.ended)
        }
      }
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const job = jobs[ended]
      if (job !== undefined)
        deaths.push({
          kind: killed ? 'hang' : 'crash',
          what: `${job.trial}, seed ${job.seed}: ${killed ? `no answer within ${silence} ms` : `exit ${code ?? signal}: ${trouble.slice(0, 500)}`}`,
          input: begun,
        })
      resolve()
    })
  })
}

function tell(found: readonly Found[], kind: FaultKind): Found[] {
  return found.filter((one) => one.kind === kind)
}

/** How many faults there are of each kind, in the words of `TRUST.md`. */
function counts(found: readonly Found[]): Record<string, number> {
  return Object.fromEntries(
    [
      ['crashes', 'crash'],
      ['hangs', 'hang'],
      ['messages without a place', 'message without a place'],
      ['texts lost', 'text lost'],
      ['different answers', 'two answers'],
    ].map(([words, kind]) => [words, tell(found, kind as FaultKind).length]),
  )
}

const ofTrials = (wanted: readonly string[]) => outcomes.filter(({job}) => wanted.includes(job.trial))
const triedIn = (some: readonly Outcome[]) => some.reduce((sum, {tried}) => sum + tried, 0)

describe('any input', () => {
  beforeAll(async () => {
    const jobs = Object.entries(made).map(([trial, [runs]]): Job => ({
      trial: trial as TrialName,
      runs: runs * times,
      seed,
    }))
    const lists = foreign.map((trial): Job => ({trial, runs: 0, seed}))
    await Promise.all([run(jobs), run(lists)])
    for (const {job, tried, accepted, slowest} of outcomes)
      process.stdout.write(
        `${job.trial}: ${tried} tried, ${accepted} accepted, the slowest ${slowest.milliseconds} ms\n`,
      )
  }, 600_000 * times)

  it.each(faultKinds)('shows no %s', (kind) => {
    const all = [
      ...deaths,
      ...outcomes.flatMap(({job, found}) =>
        found.map((one) => ({...one, what: `${job.trial}, seed ${job.seed}, path ${one.path ?? 'none'}: ${one.what}`})),
      ),
    ]
    expect(tell(all, kind).slice(0, 5)).toEqual([])
  })

  it.each(Object.entries(made))('is tried in earnest: %s', (trial, [, accepted]) => {
    const [outcome] = ofTrials([trial])
    expect(outcome?.accepted).toBeGreaterThanOrEqual(((outcome?.tried ?? Infinity) * accepted) / 100)
  })

  it('gets an answer, made from a grammar', () => {
    const some = ofTrials(Object.keys(made))
    expect(some).toHaveLength(Object.keys(made).length)
    measured('fuzzing', {'inputs tried': triedIn(some), ...counts([...deaths, ...some.flatMap(({found}) => found)])})
  })

  it('gets an answer, made by others for other programs', () => {
    const some = ofTrials(foreign)
    expect(some.every(({accepted, tried}) => accepted > 100 && accepted < tried)).toBe(true)
    measured('foreign-input', {
      'inputs tried': triedIn(some),
      ...counts([...deaths, ...some.flatMap(({found}) => found)]),
    })
  })
})
