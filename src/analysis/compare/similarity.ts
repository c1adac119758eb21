/** How like each other two clauses are, by what they share. */

import type {FormulaId, TermId} from '../../corpus/model.ts'
import type {Because, Comparable, ComparableClause} from './model.ts'

/**
 * How much a shared thing counts, before its rarity. A formula is the wording
 * itself; a term is what is spoken of; words are ours and only help.
 */
const weights = {formula: 3, term: 1.5, word: 1, section: 0.6} as const

type Kind = keyof typeof weights

const kinds = Object.keys(weights) as readonly Kind[]

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

/** Something that clauses share. */
interface Feature {
  readonly kind: Kind
  readonly name: string
  /** Number of clauses that have it. */
  count: number
  /** What it weighs in every clause, before the clause is brought to the length of 1. */
  weight: number
  /** The clauses of the second statement that have it, and its weight in each. */
  readonly holders: [index: number, weight: number][]
}

/** A clause as weighted features. */
type Vector = ReadonlyMap<Feature, number>

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
  const features = new Features()
  const [left, right] = [features.of(a), features.of(b)]
  features.weigh(left.length + right.length)
  const [vectors, others] = [left.map(unit), right.map(unit)]
  for (const [index, vector] of others.entries())
    for (const [feature, weight] of vector) feature.holders.push([index, weight])
  const table = vectors.map((vector) => {
    const row = new Float64Array(others.length)
    for (const [{holders}, weight] of vector)
      for (const [index, other] of holders) row[index] = (row[index] ?? 0) + weight * other
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

/** The features of two statements, each one once. */
class Features {
  readonly #known = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, Feature>>

  /** The features of each clause of a statement. */
  of({clauses, formulas}: Comparable): Set<Feature>[] {
    const uses = formulas.flatMap(({id, uses: list}) => list.map(({clause}) => [clause, id] as const))
    const standing = Map.groupBy(uses, ([clause]) => clause)
    return clauses.map(({n, section, text, terms}: ComparableClause) => {
      const features = new Set<Feature>()
      this.#add(features, 'formula', standing.get(n)?.map(([, id]) => id) ?? [])
      this.#add(features, 'term', terms)
      this.#add(features, 'word', stemsOf(text))
      this.#add(features, 'section', stemsOf(section))
      for (const feature of features) feature.count++
      return features
    })
  }

  #add(features: Set<Feature>, kind: Kind, names: readonly string[]): void {
    const known = this.#known[kind]
    for (const name of names) {
      let feature = known.get(name)
      if (feature === undefined) known.set(name, (feature = {kind, name, count: 0, weight: 0, holders: []}))
      features.add(feature)
    }
  }

  /** @param clauses how many there are in both statements */
  weigh(clauses: number): void {
    for (const kind of kinds)
      for (const feature of this.#known[kind].values())
        feature.weight = weights[kind] * Math.log(1 + (clauses - feature.count + 0.5) / (feature.count + 0.5))
  }
}

/** The weights of features, so that their squares add up to 1. */
function unit(features: ReadonlySet<Feature>): Vector {
  const length = Math.hypot(...Array.from(features, ({weight}) => weight))
  return new Map(Array.from(features, (feature) => [feature, feature.weight / length]))
}

/** What two clauses share; words are spelt as in the text of `a`. */
function reasons(a: Vector, b: Vector, text: string): Because {
  const shared = [...a]
    .flatMap(([feature, weight]) => {
      const other = b.get(feature)
      return other === undefined ? [] : [{kind: feature.kind, name: feature.name, weight: weight * other}]
    })
    .sort((x, y) => y.weight - x.weight || (`${x.kind}:${x.name}` < `${y.kind}:${y.name}` ? -1 : 1))
  const spellings = wordsOf(text)
  const named = (kind: Kind) => shared.flatMap((one) => (one.kind === kind ? [one.name] : []))
  return {
    formulas: named('formula') as FormulaId[],
    terms: named('term') as TermId[],
    words: named('word')
      .filter((stem) => stem.length >= shortestReason)
      .slice(0, wordLimit)
      .flatMap((stem) => spellings.find((word) => word.startsWith(stem)) ?? []),
  }
}
