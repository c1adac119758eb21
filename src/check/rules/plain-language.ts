import {splitSentences} from '../../corpus/apparatus.ts'
import type {Place} from '../../corpus/model.ts'
import {words} from '../../corpus/text.ts'
import {keptBy} from '../kept.ts'
import {locator, passagesOf} from '../prose.ts'
import type {Passages} from '../prose.ts'
import type {Rule} from '../rule.ts'

/**
 * Most words in a sentence. Readers lose the thread long before, around
 * twenty-five (Cutts, Oxford Guide to Plain English); what is longer than forty
 * is two sentences.
 */
const sentenceLimit = 40

/** Words that a message shows of a sentence. */
const shown = 5

/** A sentence of ours has at most forty words, those of its quotations among them. */
export const plainLanguage: Rule = {
  id: 'plain-language',
  severity: 'suggestion',
  check({corpus, texts}, report) {
    const locate = locator(texts)
    for (const passages of passagesOf(corpus)) {
      for (const {place, opening, count} of longSentences(passages)) {
        report({
          place: locate(place, opening),
          reason: `Unexpected sentence of ${count} words, “${opening.join(' ')} …”, expected at most ${sentenceLimit}`,
          note: 'Make two of it, one thought each, or a list.',
        })
      }
    }
  },
}

interface LongSentence {
  /** Of its passage. */
  readonly place: Place
  readonly opening: readonly string[]
  readonly count: number
}

const longSentences = keptBy((passages: Passages): readonly LongSentence[] =>
  passages.flatMap(({text, place}) =>
    text
      .split('\n')
      .flatMap(splitSentences)
      .filter(mayBeLong)
      .map((sentence) => words(sentence))
      .filter((list) => list.length > sentenceLimit)
      .map((list) => ({place, opening: list.slice(0, shown), count: list.length})),
  ),
)

/** Most sentences are short, and spaces are quickly counted. */
function mayBeLong(sentence: string): boolean {
  let at = -1
  for (let spaces = 0; spaces < sentenceLimit; spaces++) {
    at = sentence.indexOf(' ', at + 1)
    if (at === -1) return false
  }
  return true
}
