/** How like each other two clauses are, by what they share. */

import type {FormulaId, TermId} from '../../corpus/model.ts'
import {featuresOf, wordsOf} from './features.ts'
import type {Feature, Features, Kind} from './features.ts'
import type {Because, Comparable} from './model.ts'

/** How much a shared thing counts, before its rarity. */
const weights: Readonly<Record<Kind, number>> = {formula: 3, term: 1.5, word: 1, section: 0.6}

/** Words named as a reason are not more than these, and not shorter. */
const wordLimit = 5
const shortestReason = 4

/** Likeness of every clause of one statement with every clause of another. */
export interface Likeness {
  /** 0 where they share nothing, 1 where they are the same. Indexes count clauses from 0. */
  readonly of: (a: number, b: number) => number
  readonly because: (a: number, b: number) => Because
}

/** A feature that both statements have. */
interface Shared {
  readonly a: Feature
  readonly b: Feature
  /** What it adds to the likeness of two clauses that have it, before these are brought to the length of 1. */
  readonly square: number
}

/**
 * Compares clauses as vectors of formulas, terms, words and words of the
 * section’s title, by the cosine of the angle between them (Salton, Wong and
 * Yang, A Vector Space Model for Automatic Indexing, 1975). A feature weighs
 * its kind (`weights`) times its rarity among the clauses of both statements,
 * log(1 + (N − n + ½) / (n + ½)) where n of N clauses have it (Robertson and
 * Spärck Jones, 1976, kept above 0): names that stand in every other clause,
 * such as those of the countries, count next to nothing.
 *
 * Time and memory grow with the product of the two numbers of clauses.
 */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  const weigh = weighing(a.clauses.length + b.clauses.length)
  const [left, right] = [featuresOf(a), featuresOf(b)]
  const shared = sharedBy(left, right, weigh)
  const squares = new Map(shared.flatMap((one) => [one.a, one.b].map((feature) => [feature, one.square] as const)))
  const squareOf = (one: Feature) => squares.get(one) ?? weigh(one.kind, one.clauses.length)
  const lengths = {a: lengthsOf(left, a.clauses.length, squareOf), b: lengthsOf(right, b.clauses.length, squareOf)}
  const products = productsOf(shared, a.clauses.length, b.clauses.length)
  return {
    of: (i, j) => (products[i * b.clauses.length + j] ?? 0) / ((lengths.a[i] ?? 1) * (lengths.b[j] ?? 1)),
    because: (i, j) => reasons(sharedIn(shared, i, j), wordsOf(a.clauses[i]?.text ?? '')),
  }
}

/** The square of what a feature weighs that so many clauses have. */
type Weigh = (kind: Kind, count: number) => number

/** @param clauses how many there are in both statements */
function weighing(clauses: number): Weigh {
  const rarities = Array.from({length: clauses + 1}, (_, count) =>
    Math.log(1 + (clauses - count + 0.5) / (count + 0.5)),
  )
  return (kind, count) => (weights[kind] * (rarities[count] ?? 0)) ** 2
}

function sharedBy(left: Features, right: Features, weigh: Weigh): Shared[] {
  return left.all.flatMap((a): Shared[] => {
    const b = right.named[a.kind].get(a.name)
    return b === undefined ? [] : [{a, b, square: weigh(a.kind, a.clauses.length + b.clauses.length)}]
  })
}

/** The length of each clause as a vector. */
function lengthsOf({all}: Features, clauses: number, squareOf: (feature: Feature) => number): Float64Array {
  const squares = new Float64Array(clauses)
  for (const feature of all) {
    const square = squareOf(feature)
    for (const clause of feature.clauses) squares[clause] = (squares[clause] ?? 0) + square
  }
  return squares.map(Math.sqrt)
}

/** The product of each clause with each of the other statement, row by row. */
function productsOf(shared: readonly Shared[], rows: number, columns: number): Float64Array {
  const products = new Float64Array(rows * columns)
  for (const {a, b, square} of shared)
    for (const i of a.clauses)
      for (const j of b.clauses) products[i * columns + j] = (products[i * columns + j] ?? 0) + square
  return products
}

/** What two clauses share, what adds most first. */
function sharedIn(shared: readonly Shared[], i: number, j: number): Shared[] {
  return shared
    .filter(({a, b}) => a.clauses.includes(i) && b.clauses.includes(j))
    .sort((x, y) => y.square - x.square || (nameOf(x) < nameOf(y) ? -1 : 1))
}

function nameOf({a: {kind, name}}: Shared): string {
  return `${kind}:${name}`
}

/** @param spellings the words of one of the two clauses, in which shared words are spelt */
function reasons(shared: readonly Shared[], spellings: readonly string[]): Because {
  const named = (kind: Kind) => shared.flatMap(({a}) => (a.kind === kind ? [a.name] : []))
  return {
    formulas: named('formula') as FormulaId[],
    terms: named('term') as TermId[],
    words: named('word')
      .filter(({length}) => length >= shortestReason)
      .slice(0, wordLimit)
      .flatMap((stemmed) => spellings.find((word) => word.startsWith(stemmed)) ?? []),
  }
}
