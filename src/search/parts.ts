/** Which pages hold the parts of a Korean query. */

import {cutCompound, partsOf} from './compounds.ts'
import type {Cut} from './compounds.ts'
import {hasHangul, withoutParticle} from './hangul.ts'
import type {Entry} from './lexicon.ts'
import {bestOfEach, isAbbreviation, kindOf, match} from './names.ts'
import type {NameMatch, Names} from './names.ts'

/** A Korean query taken apart. */
export interface KoreanParts {
  /** Pages that hold parts of it, best first. */
  readonly matches: readonly NameMatch[]
  /** Word by word. */
  readonly cuts: readonly Cut[]
  readonly parts: readonly string[]
  /** What of it is no part of any Korean word of the edition. */
  readonly rest: readonly string[]
}

/**
 * The pages with Korean names that hold parts of a query which no name answers. A part counts by its syllables, and
 * the less the more pages hold it; twice where it is all of a name. Korean puts the head last, so of equals the later
 * part counts more.
 *
 * @param more further parts of Korean words, such as those of the texts
 */
export function findKoreanParts(words: readonly string[], names: Names, more: ReadonlySet<string>): KoreanParts {
  const known = new Set([...partsOfNames(names), ...more])
  const cuts = cutWords(words.filter(hasHangul), names, known)
  const parts = [...new Set(cuts.flatMap((cut) => cut.parts))]
  const rest = cuts.flatMap((cut) => cut.rest)
  const whole = [...parts, ...rest].join('').length
  const points = new Map<Entry, NameMatch>()
  for (const [at, part] of parts.entries()) {
    const holding = names.all.filter(({kind, fold}) => kind === 'korean' && fold.includes(part))
    const entries = new Set(holding.map(({entry}) => entry)).size
    const seen = new Set<Entry>()
    for (const name of holding.toSorted((a, b) => a.fold.length - b.fold.length)) {
      if (seen.has(name.entry)) continue
      seen.add(name.entry)
      const share = (part.length / whole / (1 + Math.log(entries))) * (name.fold === part ? 2 : 1) * (1 + at / 100)
      const before = points.get(name.entry)?.score ?? 0
      points.set(name.entry, match(name, 'within', before + share))
    }
  }
  return {matches: bestOfEach([...points.values()]), cuts, parts, rest}
}

/** Names are taken whole, in any spacing; the words between them are taken apart. */
function cutWords(words: readonly string[], names: Names, known: ReadonlySet<string>): Cut[] {
  const cuts: Cut[] = []
  for (let start = 0; start < words.length; start++) {
    const ends = Array.from(words.slice(start).keys(), (index) => words.length - index)
    const named = ends.flatMap((end) => {
      const name = withoutParticle(words.slice(start, end).join(''))
        .map((stem) => (names.byFold.has(stem) ? stem : abbreviatedBy(stem, names)))
        .find((one) => one !== undefined)
      return name === undefined ? [] : [{name, end}]
    })[0]
    cuts.push(named === undefined ? cutCompound(words[start] ?? '', known) : {parts: [named.name], rest: []})
    if (named !== undefined) start = named.end - 1
  }
  return cuts
}

/** Fewest syllables that abbreviate one name and no other. */
const shortestAbbreviation = 4

/** The one name that takes a word for its beginning or is abbreviated by it: 전시작전통제권 by 전시작전권. */
function abbreviatedBy(stem: string, names: Names): string | undefined {
  if (stem.length < shortestAbbreviation) return undefined
  const isFull = (fold: string) => fold[0] === stem[0] && fold.length <= 2 * stem.length && isAbbreviation(stem, fold)
  const long = names.all.filter(({kind, fold}) => kind === 'korean' && isFull(fold))
  return new Set(long.map(({entry}) => entry)).size === 1 ? long[0]?.fold : undefined
}

/** What the Korean names of things are put together from; those of people are no compounds. */
function partsOfNames({all}: Names): ReadonlySet<string> {
  return partsOf(all.filter(({kind, entry}) => kind === 'korean' && kindOf(entry) !== 'Person').map(({text}) => text))
}
