import {remembering} from '../corpus/memo.ts'
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

/** What a statement says of the formulas that are not in it. */
interface Sight {
  readonly id: StatementId
  readonly isWhole: boolean
  readonly absences: ReadonlyMap<FormulaId, Absence>
}

function sightOf(statement: Statement): Sight {
  // Of two that contradict each other, the first counts; a check reports them.
  const absences = new Map(statement.absences.toReversed().map((absence) => [absence.formula, absence]))
  return {id: statement.id, isWhole: isSeenWhole(statement), absences}
}

/** Every formula asks every statement the same, many times in one build. */
const sightsOf = remembering(
  ({statements}: Corpus): ReadonlyMap<Statement, Sight> =>
    new Map(Array.from(statements.values(), (statement) => [statement, sightOf(statement)])),
)

/**
 * The cells of one formula. Takes time in line with statements and attestations.
 *
 * @param statements of the edition, in the order in which cells are wanted
 */
export function cellsOf({id: formula}: Formula, statements: readonly Statement[], corpus: Corpus): Cell[] {
  const attested = Map.groupBy(corpus.graph.attestations.get(formula) ?? [], ({statement}) => statement)
  const sights = sightsOf(corpus)
  return statements.map((one) => {
    const {id: statement, isWhole, absences} = sights.get(one) ?? sightOf(one)
    const attestations = attested.get(statement) ?? []
    const absence = absences.get(formula)
    const presence = presenceOf(attestations, absence, isWhole)
    return {formula, statement, presence, attestations, ...(absence === undefined ? {} : {absence})}
  })
}

function presenceOf(attestations: readonly Attestation[], absence: Absence | undefined, isWhole: boolean): Presence {
  if (attestations.some(({words, variant}) => words !== undefined && variant === undefined)) return 'exact'
  if (attestations.some(({variant}) => variant !== undefined)) return 'variant'
  if (attestations.length > 0) return 'reported'
  if (absence !== undefined) return presenceByAbsence(absence)
  return isWhole ? 'not-found' : 'unknown'
}
