/** What became of the statement's formulas in a copy. */

import type {FormulaId} from '../../corpus/model.ts'
import {isReported} from './beside.ts'
import {differenceOf} from './difference.ts'
import type {AlignedCopy, ExactPlace} from './exact.ts'
import {at, rangeOf} from './marks.ts'
import type {RecordClause} from './clauses.ts'
import type {CollationKit, FormulaOutcome, KitFormula, KitQuotation} from './model.ts'
import {parallel} from './parallel.ts'
import type {Parallel} from './parallel.ts'
import type {SubstitutionTable} from './substitutions.ts'
import {formsOf, modals, stemOf, wordsOf} from './words.ts'

/** A record's attested words are taken to be found from this likeness on. */
const found = 0.6

/** One outcome for each formula of each quotation, in the order of the statement. */
export function formulaOutcomes(
  copy: AlignedCopy,
  attested: readonly KitQuotation[],
  places: readonly ExactPlace[],
  table: SubstitutionTable,
  kit: CollationKit,
  text: string,
): FormulaOutcome[] {
  const formulas = new Map(kit.formulas.map((formula) => [formula.id, formula]))
  const outcomes = (quotation: KitQuotation, place: Parallel | undefined, clause?: RecordClause) =>
    quotation.formulas.map((id) => outcome(id, formulas.get(id), quotation.words, place, text, clause))
  return [
    ...copy.clauses.flatMap((clause) =>
      clause.quotations.flatMap((quotation) =>
        outcomes(
          quotation,
          places.find(
            (place) => place.kind === 'quotation' && place.clause === clause && place.record === quotation.words,
          ),
          clause,
        ),
      ),
    ),
    ...attested.flatMap((quotation) => outcomes(quotation, nearestPlace(copy, quotation.words, table))),
  ]
}

/** The sentence that is most like some words, where no clause says which one it is. */
function nearestPlace(copy: AlignedCopy, words: string, table: SubstitutionTable): Parallel | undefined {
  const record = wordsOf(words)
  const stems = new Set(record.map(({stem}) => stem))
  const [best] = copy.sentences
    .filter((sentence) => sentence.words.filter(({stem}) => stems.has(stem)).length * 2 >= stems.size)
    .map((sentence) => parallel(table.unitsOf(sentence.words), record))
    .sort((a, b) => b.likeness - a.likeness)
  return best !== undefined && best.likeness >= found ? best : undefined
}

function outcome(
  id: FormulaId,
  formula: KitFormula | undefined,
  expected: string,
  place: Parallel | undefined,
  text: string,
  clause: RecordClause | undefined,
): FormulaOutcome {
  const base = {id, label: formula?.label ?? id, ...at(clause), expected}
  if (place === undefined) return {...base, state: 'not-found', difference: []}
  const range = rangeOf(place.found)
  const words = text.slice(range.start, range.end).replaceAll(/\s+/g, ' ')
  const state = stateOf(formula, expected, words, place)
  if (state === 'not-found') return {...base, state, difference: []}
  return {...base, state, found: words, range, difference: state === 'exact' ? [] : differenceOf(words, expected)}
}

function stateOf(
  formula: KitFormula | undefined,
  expected: string,
  words: string,
  {differences}: Parallel,
): FormulaOutcome['state'] {
  if (formsOf(words).join(' ') === formsOf(expected).join(' ')) return 'exact'
  const [here, there] = [words, expected].map((phrase) => shapeIn(phrase, formula))
  if (here === undefined && there !== undefined && isLeftOut(there, differences)) return 'not-found'
  const replaced = differences.some((each) => each.found.some(({stem}, index) => stem !== each.expected[index]?.stem))
  const leftOut = differences.some((each) => each.found.length === 0 && each.expected.some(({light}) => !light))
  if (!replaced && !leftOut) return 'kept'
  if (here === undefined || differences.some(isShift)) return 'altered'
  return here === there ? 'kept' : 'variant'
}

/** The longest shape of a formula that stands in a phrase. */
function shapeIn(phrase: string, formula: KitFormula | undefined): string | undefined {
  return (formula?.wordings ?? [])
    .filter((wording) => contains(phrase, wording))
    .map((wording) => formsOf(wording).join(' '))
    .sort((a, b) => b.length - a.length)[0]
}

/** Whether the copy has none of a shape: a quotation may hold several formulas, and the copy some of them. */
function isLeftOut(shape: string, differences: Parallel['differences']): boolean {
  const missing = new Set(
    differences.flatMap(({found: copy, expected}) => (copy.length === 0 ? expected : [])).map(({stem}) => stem),
  )
  return shape.split(' ').every((form) => missing.has(stemOf(form)))
}

/** Whether a modal verb stands for another, and not only because speech is reported. */
function isShift({found: [copy], expected: [record]}: Parallel['differences'][number]): boolean {
  if (copy === undefined || record === undefined) return false
  return modals.has(copy.form) && modals.has(record.form) && !isReported(record.form, copy.form)
}

/** Whether words contain a wording, its parts in order. */
function contains(words: string, wording: string): boolean {
  const text = ` ${formsOf(words).join(' ')} `
  let from = 0
  for (const part of wording.split('…')) {
    const forms = formsOf(part).join(' ')
    const index = text.indexOf(` ${forms} `, from)
    if (index === -1) return false
    from = index + forms.length
  }
  return true
}
