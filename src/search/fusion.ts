/** One order out of several. */

/** An order of things by their keys, best first, and how much it counts. */
export interface Ranking {
  readonly keys: readonly string[]
  readonly weight: number
}

/** Keeps what several rankings agree on above what one alone puts first; the value of the paper. */
const constant = 60

/**
 * Reciprocal rank fusion: a thing’s score is the sum of `weight / (60 + rank)` over the rankings that hold it
 * (Cormack, Clarke and Buettcher, SIGIR 2009). Equal scores keep the order in which the things first appear.
 *
 * @returns every key once, best first
 */
export function fuse(rankings: readonly Ranking[]): string[] {
  const scores = new Map<string, number>()
  for (const {keys, weight} of rankings) {
    for (const [index, key] of [...new Set(keys)].entries())
      scores.set(key, (scores.get(key) ?? 0) + weight / (constant + index + 1))
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([key]) => key)
}
