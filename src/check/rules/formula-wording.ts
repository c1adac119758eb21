import {matchFormula} from '../../corpus/formula.ts'
import {oneOf} from '../../corpus/message.ts'
import type {Corpus, FormulaId, Place} from '../../corpus/model.ts'
import {allQuotations} from '../quotations.ts'
import type {Rule} from '../rule.ts'

/** A quotation that names a formula, or an attestation with words, has the formula's words, or one of its variants'. */
export const formulaWording: Rule = {
  id: 'formula-wording',
  severity: 'error',
  check({corpus}, report) {
    for (const {formulas, words, place} of quotedFormulas(corpus)) {
      for (const id of formulas) {
        const formula = corpus.formulas.get(id)
        if (formula === undefined || matchFormula(formula, words) !== undefined) continue
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

interface QuotedFormulas {
  readonly formulas: readonly FormulaId[]
  readonly words: string
  readonly place: Place
}

/** Quotations in the text, and the words that records attest. */
function* quotedFormulas(corpus: Corpus): Generator<QuotedFormulas> {
  for (const {formulas, words, wordsPlace: place} of allQuotations(corpus)) yield {formulas, words, place}
  for (const {attestations} of corpus.statements.values()) {
    for (const {formula, words, place} of attestations)
      if (words !== undefined) yield {formulas: [formula], words, place}
  }
}
