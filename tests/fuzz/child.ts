/**
 * Tries inputs in a process of its own, so that a crash or a hang is that
 * process’s and has a name: what has begun is told before what has ended.
 */

import {writeSync} from 'node:fs'
import * as fc from 'fast-check'
import {Fault} from './judge.ts'
import type {FaultKind} from './judge.ts'
import {trials} from './trials.ts'
import type {Answer, Trial, TrialName} from './trials.ts'

/** What a process is to try. */
export interface Job {
  readonly trial: TrialName
  /** How many inputs, where they are made; a list is tried whole. */
  readonly runs: number
  readonly seed: number
}

/** An input that got no answer, or a wrong one, as small as it could be made. */
export interface Found {
  readonly kind: FaultKind
  readonly what: string
  readonly input: string
  /** Leads to the input together with the seed. */
  readonly path?: string
}

/** What became of a job. */
export interface Outcome {
  readonly job: Job
  readonly tried: number
  readonly accepted: number
  /** Of the processor, for one input. */
  readonly slowest: {readonly milliseconds: number; readonly input: string}
  readonly found: readonly Found[]
}

export type Event = {readonly begun: string} | {readonly ended: Outcome}

/** Time of the processor that one input may take, in milliseconds, the shortest of three times. */
const timeLimit = 1_000

/** How much of an input is told; what is longer can be made again from the seed. */
const shownLimit = 6_000

function shown(input: unknown): string {
  const text =
    typeof input === 'string'
      ? input
      : JSON.stringify(input, (_, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        )
  return text.slice(0, shownLimit)
}

function tell(event: Event): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

async function timed(
  judge: () => Answer | Promise<Answer>,
): Promise<{readonly answer: Answer; readonly milliseconds: number}> {
  const start = process.cpuUsage()
  const answer = await judge()
  const {user, system} = process.cpuUsage(start)
  return {answer, milliseconds: (user + system) / 1_000}
}

async function run(job: Job): Promise<Outcome> {
  const {inputs, judge} = trials[job.trial] as unknown as Trial
  let tried = 0
  let accepted = 0
  let slowest = {milliseconds: 0, input: ''}
  const tryOne = async (input: unknown) => {
    tell({begun: shown(input)})
    tried++
    let {answer, milliseconds} = await timed(() => judge(input))
    for (let again = 0; again < 2 && milliseconds > timeLimit; again++)
      milliseconds = Math.min(milliseconds, (await timed(() => judge(input))).milliseconds)
    if (milliseconds > slowest.milliseconds) slowest = {milliseconds: Math.round(milliseconds), input: shown(input)}
    if (milliseconds > timeLimit) throw new Fault('hang', `${Math.round(milliseconds)} ms of the processor`)
    if (answer === 'accepted') accepted++
  }
  const found = 'generate' in inputs ? await tryMade(inputs, job, tryOne) : await tryAll(inputs, tryOne)
  return {job, tried, accepted, slowest, found}
}

type TryOne = (input: unknown) => Promise<void>

async function tryMade(inputs: fc.Arbitrary<unknown>, {runs, seed}: Job, tryOne: TryOne): Promise<Found[]> {
  const details = await fc.check(fc.asyncProperty(inputs, tryOne), {
    numRuns: runs,
    seed,
    // Making an input smaller has an end even where each try takes long.
    interruptAfterTimeLimit: 3_600_000,
  })
  if (!details.failed) return []
  return [
    {
      ...faultOf(details.errorInstance),
      input: shown(details.counterexample?.[0]),
      path: details.counterexamplePath ?? '',
    },
  ]
}

async function tryAll(inputs: readonly unknown[], tryOne: TryOne): Promise<Found[]> {
  const found: Found[] = []
  for (const input of inputs) {
    try {
      await tryOne(input)
    } catch (error) {
      found.push({...faultOf(error), input: shown(input)})
    }
  }
  return found
}

function faultOf(error: unknown): Pick<Found, 'kind' | 'what'> {
  if (error instanceof Fault) return {kind: error.kind, what: error.message.slice(0, shownLimit)}
  return {
    kind: 'crash',
    what: (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 2_000),
  }
}

if (import.meta.main) {
  const jobs = JSON.parse(process.argv[2] ?? '[]') as readonly Job[]
  for (const job of jobs) tell({ended: await run(job)})
}
