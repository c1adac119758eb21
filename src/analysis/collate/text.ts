/** The pasted text: whether it can be read, its sentences, its words. */

import {splitSentences} from '../../corpus/apparatus.ts'
import type {Range} from '../../corpus/model.ts'
import type {Refused} from './model.ts'
import {wordsOf} from './words.ts'
import type {Word} from './words.ts'

/** Most characters of a text; the longest statement of the kind has some forty thousand. */
const limit = 400_000

/** Characters from the beginning that show what language a text is in. */
const sample = 20_000

/** Fewest words that can be told from any other text. */
const fewest = 8

/** Says why a text cannot be collated, or nothing. Looks at letters only; it does not read. */
export function checkText(text: string): Refused | undefined {
  const refuse = (reason: Refused['reason'], sentence: string): Refused => ({kind: 'refused', reason, sentence})
  if (text.trim() === '') return refuse('empty', 'There is no text. Paste a text, or drop a text file.')
  if (text.length > limit) {
    return refuse(
      'too-large',
      `The text has ${text.length.toLocaleString('en')} characters, and at most ${limit.toLocaleString('en')} can be compared. Paste the part that claims to be the statement.`,
    )
  }
  const unreadable = text.split('\uFFFD').length - 1
  if (text.includes('\u0000') || unreadable > text.length / 20) {
    return refuse('binary', 'This is not a text file. Copy the words out of it and paste them.')
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < letters * 0.7) {
    const korean = (text.match(/\p{Script=Hangul}/gu)?.length ?? 0) > letters / 3
    return refuse(
      'not-english',
      `The text is ${korean ? 'Korean' : 'not English'}. Only English texts can be compared with the edition so far.`,
    )
  }
  const words = wordsOf(text.slice(0, sample))
  if (words.length < fewest) {
    return refuse(
      'too-short',
      `The text has ${words.length === 1 ? 'one word' : `${words.length} words`}. Paste at least a whole sentence.`,
    )
  }
  const held = words.filter(({light}) => light).length
  if (held < words.length * 0.12) {
    return refuse(
      'not-english',
      'The text does not read as English sentences. Only English texts can be compared with the edition so far.',
    )
  }
  return undefined
}

/** A sentence of the pasted text. */
export interface Sentence {
  readonly range: Range
  /** As it stands, but for line ends, which are spaces, and apostrophes, which are curly. */
  readonly text: string
  readonly words: readonly Word[]
}

/** Cuts a text into sentences. Where a line ends, a sentence does too, unless the text was wrapped there. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let lineStart = 0
  for (const line of unwrap(text).split('\n')) {
    let at = 0
    for (const sentence of splitSentences(line)) {
      const start = line.indexOf(sentence, at)
      at = start + sentence.length
      const words = wordsOf(sentence, lineStart + start)
      if (words.length > 0)
        sentences.push({range: {start: lineStart + start, end: lineStart + at}, text: sentence, words})
    }
    lineStart += line.length + 1
  }
  return sentences
}

/** A line of this many characters that does not end a sentence was wrapped; a shorter one is a heading. */
const wrapped = 45

/** Turns line ends within sentences into spaces, one character for one, so that offsets stay true. */
function unwrap(text: string): string {
  const lines = text.replaceAll("'", '’').split('\n')
  return lines.reduce((joined, line, index) => {
    const before = lines[index - 1]?.trimEnd() ?? ''
    const within =
      line.trim() !== '' &&
      !/[.!?:;][”’")\]]*$/u.test(before.replace(/(?:\p{Lu}\.)+$/u, '')) &&
      (before.length >= wrapped || (before !== '' && /^\s*\p{Ll}/u.test(line)))
    return index === 0 ? line : `${joined}${within ? ' ' : '\n'}${line}`
  }, '')
}
