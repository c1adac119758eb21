import {shapeOf} from '../../corpus/formula.ts'
import {oneOf} from '../../corpus/message.ts'
import {allQuotations} from '../quotations.ts'
import type {Rule} from '../rule.ts'

/** A quotation that names a formula has the formula's words, or one of its variants'. */
export const formulaWording: Rule = {
  id: 'formula-wording',
  severity: 'error',
  check({corpus}, report) {
    for (const {formulas, words, place} of allQuotations(corpus)) {
      for (const id of formulas) {
        const formula = corpus.formulas.get(id)
        if (formula === undefined || shapeOf(formula, words) !== undefined) continue
        const shapes = [formula.wording, ...formula.variants.map(({wording}) => wording)]
        report({
          place,
          reason: `Unexpected words “${words}” for formula \`${id}\`, expected ${oneOf(shapes)}`,
          note: `Quote the words of the formula, or add a variant to \`${formula.path}\`.`,
        })
      }
    }
  },
}
