/** Two statements side by side, as plain data: what goes in, and what comes out. Types only. */

import type {
  ClauseNumber,
  Evidence,
  FormulaId,
  PartialDate,
  Range,
  Statement,
  StatementId,
  TermId,
} from '../../corpus/model.ts'
import type {QuotedPart} from '../wording.ts'

// ---------------------------------------------------------------- what goes in

/** What a comparison needs to know of a statement. Everything in it can be written as JSON. */
export interface Comparable {
  readonly id: StatementId
  readonly short: string
  readonly date: PartialDate
  readonly edition: Statement['edition']
  /** Whether all of its text was seen; if not, nothing follows from what is not found in it. */
  readonly seenWhole: boolean
  /** In their order; none where only the record is known. */
  readonly clauses: readonly ComparableClause[]
  /** The formulas that are known to stand in it or are on record as absent, by their number in the register. */
  readonly formulas: readonly ComparableFormula[]
  /** Names of the terms that its clauses mention. */
  readonly terms: Readonly<Record<TermId, string>>
}

export interface ComparableClause {
  readonly n: ClauseNumber
  /** Title of its section. */
  readonly section: string
  readonly text: string
  /** In the order of their first mention. */
  readonly terms: readonly TermId[]
}

/** What is known of one formula in one statement. */
export interface ComparableFormula {
  readonly id: FormulaId
  readonly number: string
  readonly label: string
  /** In the order of the clauses; what is recorded without a clause comes last. */
  readonly uses: readonly Use[]
  /** What its absence rests on, where that is on record. */
  readonly absence?: Evidence
}

/** One occurrence of a formula. */
export interface Use {
  /** The clause it stands in; absent where it is recorded without one. */
  readonly clause?: ClauseNumber
  /** Exact words; absent where it is known only that the formula stands there. */
  readonly words?: string
  /** Where in the words the formula itself stands. */
  readonly core?: Range
  /** Name of the variant; absent for the canonical words and where it is not known. */
  readonly variant?: string
  /** What it rests on; absent where a clause shows that. */
  readonly evidence?: Evidence
}

// ---------------------------------------------------------------- what comes out

/** Two statements, clause against clause and formula against formula. */
export interface Comparison {
  readonly a: Comparable
  readonly b: Comparable
  /** In the order of both; a moved clause stands where the later statement has it. */
  readonly rows: readonly Row[]
  /** By their number in the register. */
  readonly formulas: readonly FormulaRow[]
  readonly counts: Readonly<Record<Row['kind'], number>>
}

/**
 * One clause of each side, or a clause that has no counterpart.
 *
 * - `aligned`: the two answer each other, in the order in which both statements go on
 * - `moved`: the two answer each other, and stand elsewhere in the order
 * - `only-a`, `only-b`: no clause of the other side answers it
 */
export type Row = PairRow | LoneRow

export interface PairRow {
  readonly kind: 'aligned' | 'moved'
  readonly a: ComparableClause
  readonly b: ComparableClause
  /** What made the two a pair. */
  readonly because: Because
  /** The formulas of either clause. */
  readonly formulas: readonly FormulaRow[]
  /** Terms that only one of the two clauses mentions. */
  readonly terms: {readonly a: readonly TermId[]; readonly b: readonly TermId[]}
  /** Formulas that changed, and terms that one side alone mentions. */
  readonly changes: number
}

export interface LoneRow {
  readonly kind: 'only-a' | 'only-b'
  readonly clause: ComparableClause
}

/** What two clauses share, the rarest first. */
export interface Because {
  readonly formulas: readonly FormulaId[]
  readonly terms: readonly TermId[]
  readonly words: readonly string[]
}

/**
 * What became of a formula, or of several that stand in the same words.
 *
 * - `same`: the same shape on both sides, quoted at whatever length
 * - `reworded`: another shape, or other words in it
 * - `both`: it stands on both sides; on one at least its words are not known
 * - `only-a`, `only-b`: it stands on one side; on the other it is absent on
 *   record, or the whole text was seen and it was not found
 * - `unknown`: it stands on one side, or is absent from it; of the other side nothing is known
 * - `neither`: absent on record on both sides, or on one with nothing found on the other
 */
export type Verdict = 'same' | 'reworded' | 'both' | 'only-a' | 'only-b' | 'unknown' | 'neither'

export interface FormulaRow {
  readonly formulas: readonly {readonly id: FormulaId; readonly label: string}[]
  readonly verdict: Verdict
  readonly a: FormulaSide
  readonly b: FormulaSide
  /** From the words of `a` to those of `b`, where both are known. */
  readonly difference?: readonly QuotedPart[]
}

/** A formula on one side. `absent` is on record; `not-found` and `unknown` are not absence. */
export type FormulaSide =
  | {readonly state: 'stands'; readonly use: Use; readonly others: readonly Use[]}
  | {readonly state: 'absent'; readonly evidence: Evidence}
  | {readonly state: 'not-found' | 'unknown'}
