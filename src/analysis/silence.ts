/** What a statement says again, for the first time, and not: its formulas against those of the statements before it. */

import {issuersKey} from '../corpus/graph.ts'
import type {Absence, Attestation, Corpus, Formula, FormulaId, Statement, StatementId} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {rewordingOf} from './lineage.ts'
import type {Rewording} from './lineage.ts'
import {compareFormulas} from './matrix.ts'
import {isSeenWhole} from './presence.ts'

/** How many statements of the same forum a statement is held against: three rounds are a habit. */
export const forumSpan = 3
/** How many statements of the same issuers, in whatever forum. */
export const issuerSpan = 5

/** A formula that stands in the statement and in none of those it is held against. */
export interface NewUse {
  readonly formula: Formula
  readonly attestation: Attestation
  /** Whether the edition knows it from no earlier statement at all. */
  readonly first: boolean
}

/** A formula that stands in the statement and in at least one of those it is held against. */
export interface CarriedUse {
  readonly formula: Formula
  readonly attestation: Attestation
  /** Its last occurrence among them. */
  readonly before: Attestation
  /** Absent where the words of one of the two are not known. */
  readonly rewording?: Rewording
}

/** A usual formula that is not marked in the statement. */
export interface Unmarked {
  readonly formula: Formula
  readonly before: Attestation
}

/** A formula whose absence is on record. */
export interface RecordedSilence {
  readonly formula: Formula
  readonly absence: Absence
  readonly before?: Attestation
}

/** Lists are in the order of the register. */
export interface Silence {
  /** What the statement is held against, earliest first; empty where nothing earlier is recorded. */
  readonly against: readonly Statement[]
  /** Whether all of those were seen whole. If not, what is new here is only not recorded there. */
  readonly againstWhole: boolean
  /** Whether the statement was seen whole. If not, nothing follows from what is unmarked. */
  readonly whole: boolean
  readonly fresh: readonly NewUse[]
  readonly carried: readonly CarriedUse[]
  readonly absent: readonly RecordedSilence[]
  /** Not found by matching where the statement was seen whole, and else not known. */
  readonly unmarked: readonly Unmarked[]
}

/**
 * Holds a statement against the last three of its forum and the last five of
 * the same issuers before it.
 */
export function silenceOf(statement: Statement, corpus: Corpus): Silence {
  const against = statementsBefore(statement, corpus)
  const usual = lastUses(against, corpus)
  const here = lastUses([statement], corpus)
  const absences = new Map(statement.absences.map((absence) => [absence.formula, absence]))
  const fresh: NewUse[] = []
  const carried: CarriedUse[] = []
  const absent: RecordedSilence[] = []
  const unmarked: Unmarked[] = []
  const known = new Set([...usual.keys(), ...here.keys(), ...absences.keys()])
  for (const formula of [...known].flatMap((id) => corpus.formulas.get(id) ?? []).sort(compareFormulas)) {
    const attestation = here.get(formula.id)
    const before = usual.get(formula.id)
    const absence = absences.get(formula.id)
    if (attestation !== undefined) {
      if (before === undefined) fresh.push({formula, attestation, first: isFirst(formula.id, statement.id, corpus)})
      else carried.push(carriedUse(formula, before, attestation))
    } else if (absence !== undefined) absent.push({formula, absence, ...(before === undefined ? {} : {before})})
    else if (before !== undefined) unmarked.push({formula, before})
  }
  return {
    against,
    againstWhole: against.every(isSeenWhole),
    whole: isSeenWhole(statement),
    fresh,
    carried,
    absent,
    unmarked,
  }
}

function carriedUse(formula: Formula, before: Attestation, attestation: Attestation): CarriedUse {
  const rewording = rewordingOf(before, attestation)
  return {formula, attestation, before, ...(rewording === undefined ? {} : {rewording})}
}

function statementsBefore(statement: Statement, {graph, statements}: Corpus): Statement[] {
  const forum = statement.forum === undefined ? [] : (graph.series.get(statement.forum) ?? [])
  const issuers = graph.issued.get(issuersKey(statement)) ?? []
  const at = graph.places.get(statement.id)
  const ids = new Set([...lastBefore(forum, at?.series, forumSpan), ...lastBefore(issuers, at?.issued, issuerSpan)])
  return [...ids].flatMap((id) => statements.get(id) ?? []).sort(compareStatements)
}

function lastBefore(series: readonly StatementId[], at: number | undefined, count: number): StatementId[] {
  return at === undefined ? [] : series.slice(Math.max(0, at - count), at)
}

/** The last attestation of each formula in some statements that are in order. */
function lastUses(statements: readonly Statement[], {graph}: Corpus): Map<FormulaId, Attestation> {
  const uses = new Map<FormulaId, Attestation>()
  for (const {id} of statements) {
    for (const attestation of graph.attested.get(id) ?? []) uses.set(attestation.formula, attestation)
  }
  return uses
}

function isFirst(formula: FormulaId, statement: StatementId, {graph}: Corpus): boolean {
  return graph.attestations.get(formula)?.[0]?.statement === statement
}
