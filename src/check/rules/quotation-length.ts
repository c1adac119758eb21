import type {ClauseNumber, Corpus, Statement} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {words} from '../../corpus/text.ts'
import {allQuotations, quotationsOf} from '../quotations.ts'
import type {Rule} from '../rule.ts'

/** Most words in one quotation. */
export const wordLimit = 15

/** Largest part of a statement's words that may be quotation. */
const shareLimit = 0.25

/** Quotations are short: at most fifteen words each, at most a quarter of a statement's words together. */
export const quotationLength: Rule = {
  id: 'quotation-length',
  severity: 'error',
  check({corpus}, report) {
    for (const quotation of allQuotations(corpus)) {
      const count = words(quotation.words).length
      if (count <= wordLimit) continue
      report({
        place: quotation.place,
        reason: `Unexpected quotation of ${count} words, expected at most ${wordLimit}`,
        note: 'Quote the operative words and restate the rest in our own.',
      })
    }
    for (const {attestations} of corpus.statements.values()) {
      for (const {words: attested = '', place} of attestations) {
        const count = words(attested).length
        if (count <= wordLimit) continue
        report({
          place,
          reason: `Unexpected attestation of ${count} words, expected at most ${wordLimit}`,
          note: 'Keep the operative words.',
        })
      }
    }
    for (const [statement, quoted] of quotedWords(corpus)) {
      const count = [...quoted.values()].reduce((sum, each) => sum + each, 0)
      // A statement is counted only as far as it takes to see that it has enough words.
      let all = 0
      for (const {text} of clausesOf(statement)) {
        if (count <= Math.floor(all * shareLimit)) break
        all += words(text).length
      }
      const most = Math.floor(all * shareLimit)
      if (count <= most) continue
      report({
        place: {path: statement.path, line: 1, column: 1, endLine: 1, endColumn: 4},
        reason: `Unexpected ${count} quoted words among the ${all} of the statement, expected at most ${most}, a quarter`,
        note: `The edition text is ours; quote less and restate more. Most is quoted in ${mostQuoted(quoted)}.`,
      })
    }
  },
}

/** Quoted words of each statement, clause by clause; notes are about the words and do not count. */
function quotedWords(corpus: Corpus): Map<Statement, Map<ClauseNumber, number>> {
  const all = new Map<Statement, Map<ClauseNumber, number>>()
  for (const {statement, clause, quotation, inClause} of quotationsOf(corpus)) {
    if (!inClause) continue
    const quoted = all.get(statement) ?? new Map<ClauseNumber, number>()
    all.set(statement, quoted.set(clause.n, (quoted.get(clause.n) ?? 0) + words(quotation.words).length))
  }
  return all
}

/** Clauses that a message names. */
const named = 3

function mostQuoted(quoted: ReadonlyMap<ClauseNumber, number>): string {
  return [...quoted]
    .sort(([, a], [, b]) => b - a)
    .slice(0, named)
    .map(([clause, count]) => `clause ${clause} (${count})`)
    .join(', ')
}
