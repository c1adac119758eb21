/** What became of the statement's formulas in a copy. */

import {diffWordsWithSpace} from 'diff'
import type {FormulaId} from '../../corpus/model.ts'
import {isReported} from './beside.ts'
import type {AlignedCopy, ExactPlace} from './exact.ts'
import {at, rangeOf} from './marks.ts'
import type {RecordClause} from './clauses.ts'
import type {CollationKit, DifferencePart, FormulaOutcome, KitFormula, KitQuotation} from './model.ts'
import {parallel} from './parallel.ts'
import type {Parallel} from './parallel.ts'
import type {SubstitutionTable} from './substitutions.ts'
import {formsOf, modals, wordsOf} from './words.ts'

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
  const difference = state === 'exact' ? [] : differenceOf(expected, words)
  return {...base, state, found: words, range, difference}
}

function stateOf(
  formula: KitFormula | undefined,
  expected: string,
  words: string,
  place: Parallel,
): FormulaOutcome['state'] {
  const shapes = (formula?.wordings ?? []).map((wording) => ({wording, forms: formsOf(wording).join(' ')}))
  const contained = (phrase: string) =>
    shapes.filter(({wording}) => contains(phrase, wording)).sort((a, b) => b.forms.length - a.forms.length)[0]?.forms
  const shifted = place.differences.some(
    ({found: [copy], expected: [record]}) =>
      copy !== undefined &&
      record !== undefined &&
      modals.has(copy.form) &&
      modals.has(record.form) &&
      !isReported(record.form, copy.form),
  )
  const [here, there] = [contained(words), contained(expected)]
  const real = place.differences.some(
    (each) => each.found.length > 0 && each.found.some(({stem}, index) => stem !== each.expected[index]?.stem),
  )
  if (!real) return 'exact'
  if (here === undefined || shifted) return 'altered'
  return here === there ? 'exact' : 'variant'
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

/** English words, as browsers and Node cut them. */
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** The copy against the record, word by word (Myers 1986, as the `diff` library has it). */
export function differenceOf(expected: string, copy: string): DifferencePart[] {
  return diffWordsWithSpace(copy, expected, {intlSegmenter: segmenter}).map(({value, added, removed}) => ({
    type: added ? 'expected' : removed ? 'found' : 'same',
    text: value,
  }))
}
