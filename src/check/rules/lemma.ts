import {nearestWords} from '../../corpus/lemma.ts'
import {rangesOf} from '../../corpus/lines.ts'
import {clausesOf} from '../../corpus/statement.ts'
import type {Rule} from '../rule.ts'

/** The words a note is keyed to stand exactly once in its clause, or `nth` says which they are. */
export const lemma: Rule = {
  id: 'lemma',
  severity: 'error',
  check({corpus, unread}, report) {
    for (const statement of corpus.statements.values()) {
      for (const clause of clausesOf(statement)) {
        for (const note of clause.notes) {
          const {exact, nth, range, place} = note.lemma
          if (range !== undefined) continue
          const count = rangesOf(clause.text, exact).length
          if (count === 0) {
            if (unread.has(statement.path)) continue
            const near = nearestWords(clause.text, exact)
            report({
              place,
              reason: `Unexpected lemma \`${exact}\`, expected words of clause ${clause.n}`,
              note: near === undefined ? 'Copy the words from the text of the clause.' : `Did you mean \`${near}\`?`,
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
