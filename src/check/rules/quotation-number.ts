import {quotationsByKey} from '../../analysis/identity.ts'
import type {Rule} from '../rule.ts'

/** No two quotations in the clauses of a statement are known by the same formula or number. */
export const quotationNumber: Rule = {
  id: 'quotation-number',
  severity: 'error',
  check({corpus}, report) {
    for (const statement of corpus.statements.values()) {
      const byKey = quotationsByKey(statement, corpus)
      for (const [first, ...others] of byKey.values()) {
        for (const {place, n, formulas} of others) {
          const other = `the other stands at line ${first?.place.line ?? 0}`
          report(
            n === undefined
              ? {
                  place,
                  reason: `Unexpected second quotation of the formula ${formulas[0] ?? ''} without a number, expected \`n="${free(byKey)}"\`; ${other}`,
                  note: 'Give the number to the newer of the two: the older one is known by its formula.',
                }
              : {
                  place,
                  reason: `Unexpected second quotation with the number ${n}, expected \`n="${free(byKey)}"\`; ${other}`,
                  note: 'A number is never used again. Give the newer quotation the next free one.',
                },
          )
        }
      }
    }
  },
}

/** A number above all that the statement has. */
function free(byKey: ReadonlyMap<string, unknown>): number {
  const numbers = [...byKey.keys()].filter((key) => key.startsWith(':')).map((key) => Number(key.slice(1)))
  return Math.max(0, ...numbers) + 1
}
