/** Glosses that contradict the name they explain: `North Korea (Republic of Korea – ROK)`. */

import {namesIn} from './lexicon.ts'
import type {Lexicon, NameMatch} from './lexicon.ts'
import {rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {Sentence} from './text.ts'
import {formsOf} from './words.ts'

/** Names followed by a bracket that holds the name of another term of the same kind, and not their own. */
export function glossMarks(sentences: readonly Sentence[], text: string, lexicon: Lexicon): Mark[] {
  return sentences.flatMap(({words}) => {
    const names = namesIn(words, lexicon)
    return names.flatMap((match, index): Mark[] => {
      const end = words[match.end - 1]?.range.end ?? 0
      const bracket = /^ ?\(([^()]{1,120})\)/.exec(text.slice(end, end + 130))
      if (bracket === null) return []
      const close = end + bracket[0].length
      const within = names.slice(index + 1).filter(({start}) => (words[start]?.range.start ?? close) < close)
      const [gloss] = within
      if (gloss === undefined || !contradicts(match, within, words[gloss.start]?.range.start ?? 0, end)) return []
      return [
        {
          kind: 'gloss',
          range: rangeOf(words.slice(match.start, match.end)),
          expected: nearestForm(match, gloss),
          weight: 'certain',
          because: `The bracket says ${bracket[1]}, which is another ${gloss.name.term.kind}: ${gloss.name.term.label}.`,
          term: gloss.name.term.id,
        },
      ]
    })
  })
}

function contradicts({name}: NameMatch, within: readonly NameMatch[], glossStart: number, nameEnd: number): boolean {
  const [gloss] = within
  if (gloss === undefined || within.some((each) => each.name.term.id === name.term.id)) return false
  // “Ballistic missiles (ICBMs)”: the bracket narrows the name.
  if (name.words.every(({stem}) => gloss.name.term.label.toLowerCase().includes(stem))) return false
  // The gloss is the first thing in the bracket.
  return gloss.name.term.kind === name.term.kind && name.term.kind !== 'concept' && glossStart - nameEnd <= 3
}

/** The form of the right name that has most in common with the wrong one, and its length if it can. */
function nearestForm({name}: NameMatch, gloss: NameMatch): string {
  const {label, aliases} = gloss.name.term
  const forms = new Set(name.words.map(({form}) => form))
  const likeness = (form: string) => {
    const words = formsOf(form)
    return words.filter((word) => forms.has(word)).length - Math.abs(words.length - name.words.length)
  }
  return aliases.reduce((best, form) => (likeness(form) > likeness(best) ? form : best), label)
}
