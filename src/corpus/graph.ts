/** Who refers to whom, in one walk over the edition. */

import {matchFormula} from './formula.ts'
import {targetLabel} from './label.ts'
import {changeTexts, formulaTexts, MarkedText, rangeOf, shiftsOf, statementTexts, termTexts, TextsOf} from './marks.ts'
import type {Mark, Marked, Text} from './marks.ts'
import type {
  AbsenceIn,
  Annotated,
  AttestedAt,
  Attestation,
  Change,
  ChangeId,
  Corpus,
  FormulaId,
  Graph,
  LockedQuotation,
  NoteHead,
  Occurrence,
  OpenPointId,
  PersonId,
  Pointer,
  QuotedInClause,
  QuotedWords,
  Site,
  Statement,
  StatementId,
  Target,
  Term,
  TermId,
  WitnessId,
  YearOfStatements,
} from './model.ts'
import {compareStatements} from './statement.ts'
import {targetKey} from './target.ts'

type Records = Omit<Corpus, 'graph'>

/** Tells what is marked in a record. */
export type MarkedOf = (record: object) => Marked

/**
 * Builds the graph of what is marked in the records, without their texts. Undefined ids are kept: the checks report them.
 *
 * Order: statements by date, clauses as they stand, a clause before its notes;
 * then the glossary, the formulas and the changes by id.
 */
export function buildGraph(records: Records, markedOf: MarkedOf): Graph {
  const builder = new GraphBuilder(records)
  const statements = [...records.statements.values()].sort(compareStatements)
  for (const statement of statements) builder.statement(statement, markedOf(statement))
  for (const term of records.terms.values()) {
    builder.term(term)
    builder.runs(markedOf(term), () => termTexts(term))
  }
  for (const formula of records.formulas.values()) {
    for (const term of new Set(formula.terms)) push(builder.formulasWith, term, formula.id)
    builder.runs(markedOf(formula), () => formulaTexts(formula))
  }
  for (const change of records.changes.values()) {
    builder.change(change)
    builder.runs(markedOf(change), () => changeTexts(change))
  }
  for (const quotation of records.lock) push(builder.locked, quotation.at, quotation)
  for (const {id, statement} of records.witnesses.values()) push(builder.copies, statement, id)
  for (const {id, status, statements: about} of records.openPoints.values())
    if (status === 'open') for (const statement of new Set(about)) push(builder.questions, statement, id)
  return builder
}

/** What the statements of the same issuers have in common, whichever is named first. */
export function issuersKey({issuers}: Pick<Statement, 'issuers'>): string {
  return issuers.toSorted().join(' ')
}

class GraphBuilder implements Graph {
  readonly occurrences = new Map<TermId, Occurrence[]>()
  readonly standing = new Map<TermId, StatementId[]>()
  readonly mentions = new Map<PersonId, Occurrence[]>()
  readonly attestations = new Map<FormulaId, Attestation[]>()
  readonly backlinks = new Map<string, Pointer[]>()
  readonly participations = new Map<PersonId, StatementId[]>()
  readonly attested = new Map<StatementId, Attestation[]>()
  readonly quoted = new Map<StatementId, QuotedInClause[]>()
  readonly series = new Map<TermId, StatementId[]>()
  readonly issued = new Map<string, StatementId[]>()
  readonly places = new Map<StatementId, {readonly series?: number; readonly issued: number}>()
  readonly byDate: StatementId[] = []
  readonly years = new Map<number, YearOfStatements>()
  readonly clauses = new Map<StatementId, number>()
  readonly notes = new Map<StatementId, readonly NoteHead[]>()
  readonly annotated = new Map<StatementId, Annotated>()
  readonly absences = new Map<FormulaId, AbsenceIn[]>()
  readonly copies = new Map<StatementId, WitnessId[]>()
  readonly questions = new Map<StatementId, OpenPointId[]>()
  readonly essays = new Map<string, Set<ChangeId>>()
  readonly namedBy = new Map<TermId, Record<'broader' | 'distinguish' | 'related', TermId[]>>()
  readonly locked = new Map<string, LockedQuotation[]>()
  readonly formulasWith = new Map<TermId, FormulaId[]>()
  readonly #records: Records
  /** The last statement that has notes. */
  #annotated: StatementId | undefined

  constructor(records: Records) {
    this.#records = records
  }

  statement(statement: Statement, marked: Marked): void {
    this.places.set(statement.id, {
      ...(statement.forum === undefined ? {} : {series: push(this.series, statement.forum, statement.id)}),
      issued: push(this.issued, issuersKey(statement), statement.id),
    })
    this.byDate.push(statement.id)
    this.#count(statement, marked.notes.length)
    this.clauses.set(statement.id, marked.clauses)
    if (marked.notes.length > 0) this.notes.set(statement.id, marked.notes)
    for (const person of statement.participants) push(this.participations, person, statement.id)
    for (const absence of statement.absences) push(this.absences, absence.formula, {statement: statement.id, absence})
    this.runs(marked, () => statementTexts(statement))
    for (const recorded of statement.attestations) {
      this.#attest({...recorded, statement: statement.id, ...this.#matchOf(recorded.formula, recorded.words)})
    }
  }

  #count({id, date, edition}: Statement, notes: number): void {
    const year = Number(date.slice(0, 4))
    const {edited, records} = this.years.get(year) ?? {edited: 0, records: 0}
    this.years.set(year, edition === 'record' ? {edited, records: records + 1} : {edited: edited + 1, records})
    if (notes === 0) return
    const previous = this.#annotated
    const before = previous === undefined ? undefined : this.annotated.get(previous)
    this.annotated.set(id, {
      notesBefore: before === undefined ? 0 : before.notesBefore + before.notes,
      notes,
      ...(previous === undefined ? {} : {previous}),
    })
    if (previous !== undefined && before !== undefined) this.annotated.set(previous, {...before, next: id})
    this.#annotated = id
  }

  /** Records which terms an entry names. */
  term({id, broader, distinguish, related}: Term): void {
    const named = {broader, distinguish: distinguish.map(({term}) => term), related}
    for (const kind of ['broader', 'distinguish', 'related'] as const) {
      for (const other of new Set(named[kind])) {
        const by = this.namedBy.get(other) ?? {broader: [], distinguish: [], related: []}
        by[kind].push(id)
        this.namedBy.set(other, by)
      }
    }
  }

  /** Records what an essay names. */
  change({id, statements, formulas, terms}: Change): void {
    for (const statement of statements) this.#essay({type: 'statement', statement}, id)
    for (const formula of formulas) this.#essay({type: 'formula', formula}, id)
    for (const term of terms) this.#essay({type: 'term', term}, id)
  }

  #essay(subject: Target, id: ChangeId): void {
    const key = targetKey('statement' in subject ? {type: 'statement', statement: subject.statement} : subject)
    this.essays.set(key, (this.essays.get(key) ?? new Set()).add(id))
  }

  /**
   * Records what is marked in a record.
   *
   * @param texts of the record, all of them
   */
  runs({runs}: Marked, texts: () => Iterable<Text>): void {
    const textsOf = new TextsOf(texts)
    for (const run of runs) {
      const labels = run.bare.length === 0 ? noLabels : run.bare.map((at) => labelOf(run.marks[at], this.#records))
      const text = new MarkedText(textsOf, run, labels)
      const shifts = labels.length === 0 ? noShifts : shiftsOf(labels)
      for (const mark of run.marks) this.#record(mark, run.site, text, shifts)
    }
  }

  #record(mark: Mark, site: Site, text: MarkedText, shifts: readonly number[]): void {
    switch (mark.type) {
      case 'term':
        push(this.occurrences, mark.id, {site, in: text, range: rangeOf(mark, shifts), place: mark.place})
        if ('statement' in site && this.standing.get(mark.id)?.at(-1) !== site.statement)
          push(this.standing, mark.id, site.statement)
        return
      case 'person':
        push(this.mentions, mark.id, {site, in: text, range: rangeOf(mark, shifts), place: mark.place})
        return
      case 'reference':
        if (site.type === 'change') this.#essay(mark.to, site.change)
        push(this.backlinks, targetKey(mark.to), {site, to: mark.to, place: mark.place})
        return
      case 'citation': {
        const to = {type: 'source', source: mark.source} as const
        push(this.backlinks, targetKey(to), {site, to, place: mark.place})
        return
      }
      case 'quotation':
        if (site.type === 'clause')
          this.#quote(mark.quotation, site.statement, {clause: site.clause, in: text, range: rangeOf(mark, shifts)})
    }
  }

  #attest(attestation: Attestation): void {
    push(this.attestations, attestation.formula, attestation)
    push(this.attested, attestation.statement, attestation)
  }

  #quote(quotation: QuotedWords, statement: StatementId, at: AttestedAt): void {
    const {formulas, words, basis, place} = quotation
    push(this.quoted, statement, {...quotation, ...at})
    for (const formula of formulas)
      this.#attest({
        formula,
        statement,
        at,
        words,
        basis,
        certainty: 'found',
        sources: basis.type === 'source' ? [basis.source] : basis.type === 'witness' ? [basis.witness] : [],
        place,
        ...this.#matchOf(formula, words),
      })
  }

  #matchOf(id: FormulaId, words: string | undefined): Pick<Attestation, 'core' | 'variant'> {
    const formula = this.#records.formulas.get(id)
    const match = formula === undefined || words === undefined ? undefined : matchFormula(formula, words)
    if (match === undefined) return {}
    return {core: match.range, ...(match.shape === 'canonical' ? {} : {variant: match.shape.id})}
  }
}

/** Most texts have no reference without words; they share the list of what these print. */
const noLabels: readonly string[] = []
const noShifts = shiftsOf(noLabels)

/** What a reference without words of its own prints. */
function labelOf(mark: Mark | undefined, records: Records): string {
  return mark?.type === 'reference' ? targetLabel(mark.to, records) : ''
}

/** Adds to a list of a map, and tells the place in the list, from 0. */
function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): number {
  const list = map.get(key)
  if (list !== undefined) return list.push(value) - 1
  map.set(key, [value])
  return 0
}
