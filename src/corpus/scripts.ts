/** Letters that look like others: words that mix writing systems. Unicode Technical Standard 39 calls them confusable. */

import type {Range} from './model.ts'

/** A letter where another was meant, or could be taken for it. */
export interface StrayLetter extends Range {
  readonly reason: string
  readonly note: string
}

/** Cyrillic and Greek letters by the Latin one that most fonts draw alike. */
const latinOf: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'],
      ['аеіјкорсѕухһԁԛԝ', 'aeijkopcsyxhdqw'],
      ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
      ['οινκ', 'oivk'],
    ] as const
  ).flatMap(([others, latin]) => Array.from(others, (letter, index) => [letter, latin[index] ?? ''])),
)

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const latin = /\p{Script=Latin}/u
const word = /\p{L}[\p{L}\p{M}]*/gu

/** A letter of Hangul beside a whole syllable: a slip of the keyboard. */
const lostJamo = /(?<=[가-힣])[ㄱ-ㅣ]+|[ㄱ-ㅣ]+(?=[가-힣])/g

/**
 * Finds words of Latin letters with a Cyrillic or Greek one among them that
 * looks Latin, such a letter alone among Latin words, and letters of Hangul
 * beside syllables. Words that are Cyrillic or Greek throughout are fine, and
 * so is a letter that everybody sees is another, as in “kΩ”.
 *
 * @param text a file; ids, keys and prose are judged alike
 */
export function* findStrayLetters(text: string): Generator<StrayLetter> {
  for (const match of text.matchAll(lostJamo)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      reason: `Unexpected \`${match[0]}\`, a letter beside syllables of Hangul, expected whole syllables`,
      note: 'Type the word again; no search finds it as it stands.',
    }
  }
  if (!foreign.test(text)) return
  let start = 0
  for (const line of text.split('\n')) {
    if (foreign.test(line)) yield* findInLine(line, start)
    start += line.length + 1
  }
}

function* findInLine(line: string, start: number): Generator<StrayLetter> {
  const words = Array.from(line.matchAll(word), (match) => ({text: match[0], at: match.index}))
  const wholly = words.filter(({text}) => text.length > 1 && foreign.test(text) && !latin.test(text))
  for (const {text, at} of words) {
    // All letters of the table are one unit long.
    const index = text.split('').findIndex((unit) => unit in latinOf)
    const letter = text[index]
    const meant = latinOf[letter ?? '']
    // A line that is Russian or Greek has words of one letter, as has a line of mathematics.
    const alone = text.length === 1 && wholly.length === 0
    if (letter === undefined || meant === undefined || !(latin.test(text) || alone)) continue
    const from = start + at + index
    yield {
      start: from,
      end: from + 1,
      reason: `Unexpected ${nameOf(letter)}${alone ? '' : ` in the word \`${text}\``}, expected the Latin letter \`${meant}\``,
      note: 'It looks alike and is another letter: no search finds the word, and no id is the same. Type the word again.',
    }
  }
}

function nameOf(letter: string): string {
  const script = /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic'
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${script} letter \`${letter}\` (U+${code})`
}
