/** Traces of a machine or of a slip: what no statement has, whatever it says. */

import {rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {Sentence} from './text.ts'
import type {Word} from './words.ts'

/** Traces that are plain whatever stands around them. */
export function artefactMarks(sentences: readonly Sentence[], text: string): Mark[] {
  return [
    ...braces(text),
    ...sentences.flatMap((sentence) => [...doubledWords(sentence, text), ...splitWords(sentence, text)]),
    ...quotationMarks(text),
    ...repeatedDays(sentences),
  ]
}

function artefact(range: Mark['range'], because: string, expected?: string): Mark {
  return {kind: 'artefact', range, weight: 'certain', because, ...(expected === undefined ? {} : {expected})}
}

/** `{that a}`: the template of a spinning program, not filled in. */
function braces(text: string): Mark[] {
  return Array.from(text.matchAll(/\{([^{}\n]{0,80})\}|[{}]/g), (match) =>
    artefact(
      {start: match.index, end: match.index + match[0].length},
      'Braces are left over from a program’s template.',
      match[1],
    ),
  )
}

/** Words in running text that are parted by nothing but one space or line end. */
function adjoining(words: readonly Word[], text: string): (readonly [Word, Word])[] {
  return words.slice(1).flatMap((second, index) => {
    const first = words[index]
    return first !== undefined && /^\s$/.test(text.slice(first.range.end, second.range.start))
      ? [[first, second] as const]
      : []
  })
}

/** `of of`; “had had” and “that that” are English. */
function doubledWords({words}: Sentence, text: string): Mark[] {
  return adjoining(words, text)
    .filter(([first, second]) => first.text === second.text && !/^(?:had|that|\p{N}+)$/u.test(first.form))
    .map((pair) => artefact(rangeOf(pair), 'The word is doubled.', pair[0].text))
}

/** `with out`: one word in two. */
function splitWords({words}: Sentence, text: string): Mark[] {
  return adjoining(words, text)
    .filter(([first, second]) => first.form === 'with' && second.form === 'out')
    .map((pair) => artefact(rangeOf(pair), 'One word is written as two.', pair[0].text + pair[1].text))
}

/** Curly quotation marks that close what nothing opened. A quotation may run over sentences, not over lines. */
function quotationMarks(text: string): Mark[] {
  const marks: Mark[] = []
  let open = 0
  for (const {0: mark, index} of text.matchAll(/[“”\n]/g)) {
    if (mark === '“') open++
    else if (mark === '\n') open = 0
    else if (open > 0) open--
    else marks.push(artefact({start: index, end: index + 1}, 'The quotation mark closes what nothing opened.'))
  }
  return marks
}

const days = /^(?:today|yesterday|tomorrow)$/

/** `today hosted … today in Seoul`. */
function repeatedDays(sentences: readonly Sentence[]): Mark[] {
  return sentences.flatMap(({words}) => {
    const found = words.filter(({form}) => days.test(form))
    const [first, second] = found
    return first === undefined || second === undefined || first.form !== second.form
      ? []
      : [artefact(second.range, `“${first.text}” stands twice in one sentence.`)]
  })
}

/** `an necessary`: the article still fits the word that stood there. Says that a word was replaced, not by which. */
export function articleMarks(sentences: readonly Sentence[], text: string): Mark[] {
  return sentences
    .flatMap(({words}) => adjoining(words, text))
    .filter(([article, word]) => {
      if (/^\p{Lu}[\p{Lu}.]+$/u.test(word.text)) return false
      if (article.text === 'an') return /^[bcdfgjklmnpqrstvwyz]/.test(word.form)
      return article.text === 'a' && /^(?:[aio]|e[^uw])/.test(word.form) && !/^(?:one|once)/.test(word.form)
    })
    .map((pair) =>
      artefact(rangeOf(pair), `“${pair[0].text}” does not fit “${pair[1].text}”: another word stood there.`),
    )
}
