/**
 * The matrix as a table: a row a formula × statement.
 *
 * Where a formula stands several times in a statement, a field has the values
 * one after the other with ` | ` between them, in the order of the clauses;
 * one that is not known is empty between its marks.
 */

import {compareFormulas} from '../analysis/matrix.ts'
import {cellsOf} from '../analysis/presence.ts'
import type {Cell} from '../analysis/presence.ts'
import {datePattern} from '../corpus/dates.ts'
import {basisName} from '../corpus/label.ts'
import type {Attestation, Corpus, Evidence, Formula, Statement} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {csvOf} from './csv.ts'
import type {Column} from './csv.ts'
import {explained, presences} from './data/presences.ts'

/** A formula in a statement. */
export interface MatrixCell {
  readonly formula: Formula
  readonly statement: Statement
  readonly cell: Cell
}

export const matrixColumns: readonly Column<MatrixCell>[] = [
  {name: 'formula', description: 'Id of the formula', required: true, read: ({formula}) => formula.id},
  {name: 'number', description: 'Its number in the register', required: true, read: ({formula}) => formula.number},
  {name: 'statement', description: 'Id of the statement', required: true, read: ({statement}) => statement.id},
  {
    name: 'date',
    description: 'The day the statement was issued; the month or the year where no more is known',
    required: true,
    pattern: datePattern,
    read: ({statement}) => statement.date,
  },
  {name: 'forum', description: 'Id of the series the statement belongs to', read: ({statement}) => statement.forum},
  {
    name: 'presence',
    description: explained('How the formula stands in the statement, as far as the edition knows', presences),
    required: true,
    values: Object.keys(presences),
    read: ({cell}) => cell.presence,
  },
  {name: 'variant', description: 'Ids of the variants', read: each(({variant}) => variant)},
  {name: 'words', description: 'The exact words', read: each(({words}) => words)},
  {name: 'clause', description: 'The numbers of the clauses', read: each(({clause}) => clause)},
  {
    name: 'basis',
    description: 'What the exact words rest on: ids of witnesses or sources, or restored',
    read: each(({basis}) => basis && basisName(basis)),
  },
  {
    name: 'certainty',
    description: 'How sure it is that the formula stands there, or that it is absent',
    read: ({cell}) =>
      evidenceOf(cell)
        .map(({certainty}) => certainty)
        .join(' | '),
  },
  {
    name: 'sources',
    description: 'Ids of the sources and witnesses of that',
    read: ({cell}) =>
      evidenceOf(cell)
        .map(({sources}) => sources.join(' '))
        .join(' | '),
  },
]

function each(read: (attestation: Attestation) => string | undefined) {
  return ({cell}: MatrixCell) => cell.attestations.map((attestation) => read(attestation) ?? '').join(' | ')
}

function evidenceOf({attestations, absence}: Cell): readonly Evidence[] {
  // What contradicts itself is shown as what stands there; a check reports it.
  return attestations.length > 0 || absence === undefined ? attestations : [absence]
}

/** Every cell: formulas in the order of the register, statements by date. The cells of a formula are made with its turn. */
export function matrixRows(corpus: Corpus): Iterable<MatrixCell> {
  const formulas = [...corpus.formulas.values()].sort(compareFormulas)
  const statements = [...corpus.statements.values()].sort(compareStatements)
  return {
    *[Symbol.iterator]() {
      for (const formula of formulas)
        for (const [column, cell] of cellsOf(formula, statements, corpus).entries()) {
          const statement = statements[column]
          if (statement !== undefined) yield {formula, statement, cell}
        }
    },
  }
}

/** The whole matrix as CSV, line by line. */
export function matrixCsv(corpus: Corpus): Iterable<string> {
  return csvOf(matrixColumns, matrixRows(corpus))
}
