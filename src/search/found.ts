/** Where the words of a search stand in a text. Pure; `marks.ts` shows them. */

import type {Range} from '../corpus/model.ts'
import {hasHangul, withoutParticle} from './hangul.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'

/** The parameter of an address that names words to mark. */
export const findParameter = 'find'

/**
 * Where words of a query stand in a text: whole words in any of their endings, abbreviations with dots or without,
 * Hangul with or without particles. Neighbours are one range.
 *
 * @returns ranges in the order of the text, none overlapping
 */
export function rangesOf(text: string, query: string): Range[] {
  const wanted = wantedOf(query)
  if (wanted.stems.size === 0 && wanted.hangul.length === 0) return []
  const ranges: Range[] = []
  for (const found of text.matchAll(/(?:\p{L}\.){2,}|[\p{L}\p{N}\p{Mn}]+(?:[+,](?=\p{N})\p{N}*)*/gu)) {
    const [word] = found
    if (!isWanted(word, wanted)) continue
    const range = {start: found.index, end: found.index + word.length}
    const last = ranges.at(-1)
    if (last !== undefined && /^[\s\p{Pd}]*$/u.test(text.slice(last.end, range.start)))
      ranges[ranges.length - 1] = {start: last.start, end: range.end}
    else ranges.push(range)
  }
  return ranges
}

interface Wanted {
  readonly stems: ReadonlySet<string>
  readonly hangul: readonly string[]
  /** Short capitals as typed: `US` is not “us”. */
  readonly capitals: ReadonlySet<string>
}

function wantedOf(query: string): Wanted {
  const words = contentWords(foldWords(query.normalize('NFC').slice(0, 240)))
  const capitals = new Set(
    Array.from(query.matchAll(/(?<!\p{L})\p{Lu}(?:\.?\p{Lu}){1,3}(?!\p{L})/gu), ([whole]) =>
      whole.replaceAll('.', '').toLowerCase(),
    ),
  )
  return {
    stems: new Set(words.filter((word) => !hasHangul(word)).map(stemOf)),
    hangul: words.filter(hasHangul).map((word) => withoutParticle(word).at(-1) ?? word),
    capitals,
  }
}

function isWanted(word: string, {stems, hangul, capitals}: Wanted): boolean {
  // Most words are written as they are folded.
  const [fold = '', ...rest] = /^[a-z]+$/.test(word) ? [word] : foldWords(word)
  if (rest.length > 0) return false
  if (hasHangul(fold)) return hangul.some((stem) => fold.startsWith(stem))
  if (capitals.has(fold)) return word.replaceAll('.', '') === word.replaceAll('.', '').toUpperCase()
  return stems.has(stemOf(fold))
}

/**
 * The id that the fragment of an address names.
 *
 * @param hash as `location.hash` has it: `#5.3`, or nothing. What is no encoding, such as `#%`, stands for itself.
 */
export function fragmentId(hash: string): string {
  const fragment = hash.slice(1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
