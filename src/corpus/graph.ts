/** Who refers to whom, in one walk over the edition. */

import {matchFormula} from './formula.ts'
import {targetLabel} from './label.ts'
import {marksIn, runsIn, statementRuns} from './marks.ts'
import type {Mark, Run} from './marks.ts'
import type {
  AbsenceIn,
  Annotated,
  Attestation,
  Block,
  Change,
  ChangeId,
  ClauseNumber,
  Corpus,
  FormulaId,
  FormulaInClause,
  Graph,
  Inline,
  LockedQuotation,
  Note,
  NoteHead,
  Occurrence,
  OpenPointId,
  PersonId,
  Pointer,
  QuotedInClause,
  Site,
  Statement,
  StatementId,
  Target,
  Term,
  TermId,
  WitnessId,
  YearOfStatements,
} from './model.ts'
import {clausesOf, compareStatements} from './statement.ts'
import {targetKey} from './target.ts'
import type {LabelOf} from './text.ts'

type Records = Omit<Corpus, 'graph'>

/**
 * Builds the graph. Undefined ids are kept: the checks report them.
 *
 * Order: statements by date, clauses as they stand, a clause before its notes;
 * then the glossary, the formulas and the changes, each in the order of the names of its files.
 */
export function buildGraph(records: Records): Graph {
  const builder = new GraphBuilder(records)
  const statements = [...records.statements.values()].sort(compareStatements)
  for (const statement of statements) builder.statement(statement)
  for (const term of records.terms.values()) {
    builder.term(term)
    const site: Site = {type: 'term', term: term.id}
    builder.marks(term.card, term.entry, site)
  }
  for (const formula of records.formulas.values()) {
    for (const term of new Set(formula.terms)) push(builder.formulasWith, term, formula.id)
    const site: Site = {type: 'formula', formula: formula.id}
    builder.marks(formula.meaning, formula.life, site)
  }
  for (const change of records.changes.values()) {
    builder.change(change)
    const site: Site = {type: 'change', change: change.id}
    builder.marks(change.summary, change.essay, site)
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
  readonly clausesWith = new Map<FormulaId, FormulaInClause[]>()
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
  readonly #labelOf: LabelOf
  /** The last statement that has notes. */
  #annotated: StatementId | undefined

  constructor(records: Records) {
    this.#records = records
    this.#labelOf = ({to}) => targetLabel(to, records)
  }

  statement(statement: Statement): void {
    this.places.set(statement.id, {
      ...(statement.forum === undefined ? {} : {series: push(this.series, statement.forum, statement.id)}),
      issued: push(this.issued, issuersKey(statement), statement.id),
    })
    this.byDate.push(statement.id)
    this.#count(statement)
    const clauses = clausesOf(statement)
    this.clauses.set(statement.id, clauses.length)
    this.#annotate(
      statement.id,
      clauses.flatMap(({n: clause, notes}) => notes.map((note) => headOf(note, clause))),
    )
    for (const person of statement.participants) push(this.participations, person, statement.id)
    for (const absence of statement.absences) push(this.absences, absence.formula, {statement: statement.id, absence})
    this.#read(statementRuns(statement))
    for (const {place: _, ...recorded} of statement.attestations) {
      this.#attest({...recorded, statement: statement.id, ...this.#matchOf(recorded.formula, recorded.words)})
    }
  }

  #count({date, edition}: Statement): void {
    const year = Number(date.slice(0, 4))
    const {edited, records} = this.years.get(year) ?? {edited: 0, records: 0}
    this.years.set(year, edition === 'record' ? {edited, records: records + 1} : {edited: edited + 1, records})
  }

  #annotate(id: StatementId, notes: readonly NoteHead[]): void {
    if (notes.length === 0) return
    this.notes.set(id, notes)
    const previous = this.#annotated
    const before = previous === undefined ? undefined : this.annotated.get(previous)
    this.annotated.set(id, {
      notesBefore: before === undefined ? 0 : before.notesBefore + before.notes,
      notes: notes.length,
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

  /** Records what is marked in the two texts of a record. */
  marks(beginning: readonly Inline[], rest: readonly Block[], site: Site): void {
    this.#read([{nodes: beginning, site}, ...runsIn(rest, site)])
  }

  #read(runs: readonly (Run | readonly Mark[])[]): void {
    for (const run of runs) for (const mark of 'nodes' in run ? marksIn(run, this.#labelOf) : run) this.#put(mark)
  }

  #put(mark: Mark): void {
    if (mark.type === 'person') push(this.mentions, mark.id, mark.at)
    else if (mark.type === 'quotation') this.#quote(mark.at, mark.id)
    else if (mark.type === 'term') {
      const {site} = mark.at
      push(this.occurrences, mark.id, mark.at)
      if ('statement' in site && this.standing.get(mark.id)?.at(-1) !== site.statement)
        push(this.standing, mark.id, site.statement)
    } else {
      const {site, to} = mark.at
      if (mark.type === 'reference' && site.type === 'change') this.#essay(to, site.change)
      push(this.backlinks, targetKey(to), mark.at)
    }
  }

  #attest(attestation: Attestation): void {
    push(this.attestations, attestation.formula, attestation)
    push(this.attested, attestation.statement, attestation)
  }

  #quote(quoted: QuotedInClause, statement: StatementId): void {
    const {formulas, words, basis, clause, text, range} = quoted
    push(this.quoted, statement, quoted)
    for (const formula of formulas) {
      push(this.clausesWith, formula, {statement, clause, text, range})
      this.#attest({
        formula,
        statement,
        clause,
        words,
        basis,
        certainty: 'found',
        sources: basis.type === 'source' ? [basis.source] : basis.type === 'witness' ? [basis.witness] : [],
        ...this.#matchOf(formula, words),
      })
    }
  }

  #matchOf(id: FormulaId, words: string | undefined): Pick<Attestation, 'core' | 'variant'> {
    const formula = this.#records.formulas.get(id)
    const match = formula === undefined || words === undefined ? undefined : matchFormula(formula, words)
    if (match === undefined) return {}
    return {core: match.range, ...(match.shape === 'canonical' ? {} : {variant: match.shape.id})}
  }
}

function headOf({n, lemma, certainty, sources, by, place}: Note, clause: ClauseNumber): NoteHead {
  return {clause, n, lemma: lemma.exact, certainty, sources, ...(by === undefined ? {} : {by}), place}
}

/** Adds to a list of a map, and tells the place in the list, from 0. */
function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): number {
  const list = map.get(key)
  if (list !== undefined) return list.push(value) - 1
  map.set(key, [value])
  return 0
}
