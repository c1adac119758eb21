/** Which pages a query nearly names. */

import {hasHangul, jamo, withoutParticle} from './hangul.ts'
import {bestOfEach, digitsOf, match} from './names.ts'
import type {NameMatch, Names} from './names.ts'
import {distance, isLikelySlip} from './spelling.ts'

/** Fewest letters of an abbreviation in which one may be missing or too many. */
const longAbbreviation = 5

/** The pages with a name near the whole query, where a slip or two made the difference. */
export function findNearNames(words: readonly string[], names: Names): NameMatch[] {
  const fold = words.join('')
  const korean = hasHangul(fold)
  const found: NameMatch[] = []
  for (const variant of korean ? withoutParticle(fold) : [fold]) {
    const letters = korean ? jamo(variant) : variant
    const allowed = Math.floor(letters.length / (korean ? 6 : 5))
    if (letters.length < (korean ? 7 : 5)) continue
    const digits = digitsOf(letters)
    for (const name of names.all) {
      const other = korean ? name.jamo : name.fold
      // Most names are told apart by how long they are.
      if (Math.abs(other.length - letters.length) > allowed) continue
      // A letter more or less makes another abbreviation of a short one.
      if (other === '' || digitsOf(other) !== digits) continue
      if (names.abbreviations.has(other) && other.length !== letters.length && other.length < longAbbreviation) continue
      const apart = distance(letters, other, allowed)
      if (apart <= allowed && isLikelySlip(letters, other)) found.push(match(name, 'near', 1 - apart / letters.length))
    }
  }
  return bestOfEach(found)
}
