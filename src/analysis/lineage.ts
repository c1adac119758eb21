/** The life of a formula: where it stands, how its words changed, where it is gone. */

import type {Absence, Attestation, Corpus, Formula, FormulaId, Statement, TermId, Variant} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {cellsOf, isCalledAbsent} from './presence.ts'
import type {Cell} from './presence.ts'
import {countChanges, isTypographic, quotedDifference} from './wording.ts'
import type {QuotedPart} from './wording.ts'

/** The words of one attestation against the nearest earlier words. */
export interface Rewording {
  /** Where the earlier words stand. */
  readonly from: Attestation
  readonly parts: readonly QuotedPart[]
  /** Number of changes; 0 where the words are the same, as far as both are quoted. */
  readonly changes: number
  /** Whether capitals and punctuation are all that differs. */
  readonly typographic: boolean
}

/** The formula stands in a statement. */
export interface AttestationStep {
  readonly type: 'attestation'
  readonly statement: Statement
  readonly attestation: Attestation
  readonly variant?: Variant
  /** Absent where these words or all earlier ones are not known. */
  readonly rewording?: Rewording
}

/** Its absence is on record. */
export interface AbsenceStep {
  readonly type: 'absence'
  readonly statement: Statement
  readonly absence: Absence
}

export type Step = AttestationStep | AbsenceStep

/** The statements in which a formula has one shape. */
export interface VariantUse {
  /** Absent for the canonical words. */
  readonly variant?: Variant
  readonly statements: readonly Statement[]
}

/** Where a formula is missing after its last attestation. */
export interface Gone {
  /** `recorded`: somebody who saw the text says so. `not-found`: the text was seen whole and nothing is marked. */
  readonly how: 'recorded' | 'not-found'
  readonly statement: Statement
  /** The record, where there is one. */
  readonly absence?: Absence
}

/** What one forum made of a formula. */
export interface ForumUse {
  /** Absent for statements outside every forum. */
  readonly forum?: TermId
  readonly first: Statement
  readonly last: Statement
  /** Number of statements in which the formula stands. */
  readonly count: number
  readonly variants: readonly VariantUse[]
  readonly gone?: Gone
}

export interface Lineage {
  readonly formula: FormulaId
  /** One for each statement of the edition, earliest first. */
  readonly cells: readonly Cell[]
  /** Attestations and recorded absences, earliest first. */
  readonly steps: readonly Step[]
  /** In the order in which they are first attested. */
  readonly variants: readonly VariantUse[]
  /** Attested in these statements, in words that are not known. */
  readonly reported: readonly Statement[]
  /** In the order in which they first use it. */
  readonly forums: readonly ForumUse[]
  readonly first?: Statement
  readonly last?: Statement
  /** Absent where no forum that used the formula is known to have dropped it. */
  readonly gone?: Gone
  /** Recorded absences after the last attestation, in statements of other forums or of none. */
  readonly absentElsewhere: readonly Statement[]
}

/** A statement, and what is known of the formula in it. */
interface Entry {
  readonly statement: Statement
  readonly cell: Cell
}

/**
 * The life of a formula, over all statements of the edition.
 *
 * An unknown is never counted as an absence: `gone` names a recorded absence
 * after the last attestation or, failing that, a statement that was seen whole.
 * Only in a forum that had used it can a formula be gone.
 *
 * Takes time in line with statements and attestations.
 */
export function lineageOf(formula: Formula, corpus: Corpus): Lineage {
  const statements = corpus.graph.byDate.flatMap((id) => corpus.statements.get(id) ?? [])
  const cells = cellsOf(formula, statements, corpus)
  const entries = statements.flatMap((statement, index): Entry[] => {
    const cell = cells[index]
    return cell === undefined ? [] : [{statement, cell}]
  })
  const forums = [...Map.groupBy(entries, ({statement}) => statement.forum)]
    .flatMap(([forum, within]) => forumUse(formula, forum, within) ?? [])
    .sort((a, b) => compareStatements(a.first, b.first))
  const used = new Set(forums.map(({forum}) => forum))
  const attested = statementsIn(entries.filter(isAttested))
  const [first] = attested
  const last = attested.at(-1)
  const expects = ({forum}: Statement) => forum !== undefined && used.has(forum)
  const gone = goneSince(entries, expects)
  return {
    formula: formula.id,
    cells,
    steps: stepsOf(formula, entries),
    variants: variantsOf(formula, entries),
    reported: statementsIn(entries.filter(({cell}) => cell.presence === 'reported')),
    forums,
    ...(first === undefined ? {} : {first}),
    ...(last === undefined ? {} : {last}),
    ...(gone === undefined ? {} : {gone}),
    absentElsewhere: laterThanAttested(entries)
      .filter(({statement, cell}) => isCalledAbsent(cell.presence) && !expects(statement))
      .map(({statement}) => statement),
  }
}

function stepsOf({variants}: Formula, entries: readonly Entry[]): Step[] {
  const steps: Step[] = []
  let earlier: Attestation | undefined
  for (const {statement, cell} of entries) {
    for (const attestation of cell.attestations) {
      const variant = variants.find(({id}) => id === attestation.variant)
      const rewording = earlier === undefined ? undefined : rewordingOf(earlier, attestation)
      steps.push({
        type: 'attestation',
        statement,
        attestation,
        ...(variant === undefined ? {} : {variant}),
        ...(rewording === undefined ? {} : {rewording}),
      })
      if (attestation.words !== undefined) earlier = attestation
    }
    if (isCalledAbsent(cell.presence) && cell.absence !== undefined) {
      steps.push({type: 'absence', statement, absence: cell.absence})
    }
  }
  return steps
}

/** How the words changed from one attestation to another; `undefined` where one of the two is not known. */
export function rewordingOf(from: Attestation, to: Attestation): Rewording | undefined {
  if (from.words === undefined || to.words === undefined) return undefined
  const parts = quotedDifference({...from, words: from.words}, {...to, words: to.words})
  return {from, parts, changes: countChanges(parts), typographic: isTypographic(parts)}
}

function variantsOf(formula: Formula, entries: readonly Entry[]): VariantUse[] {
  const uses = new Map<string | undefined, Set<Statement>>()
  for (const {statement, cell} of entries) {
    for (const {words, variant} of cell.attestations) {
      if (words === undefined && variant === undefined) continue
      const statements = uses.get(variant) ?? new Set()
      uses.set(variant, statements.add(statement))
    }
  }
  return [...uses].map(([id, statements]) => {
    const variant = formula.variants.find((candidate) => candidate.id === id)
    return {...(variant === undefined ? {} : {variant}), statements: [...statements]}
  })
}

function forumUse(formula: Formula, forum: TermId | undefined, entries: readonly Entry[]): ForumUse | undefined {
  const attested = statementsIn(entries.filter(isAttested))
  const [first] = attested
  const last = attested.at(-1)
  if (first === undefined || last === undefined) return undefined
  // Documents outside every forum are no series: one of them says nothing about another.
  const gone = goneSince(entries, () => forum !== undefined)
  return {
    ...(forum === undefined ? {} : {forum}),
    first,
    last,
    count: attested.length,
    variants: variantsOf(formula, entries),
    ...(gone === undefined ? {} : {gone}),
  }
}

/**
 * The first recorded absence after the last attestation, a sure one before one
 * that is marked unsure; else the first statement after it that was seen whole
 * without the formula.
 *
 * @param expects whether a statement is one in which the formula can be missed
 */
function goneSince(entries: readonly Entry[], expects: (statement: Statement) => boolean): Gone | undefined {
  const later = laterThanAttested(entries).filter(({statement}) => expects(statement))
  const absent = later.filter(({cell}) => isCalledAbsent(cell.presence))
  const recorded = absent.find(({cell}) => cell.absence?.certainty !== 'unsure') ?? absent[0]
  const entry = recorded ?? later.find(({cell}) => cell.presence === 'not-found')
  if (entry === undefined) return undefined
  const {absence} = entry.cell
  return {
    how: recorded === undefined ? 'not-found' : 'recorded',
    statement: entry.statement,
    ...(absence === undefined ? {} : {absence}),
  }
}

/** What follows the last attestation; nothing where there is none. */
function laterThanAttested(entries: readonly Entry[]): Entry[] {
  const last = entries.findLastIndex(isAttested)
  return last === -1 ? [] : entries.slice(last + 1)
}

function isAttested({cell}: Entry): boolean {
  return cell.attestations.length > 0
}

function statementsIn(entries: readonly Entry[]): Statement[] {
  return entries.map(({statement}) => statement)
}
