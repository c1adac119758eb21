/** What a report lists: formulas, modal verbs, substitutions, clauses, findings. */

import {findingKinds, formulaStates, weights} from '../../../analysis/collate/labels.ts'
import type {Collated, CollationKit, CopyFinding, FormulaOutcome} from '../../../analysis/collate/model.ts'
import type {StatementId} from '../../../corpus/model.ts'
import {urls} from '../../../corpus/urls.ts'
import {element} from '../../../search/element.ts'
import {linksOf, placeOf} from './copy.ts'
import {counted} from '../../counted.ts'
import {copyAndRecord, correction, difference, folded, link, section, sign, table} from './parts.ts'

/** Rows of a long table that are shown at once. */
const rowLimit = 15

/** The formulas of the statement, and what became of each: first those that were altered. */
export function drawFormulas(collation: Collated): HTMLElement | undefined {
  const {formulas, statement} = collation
  if (formulas.length === 0) return undefined
  const byState = Map.groupBy(formulas, ({state}) => state)
  const order = (['altered', 'variant', 'not-found', 'kept', 'exact'] as const).map((state) => byState.get(state) ?? [])
  const rows = order
    .flat()
    .map((outcome) => [
      link(urls.formula(outcome.id), outcome.label),
      stateOf(outcome),
      element('span', {}, [`“${outcome.expected}”`, ...clauseOf(outcome, statement.id)]),
      copyOf(outcome, collation),
    ])
  const counts = [...Map.groupBy(order.flat(), ({state}) => state)].map(
    ([state, list]) => `${list.length} ${formulaStates[state]}`,
  )
  return section('formulas', 'Formulas', [
    element('p', {
      className: 'counts sans',
      textContent: `${counted(formulas.length, 'place')} with a formula: ${counts.join(', ')}.`,
    }),
    element('p', {
      className: 'sans faint measure',
      textContent:
        'Struck words stand in the copy, the words behind them in the record. Not found by matching proves nothing: the copy may say it in other words.',
    }),
    ...folded(
      (from, to) =>
        table(
          'Formulas of the statement and what became of them',
          ['Formula', 'In the copy', 'The record', 'The copy’s words'],
          rows.slice(from, to),
        ),
      rows.length,
      rowLimit,
      'place',
    ),
  ])
}

function stateOf({state}: FormulaOutcome): HTMLElement {
  const cell = element('span', {className: 'state'}, [signOf(state), ' ', formulaStates[state]])
  cell.dataset['state'] = state
  return cell
}

/** The sign of the matrix, and one of its own for what stands there and is wrong. */
function signOf(state: FormulaOutcome['state']): Element {
  if (state !== 'altered') return sign(state === 'kept' ? 'exact' : state)
  const mark = element('span', {textContent: '≠'})
  mark.ariaHidden = 'true'
  return mark
}

function clauseOf({clause}: FormulaOutcome, statement: StatementId): (Node | string)[] {
  return clause === undefined
    ? []
    : [' ', element('span', {className: 'sans'}, [link(urls.clause(statement, clause), clause)])]
}

function copyOf({found, difference: parts, range}: FormulaOutcome, collation: Collated): HTMLElement | string {
  if (found === undefined) return '–'
  const words = parts.length === 0 ? `“${found}”` : difference(parts, copyAndRecord)
  if (range === undefined) return element('span', {}, [words])
  return element('span', {}, [words, ' ', jump(placeOf(range, collation), 'show', `show “${found}” in the copy`)])
}

/** A link that leads to words of the copy. */
function jump(place: string, text: string, label: string): HTMLAnchorElement {
  const made = element('a', {className: 'jump sans', href: `#${place}`, textContent: text})
  made.ariaLabel = label
  return made
}

/** Modal verbs that stand where the record has others. */
export function drawModals(collation: Collated): HTMLElement | undefined {
  const {modals} = collation
  if (modals.length === 0) return undefined
  const rows = modals.map(({from, to, places}) => [
    correction(to, from),
    String(places.length),
    element(
      'span',
      {className: 'places'},
      places.flatMap(({range, clause}, index) => [
        jump(
          placeOf(range, collation),
          clause ?? `${index + 1}`,
          `${clause === undefined ? 'place' : `clause ${clause}, place`} ${index + 1} in the copy`,
        ),
        ' ',
      ]),
    ),
  ])
  return section('modals', 'Modal verbs', [
    element('p', {
      className: 'sans faint measure',
      textContent: 'They say how firmly something is promised: what will be met is a promise, what can be met is not.',
    }),
    table('Modal verbs that differ from the record', ['Copy and record', 'Times', 'Where, by clause'], rows),
  ])
}

/** Words that the copy puts for others, most frequent first. */
export function drawSubstitutions({substitutions}: Collated): HTMLElement | undefined {
  if (substitutions.length === 0) return undefined
  const rows = substitutions.map(({found, expected, count}) => [correction(found, expected), String(count)])
  return section(
    'substitutions',
    'Words put for others',
    folded(
      (from, to) =>
        table('Words of the copy and those of the record', ['Copy and record', 'Times'], rows.slice(from, to)),
      rows.length,
      rowLimit,
      'pair',
    ),
  )
}

/** Clauses that no sentence answers to. */
export function drawUnmatched({unmatched, statement}: Collated): HTMLElement | undefined {
  if (unmatched.length === 0) return undefined
  return section('unmatched', 'Clauses not found by matching', [
    element('p', {
      className: 'measure',
      textContent: `To ${counted(unmatched.length, 'clause')} of the statement no sentence of the copy was matched. That proves nothing: the copy may be shorter, or say it in words that the matching does not know.`,
    }),
    element(
      'p',
      {className: 'places sans'},
      unmatched.flatMap((clause) => [link(urls.clause(statement.id, clause), clause), ' ']),
    ),
  ])
}

/** Every finding with its reason, in the order of the copy; drawn when it is asked for. */
export function drawFindings(collation: Collated, kit: CollationKit): HTMLElement | undefined {
  const {findings} = collation
  if (findings.length === 0) return undefined
  const list = element('ol', {className: 'findings'})
  const title = `${counted(findings.length, 'finding')} in the order of the copy`
  const details = element('details', {}, [element('summary', {className: 'sans', textContent: title}), list])
  const draw = () => list.append(...findings.map((finding, index) => drawFinding(finding, index, collation, kit)))
  details.addEventListener('toggle', draw, {once: true})
  return section('findings', 'All findings, with their reasons', [details])
}

function drawFinding(finding: CopyFinding, index: number, collation: Collated, kit: CollationKit): HTMLElement {
  const {kind, weight, found, expected, because} = finding
  return element('li', {id: `finding-${index + 1}`}, [
    element('span', {className: 'sans faint', textContent: `${findingKinds[kind]}, ${weights[weight]}: `}),
    correction(found, expected),
    element('span', {className: 'reason'}, [
      `${because} `,
      ...linksOf(finding, collation, kit).flatMap((each) => [each, ' ']),
      jump(`copy-${index + 1}`, 'show', `show finding ${index + 1} in the copy`),
    ]),
  ])
}
