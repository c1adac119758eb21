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
const numbers = ['stability', 'difficulty', 'scheduledDays', 'learningSteps', 'reps', 'lapses', 'state'] as const

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

/** The memory, or the name of the first field that is not sound. */
function memoryOf(value: unknown): Memory | string {
  if (!isRecord(value)) return 'record'
  const wrong =
    dates.find((name) => typeof value[name] !== 'string' || Number.isNaN(Date.parse(value[name]))) ??
    numbers.find((name) => typeof value[name] !== 'number' || !Number.isFinite(value[name]) || value[name] < 0)
  if (wrong !== undefined) return wrong
  const {due, lastReview, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state} =
    value as unknown as Memory
  if (!Number.isInteger(state) || state > 3) return 'state'
  return {due, lastReview, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state}
}
