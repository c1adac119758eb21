import type {Absence, Attestation, Corpus, Formula, FormulaId, Statement, StatementId} from '../corpus/model.ts'

/**
 * Whether a formula stands in a statement, as far as this edition knows.
 *
 * - `exact`: its canonical words are attested
 * - `variant`: one of its variants is attested
 * - `reported`: it is known to stand there, its words are not
 * - `absent`: its absence is on record, and somebody found it so
 * - `doubted`: it is called absent, and that is unsure, in conflict or not checked
 * - `not-found`: the whole text was seen and no clause is marked with it; nobody has called it absent
 * - `unknown`: the text was not seen whole, so nothing follows from what is not marked
 */
export type Presence = 'exact' | 'variant' | 'reported' | 'absent' | 'doubted' | 'not-found' | 'unknown'

/** What a recorded absence says where nothing is attested. */
export function presenceByAbsence({certainty}: Absence): Presence {
  return certainty === 'found' ? 'absent' : 'doubted'
}

/** Whether somebody calls a formula absent, however sure that is. */
export function isCalledAbsent(presence: Presence): boolean {
  return presence === 'absent' || presence === 'doubted'
}

/** One formula in one statement. */
export interface Cell {
  readonly formula: FormulaId
  readonly statement: StatementId
  readonly presence: Presence
  /** In the order of the clauses; what is recorded without a clause comes last. */
  readonly attestations: readonly Attestation[]
  readonly absence?: Absence
}

/**
 * Whether all of a statement's text was seen. Numbers that are provisional say
 * that it was read in part, in a report or in a copy that breaks off.
 */
export function isSeenWhole({edition, numbering}: Statement): boolean {
  return edition === 'full' && numbering !== 'provisional'
}

/** The cells of one formula, in the order of `statements`. Takes time in line with statements and attestations. */
export function cellsOf(formula: Formula, statements: readonly Statement[], {graph}: Corpus): Cell[] {
  const attested = Map.groupBy(graph.attestations.get(formula.id) ?? [], ({statement}) => statement)
  return statements.map((statement) => {
    const attestations = attested.get(statement.id) ?? []
    const absence = statement.absences.find((candidate) => candidate.formula === formula.id)
    return {
      formula: formula.id,
      statement: statement.id,
      presence: presenceOf(attestations, absence, statement),
      attestations,
      ...(absence === undefined ? {} : {absence}),
    }
  })
}

function presenceOf(
  attestations: readonly Attestation[],
  absence: Absence | undefined,
  statement: Statement,
): Presence {
  if (attestations.some(({words, variant}) => words !== undefined && variant === undefined)) return 'exact'
  if (attestations.some(({variant}) => variant !== undefined)) return 'variant'
  if (attestations.length > 0) return 'reported'
  if (absence !== undefined) return presenceByAbsence(absence)
  return isSeenWhole(statement) ? 'not-found' : 'unknown'
}
