/** Formulas × statements. */

import {shortForumLabel} from '../corpus/label.ts'
import type {Corpus, Formula, Statement} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {cellsOf} from './presence.ts'
import type {Cell} from './presence.ts'

/** How the columns are sorted: all by date, or by date within each forum. */
export type MatrixOrder = 'date' | 'forum'

/** Columns under one heading: a year or a forum. */
export interface ColumnGroup {
  readonly label: string
  readonly statements: readonly Statement[]
}

export interface MatrixRow {
  readonly formula: Formula
  /** One for each column. */
  readonly cells: readonly Cell[]
}

export interface Matrix {
  readonly groups: readonly ColumnGroup[]
  /** The columns: the statements of the groups, one group after the other. */
  readonly statements: readonly Statement[]
  /** In the order of the register. */
  readonly rows: readonly MatrixRow[]
}

/**
 * Every formula in every statement.
 *
 * @param order by `date`, the groups are years; by `forum`, they are forums in
 *   the order of their first statement, and what belongs to none comes last
 */
export function matrixOf(corpus: Corpus, order: MatrixOrder): Matrix {
  const groups = order === 'date' ? byYear(corpus) : byForum(corpus)
  const statements = groups.flatMap((group) => group.statements)
  const rows = [...corpus.formulas.values()]
    .sort(compareFormulas)
    .map((formula) => ({formula, cells: cellsOf(formula, statements, corpus)}))
  return {groups, statements, rows}
}

/** The order of the register, by number. */
export function compareFormulas(a: Formula, b: Formula): number {
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0
}

function byYear({statements}: Corpus): ColumnGroup[] {
  const sorted = [...statements.values()].sort(compareStatements)
  return [...Map.groupBy(sorted, ({date}) => date.slice(0, 4))].map(([label, statements]) => ({label, statements}))
}

function byForum(corpus: Corpus): ColumnGroup[] {
  const sorted = [...corpus.statements.values()].sort(compareStatements)
  const groups = [...Map.groupBy(sorted, ({forum}) => forum)].flatMap(([forum, statements]) => {
    const [first] = statements
    return first === undefined ? [] : [{forum, label: shortForumLabel(first, corpus), statements}]
  })
  return [...groups.filter(({forum}) => forum !== undefined), ...groups.filter(({forum}) => forum === undefined)].map(
    ({label, statements}) => ({label, statements}),
  )
}
