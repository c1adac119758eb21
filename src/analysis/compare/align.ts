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

/**
 * Aligns two lists.
 *
 * First in order: of all alignments in which no two pairs cross, the one whose
 * likeness above the limits adds up to most (Needleman and Wunsch, A
 * General Method Applicable to the Search for Similarities, 1970, with gaps
 * that cost nothing). Then, among what is left, the most alike pair is taken
 * again and again, which makes each the other's best, and counts as moved.
 *
 * Time and memory grow with the product of the two lengths.
 *
 * @param likeness of the item `a` and the item `b`, from 0 to 1
 */
export function align(lengthA: number, lengthB: number, likeness: (a: number, b: number) => number): Alignment {
  const [indexesA, indexesB] = [Array.from({length: lengthA}, (_, a) => a), Array.from({length: lengthB}, (_, b) => b)]
  const limitsA = indexesA.map((a) => alignedPart * Math.max(...indexesB.map((b) => likeness(a, b))))
  const limitsB = indexesB.map((b) => alignedPart * Math.max(...indexesA.map((a) => likeness(a, b))))
  const limit = (a: number, b: number) => Math.max(alignedLimit, limitsA[a] ?? 0, limitsB[b] ?? 0)
  const aligned = alignInOrder(lengthA, lengthB, (a, b) => likeness(a, b) - limit(a, b))
  const [takenA, takenB] = [new Set(aligned.map(({a}) => a)), new Set(aligned.map(({b}) => b))]
  const candidates: (Pair & {readonly likeness: number})[] = []
  for (let a = 0; a < lengthA; a++) {
    for (let b = 0; b < lengthB && !takenA.has(a); b++) {
      const value = takenB.has(b) ? 0 : likeness(a, b)
      if (value >= movedLimit) candidates.push({a, b, likeness: value})
    }
  }
  candidates.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
  const moved: Pair[] = []
  for (const {a, b} of candidates) {
    if (takenA.has(a) || takenB.has(b)) continue
    takenA.add(a)
    takenB.add(b)
    moved.push({a, b})
  }
  return {aligned, moved: moved.sort((x, y) => x.a - y.a)}
}

function alignInOrder(lengthA: number, lengthB: number, gain: (a: number, b: number) => number): Pair[] {
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
