/** Hangul syllables, taken apart as Unicode composes them. The Unicode Standard, section 3.12. */

const firstSyllable = 0xac00
const lastSyllable = 0xd7a3

const firsts = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ')
const lasts =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')

/**
 * The letters of a syllable as one types them: `확` is ㅎ, ㅗㅏ and ㄱ.
 *
 * @returns the last part empty where there is none; `undefined` where the character is no syllable
 */
export function syllableLetters(character: string): readonly [first: string, vowel: string, last: string] | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < firstSyllable || code > lastSyllable) return undefined
  const index = code - firstSyllable
  const perFirst = vowels.length * lasts.length
  return [
    firsts[Math.floor(index / perFirst)] ?? '',
    vowels[Math.floor((index % perFirst) / lasts.length)] ?? '',
    lasts[index % lasts.length] ?? '',
  ]
}

/** The first letter of each syllable, other characters as they are: `확장억제` is `ㅎㅈㅇㅈ`. */
export function initialsOf(text: string): string {
  return Array.from(text, (character) => syllableLetters(character)?.[0] ?? character).join('')
}

/** Whether a text is initial consonants only, two at least. */
export function isInitials(text: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(text)
}
