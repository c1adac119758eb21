/** Compares two statements. */

import {mirrorDifference} from '../wording.ts'
import {align} from './align.ts'
import {formulaComparison, isChange} from './formulas.ts'
import type {CompareFormulas, Partners} from './formulas.ts'
import type {Comparable, ComparableClause, Comparison, FormulaRow, PairRow, Row} from './model.ts'
import {likenessOf} from './similarity.ts'
import type {Likeness} from './similarity.ts'

/**
 * Sets two statements side by side. Every clause of both stands in exactly one
 * row; statements without clauses have rows of formulas only.
 *
 * What answers what does not depend on which of the two comes first:
 * `compare(b, a)` is the mirror of `compare(a, b)`. Time grows with the product
 * of the two numbers of clauses.
 */
export function compare(a: Comparable, b: Comparable): Comparison {
  // Ties are broken by order, so the order is always the same: the earlier statement first.
  return isBefore(b, a) ? mirror(compareInOrder(b, a)) : compareInOrder(a, b)
}

function isBefore(a: Comparable, b: Comparable): boolean {
  return a.date === b.date ? a.id < b.id : a.date < b.date
}

function compareInOrder(a: Comparable, b: Comparable): Comparison {
  const likeness = likenessOf(a, b)
  const matches = matchesOf(a, b, likeness)
  const partners: Partners = new Map(matches.map((match) => [match.a.n, match.b.n]))
  const compareFormulas = formulaComparison(a, b, partners)
  const write = (match: Match) => pairRow(match, compareFormulas, likeness)
  const rows = rowsOf(a.clauses, b.clauses, matches, write)
  const count = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).length
  return {
    a,
    b,
    rows,
    formulas: compareFormulas(),
    counts: {
      aligned: count('aligned'),
      moved: count('moved'),
      'only-a': count('only-a'),
      'only-b': count('only-b'),
    },
  }
}

/** Two clauses that answer each other, with their places in the two lists. */
interface Match {
  readonly kind: PairRow['kind']
  readonly at: {readonly a: number; readonly b: number}
  readonly a: ComparableClause
  readonly b: ComparableClause
}

function matchesOf(a: Comparable, b: Comparable, likeness: Likeness): Match[] {
  const {aligned, moved} = align(a.clauses.length, b.clauses.length, likeness.of)
  return [
    ...aligned.map((at) => ({kind: 'aligned' as const, at})),
    ...moved.map((at) => ({kind: 'moved' as const, at})),
  ]
    .flatMap(({kind, at}) => {
      const [left, right] = [a.clauses[at.a], b.clauses[at.b]]
      return left === undefined || right === undefined ? [] : [{kind, at, a: left, b: right}]
    })
    .sort((x, y) => x.at.b - y.at.b)
}

/** Between two pairs in order, what is left of `a` comes first, then what is left of `b`, moved clauses among it. */
function rowsOf(
  a: readonly ComparableClause[],
  b: readonly ComparableClause[],
  matches: readonly Match[],
  write: (match: Match) => PairRow,
): Row[] {
  const matchedA = new Set(matches.map(({at}) => at.a))
  const movedB = new Map(matches.map((match) => [match.at.b, match]))
  const rows: Row[] = []
  let next = {a: 0, b: 0}
  const fill = (end: Match['at']) => {
    for (const [index, clause] of a.slice(next.a, end.a).entries())
      if (!matchedA.has(next.a + index)) rows.push({kind: 'only-a', clause})
    for (const [index, clause] of b.slice(next.b, end.b).entries()) {
      const match = movedB.get(next.b + index)
      rows.push(match === undefined ? {kind: 'only-b', clause} : write(match))
    }
  }
  for (const match of matches.filter(({kind}) => kind === 'aligned')) {
    fill(match.at)
    rows.push(write(match))
    next = {a: match.at.a + 1, b: match.at.b + 1}
  }
  fill({a: a.length, b: b.length})
  return rows
}

function pairRow({kind, at, ...match}: Match, compareFormulas: CompareFormulas, likeness: Likeness): PairRow {
  const formulas = compareFormulas({a: match.a.n, b: match.b.n})
  const terms = {
    a: match.a.terms.filter((term) => !match.b.terms.includes(term)),
    b: match.b.terms.filter((term) => !match.a.terms.includes(term)),
  }
  return {
    kind,
    ...match,
    because: likeness.because(at.a, at.b),
    formulas,
    terms,
    changes: formulas.filter(isChange).length + terms.a.length + terms.b.length,
  }
}

// ---------------------------------------------------------------- the other way round

const mirroredKinds = {'only-a': 'only-b', 'only-b': 'only-a'} as const

function mirror({a, b, rows, formulas, counts}: Comparison): Comparison {
  return {
    a: b,
    b: a,
    rows: rows.map(mirrorRow),
    formulas: formulas.map(mirrorFormula),
    counts: {...counts, 'only-a': counts['only-b'], 'only-b': counts['only-a']},
  }
}

function mirrorRow(row: Row): Row {
  if ('clause' in row) return {...row, kind: mirroredKinds[row.kind]}
  const {a, b, formulas, terms} = row
  return {...row, a: b, b: a, formulas: formulas.map(mirrorFormula), terms: {a: terms.b, b: terms.a}}
}

function mirrorFormula({a, b, verdict, difference, ...row}: FormulaRow): FormulaRow {
  return {
    ...row,
    verdict: verdict === 'only-a' || verdict === 'only-b' ? mirroredKinds[verdict] : verdict,
    a: b,
    b: a,
    ...(difference === undefined ? {} : {difference: mirrorDifference(difference)}),
  }
}
