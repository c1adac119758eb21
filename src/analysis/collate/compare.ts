/** Two texts with each other. */

import {differenceOf} from './difference.ts'
import type {SentencePair, TextComparison} from './model.ts'
import {sentencesOf} from './text.ts'
import type {Sentence} from './text.ts'

/** Two sentences answer to each other from this share of common stems on. */
const alike = 0.34

/** How far from the diagonal sentences are looked for, so that time and memory grow with the length of the texts. */
const band = 60

/** Most columns of a row within the band. */
const keptColumns = 2 * band + 1

/**
 * Aligns two texts by their sentences, in order, and shows the difference of
 * each pair word by word. Pure; the texts are not kept.
 */
export function compareTexts(a: string, b: string): TextComparison {
  const [left, right] = [sentencesOf(a), sentencesOf(b)]
  const pairs = alignSentences(left, right).map(([first, second]): SentencePair => ({
    ...(first === undefined ? {} : {a: first.range}),
    ...(second === undefined ? {} : {b: second.range}),
    difference: differenceOf(first?.text ?? '', second?.text ?? ''),
  }))
  let same = 0
  let all = 0
  for (const {difference} of pairs) {
    for (const {type, text} of difference) {
      const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
      all += type === 'same' ? count * 2 : count
      if (type === 'same') same += count * 2
    }
  }
  return {pairs, likeness: all === 0 ? 1 : same / all}
}

type Pair = readonly [Sentence | undefined, Sentence | undefined]

/** The best alignment in order, one to one, by dynamic programming within a band. */
function alignSentences(a: readonly Sentence[], b: readonly Sentence[]): Pair[] {
  const bags = [a, b].map((list) => list.map(stemsOf)) as [Set<string>[], Set<string>[]]
  const scores = new Scores(a.length, b.length)
  for (let row = 1; row <= a.length; row++) {
    const bag = bags[0][row - 1] ?? new Set()
    const [start, end] = [scores.start(row), scores.end(row)]
    // Left of its band, a row has what the one above has.
    let before = scores.at(row - 1, start)
    let diagonal = before
    for (let column = start + 1; column <= end; column++) {
      const likeness = overlap(bag, bags[1][column - 1] ?? new Set())
      const above = scores.at(row - 1, column)
      before = Math.max(above, before, diagonal + (likeness < alike ? 0 : likeness))
      scores.set(row, column, before)
      diagonal = above
    }
  }
  return traceBack(a, b, scores)
}

/**
 * The best score of the first rows with the first columns of two lists. Only those of the band are kept: beyond it
 * nothing is gained, so that a score there is one of the band.
 */
class Scores {
  readonly #columns: number
  readonly #slope: number
  readonly #kept: Float64Array
  /** By column, the last row whose band has it or lies left of it. */
  readonly #lastRows: Int32Array

  constructor(rows: number, columns: number) {
    this.#columns = columns
    this.#slope = rows === 0 ? 0 : columns / rows
    this.#kept = new Float64Array(rows * keptColumns)
    this.#lastRows = new Int32Array(columns + 1)
    for (let row = 1; row <= rows; row++)
      this.#lastRows.fill(row, this.start(row) + 1, row === rows ? undefined : this.start(row + 1) + 1)
  }

  /** The column before the first in which a row is looked for. */
  start(row: number): number {
    return Math.max(0, Math.ceil((row - 1) * this.#slope - band))
  }

  /** The last column in which a row is looked for. */
  end(row: number): number {
    return Math.min(this.#columns, Math.floor((row - 1) * this.#slope + band) + 1)
  }

  at(row: number, column: number): number {
    const known = Math.min(row, this.#lastRows[column] ?? 0)
    if (known === 0) return 0
    return this.#kept[this.#place(known, Math.min(column, this.end(known)))] ?? 0
  }

  set(row: number, column: number, score: number): void {
    this.#kept[this.#place(row, column)] = score
  }

  #place(row: number, column: number): number {
    return (row - 1) * keptColumns + column - this.start(row) - 1
  }
}

function traceBack(a: readonly Sentence[], b: readonly Sentence[], scores: Scores): Pair[] {
  const pairs: Pair[] = []
  let [row, column] = [a.length, b.length]
  while (row > 0 || column > 0) {
    const value = scores.at(row, column)
    if (column > 0 && (row === 0 || value === scores.at(row, column - 1))) pairs.push([undefined, b[--column]])
    else if (row > 0 && (column === 0 || value === scores.at(row - 1, column))) pairs.push([a[--row], undefined])
    else pairs.push([a[--row], b[--column]])
  }
  return pairs.toReversed()
}

function stemsOf({words}: Sentence): Set<string> {
  const content = words.filter(({light}) => !light)
  return new Set((content.length > 0 ? content : words).map(({stem}) => stem))
}

/** Shared stems as a share of both (Dice). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of a) if (b.has(stem)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
