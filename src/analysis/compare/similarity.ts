/** How like each other two clauses are, by what they share. */

import type {FormulaId, TermId} from '../../corpus/model.ts'
import type {Because, Comparable} from './model.ts'

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
  const left = traitsOf(a)
  const right = besides(left, traitsOf(b))
  const weigh = weighing(left, right)
  const [vectors, others] = [vectorsOf(left, weigh), vectorsOf(right, weigh)]
  const holders = holdersOf(others, left.features.length)
  const table = vectors.map((vector) => rowOf(vector, holders, others.length))
  return {
    of: (i, j) => table[i]?.[j] ?? 0,
    because: (i, j) => reasons(sharedWith(vectors[i] ?? nothing, j, holders, left), a.clauses[i]?.text ?? ''),
  }
}

/** Lower-case words of a text; a text without any is one word. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
}

function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => word.slice(0, stemLength))
}

// ---------------------------------------------------------------- what clauses have

/** Something that clauses share. */
interface Feature {
  readonly kind: Kind
  readonly name: string
  /** How much it counts, before its rarity. */
  readonly counts: number
}

/** Numbers features, which statements share, so that they are kept and compared as numbers. */
class Register {
  readonly #numbers = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, number>>
  readonly #features: Feature[] = []

  numberOf(kind: Kind, name: string): number {
    const known = this.#numbers[kind].get(name)
    if (known !== undefined) return known
    const number = this.#features.push({kind, name, counts: weights[kind]}) - 1
    this.#numbers[kind].set(name, number)
    return number
  }

  /** @param number one that `numberOf` has told */
  featureOf(number: number | undefined): Feature {
    const feature = this.#features[number ?? -1]
    if (feature === undefined) throw new RangeError(`There is no feature ${number}.`)
    return feature
  }
}

const register = new Register()

/** The features of the clauses of a statement. */
interface Traits {
  /** All of them, each once, by their numbers in the register, the lowest first. */
  readonly features: Uint32Array
  /** Those of one clause after the other, by their places in `features`, in the order in which they are met. */
  readonly places: Uint32Array
  /** Where each clause ends in `places`. */
  readonly ends: Uint32Array
}

/** A statement is compared with several others. What is compared is plain data, which nobody watches. */
const known = new WeakMap<Comparable, Traits>()

function traitsOf(statement: Comparable): Traits {
  const traits = known.get(statement) ?? traitsIn(statement)
  known.set(statement, traits)
  return traits
}

function traitsIn({clauses, formulas}: Comparable): Traits {
  const uses = formulas.flatMap(({id, uses: list}) => list.map(({clause}) => [clause, id] as const))
  const standing = Map.groupBy(uses, ([clause]) => clause)
  const met: number[] = []
  const ends = clauses.map(({n, section, text, terms}) => {
    const own = new Set<number>()
    const add = (kind: Kind, names: readonly string[]) => {
      for (const name of names) own.add(register.numberOf(kind, name))
    }
    add('formula', standing.get(n)?.map(([, id]) => id) ?? [])
    add('term', terms)
    add('word', stemsOf(text))
    add('section', stemsOf(section))
    for (const feature of own) met.push(feature)
    return met.length
  })
  const features = Uint32Array.from(new Set(met)).sort()
  const placeOf = new Map(Array.from(features, (feature, place) => [feature, place]))
  return {
    features,
    places: Uint32Array.from(met, (feature) => placeOf.get(feature) ?? 0),
    ends: Uint32Array.from(ends),
  }
}

/** The traits of `b` in the places of `a`: what `a` has not stands behind all that it has. */
function besides(a: Traits, b: Traits): Traits {
  const features = [...a.features]
  const moved = new Uint32Array(b.features.length)
  let at = 0
  for (const [place, feature] of b.features.entries()) {
    while ((a.features[at] ?? Infinity) < feature) at++
    moved[place] = a.features[at] === feature ? at : features.push(feature) - 1
  }
  return {features: Uint32Array.from(features), places: b.places.map((place) => moved[place] ?? 0), ends: b.ends}
}

// ---------------------------------------------------------------- what they weigh

/** A clause as weighted features. */
interface Vector {
  readonly places: Uint32Array
  /** The weight of each. */
  readonly weights: readonly number[]
}

const nothing: Vector = {places: new Uint32Array(), weights: []}

/**
 * @param b with the places of `a`, and then its own
 * @returns for each place what the feature weighs in every clause, before the clause is brought to the length of 1
 */
function weighing(a: Traits, b: Traits): Float64Array {
  const clauses = a.ends.length + b.ends.length
  const counts = new Uint32Array(b.features.length)
  for (const {places} of [a, b]) for (const place of places) counts[place] = (counts[place] ?? 0) + 1
  const rarities = Array.from({length: clauses + 1}, (_, count) =>
    Math.log(1 + (clauses - count + 0.5) / (count + 0.5)),
  )
  const weigh = new Float64Array(counts.length)
  for (const [place, count] of counts.entries())
    weigh[place] = register.featureOf(b.features[place]).counts * (rarities[count] ?? 0)
  return weigh
}

function vectorsOf({places, ends}: Traits, weigh: Float64Array): Vector[] {
  return Array.from(ends, (end, clause) => unit(places.subarray(ends[clause - 1] ?? 0, end), weigh))
}

/** The weights of features, so that their squares add up to 1. */
function unit(places: Uint32Array, weigh: Float64Array): Vector {
  const own: number[] = []
  for (const place of places) own.push(weigh[place] ?? 0)
  const length = Math.hypot(...own)
  return {places, weights: own.map((weight) => weight / length)}
}

/** For each feature the clauses of the second statement that have it, in their order, and its weight in each. */
type Holders = readonly (readonly (readonly [index: number, weight: number])[] | undefined)[]

/** @param shared below which place the first statement may have a feature, too; others have no holders */
function holdersOf(vectors: readonly Vector[], shared: number): Holders {
  const holders: [index: number, weight: number][][] = []
  for (const [index, {places, weights: own}] of vectors.entries())
    for (const [at, place] of places.entries()) if (place < shared) (holders[place] ??= []).push([index, own[at] ?? 0])
  return holders
}

/** How like a clause is to each of the second statement. */
function rowOf({places, weights: own}: Vector, holders: Holders, length: number): Float64Array {
  const row = new Float64Array(length)
  for (const [at, place] of places.entries())
    for (const [index, other] of holders[place] ?? []) row[index] = (row[index] ?? 0) + (own[at] ?? 0) * other
  return row
}

// ---------------------------------------------------------------- what they share

/** A feature that two clauses share, and what it adds to their likeness. */
interface Shared extends Feature {
  readonly weight: number
}

/** What a clause shares with one of the second statement, what adds most first. */
function sharedWith({places, weights: own}: Vector, index: number, holders: Holders, {features}: Traits): Shared[] {
  const shared: Shared[] = []
  for (const [at, place] of places.entries()) {
    const [, other] = holders[place]?.find(([holder]) => holder === index) ?? []
    if (other !== undefined) shared.push({...register.featureOf(features[place]), weight: (own[at] ?? 0) * other})
  }
  return shared.sort((x, y) => y.weight - x.weight || (`${x.kind}:${x.name}` < `${y.kind}:${y.name}` ? -1 : 1))
}

/** Why two clauses are alike; words are spelt as in the text of one of them. */
function reasons(shared: readonly Shared[], text: string): Because {
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
