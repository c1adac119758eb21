/** What a person knows of the cards, as it is kept on the device and carried in a file. */

/** What is known of one card: the state of the scheduler after its last review. */
export interface Memory {
  /** When it is to be asked again; ISO 8601, as every date here. */
  readonly due: string
  readonly lastReview: string
  /** Days in which the chance to know it falls to 90 %. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
  readonly scheduledDays: number
  readonly learningSteps: number
  readonly reps: number
  readonly lapses: number
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number
}

/** By the id of the card; also of cards that this edition does not have (any more, or yet). */
export type Progress = ReadonlyMap<string, Memory>

/** What a text was read as: progress, or the sentence that says why it is none. */
export type Reading = {readonly progress: Progress} | {readonly problem: string}

const format = 'linchpin-progress'
const version = 1
const dates = ['due', 'lastReview'] as const
/** Least and most of each number: what the scheduler gives, and takes without an error. */
const limits = {
  stability: [0.001, 36_500],
  difficulty: [1, 10],
  // The scheduler goes a day or two beyond a century, to keep its answers apart.
  scheduledDays: [0, 36_510],
  learningSteps: [0, 10],
  reps: [0, 1_000_000],
  lapses: [0, 1_000_000],
  state: [0, 3],
} as const
const numbers = Object.keys(limits) as (keyof typeof limits)[]
const fractions: ReadonlySet<string> = new Set(['stability', 'difficulty'])

/** Reads what `writeProgress` wrote. One damaged card makes the whole text unread: half a memory is none. */
export function readProgress(text: string): Reading {
  const file = parsed(text)
  if (!isRecord(file) || file['format'] !== format)
    return {problem: 'This is no file of progress that this edition has saved.'}
  if (file['version'] !== version)
    return {problem: `It was saved by another version of this page, and this one reads version ${version} only.`}
  const cards = file['cards']
  if (!isRecord(cards)) return {problem: 'It is damaged: it has no list of cards.'}
  const progress = new Map<string, Memory>()
  for (const [id, value] of Object.entries(cards)) {
    const memory = memoryOf(value)
    if (typeof memory === 'string') return {problem: `It is damaged: the card “${id}” has no valid ${memory}.`}
    progress.set(id, memory)
  }
  return {progress}
}

/** Progress as text, cards by id: the same progress gives the same bytes. */
export function writeProgress(progress: Progress): string {
  const cards = Object.fromEntries([...progress].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({format, version, cards}, null, 1)}\n`
}

/** Both together: of each card what was reviewed last. */
export function mergeProgress(mine: Progress, other: Progress): Progress {
  const merged = new Map(mine)
  for (const [id, memory] of other) {
    const known = merged.get(id)
    if (known === undefined || Date.parse(known.lastReview) < Date.parse(memory.lastReview)) merged.set(id, memory)
  }
  return merged
}

/**
 * What a clock that was ahead has dated into the future, dated back to `now`
 * with its due date. Left there it would win over every answer that follows.
 */
export function datedBack(progress: Progress, now: number): Progress {
  const earlier = (date: string, by: number) => new Date(Math.max(0, Date.parse(date) - by)).toISOString()
  return new Map(
    [...progress].map(([id, memory]) => {
      const ahead = Date.parse(memory.lastReview) - now
      if (ahead <= 0) return [id, memory]
      return [id, {...memory, lastReview: earlier(memory.lastReview, ahead), due: earlier(memory.due, ahead)}]
    }),
  )
}

/** Progress without the last answer to a card: what was known before, or nothing. A later answer stays. */
export function takenBack(progress: Progress, id: string, answer: Memory, before: Memory | undefined): Progress {
  if (progress.get(id)?.lastReview !== answer.lastReview) return progress
  const others = [...progress].filter(([other]) => other !== id)
  return new Map(before === undefined ? others : [...others, [id, before]])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWithin(value: unknown, [least, most]: readonly [number, number]): boolean {
  return typeof value === 'number' && value >= least && value <= most
}

/** As `toISOString` writes the years that have four digits. */
function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

/** The memory, or the name of the first field that is not sound. */
function memoryOf(value: unknown): Memory | string {
  if (!isRecord(value)) return 'record'
  const wrong =
    dates.find((name) => !isDate(value[name])) ??
    numbers.find(
      (name) => !isWithin(value[name], limits[name]) || (!fractions.has(name) && !Number.isInteger(value[name])),
    )
  if (wrong !== undefined) return wrong
  const {due, lastReview, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state} =
    value as unknown as Memory
  return {due, lastReview, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state}
}
