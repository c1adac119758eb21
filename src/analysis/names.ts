/**
 * Names as people type them: without marks, in small letters, Hangul letter by
 * letter. Half a name finds it, and so do the first letters of its Korean
 * syllables (ㅎㅈㅇㅈ for 확장억제).
 */

import {isInitials, syllableLetters} from '../corpus/hangul.ts'

/** A name made ready to be compared. */
export interface FoldedName {
  /** Letters and digits alone; Hangul syllables as the letters one types. */
  readonly letters: string
  /** Where a word begins, or a Korean syllable. */
  readonly starts: ReadonlySet<number>
  /** The first letter of each Korean syllable: `ㅎㅈㅇㅈ`. */
  readonly initials: string
}

/** Two letters that a keyboard joins while one types. */
const joined: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}
/** What may stand inside a word without ending it: the stops of U.S., the apostrophe of Ministers’. */
const within = /[.'’‘]/

/** Folds a name. Costs time in line with its length. */
export function foldName(name: string): FoldedName {
  let letters = ''
  let initials = ''
  const starts = new Set<number>()
  let begins = true
  for (const character of name.normalize('NFC').toLowerCase()) {
    const syllable = syllableLetters(character)
    if (syllable !== undefined) {
      const [first] = syllable
      starts.add(letters.length)
      letters += syllable.join('')
      initials += first
      begins = true
    } else if (/[\p{L}\p{N}+]/u.test(character)) {
      if (begins) starts.add(letters.length)
      letters += joined[character] ?? character.normalize('NFD').replaceAll(/\p{M}/gu, '')
      begins = false
    } else if (!within.test(character)) {
      begins = true
    }
  }
  return {letters, starts, initials}
}

/** What one types in a filter, made ready once for many names. */
export interface NameQuery {
  readonly whole: string
  readonly words: readonly string[]
}

/** Folds what was typed. */
export function nameQuery(typed: string): NameQuery {
  const fold = (text: string) => foldName(text).letters
  return {
    whole: fold(typed),
    words: typed
      .split(/\s+/u)
      .map(fold)
      .filter((word) => word !== ''),
  }
}

/**
 * Looks for what was typed in the names of one thing.
 *
 * @returns the index of the first name that has all of it; else of the first
 *   that has its first word, where the names together have every word; else
 *   `undefined`. Nothing typed is found in the first name.
 */
export function findName({whole, words}: NameQuery, names: readonly FoldedName[]): number | undefined {
  const inOne = names.findIndex((name) => holds(name, whole))
  if (inOne >= 0) return inOne
  const places = words.map((word) => names.findIndex((name) => holds(name, word)))
  return places.includes(-1) ? undefined : places[0]
}

/** Whether a word of the name, or a syllable, begins with these letters, or its syllables with these consonants. */
function holds({letters, starts, initials}: FoldedName, typed: string): boolean {
  for (let at = letters.indexOf(typed); at >= 0; at = letters.indexOf(typed, at + 1)) {
    if (typed === '' || starts.has(at)) return true
  }
  return isInitials(typed) && initials.includes(typed)
}

/** Doubled consonants stand with the plain ones in Korean indexes. */
const plain: Readonly<Record<string, string>> = {ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ'}

/** Under which letter a Korean index has a name: ㄱ to ㅎ, or `A–Z` where it begins with no Hangul. */
export function koreanLetter(name: string): string {
  const first = foldName(name.charAt(0)).initials
  return first === '' ? 'A–Z' : (plain[first] ?? first)
}

/** Under which letter an English index has a name: A to Z, or `0–9`. */
export function englishLetter(name: string): string {
  const first = name.normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(first) ? first : '0–9'
}
