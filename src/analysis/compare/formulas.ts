/** What became of the formulas of one statement in another. */

import {paragraphOf} from '../../corpus/ids.ts'
import type {ClauseNumber, FormulaId} from '../../corpus/model.ts'
import {countChanges, isTypographic, quotedDifference} from '../wording.ts'
import type {QuotedPart} from '../wording.ts'
import {compareFormulas} from './comparable.ts'
import type {Comparable, ComparableFormula, FormulaRow, FormulaSide, Use, Verdict} from './model.ts'

/** Which clause of `b` a clause of `a` is paired with. */
export type Partners = ReadonlyMap<ClauseNumber, ClauseNumber>

/** The formulas of two clauses that answer each other. */
export interface Scope {
  readonly a: ClauseNumber
  readonly b: ClauseNumber
}

/** Tells what became of the formulas of two statements, or of two of their clauses. */
export type CompareFormulas = (scope?: Scope) => FormulaRow[]

/**
 * Prepares the comparison of every formula that is known of either side.
 * Formulas that stand in the same words on both sides are one row: the words
 * changed once.
 *
 * @returns a function of two clauses, to which the comparison is narrowed: only
 *   formulas that stand in one of them are told, and uses in them come first
 */
export function formulaComparison(a: Comparable, b: Comparable, partners: Partners): CompareFormulas {
  const [left, right] = [byId(a), byId(b)]
  const known = [...a.formulas, ...b.formulas.filter(({id}) => !left.has(id))].sort(compareFormulas)
  const differenceOf = remember(difference)
  const rowOf = ({id, label}: ComparableFormula, scope: Scope | undefined): FormulaRow => {
    const [usesA, usesB] = [left.get(id)?.uses ?? [], right.get(id)?.uses ?? []]
    const [useA, useB] = closest(usesA, usesB, partners, scope, differenceOf)
    const sideA = sideOf(useA, left.get(id), a.seenWhole)
    const sideB = sideOf(useB, right.get(id), b.seenWhole)
    return {
      formulas: [{id, label}],
      verdict: useA !== undefined && useB !== undefined ? judge(useA, useB, differenceOf) : judgeStates(sideA, sideB),
      a: sideA,
      b: sideB,
      ...differenceIn(useA, useB, differenceOf),
    }
  }
  const standing = ({id}: ComparableFormula, scope: Scope) =>
    standsIn(left.get(id), scope.a) || standsIn(right.get(id), scope.b)
  return (scope) =>
    merge(known.filter((one) => scope === undefined || standing(one, scope)).map((one) => rowOf(one, scope)))
}

/** The difference of the words of two uses; none where the words of one are not known. */
type DifferenceOf = (a: Use, b: Use) => readonly QuotedPart[] | undefined

function difference(a: Use, b: Use): readonly QuotedPart[] | undefined {
  if (a.words === undefined || b.words === undefined) return undefined
  return quotedDifference({...a, words: a.words}, {...b, words: b.words})
}

/** The same words are compared for the whole and again for their clauses. */
function remember(compute: DifferenceOf): DifferenceOf {
  const known = new Map<string, ReturnType<DifferenceOf>>()
  return (a, b) => {
    const key = JSON.stringify([a.words, a.core, b.words, b.core])
    const found = known.get(key) ?? compute(a, b)
    known.set(key, found)
    return found
  }
}

function differenceIn(
  a: Use | undefined,
  b: Use | undefined,
  differenceOf: DifferenceOf,
): Pick<FormulaRow, 'difference'> {
  const parts = a === undefined || b === undefined ? undefined : differenceOf(a, b)
  return parts === undefined ? {} : {difference: parts}
}

/** Whether a row says that something changed. What is unknown on one side is no change. */
export function isChange({verdict}: FormulaRow): boolean {
  return verdict === 'reworded' || verdict === 'only-a' || verdict === 'only-b'
}

function byId({formulas}: Comparable): Map<FormulaId, ComparableFormula> {
  return new Map(formulas.map((formula) => [formula.id, formula]))
}

function standsIn(formula: ComparableFormula | undefined, clause: ClauseNumber): boolean {
  return formula?.uses.some((use) => use.clause === clause) ?? false
}

/** Of all occurrences on both sides, the two to set side by side: in clauses or paragraphs that answer each other, else the most alike. */
function closest(
  usesA: readonly Use[],
  usesB: readonly Use[],
  partners: Partners,
  scope: Scope | undefined,
  differenceOf: DifferenceOf,
): readonly [Use | undefined, Use | undefined] {
  let best: {readonly pair: readonly [Use, Use]; readonly cost: readonly number[]} | undefined
  for (const a of usesA) {
    for (const b of usesB) {
      const inScope = Number(a.clause === scope?.a) + Number(b.clause === scope?.b)
      const partner = a.clause === undefined ? undefined : partners.get(a.clause)
      const differences = countChanges(differenceOf(a, b) ?? [])
      const cost = [
        scope === undefined ? 0 : -inScope,
        distance(partner, b.clause),
        judge(a, b, differenceOf) === 'same' ? 0 : 1,
        differences,
      ]
      if (best === undefined || isLess(cost, best.cost)) best = {pair: [a, b], cost}
    }
  }
  const first = (uses: readonly Use[], clause: ClauseNumber | undefined) =>
    uses.find((use) => use.clause === clause) ?? uses[0]
  return best?.pair ?? [first(usesA, scope?.a), first(usesB, scope?.b)]
}

/** How far a clause stands from the one that answers: not at all, in its paragraph, elsewhere. */
function distance(partner: ClauseNumber | undefined, clause: ClauseNumber | undefined): number {
  if (partner === undefined || clause === undefined) return 2
  return partner === clause ? 0 : paragraphOf(partner) === paragraphOf(clause) ? 1 : 2
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

function sideOf(use: Use | undefined, formula: ComparableFormula | undefined, seenWhole: boolean): FormulaSide {
  if (use !== undefined) return {state: 'stands', use, others: formula?.uses.filter((other) => other !== use) ?? []}
  if (formula?.absence !== undefined) return {state: 'absent', evidence: formula.absence}
  return {state: seenWhole ? 'not-found' : 'unknown'}
}

/**
 * Two occurrences of one formula. A quotation that only goes on longer is the
 * same; so are other capitals. Where the words of one were not seen, the variant
 * that is reported can tell that they are alike and never that they changed.
 */
function judge(a: Use, b: Use, differenceOf: DifferenceOf): Verdict {
  if (a.words === undefined || b.words === undefined)
    return a.variant !== undefined && a.variant === b.variant ? 'same' : 'both'
  if (a.variant !== b.variant) return 'reworded'
  return isTypographic(differenceOf(a, b) ?? []) ? 'same' : 'reworded'
}

function judgeStates(a: FormulaSide, b: FormulaSide): Verdict {
  if (a.state === 'unknown' || b.state === 'unknown') return 'unknown'
  if (a.state === 'stands') return 'only-a'
  return b.state === 'stands' ? 'only-b' : 'neither'
}

function merge(rows: readonly FormulaRow[]): FormulaRow[] {
  const merged = new Map<string, FormulaRow>()
  for (const row of rows) {
    const key = wordsKey(row)
    const before = merged.get(key)
    merged.set(
      key,
      before === undefined
        ? row
        : {
            ...before,
            formulas: [...before.formulas, ...row.formulas],
            verdict: before.verdict === 'same' ? row.verdict : before.verdict,
          },
    )
  }
  return [...merged.values()]
}

/** The same for formulas that stand in the same quotation on both sides; for others the formula’s own. */
function wordsKey({formulas, a, b}: FormulaRow): string {
  const [formula] = formulas
  if (a.state !== 'stands' || b.state !== 'stands' || a.use.words === undefined || b.use.words === undefined)
    return formula?.id ?? ''
  const place = ({clause, words}: Use) => [clause ?? formula?.id, words]
  return JSON.stringify([place(a.use), place(b.use)])
}
