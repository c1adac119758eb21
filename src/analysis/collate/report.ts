/** The report on a copy as plain text, to be kept and passed on. */

import type {Collated, CopyFinding, FormulaOutcome} from './model.ts'

const states: Readonly<Record<FormulaOutcome['state'], string>> = {
  exact: 'word for word',
  variant: 'another known variant',
  altered: 'altered',
  'not-found': 'not found by matching, which proves nothing',
}

/** Writes a report: verdict, evidence, formulas, modal verbs, substitutions, findings; lines end in LF. */
export function reportText({
  statement,
  verdict,
  words,
  formulas,
  modals,
  substitutions,
  unmatched,
  findings,
}: Collated): string {
  const likely = Object.entries(verdict.probabilities).filter(([, share]) => share >= 0.005)
  const evidence = verdict.evidence.map(({sentence, count, example}) => {
    const times = count > 1 ? ` (${count} times)` : ''
    return `- ${sentence}${times}${example === undefined ? '' : ` “${example}”`}`
  })
  const parts: (readonly [title: string, lines: readonly string[]])[] = [
    ['What speaks for it', evidence],
    ['How probable each kind is', likely.map(([grade, share]) => `${grade}  ${Math.round(share * 100)} in 100`)],
    ['Formulas', formulas.map(formulaLine)],
    ['Modal verbs', modals.map(({from, to, places}) => `- ${to}, the record: ${from} (${places.length})`)],
    [
      'Words put for others',
      substitutions.map((pair) => `- ${pair.found}, the record: ${pair.expected} (${pair.count})`),
    ],
    ['Clauses not found by matching, which proves nothing', unmatched.length === 0 ? [] : [unmatched.join(', ')]],
    ['All findings', findings.map(findingLine)],
  ]
  const sections = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, '', ...lines].join('\n'))
  const head = [
    'Check of a copy',
    verdict.sentence,
    `Checked against ${statement.short}. ${words.all} words, ${words.flagged} of them in ${findings.length} findings.`,
  ]
  return `${[...head, ...sections].join('\n\n')}\n`
}

function formulaLine({label, state, clause, expected, found}: FormulaOutcome): string {
  const at = clause === undefined ? '' : `, ${clause}`
  const copy = found === undefined || state === 'exact' ? '' : `; the copy: “${found}”`
  return `- ${label}${at}: ${states[state]}. The record: “${expected}”${copy}`
}

function findingLine({kind, clause, weight, found, expected, because}: CopyFinding, index: number): string {
  const at = clause === undefined ? '' : `, ${clause}`
  const record = expected === undefined || expected === '' ? '' : ` → “${expected}”`
  return `${index + 1}. ${kind.replace('-', ' ')}${at} (${weight}): “${found}”${record}. ${because}`
}
