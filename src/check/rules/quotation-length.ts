import type {Statement} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {words} from '../../corpus/text.ts'
import {allQuotations, quotationsOf} from '../quotations.ts'
import type {Rule} from '../rule.ts'

/** Most words in one quotation. */
const wordLimit = 15

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
    const quoted = new Map<Statement, number>()
    for (const {statement, quotation, inClause} of quotationsOf(corpus)) {
      if (inClause) quoted.set(statement, (quoted.get(statement) ?? 0) + words(quotation.words).length)
    }
    for (const [statement, count] of quoted) {
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
        note: 'The edition text is ours; quote less and restate more.',
      })
    }
  },
}
