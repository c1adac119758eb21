import {matchLemma, nearestWords} from '../../corpus/lemma.ts'
import {clausesOf} from '../../corpus/statement.ts'
import type {Rule} from '../rule.ts'

/** The words a note is keyed to stand exactly once in its clause, or `nth` says which they are. */
export const lemma: Rule = {
  id: 'lemma',
  severity: 'error',
  check({corpus}, report) {
    for (const statement of corpus.statements.values()) {
      for (const clause of clausesOf(statement)) {
        for (const note of clause.notes) {
          const {exact, nth, place} = note.lemma
          const match = matchLemma(clause.text, exact, nth)
          if (match.type === 'ambiguous') {
            report({
              place,
              reason: `Unexpected lemma \`${exact}\` that stands ${match.count} times in clause ${clause.n}, expected words that stand once`,
              note: 'Add a word before or after it, or say which with `nth="2"`.',
            })
          } else if (match.type === 'missing') {
            const near = nearestWords(clause.text, exact)
            report({
              place,
              reason: `Unexpected lemma \`${exact}\`, expected words of clause ${clause.n}${nth === undefined ? '' : ` that stand there ${nth} times`}`,
              note: near === undefined ? 'Copy the words from the text of the clause.' : `Did you mean \`${near}\`?`,
            })
          }
        }
      }
    }
  },
}
