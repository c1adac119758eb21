import {distance} from 'fastest-levenshtein'

/**
 * The candidate that a slip of the pen would have turned into `word`.
 *
 * Levenshtein distance over lower-cased forms; at most a third of the longer
 * word may differ, so that nothing is offered rather than something silly.
 * Ties go to the candidate that comes first in the alphabet.
 *
 * @returns the nearest candidate, or `undefined` where none is near
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of candidates) {
    const d = distance(lower, candidate.toLowerCase())
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))
    if (d > allowed || d > bestDistance) continue
    if (d === bestDistance && best !== undefined && best <= candidate) continue
    best = candidate
    bestDistance = d
  }
  return best
}

/** A note that offers the nearest candidate, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates)
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}
