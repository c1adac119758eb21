/** The difference of two wordings, word by word. */

import {diffArrays} from 'diff/lib/diff/array.js'
import type {Range} from '../corpus/model.ts'

/** A run of text that stands in both wordings, only in the later, or only in the earlier. */
export interface WordingPart {
  readonly type: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/**
 * The same of two quotations. What only one of them goes on to say, before or
 * behind the formula, is no change: the other statement may say it too.
 */
export interface QuotedPart {
  readonly type: WordingPart['type'] | 'only-before' | 'only-after'
  readonly text: string
}

/** A quotation of a formula. */
export interface QuotedFormula {
  readonly words: string
  /** Where in the words the formula itself stands; all of them where this is not known. */
  readonly core?: Range
}

const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/**
 * Compares two wordings by their words, spaces and punctuation marks; each is
 * equal only to itself, since a capital or a comma may be the news.
 *
 * Myers, An O(ND) Difference Algorithm and Its Variations (1986): time grows
 * with the length times the number of differences. Two runs that never meet,
 * such as a word, a space and a word that all changed, are one change.
 *
 * @returns parts in reading order; `same` and `deleted` joined are `before`,
 *   `same` and `inserted` joined are `after`; a change is at most one deleted
 *   part with one inserted part behind it. The difference from `after` to
 *   `before` has the same parts with the two types exchanged.
 */
export function wordingDifference(before: string, after: string): WordingPart[] {
  // Of several shortest differences the algorithm takes one that depends on the order of the two.
  const turned = after < before
  const [first, second] = turned ? [after, before] : [before, after]
  const parts: WordingPart[] = []
  const change = {deleted: '', inserted: ''}
  const close = () => {
    for (const type of ['deleted', 'inserted'] as const) {
      if (change[type] !== '') parts.push({type, text: change[type]})
      change[type] = ''
    }
  }
  for (const {type, text} of bridged(tokenDifference(first, second))) {
    if (type === 'same') {
      close()
      parts.push({type, text})
    } else change[(type === 'deleted') === turned ? 'inserted' : 'deleted'] += text
  }
  close()
  return parts
}

/**
 * Compares two quotations of one formula, as `wordingDifference` does. Where
 * one of them begins earlier or ends later, what it says outside the formula
 * is `only-before` or `only-after`.
 *
 * @returns parts in reading order; `same`, `deleted` and `only-before` joined
 *   are the words before, `same`, `inserted` and `only-after` those after
 */
export function quotedDifference(before: QuotedFormula, after: QuotedFormula): QuotedPart[] {
  const parts = wordingDifference(before.words, after.words)
  if (!parts.some(({type}) => type === 'same')) return parts
  const [first, second] = parts
  const [last, lastButOne] = [parts.at(-1), parts.at(-2)]
  const opening = first === undefined || second?.type !== 'same' ? [] : beyondStart(first, before, after)
  const closing = last === undefined || lastButOne?.type !== 'same' ? [] : beyondEnd(last, before, after)
  return [...opening, ...parts.slice(opening.length > 0 ? 1 : 0, closing.length > 0 ? -1 : undefined), ...closing]
}

/** A changed part that begins its quotation, cut where the formula begins; nothing where it is not changed. */
function beyondStart({type, text}: QuotedPart, before: QuotedFormula, after: QuotedFormula): QuotedPart[] {
  if (type !== 'deleted' && type !== 'inserted') return []
  const cut = Math.min(text.length, (type === 'deleted' ? before : after).core?.start ?? 0)
  return pieces([
    {type: beyond[type], text: text.slice(0, cut)},
    {type, text: text.slice(cut)},
  ])
}

/** A changed part that ends its quotation, cut where the formula ends; nothing where it is not changed. */
function beyondEnd({type, text}: QuotedPart, before: QuotedFormula, after: QuotedFormula): QuotedPart[] {
  if (type !== 'deleted' && type !== 'inserted') return []
  const {words, core} = type === 'deleted' ? before : after
  const start = words.length - text.length
  const cut = Math.max(0, (core?.end ?? words.length) - start)
  return pieces([
    {type, text: text.slice(0, cut)},
    {type: beyond[type], text: text.slice(cut)},
  ])
}

const beyond = {deleted: 'only-before', inserted: 'only-after'} as const

function pieces(parts: readonly QuotedPart[]): QuotedPart[] {
  return parts.filter(({text}) => text !== '')
}

/** The difference in the other direction. */
export function mirrorDifference(parts: readonly QuotedPart[]): QuotedPart[] {
  const mirrored = parts.map(({type, text}): QuotedPart => ({type: mirroredTypes[type], text}))
  for (const [index, part] of mirrored.entries()) {
    const next = mirrored[index + 1]
    // What was deleted stands before what was inserted.
    if (part.type === 'inserted' && next?.type === 'deleted') mirrored.splice(index, 2, next, part)
  }
  return mirrored
}

const mirroredTypes: Readonly<Record<QuotedPart['type'], QuotedPart['type']>> = {
  same: 'same',
  inserted: 'deleted',
  deleted: 'inserted',
  'only-before': 'only-after',
  'only-after': 'only-before',
}

/** Number of places at which two wordings differ; words replaced by others count once. */
export function countChanges(parts: readonly QuotedPart[]): number {
  return parts.filter((part, index) => isChanged(part) && (index === 0 || !isChanged(parts[index - 1]))).length
}

/** Whether capitals, punctuation and spaces are all that differs. */
export function isTypographic(parts: readonly QuotedPart[]): boolean {
  const letters = (own: 'deleted' | 'inserted') =>
    parts
      .map(({type, text}) => (type === 'same' || type === own ? text : ' '))
      .join('')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ')
  return letters('deleted') === letters('inserted')
}

function isChanged(part: QuotedPart | undefined): boolean {
  return part?.type === 'deleted' || part?.type === 'inserted'
}

function tokenDifference(before: string, after: string): WordingPart[] {
  return diffArrays(tokens(before), tokens(after)).map(({value, added, removed}) => ({
    type: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }))
}

function tokens(text: string): string[] {
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}

/** Takes a space between two changes into both: “the Kim” replaces “that other” as a whole. */
function* bridged(parts: readonly WordingPart[]): Generator<WordingPart> {
  for (const [index, part] of parts.entries()) {
    const between = index > 0 && index < parts.length - 1
    if (part.type === 'same' && between && part.text.trim() === '') {
      yield {type: 'deleted', text: part.text}
      yield {type: 'inserted', text: part.text}
    } else yield part
  }
}
