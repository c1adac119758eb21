/** The check of a copy as a person reads it in a terminal. */

import type {
  Collated,
  Collation,
  CopyFinding,
  DifferencePart,
  FormulaOutcome,
  TextComparison,
} from '../../analysis/collate/model.ts'
import {lines} from '../../corpus/lines.ts'
import type {Paint} from './text.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** A report: the verdict first, then formulas, then findings by clause with line and column. */
export function formatCollation(collation: Collation, path: string, text: string, paint: Paint): string {
  if (collation.kind === 'refused') return `${path}: ${collation.sentence}\n`
  if (collation.kind === 'none-of-ours') {
    const near = collation.alternatives.map(({id, score}) => `  ${id} (${percent(score)})`)
    return [`${path}: ${collation.sentence}`, ...(near.length > 0 ? ['Nearest:', ...near] : []), ''].join('\n')
  }
  return [
    ...head(collation, path, paint),
    ...formulaLines(collation.formulas, paint),
    ...modalLines(collation),
    ...findingLines(collation, path, text, paint),
    '',
  ].join('\n')
}

function head(
  {statement, alternatives, verdict, words, findings, unmatched}: Collated,
  path: string,
  paint: Paint,
): string[] {
  return [
    paint.bold(`${path}: ${verdict.sentence}`),
    `Statement: ${statement.id} (${statement.short}); ${statement.because.join('; ')}.`,
    ...alternatives.map(({id, score}) => `It could also be ${id} (${percent(score)}).`),
    `${findings.length} findings on ${words.flagged} of ${words.all} words.`,
    ...(unmatched.length > 0 ? [`Clauses not found by matching: ${list(unmatched)}.`] : []),
    '',
    paint.bold('Evidence'),
    ...verdict.evidence.map(
      ({sentence, grades, example}) =>
        `  ${sentence}${example === undefined ? '' : ` For example ${example}.`}${grades.length === 0 ? '' : paint.faint(` ${grades.join(' ')}`)}`,
    ),
  ]
}

/** Most clauses that are named one by one. */
const few = 20

function list(clauses: readonly string[]): string {
  return clauses.length > few
    ? `${clauses.slice(0, few).join(', ')} and ${clauses.length - few} more`
    : clauses.join(', ')
}

const states: Readonly<Record<FormulaOutcome['state'], string>> = {
  exact: 'exact',
  variant: 'another variant',
  altered: 'altered',
  'not-found': 'not found by matching',
}

function formulaLines(formulas: readonly FormulaOutcome[], paint: Paint): string[] {
  if (formulas.length === 0) return []
  return [
    '',
    paint.bold('Formulas'),
    ...formulas.map(
      ({id, clause, state, difference}) =>
        `  ${(clause ?? '').padEnd(6)} ${id}: ${states[state]}${difference.length === 0 ? '' : `  ${formatDifference(difference)}`}`,
    ),
  ]
}

/** `[-can-]{+will+} be met`, as word differences are written in plain text. */
function formatDifference(difference: readonly DifferencePart[]): string {
  return difference
    .map(({type, text}) => (type === 'same' ? text : type === 'found' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

function modalLines({modals}: Collated): string[] {
  return modals.length === 0
    ? []
    : [
        '',
        'Modal verbs',
        ...modals.map(
          ({from, to, places}) => `  ${from} → ${to} at ${places.map(({clause}) => clause ?? '?').join(', ')}`,
        ),
      ]
}

function findingLines({findings}: Collated, path: string, text: string, paint: Paint): string[] {
  const places = lines(path, text)
  const groups = new Map<string, CopyFinding[]>()
  for (const finding of findings) {
    const key = finding.clause ?? ''
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups].flatMap(([clause, list]) => [
    '',
    paint.bold(clause === '' ? 'Outside the clauses' : `Clause ${clause}`),
    ...list.map(({range, found, expected, kind, weight, because}) => {
      const {line, column} = places.place(range.start)
      const change =
        expected === undefined ? paint.red(found) : `${paint.red(found)} → ${expected === '' ? '(nothing)' : expected}`
      return `  ${line}:${column} ${change}  ${paint.faint(`${kind}, ${weight}. ${because}`)}`
    }),
  ])
}

/** Two texts with each other: the pairs that differ. */
export function formatComparison(
  {pairs, likeness}: TextComparison,
  [a, b]: readonly [string, string],
  paint: Paint,
): string {
  const different = pairs.filter(({difference}) => difference.some(({type}) => type !== 'same'))
  return [
    paint.bold(
      `${percent(likeness)} of the words are the same. ${different.length} of ${pairs.length} sentences differ.`,
    ),
    `[-only in ${a}-] {+only in ${b}+}`,
    '',
    ...different.flatMap(({difference}) => [formatDifference(difference), '']),
  ].join('\n')
}
