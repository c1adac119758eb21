/** How like each other two clauses are, by what they share. */

import type {FormulaId, TermId} from '../../corpus/model.ts'
import type {Because, Comparable, ComparableClause} from './model.ts'

/**
 * How much a shared thing counts, before its rarity. A formula is the wording
 * itself; a term is what is spoken of; words are ours and only help.
 */
const weights = {formula: 3, term: 1.5, word: 1, section: 0.6} as const

type Kind = keyof typeof weights

/** Words count as the same from their first letters: *evasion* and *evasions*, *coordinate* and *coordination*. */
const stemLength = 6

/** Words named as a reason are not more than these, and not shorter. */
const wordLimit = 5
const shortestReason = 4

/** Likeness of every clause of one statement with every clause of another. */
export interface Likeness {
  /** 0 where they share nothing, 1 where they are the same. Indexes count clauses from 0. */
  readonly of: (a: number, b: number) => number
  readonly because: (a: number, b: number) => Because
}

/** A clause as weighted features: `term:ncg` → 3.2. */
type Vector = ReadonlyMap<string, number>

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
  const [left, right] = [featuresOf(a), featuresOf(b)]
  const rarity = rarityOf([...left, ...right])
  const [vectors, others] = [
    left.map((features) => unit(features, rarity)),
    right.map((features) => unit(features, rarity)),
  ]
  const holders = new Map<string, [index: number, weight: number][]>()
  for (const [index, vector] of others.entries()) {
    for (const [feature, weight] of vector) {
      const list = holders.get(feature)
      if (list === undefined) holders.set(feature, [[index, weight]])
      else list.push([index, weight])
    }
  }
  const table = vectors.map((vector) => {
    const row = new Float64Array(others.length)
    for (const [feature, weight] of vector)
      for (const [index, other] of holders.get(feature) ?? []) row[index] = (row[index] ?? 0) + weight * other
    return row
  })
  return {
    of: (i, j) => table[i]?.[j] ?? 0,
    because: (i, j) => reasons(vectors[i] ?? new Map(), others[j] ?? new Map(), a.clauses[i]?.text ?? ''),
  }
}

/** Lower-case words of a text; a text without any is one word. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
}

function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => word.slice(0, stemLength))
}

function featuresOf({clauses, formulas}: Comparable): Set<string>[] {
  const uses = formulas.flatMap(({id, uses: list}) => list.map(({clause}) => [clause, id] as const))
  const standing = Map.groupBy(uses, ([clause]) => clause)
  return clauses.map(({n, section, text, terms}: ComparableClause) => {
    const features = new Set<string>()
    const add = (kind: Kind, names: Iterable<string>) => {
      for (const name of names) features.add(`${kind}:${name}`)
    }
    add('formula', standing.get(n)?.map(([, id]) => id) ?? [])
    add('term', terms)
    add('word', stemsOf(text))
    add('section', stemsOf(section))
    return features
  })
}

function rarityOf(clauses: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const features of clauses) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return new Map([...counts].map(([feature, n]) => [feature, Math.log(1 + (clauses.length - n + 0.5) / (n + 0.5))]))
}

/** The weights of features, so that their squares add up to 1. */
function unit(features: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): Vector {
  const weighted = [...features].map((feature): [string, number] => [
    feature,
    weights[feature.slice(0, feature.indexOf(':')) as Kind] * (rarity.get(feature) ?? 0),
  ])
  const length = Math.hypot(...weighted.map(([, weight]) => weight))
  return new Map(weighted.map(([feature, weight]) => [feature, weight / length]))
}

/** What two clauses share; words are spelt as in the text of `a`. */
function reasons(a: Vector, b: Vector, text: string): Because {
  const shared = [...a]
    .flatMap(([feature, weight]) => (b.has(feature) ? [{feature, weight: weight * (b.get(feature) ?? 0)}] : []))
    .sort((x, y) => y.weight - x.weight || (x.feature < y.feature ? -1 : 1))
  const spellings = wordsOf(text)
  const named = (kind: Kind) =>
    shared.flatMap(({feature}) => (feature.startsWith(`${kind}:`) ? [feature.slice(kind.length + 1)] : []))
  return {
    formulas: named('formula') as FormulaId[],
    terms: named('term') as TermId[],
    words: named('word')
      .filter((stem) => stem.length >= shortestReason)
      .slice(0, wordLimit)
      .flatMap((stem) => spellings.find((word) => word.startsWith(stem)) ?? []),
  }
}
