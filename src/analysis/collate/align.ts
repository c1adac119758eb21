/** Which clauses a sentence of the copy answers to. */

import type {KitClause} from './model.ts'
import {bagOf, namesIn, termKey} from './lexicon.ts'
import type {Lexicon} from './lexicon.ts'
import type {Sentence} from './text.ts'

/** A sentence with the clauses it answers to, as indexes. */
export interface Alignment {
  readonly clauses: readonly number[]
  readonly likeness: number
}

/** The sentences of a copy against the clauses of a statement. */
export interface Alignments {
  readonly sentences: readonly Alignment[]
  /** Whether the copy follows the order of the statement. */
  readonly inOrder: boolean
}

/** Below this a sentence and a clause have no more in common than any two of this genre. */
const floor = 0.22

/** A further clause of the same sentence is at least this share as like it as the first. */
const akin = 0.6

/** A statement read in its order gives at least this share of what it gives read in any order. */
const orderly = 0.8

/**
 * Aligns sentences with clauses by dynamic programming, in order, many to
 * many, as Gale and Church (1993) align translations, with shared rare words
 * for lengths. Where the order of the copy is not the statement’s, each
 * sentence gets the clauses it is most like.
 */
export function align(sentences: readonly Sentence[], clauses: readonly KitClause[], lexicon: Lexicon): Alignments {
  const likenesses = likenessesOf(sentences, clauses, lexicon)
  const best = likenesses.map((row) => Math.max(0, ...row))
  const ordered = inOrder(likenesses, clauses.length)
  const sum = (list: readonly (readonly number[])[]) =>
    list.reduce(
      (total, found, index) => total + Math.max(0, ...found.map((clause) => likenesses[index]?.[clause] ?? 0)),
      0,
    )
  const free = likenesses.map((row, index) => {
    const top = best[index] ?? 0
    return row.flatMap((likeness, clause) => (likeness >= floor && likeness >= top * akin ? [clause] : []))
  })
  const follows = sum(ordered) >= orderly * sum(free)
  const found = (follows ? ordered : free).map((indexes, index): Alignment => {
    const likenessTo = (clause: number) => likenesses[index]?.[clause] ?? 0
    const likeness = Math.max(0, ...indexes.map(likenessTo))
    return {clauses: indexes.filter((clause) => likenessTo(clause) >= likeness * akin), likeness}
  })
  return {inOrder: follows, sentences: follows ? bridge(found) : found}
}

/**
 * A sentence without a likeness between sentences of the same clause, or of
 * two that follow each other, answers to these: so many of its words may be
 * replaced that nothing else is left to know it by.
 */
function bridge(alignments: readonly Alignment[]): Alignment[] {
  return alignments.map((alignment, index) => {
    const before = alignments[index - 1]?.clauses.at(-1)
    const after = alignments[index + 1]?.clauses[0]
    if (alignment.clauses.length > 0 || before === undefined || after === undefined || after - before > 1)
      return alignment
    return {...alignment, clauses: before === after ? [before] : [before, after]}
  })
}

/** How alike each sentence is to each clause, 0 to 1: cosine over weighted stems and names. */
export function likenessesOf(
  sentences: readonly Sentence[],
  clauses: readonly KitClause[],
  lexicon: Lexicon,
): readonly (readonly number[])[] {
  if (clauses.length === 0) return sentences.map(() => [])
  const bags = clauses.map(bagOf)
  const sizes = bags.map((bag) => sizeOf(bag, lexicon))
  const postings = new Map<string, number[]>()
  for (const [index, bag] of bags.entries())
    for (const stem of bag) postings.set(stem, [...(postings.get(stem) ?? []), index])
  return sentences.map((sentence) => {
    const bag = sentenceBag(sentence, lexicon)
    const size = sizeOf(bag, lexicon)
    const shared = Array.from(clauses, () => 0)
    for (const stem of bag)
      for (const index of postings.get(stem) ?? []) shared[index] = (shared[index] ?? 0) + lexicon.weightOf(stem)
    return shared.map((weight, index) => Math.min(1, weight / Math.sqrt(Math.max(1, size * (sizes[index] ?? 1)))))
  })
}

/** Words that the edition never uses count for little: a spun copy is full of them. */
function sizeOf(bag: ReadonlySet<string>, lexicon: Lexicon): number {
  let size = 0
  for (const stem of bag) size += stem.startsWith('@') || lexicon.knows(stem) ? lexicon.weightOf(stem) : 1
  return size
}

function sentenceBag({words}: Sentence, lexicon: Lexicon): ReadonlySet<string> {
  return new Set([
    ...words.filter(({light}) => !light).map(({stem}) => stem),
    ...namesIn(words, lexicon).map(({name}) => termKey(name.term.id)),
  ])
}

/** The best path through the table of likenesses that goes back neither in the copy nor in the statement. */
function inOrder(likenesses: readonly (readonly number[])[], width: number): number[][] {
  const gain = (row: number, column: number) => {
    const likeness = likenesses[row]?.[column] ?? 0
    return likeness < floor ? 0 : likeness - floor / 2
  }
  const stride = width + 1
  const scores = new Float64Array((likenesses.length + 1) * stride)
  for (let row = 1; row <= likenesses.length; row++) {
    for (let column = 1; column <= width; column++) {
      const at = row * stride + column
      const before = Math.max(scores[at - stride] ?? 0, scores[at - 1] ?? 0)
      scores[at] = before + gain(row - 1, column - 1)
    }
  }
  const found: number[][] = likenesses.map(() => [])
  let row = likenesses.length
  let column = width
  while (row > 0 && column > 0) {
    if (gain(row - 1, column - 1) > 0) found[row - 1]?.unshift(column - 1)
    const at = row * stride + column
    if ((scores[at - stride] ?? 0) >= (scores[at - 1] ?? 0)) row--
    else column--
  }
  return found
}
