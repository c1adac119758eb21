/** Which clauses of two statements answer each other. Knows numbers only: what likeness means is told by the caller. */

/** Two clauses that answer each other, by their indexes. */
export interface Pair {
  readonly a: number
  readonly b: number
}

export interface Alignment {
  /** In the order of both sides. */
  readonly aligned: readonly Pair[]
  /** In the order of `a`. */
  readonly moved: readonly Pair[]
}

/** Less likeness than this makes no pair. */
const alignedLimit = 0.18
/** Nor does less than this part of the best that either could have elsewhere. */
const alignedPart = 0.5
/** A pair that the order does not bear out has to be more alike. */
const movedLimit = 0.25

type LikenessOf = (a: number, b: number) => number

/**
 * Aligns two lists.
 *
 * First in order: of all alignments in which no two pairs cross, the one whose
 * likeness above the limits adds up to most (Needleman and Wunsch, A General
 * Method Applicable to the Search for Similarities, 1970, with gaps that cost
 * nothing). Then, among what is left, the most alike pair is taken again and
 * again, so that each is the other’s best; it has moved if it crosses a pair
 * that is aligned.
 *
 * Time and memory grow with the product of the two lengths.
 *
 * @param likeness of the item `a` and the item `b`, from 0 to 1
 */
export function align(lengthA: number, lengthB: number, likeness: LikenessOf): Alignment {
  const aligned = alignInOrder(lengthA, lengthB, gainOf(lengthA, lengthB, likeness))
  const moved: Pair[] = []
  for (const pair of bestOfRest(lengthA, lengthB, likeness, aligned)) {
    const list = aligned.some((other) => isCrossing(pair, other)) ? moved : aligned
    list.push(pair)
  }
  const inOrder = (pairs: readonly Pair[]) => pairs.toSorted((x, y) => x.a - y.a)
  return {aligned: inOrder(aligned), moved: inOrder(moved)}
}

function isCrossing(one: Pair, other: Pair): boolean {
  return one.a < other.a !== one.b < other.b
}

/** What a pair adds to an alignment; below 0 where it is better left out. */
function gainOf(lengthA: number, lengthB: number, likeness: LikenessOf): LikenessOf {
  const [indexesA, indexesB] = [Array.from({length: lengthA}, (_, a) => a), Array.from({length: lengthB}, (_, b) => b)]
  const bestA = indexesA.map((a) => Math.max(...indexesB.map((b) => likeness(a, b))))
  const bestB = indexesB.map((b) => Math.max(...indexesA.map((a) => likeness(a, b))))
  return (a, b) => likeness(a, b) - Math.max(alignedLimit, alignedPart * (bestA[a] ?? 0), alignedPart * (bestB[b] ?? 0))
}

/** Pairs among what is not aligned, the most alike first, each item in one pair at most. */
function bestOfRest(lengthA: number, lengthB: number, likeness: LikenessOf, aligned: readonly Pair[]): Pair[] {
  const [takenA, takenB] = [new Set(aligned.map(({a}) => a)), new Set(aligned.map(({b}) => b))]
  const candidates: (Pair & {readonly likeness: number})[] = []
  for (let a = 0; a < lengthA; a++) {
    for (let b = 0; b < lengthB && !takenA.has(a); b++) {
      const value = takenB.has(b) ? 0 : likeness(a, b)
      if (value >= movedLimit) candidates.push({a, b, likeness: value})
    }
  }
  candidates.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
  return candidates.flatMap(({a, b}) => {
    if (takenA.has(a) || takenB.has(b)) return []
    takenA.add(a)
    takenB.add(b)
    return [{a, b}]
  })
}

function alignInOrder(lengthA: number, lengthB: number, gain: LikenessOf): Pair[] {
  const width = lengthB + 1
  // best[i * width + j]: the most that the first i of a and the first j of b can gain.
  const best = new Float64Array((lengthA + 1) * width)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = 1; i <= lengthA; i++) {
    for (let j = 1; j <= lengthB; j++)
      best[i * width + j] = Math.max(at(i - 1, j - 1) + gain(i - 1, j - 1), at(i - 1, j), at(i, j - 1))
  }
  const pairs: Pair[] = []
  for (let i = lengthA, j = lengthB; i > 0 && j > 0;) {
    const value = at(i, j)
    if (value === at(i - 1, j)) i--
    else if (value === at(i, j - 1)) j--
    else pairs.push({a: --i, b: --j})
  }
  return pairs.toReversed()
}
