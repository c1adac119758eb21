/**
 * The matrix as comma-separated values: RFC 4180, UTF-8 without a byte order
 * mark, lines ended by CR LF, a header line, one line a formula × statement.
 *
 * Where a formula stands several times in a statement, a field has the values
 * one after the other with ` | ` between them, in the order of the clauses;
 * one that is not known is empty between its marks.
 *
 * A field that begins with `=`, `+`, `-`, `@`, a tab or a line end would be
 * run as a formula by spreadsheet programs and gets an apostrophe before it
 * (OWASP, CSV Injection). No id or date begins so; words of a statement might.
 */

import {matrixOf} from '../analysis/matrix.ts'
import type {Cell} from '../analysis/presence.ts'
import {basisName} from '../corpus/label.ts'
import type {Attestation, Corpus, Formula, Statement} from '../corpus/model.ts'

/** The names of the columns. */
const columns = [
  'formula',
  'number',
  'statement',
  'date',
  'forum',
  'presence',
  'variant',
  'words',
  'clause',
  'basis',
  'certainty',
  'sources',
] as const

/** The whole matrix: formulas in the order of the register, statements by date. */
export function matrixCsv(corpus: Corpus): string {
  const {rows, statements} = matrixOf(corpus, 'date')
  const lines = rows.flatMap(({formula, cells}) =>
    cells.flatMap((cell, column) => {
      const statement = statements[column]
      return statement === undefined ? [] : [record(formula, statement, cell)]
    }),
  )
  return [columns, ...lines].map((fields) => `${fields.map(field).join(',')}\r\n`).join('')
}

function record(formula: Formula, statement: Statement, cell: Cell): string[] {
  const {attestations, absence} = cell
  const each = (read: (attestation: Attestation) => string | undefined) =>
    attestations.map((attestation) => read(attestation) ?? '').join(' | ')
  // What contradicts itself is shown as what stands there; a check reports it.
  const evidence = attestations.length > 0 || absence === undefined ? attestations : [absence]
  return [
    formula.id,
    formula.number,
    statement.id,
    statement.date,
    statement.forum ?? '',
    cell.presence,
    each(({variant}) => variant),
    each(({words}) => words),
    each(({at}) => at?.clause),
    each(({basis}) => basis && basisName(basis)),
    evidence.map(({certainty}) => certainty).join(' | '),
    evidence.map(({sources}) => sources.join(' ')).join(' | '),
  ]
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
