/** Two texts with each other. */

import {differenceOf} from './difference.ts'
import type {SentencePair, TextComparison} from './model.ts'
import {sentencesOf} from './text.ts'
import type {Sentence} from './text.ts'

/** Two sentences answer to each other from this share of common stems on. */
const alike = 0.34

/** How far from the diagonal sentences are looked for; keeps long texts linear. */
const band = 60

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
  const stride = b.length + 1
  const slope = a.length === 0 ? 0 : b.length / a.length
  const scores = new Float64Array((a.length + 1) * stride)
  const gain = (row: number, column: number) => {
    if (Math.abs(column - row * slope) > band) return 0
    const likeness = overlap(bags[0][row] ?? new Set(), bags[1][column] ?? new Set())
    return likeness < alike ? 0 : likeness
  }
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const at = row * stride + column
      const diagonal = scores[at - stride - 1] ?? 0
      scores[at] = Math.max(scores[at - stride] ?? 0, scores[at - 1] ?? 0, diagonal + gain(row - 1, column - 1))
    }
  }
  return traceBack(a, b, scores)
}

function traceBack(a: readonly Sentence[], b: readonly Sentence[], scores: Float64Array): Pair[] {
  const stride = b.length + 1
  const pairs: Pair[] = []
  let [row, column] = [a.length, b.length]
  while (row > 0 || column > 0) {
    const value = scores[row * stride + column] ?? 0
    if (column > 0 && (row === 0 || value === (scores[row * stride + column - 1] ?? 0)))
      pairs.push([undefined, b[--column]])
    else if (row > 0 && (column === 0 || value === (scores[(row - 1) * stride + column] ?? 0)))
      pairs.push([a[--row], undefined])
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
