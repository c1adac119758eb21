import {splitSentences} from '../../corpus/apparatus.ts'
import {words} from '../../corpus/text.ts'
import {locator, passagesOf} from '../prose.ts'
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
    for (const {text, place} of passagesOf(corpus)) {
      for (const sentence of text.split('\n').flatMap(splitSentences)) {
        // Most sentences are short, and spaces are quickly counted.
        if (sentence.split(' ', sentenceLimit + 1).length <= sentenceLimit) continue
        const list = words(sentence)
        if (list.length <= sentenceLimit) continue
        const opening = list.slice(0, shown)
        report({
          place: locate(place, opening),
          reason: `Unexpected sentence of ${list.length} words, “${opening.join(' ')} …”, expected at most ${sentenceLimit}`,
          note: 'Make two of it, one thought each, or a list.',
        })
      }
    }
  },
}
