/** Words of the copy beside words of the record: what is the same, and what stands for what. */

import {modals} from './words.ts'
import type {Word} from './words.ts'

/** One or more words of the copy that count as one, with the stems of what they may stand for. */
export interface Unit {
  readonly words: readonly Word[]
  /** Stems of words that this copy is known to replace by these. */
  readonly standsFor: ReadonlySet<string>
}

/** Adjoining words of the copy and of the record that differ. Either may be empty. */
export interface Difference {
  readonly found: readonly Word[]
  readonly expected: readonly Word[]
}

export interface Parallel {
  /** Words of the copy beside the record, from the first to the last. */
  readonly found: readonly Word[]
  readonly differences: readonly Difference[]
  /** Weight of the record’s words that stand in the copy, itself or by a known stand-in; 0 to 1. */
  readonly likeness: number
  /** Words of the record that stand in the copy as they are. */
  readonly kept: readonly Word[]
}

/** Scores of the alignment, chosen so that a word is rather replaced than left out and another put in. */
const score = {same: 2, standIn: 1.8, inflected: 1.5, replaced: -0.3, unlike: -1, gap: -0.7, light: 0.4}

function weight({form, light}: Word): number {
  return light && !modals.has(form) ? score.light : 1
}

function pairScore({words, standsFor}: Unit, word: Word): number {
  const [only] = words
  if (words.length === 1 && only?.form === word.form) return score.same * weight(word)
  if (standsFor.has(word.stem)) return score.standIn * weight(word)
  if (words.length === 1 && only?.stem === word.stem) return score.inflected * weight(word)
  return words.some(({light}) => light) === word.light ? score.replaced : score.unlike
}

function isSame({words, standsFor}: Unit, word: Word): boolean {
  return !standsFor.has(word.stem) && words.length === 1 && words[0]?.stem === word.stem
}

/**
 * Finds the place in the copy that is most like some words of the record, and
 * sets the two side by side: the alignment of Needleman and Wunsch (1970) with
 * free ends in the copy.
 */
export function parallel(units: readonly Unit[], record: readonly Word[]): Parallel {
  const stride = record.length + 1
  const scores = new Float64Array((units.length + 1) * stride)
  for (let column = 1; column <= record.length; column++) scores[column] = (scores[column - 1] ?? 0) + score.gap
  for (const [row, unit] of units.entries()) {
    for (const [column, word] of record.entries()) {
      const at = (row + 1) * stride + column + 1
      scores[at] = Math.max(
        (scores[at - stride - 1] ?? 0) + pairScore(unit, word),
        (scores[at - stride] ?? 0) + score.gap,
        (scores[at - 1] ?? 0) + score.gap,
      )
    }
  }
  return trace(units, record, scores)
}

function trace(units: readonly Unit[], record: readonly Word[], scores: Float64Array): Parallel {
  const stride = record.length + 1
  let row = 0
  for (let end = 1; end <= units.length; end++) {
    if ((scores[end * stride + record.length] ?? 0) > (scores[row * stride + record.length] ?? 0)) row = end
  }
  const last = row
  let column = record.length
  const steps: {readonly unit?: Unit; readonly word?: Word}[] = []
  while (column > 0) {
    const at = row * stride + column
    const [unit, word] = [units[row - 1], record[column - 1]]
    const value = scores[at] ?? 0
    if (
      unit !== undefined &&
      word !== undefined &&
      close(value, (scores[at - stride - 1] ?? 0) + pairScore(unit, word))
    ) {
      steps.unshift({unit, word})
      row--
      column--
    } else if (unit !== undefined && close(value, (scores[at - stride] ?? 0) + score.gap)) {
      steps.unshift({unit})
      row--
    } else {
      steps.unshift(word === undefined ? {} : {word})
      column--
    }
  }
  return gather(steps, units.slice(row, last), record)
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9
}

function gather(
  steps: readonly {readonly unit?: Unit; readonly word?: Word}[],
  units: readonly Unit[],
  record: readonly Word[],
): Parallel {
  const differences: Difference[] = []
  const kept: Word[] = []
  let open: {found: Word[]; expected: Word[]} | undefined
  let like = 0
  for (const {unit, word} of steps) {
    if (unit !== undefined && word !== undefined && isSame(unit, word)) {
      open = undefined
      kept.push(word)
      like += weight(word)
      continue
    }
    if (unit !== undefined && word !== undefined && unit.standsFor.has(word.stem)) {
      // A known stand-in is a difference of its own.
      differences.push({found: unit.words, expected: [word]})
      open = undefined
      like += weight(word)
      continue
    }
    if (open === undefined) {
      open = {found: [], expected: []}
      differences.push(open)
    }
    if (unit !== undefined) open.found.push(...unit.words)
    if (word !== undefined) open.expected.push(word)
  }
  const whole = record.reduce((sum, word) => sum + weight(word), 0)
  return {found: units.flatMap(({words}) => words), differences, kept, likeness: whole === 0 ? 0 : like / whole}
}
