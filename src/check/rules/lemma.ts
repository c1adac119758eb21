import {nearestWords} from '../../corpus/lemma.ts'
import {rangesOf} from '../../corpus/lines.ts'
import {oneOf} from '../../corpus/message.ts'
import type {Fix} from '../../corpus/message.ts'
import type {Clause, Place} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {keptBy} from '../kept.ts'
import type {Rule} from '../rule.ts'

/** The words a note is keyed to stand exactly once in its clause, or `nth` says which they are. */
export const lemma: Rule = {
  id: 'lemma',
  severity: 'error',
  check({corpus, troubles}, report) {
    for (const statement of corpus.statements.values()) {
      for (const clause of clausesOf(statement)) {
        for (const note of clause.notes) {
          const {exact, nth, range, place} = note.lemma
          if (range !== undefined) continue
          const count = rangesOf(clause.text, exact).length
          if (count === 0) {
            if (!isWhole(clause, troubles)) continue
            report({
              place,
              reason: `Unexpected lemma \`${exact}\`, expected words of clause ${clause.n}`,
              note: offer(clause.text, exact),
              fix: fixFor(clause.text, exact, place),
            })
          } else if (nth === undefined) {
            report({
              place,
              reason: `Unexpected lemma \`${exact}\` that stands ${count} times in clause ${clause.n}, expected words that stand once`,
              note: 'Add a word before or after it, or say which with `nth="2"`.',
            })
          } else {
            report({
              place,
              reason: `Unexpected \`nth="${nth}"\`, expected at most ${count}, as often as \`${exact}\` stands in clause ${clause.n}`,
              note: count === 1 ? 'Remove `nth`; the words stand there once.' : 'Count the occurrences again, from 1.',
            })
          }
        }
      }
    }
  },
}

/** Whether the text of a clause was read without trouble; what is wrong in one of its notes takes nothing from it. */
function isWhole({place, notes}: Clause, troubles: readonly Place[]): boolean {
  return (byPath(troubles).get(place.path) ?? [])
    .filter((trouble) => isWithin(trouble, place))
    .every((trouble) => notes.some((note) => isWithin(trouble, note.place)))
}

const byPath = keptBy((troubles: readonly Place[]): ReadonlyMap<string, readonly Place[]> =>
  Map.groupBy(troubles, ({path}) => path),
)

function isWithin({line}: Place, whole: Place): boolean {
  return line >= whole.line && line <= whole.endLine
}

/** What stands there now: the words themselves where one stretch is nearest, and which of several is for the author to say. */
function offer(text: string, exact: string): string {
  const near = nearestWords(text, exact).map(({start, end}) => text.slice(start, end))
  const [first, ...others] = new Set(near)
  if (first === undefined) return 'Copy the words from the text of the clause.'
  const question = `Did you mean ${oneOf([first, ...others])}?`
  const count = rangesOf(text, first).length
  return others.length > 0 || count === 1
    ? question
    : `${question} It stands there ${count} times; \`nth="2"\` says which.`
}

/** Where the letters are the same, what stands there now is what was meant. */
function fixFor(text: string, exact: string, place: Place): Fix | undefined {
  const near = nearestWords(text, exact).map(({start, end}) => text.slice(start, end))
  const [words = ''] = near
  if (near.length !== 1 || letters(words) !== letters(exact) || words.includes('"')) return undefined
  return {title: `Take the words as they stand in the clause: ${words}`, edits: [{place, text: words}]}
}

function letters(words: string): string {
  return words.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}
