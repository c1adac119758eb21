/** The report on a copy as plain text, for the terminal and to be kept and passed on. */

import {lines} from '../../corpus/lines.ts'
import type {Lines} from '../../corpus/lines.ts'
import {findingKinds, formulaStates, inHundred, weights} from './labels.ts'
import type {
  Candidate,
  Collated,
  Collation,
  CopyFinding,
  DifferencePart,
  FormulaOutcome,
  ModalShift,
  TextComparison,
  VerdictEvidence,
} from './model.ts'

/** Sets words off where the report is shown. */
export interface ReportPaint {
  bold(text: string): string
  faint(text: string): string
  red(text: string): string
}

const plain: ReportPaint = {bold: String, faint: String, red: String}

/**
 * Writes a report: the verdict first, then what it rests on, then findings by
 * clause with the line and column of the text. Lines end in LF.
 *
 * @param text the text that was collated
 * @param options.name of the text, where it has one
 * @param options.paint for a terminal; a text to be kept has none
 */
export function reportText(
  collation: Collation,
  text: string,
  {name, paint = plain}: {readonly name?: string; readonly paint?: ReportPaint} = {},
): string {
  const title = paint.bold(name === undefined ? 'Check of a copy' : `Check of a copy: ${shown(name)}`)
  const sections = collation.kind === 'collated' ? collatedSections(collation, text, paint) : notCollated(collation)
  return `${[title, ...sections].join('\n\n')}\n`
}

function notCollated(collation: Exclude<Collation, Collated>): string[] {
  if (collation.kind === 'refused' || collation.alternatives.length === 0) return [collation.sentence]
  return [collation.sentence, ['The nearest, and far off:', ...collation.alternatives.map(candidateLine)].join('\n')]
}

function collatedSections(collation: Collated, text: string, paint: ReportPaint): string[] {
  const {verdict, formulas, modals, substitutions, unmatched} = collation
  const likely = Object.entries(verdict.probabilities).filter(([, share]) => share >= 0.005)
  const parts: (readonly [title: string, lines: readonly string[]])[] = [
    ['What speaks for it', verdict.evidence.map((evidence) => evidenceLine(evidence, paint))],
    ['How probable each kind is', likely.map(([grade, share]) => `  ${grade}  ${inHundred(share)}`)],
    ['Formulas', formulas.map(formulaLine)],
    ['Modal verbs, of the copy and of the record', modals.map(modalLine)],
    [
      'Words put for others',
      substitutions.map(({found, expected, count}) => `  ${shown(found)} → ${expected || 'nothing'} (${count})`),
    ],
    [
      'Clauses not found by matching, which proves nothing',
      unmatched.length === 0 ? [] : [`  ${unmatched.join(', ')}`],
    ],
  ]
  const sections = parts.filter(([, list]) => list.length > 0)
  return [
    verdict.sentence,
    identityLines(collation).join('\n'),
    ...sections.map(([title, list]) => [paint.bold(title), ...list].join('\n')),
    ...findingSections(collation.findings, lines('', text), paint),
  ]
}

function identityLines({statement, alternatives, witness, words, findings}: Collated): string[] {
  return [
    `Checked against ${statement.short} (${statement.id}): ${statement.because.join('; ')}.`,
    ...(witness === undefined ? [] : [`It agrees in its errors with ${witness}.`]),
    ...(alternatives.length === 0 ? [] : ['It could also be:', ...alternatives.map(candidateLine)]),
    `${words.all} words, ${words.flagged} of them in ${findings.length} findings.`,
  ]
}

function candidateLine({id, short, score}: Candidate): string {
  return `  ${short} (${id}), ${inHundred(score)}`
}

function evidenceLine({sentence, grades, example}: VerdictEvidence, paint: ReportPaint): string {
  const quoted = example === undefined ? '' : ` ${shown(example.startsWith('“') ? example : `“${example}”`)}`
  return `  ${sentence}${quoted}${grades.length === 0 ? '' : paint.faint(` for ${grades.join(', ')}`)}`
}

/** Widest clause number with the space behind it. */
const gutter = 7

function formulaLine({label, state, clause, expected, difference}: FormulaOutcome): string {
  const words = difference.length > 0 ? differenceText(difference) : `“${expected}”`
  return `  ${(clause ?? '').padEnd(gutter)}${label}: ${formulaStates[state]}. ${words}`
}

function modalLine({from, to, places}: ModalShift): string {
  return `  ${to} → ${from} at ${places.map(({clause}) => clause ?? 'no clause').join(', ')}`
}

/** The findings of each clause, in the order of the copy. */
function findingSections(findings: readonly CopyFinding[], places: Lines, paint: ReportPaint): string[] {
  return [...Map.groupBy(findings, ({clause}) => clause)].map(([clause, list]) =>
    [
      paint.bold(clause === undefined ? 'Findings outside the clauses' : `Findings in clause ${clause}`),
      ...list.map((finding) => findingLine(finding, places, paint)),
    ].join('\n'),
  )
}

function findingLine({range, found, expected, kind, weight, because}: CopyFinding, places: Lines, paint: ReportPaint) {
  const {line, column} = places.place(range.start)
  const words = paint.red(`“${shown(found)}”`)
  const record = expected === undefined ? '' : expected === '' ? ' → nothing' : ` → “${expected}”`
  return `  ${line}:${column} ${words}${record}  ${paint.faint(`${findingKinds[kind]}, ${weights[weight]}. ${because}`)}`
}

/** Words of a text on one line. Its control characters are spaces: no text can steer the terminal. */
function shown(words: string): string {
  return words.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
}

/** `[-can-]{+will+} be met`, as word differences are written in plain text: the copy’s words, then the record’s. */
function differenceText(difference: readonly DifferencePart[]): string {
  return shown(
    difference
      .map(({type, text}) => (type === 'same' ? text : type === 'found' ? `[-${text}-]` : `{+${text}+}`))
      .join(''),
  )
}

/** Writes what two texts, by their names, have in common, and the pairs of sentences that differ. */
export function comparisonText(
  {pairs, likeness}: TextComparison,
  [first, second]: readonly [string, string],
  paint: ReportPaint,
): string {
  const different = pairs.filter(({difference}) => difference.some(({type}) => type !== 'same'))
  const share = `${inHundred(likeness)} words are the same. ${different.length} of ${pairs.length} sentences differ.`
  return `${[
    `${paint.bold(share)}\n[-only in ${first}-] {+only in ${second}+}`,
    ...different.map(({difference}) => differenceText(difference)),
  ].join('\n\n')}\n`
}
