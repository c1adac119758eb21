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

/** What a clause has, as numbers of features in the order in which they are met, and the words of its text. */
interface Traits {
  readonly features: readonly number[]
  readonly words: readonly string[]
}

/** A clause as weighted features: the weight of each stands where its number stands in `features`. */
interface Vector extends Traits {
  readonly weights: readonly number[]
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
  const features = new Features()
  const [left, right] = [features.of(a), features.of(b)]
  const weigh = features.weighing(left.length + right.length)
  const vectors = left.map((traits) => unit(traits, weigh))
  const holders = holdersOf(right.map((traits) => unit(traits, weigh)))
  const width = right.length
  const table = new Float64Array(vectors.length * width)
  for (const [i, vector] of vectors.entries()) fillRow(table.subarray(i * width, (i + 1) * width), vector, holders)
  return {
    of: (i, j) => table[i * width + j] ?? 0,
    because: (i, j) => {
      const vector = vectors[i]
      return reasons(vector === undefined ? [] : sharedWith(vector, j, holders, features), vector?.words ?? [])
    },
  }
}

/** For each feature the clauses of the second statement that have it, in their order, and its weight in each. */
type Holders = readonly (readonly Holder[] | undefined)[]

interface Holder {
  readonly index: number
  readonly weight: number
}

function holdersOf(vectors: readonly Vector[]): Holders {
  const holders: Holder[][] = []
  for (const [index, {features, weights: own}] of vectors.entries())
    for (const [at, feature] of features.entries()) (holders[feature] ??= []).push({index, weight: own[at] ?? 0})
  return holders
}

/** Adds up what a clause shares with each of the second statement. */
function fillRow(row: Float64Array, {features, weights: own}: Vector, holders: Holders): void {
  for (const [at, feature] of features.entries()) {
    const weight = own[at] ?? 0
    for (const other of holders[feature] ?? []) row[other.index] = (row[other.index] ?? 0) + weight * other.weight
  }
}

/** Lower-case words of a text; a text without any is one word. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
}

function stem(word: string): string {
  return word.slice(0, stemLength)
}

/** The features of two statements, each under one number. */
class Features {
  readonly #numbers = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, number>>
  readonly #kinds: Kind[] = []
  readonly #names: string[] = []
  /** How many clauses have each. */
  readonly #counts: number[] = []
  /** The clause that was last seen to have it: clauses are counted on through both statements. */
  readonly #seenIn: number[] = []
  #clause = 0

  /** The features of each clause of a statement. */
  of({clauses, formulas}: Comparable): Traits[] {
    const uses = formulas.flatMap(({id, uses: list}) => list.map(({clause}) => [clause, id] as const))
    const standing = Map.groupBy(uses, ([clause]) => clause)
    return clauses.map(({n, section, text, terms}: ComparableClause) => {
      this.#clause++
      const features: number[] = []
      const words = wordsOf(text)
      this.#add(features, 'formula', standing.get(n)?.map(([, id]) => id) ?? [])
      this.#add(features, 'term', terms)
      this.#add(features, 'word', words.map(stem))
      this.#add(features, 'section', wordsOf(section).map(stem))
      return {features, words}
    })
  }

  #add(features: number[], kind: Kind, names: readonly string[]): void {
    for (const name of names) {
      const number = this.#numbers[kind].get(name) ?? this.#number(kind, name)
      if (this.#seenIn[number] === this.#clause) continue
      this.#seenIn[number] = this.#clause
      this.#counts[number] = (this.#counts[number] ?? 0) + 1
      features.push(number)
    }
  }

  #number(kind: Kind, name: string): number {
    const number = this.#names.push(name) - 1
    this.#numbers[kind].set(name, number)
    this.#kinds.push(kind)
    return number
  }

  /**
   * @param clauses how many there are in both statements
   * @returns what a feature weighs in every clause, before the clause is brought to the length of 1
   */
  weighing(clauses: number): (feature: number) => number {
    const rarities = Array.from({length: clauses + 1}, (_, count) =>
      Math.log(1 + (clauses - count + 0.5) / (count + 0.5)),
    )
    return (feature) => weights[this.kindOf(feature)] * (rarities[this.#counts[feature] ?? 0] ?? 0)
  }

  kindOf(feature: number): Kind {
    return this.#kinds[feature] ?? 'word'
  }

  nameOf(feature: number): string {
    return this.#names[feature] ?? ''
  }
}

/** The weights of features, so that their squares add up to 1. */
function unit(traits: Traits, weigh: (feature: number) => number): Vector {
  const own = traits.features.map(weigh)
  const length = Math.hypot(...own)
  return {...traits, weights: own.map((weight) => weight / length)}
}

/** A feature that two clauses share, and what it adds to their likeness. */
interface Shared {
  readonly kind: Kind
  readonly name: string
  readonly weight: number
}

/** What a clause shares with a clause of the second statement, what adds most first. */
function sharedWith({features, weights: own}: Vector, j: number, holders: Holders, all: Features): Shared[] {
  return features
    .flatMap((feature, at): Shared[] => {
      const other = holders[feature]?.find(({index}) => index === j)
      if (other === undefined) return []
      return [{kind: all.kindOf(feature), name: all.nameOf(feature), weight: (own[at] ?? 0) * other.weight}]
    })
    .sort((x, y) => y.weight - x.weight || (`${x.kind}:${x.name}` < `${y.kind}:${y.name}` ? -1 : 1))
}

/** @param spellings the words of one of the two clauses, in which shared words are spelt */
function reasons(shared: readonly Shared[], spellings: readonly string[]): Because {
  const named = (kind: Kind) => shared.flatMap((one) => (one.kind === kind ? [one.name] : []))
  return {
    formulas: named('formula') as FormulaId[],
    terms: named('term') as TermId[],
    words: named('word')
      .filter(({length}) => length >= shortestReason)
      .slice(0, wordLimit)
      .flatMap((stemmed) => spellings.find((word) => word.startsWith(stemmed)) ?? []),
  }
}
