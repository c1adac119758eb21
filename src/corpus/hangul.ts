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

const hangul = /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+(?:[\s·()]*[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+)*/g

/** Most texts have none: it costs far less to see this than to look for all there is. */
const anyHangul = /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]/

/** A piece of a text. */
interface Piece {
  readonly text: string
  readonly isHangul: boolean
}

/** A text cut where Hangul begins and ends, spaces and brackets between its words included; the pieces are the text. */
export function hangulPieces(text: string): Piece[] {
  if (!anyHangul.test(text)) return text === '' ? [] : [{text, isHangul: false}]
  const pieces: Piece[] = []
  let at = 0
  for (const {0: korean, index} of text.matchAll(hangul)) {
    if (index > at) pieces.push({text: text.slice(at, index), isHangul: false})
    pieces.push({text: korean, isHangul: true})
    at = index + korean.length
  }
  if (at < text.length) pieces.push({text: text.slice(at), isHangul: false})
  return pieces
}

/** The first letter of each syllable, other characters as they are: `확장억제` is `ㅎㅈㅇㅈ`. */
export function initialsOf(text: string): string {
  return Array.from(text, (character) => syllableLetters(character)?.[0] ?? character).join('')
}

/** Whether a text is initial consonants only, two at least. */
export function isInitials(text: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(text)
}
