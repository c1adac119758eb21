/**
 * Korean words that are put together from others (`대북제재` from `대북` and `제재`), taken apart by what the edition’s own
 * Korean says. No dictionary: a part is a run of syllables that stands alone as a word, or with which two words begin
 * or end.
 */

import {koreanForms} from '../corpus/label.ts'
import {remembering} from '../corpus/memo.ts'
import type {Corpus} from '../corpus/model.ts'
import {withoutParticle} from './hangul.ts'
import {foldWords} from './normalize.ts'

/** Shortest part: a single syllable means too much. */
const shortestPart = 2 // syllables

/** The parts that the words of Korean texts are put together from; whatever is not Korean is passed over. */
export function partsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of foldWords(text)) if (word.length >= shortestPart && /^[가-힣]+$/.test(word)) words.add(word)
  }
  const counts = new Map<string, number>()
  for (const word of words) {
    for (const edge of edgesOf(word)) counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  return new Set([...words, ...[...counts].flatMap(([edge, count]) => (count > 1 ? [edge] : []))])
}

/** The parts that the Korean names of the things of an edition are put together from. */
export const partsOfEdition = remembering(({terms}: Corpus) =>
  partsOf(Array.from(terms.values(), ({korean}) => koreanForms(korean)).flat()),
)

/** What a word begins and ends with. */
function edgesOf(word: string): ReadonlySet<string> {
  const edges = new Set<string>()
  for (let length = shortestPart; length < word.length; length++)
    edges.add(word.slice(0, length)).add(word.slice(-length))
  return edges
}

/** A word taken apart. */
export interface Cut {
  readonly parts: readonly string[]
  /** What belongs to no part, run by run. */
  readonly rest: readonly string[]
}

/**
 * Takes a word apart, with or without its particle: as few syllables left over as possible, then as few parts as
 * possible.
 */
export function cutCompound(word: string, parts: ReadonlySet<string>): Cut {
  const cuts = withoutParticle(word).map((stem) => cutStem(stem, parts))
  const [best = {parts: [], rest: [word]}] = cuts.toSorted((a, b) => costOf(a) - costOf(b))
  return best
}

/** The parts of a word besides itself, to be found by; none where something would be left over. */
export function partsWithin(word: string, parts: ReadonlySet<string>): readonly string[] {
  const others = new Set(parts)
  others.delete(word)
  const cut = cutStem(word, others)
  return cut.rest.join('').length > 1 ? [] : cut.parts
}

/** A syllable left over weighs more than all the parts that a word can have. */
function costOf({parts, rest}: Cut): number {
  return rest.join('').length * 100 + parts.length
}

/** The best cut of each beginning, the longer made from the shorter ones. */
function cutStem(stem: string, parts: ReadonlySet<string>): Cut {
  const best: Cut[] = [{parts: [], rest: []}]
  for (let end = 1; end <= stem.length; end++) {
    const cuts = best.map((before, start) => extend(before, stem.slice(start, end), parts))
    best.push(cuts.reduce((a, b) => (costOf(b) < costOf(a) ? b : a)))
  }
  return best.at(-1) ?? {parts: [], rest: [stem]}
}

function extend({parts, rest}: Cut, run: string, known: ReadonlySet<string>): Cut {
  return known.has(run) ? {parts: [...parts, run], rest} : {parts, rest: [...rest, run]}
}
