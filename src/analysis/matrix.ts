/** Formulas × statements. */

import {forumLabel} from '../corpus/label.ts'
import type {Corpus, Formula, Statement} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {cellsOf} from './presence.ts'
import type {Cell, Presence} from './presence.ts'
import {spansOf, yearOf} from './spans.ts'
import type {Span} from './spans.ts'

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
 * Statements beside each other in one picture. A sign a statement takes some 250 bytes a formula, and among more columns
 * nobody finds a pattern: a longer edition is told year by year first.
 */
export const columnLimit = 64

/** The stretches of years that have a matrix of their own; none where one matrix holds the edition. */
export function matrixSpans({statements}: Pick<Corpus, 'statements'>): Span<Statement>[] {
  return spansOf([...statements.values()].sort(compareStatements), columnLimit, yearOf)
}

/** The forums that have a page of their own, with their statements by date: none where one matrix holds the edition. */
export function matrixForums(corpus: Corpus): Corpus['graph']['series'] {
  return matrixSpans(corpus).length === 0 ? new Map() : corpus.graph.series
}

/** In how many statements something has each presence. */
export type Tally = ReadonlyMap<Presence, number>

/** Counts cells. */
export function tallyOf(cells: readonly Cell[]): Tally {
  const tally = new Map<Presence, number>()
  for (const {presence} of cells) tally.set(presence, (tally.get(presence) ?? 0) + 1)
  return tally
}

/** Every formula in groups of statements, counted: for editions of more statements than a matrix has columns for. */
export function tallies(groups: readonly ColumnGroup[], corpus: Corpus): TallyRow[] {
  const statements = groups.flatMap((group) => group.statements)
  return [...corpus.formulas.values()].sort(compareFormulas).map((formula) => {
    const cells = cellsOf(formula, statements, corpus)
    let at = 0
    return {formula, tallies: groups.map((group) => tallyOf(cells.slice(at, (at += group.statements.length))))}
  })
}

/** A formula, counted in each group. */
export interface TallyRow {
  readonly formula: Formula
  readonly tallies: readonly Tally[]
}

/**
 * Every formula in every statement.
 *
 * @param order by `date`, the groups are years; by `forum`, they are forums in
 *   the order of their first statement, and what belongs to none comes last
 */
export function matrixOf(corpus: Corpus, order: MatrixOrder): Matrix {
  return matrixOfGroups(groupsOf(corpus.statements.values(), order, corpus), corpus)
}

/** Every formula in the statements of some groups. */
export function matrixOfGroups(groups: readonly ColumnGroup[], corpus: Corpus): Matrix {
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

/** The columns of some statements under their years, or under their forums in the order of their first statement. */
export function groupsOf(statements: Iterable<Statement>, order: MatrixOrder, corpus: Corpus): ColumnGroup[] {
  const sorted = [...statements].sort(compareStatements)
  return order === 'date' ? byYear(sorted) : byForum(sorted, corpus)
}

function byYear(sorted: readonly Statement[]): ColumnGroup[] {
  return [...Map.groupBy(sorted, yearOf)].map(([label, statements]) => ({label, statements}))
}

function byForum(sorted: readonly Statement[], corpus: Corpus): ColumnGroup[] {
  const groups = [...Map.groupBy(sorted, ({forum}) => forum)].flatMap(([forum, statements]) => {
    const [first] = statements
    return first === undefined ? [] : [{forum, label: forumLabel(first, corpus), statements}]
  })
  return [...groups.filter(({forum}) => forum !== undefined), ...groups.filter(({forum}) => forum === undefined)].map(
    ({label, statements}) => ({label, statements}),
  )
}
