/** How far two words are apart, and which word a slip of the pen would have made of another. */

/**
 * Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours (Damerau 1964;
 * Levenshtein 1966), as far as a limit.
 *
 * @returns the distance, or `limit + 1` where it is more
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let smallest = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      row.push(value)
      smallest = Math.min(smallest, value)
    }
    if (smallest > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** How many slips a word of so many letters may hold. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : length < 13 ? 2 : 3
}

/**
 * The word that was probably meant: the nearest within `slipsAllowed`; of four letters, or for an abbreviation, only
 * where letters have changed places; among equals the one that shares the longer beginning, then the one that comes first in the list.
 *
 * @param lists the edition's words, the likelier lists first: a nearer list wins at the same distance
 */
export function correct(
  word: string,
  lists: readonly (readonly string[])[],
  abbreviations: ReadonlySet<string> = new Set(),
): string | undefined {
  if (/\d/.test(word)) return undefined
  const allowed = slipsAllowed(word.length)
  if (allowed === 0) return correctAbbreviation(word, abbreviations)
  let best: {readonly word: string; readonly distance: number; readonly shared: number} | undefined
  for (const list of lists) {
    for (const candidate of list) {
      if (candidate.length < 4) continue
      if ((word.length < 5 || abbreviations.has(candidate)) && !hasSameLetters(word, candidate)) continue
      const limit = Math.min(allowed, best?.distance ?? allowed)
      const found = distance(word, candidate, limit)
      if (found > limit || !isLikelySlip(word, candidate)) continue
      // Two slips, and one of them in the first letter: hardly anybody writes so.
      if (found > 1 && word[0] !== candidate[0]) continue
      const shared = sharedBeginning(word, candidate)
      if (best === undefined || found < best.distance || shared > best.shared)
        best = {word: candidate, distance: found, shared}
    }
    if (best !== undefined && best.distance === 1) break
  }
  return best?.word ?? correctAbbreviation(word, abbreviations)
}

/**
 * The abbreviation that a short word was probably meant to be: of three letters, two neighbours of which have changed
 * places; of one letter more than four or five, one of which is missing.
 */
function correctAbbreviation(word: string, abbreviations: ReadonlySet<string>): string | undefined {
  if (word.length < 3 || word.length > shortWord) return undefined
  return [...abbreviations]
    .filter((meant) => meant.length === (word.length === 3 ? 3 : word.length + 1))
    .filter((meant) => (word.length > 3 || hasSameLetters(word, meant)) && distance(word, meant, 1) === 1)
    .toSorted((a, b) => sharedBeginning(word, b) - sharedBeginning(word, a))[0]
}

/** Longest word in which one wrong letter may make another word. */
const shortWord = 5

/**
 * Whether a short word may be a slip for another: a letter too many, too few or in the wrong place may, and a vowel for
 * a vowel; a vowel for a consonant makes another word (Hanoi is not Hanmi). Longer words always may.
 */
export function isLikelySlip(word: string, meant: string): boolean {
  if (word.length > shortWord || word.length !== meant.length || hasSameLetters(word, meant)) return true
  return (
    word.replaceAll(/[aeiouy]/g, '*') === meant.replaceAll(/[aeiouy]/g, '*') ||
    !/[aeiouy]/.test(difference(word, meant))
  )
}

function difference(a: string, b: string): string {
  return Array.from(a, (letter, at) => (letter === b[at] ? '' : `${letter}${b[at]}`)).join('')
}

function hasSameLetters(a: string, b: string): boolean {
  return [...a].toSorted().join('') === [...b].toSorted().join('')
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
