/**
 * The records of the edition as its JSON has them. `site` is where the edition
 * is published, without a slash at its end: every address here is a whole one.
 */

import {basisName} from '../../corpus/label.ts'
import type {
  Absence,
  Attestation,
  Change,
  Clause,
  Corpus,
  Emendation,
  Formula,
  Korean,
  Note,
  OpenPoint,
  Person,
  Source,
  Statement,
  StatementId,
  Term,
  Witness,
  WitnessId,
} from '../../corpus/model.ts'
import {attestationUrl, urls} from '../../corpus/urls.ts'
import {pick} from './pick.ts'
import {proseOf, proseOfBlocks} from './prose.ts'
import {
  changeKeys,
  emendationKeys,
  evidenceKeys,
  formulaKeys,
  openPointKeys,
  personKeys,
  sourceKeys,
  statementKeys,
  termKeys,
  witnessKeys,
} from './shapes.ts'
import type {
  AbsenceData,
  AttestationData,
  ChangeData,
  ClauseData,
  EmendationData,
  FormulaData,
  NoteData,
  OpenPointData,
  PersonData,
  SourceData,
  StatementData,
  TermData,
  WitnessData,
} from './shapes.ts'

export function statementData(statement: Statement, {graph}: Corpus, site: string): StatementData {
  const {id} = statement
  const url = site + urls.statement(id)
  return {
    id,
    url,
    ...pick(statement, statementKeys),
    attestations: (graph.attested.get(id) ?? []).map((attestation) => attestationData(attestation, site)),
    absences: statement.absences.map((absence) => absenceData(absence, id, site)),
    sections: statement.sections.map(({title, anchor, paragraphs}) => ({
      title,
      url: `${url}#${anchor}`,
      clauses: paragraphs.flatMap(({n, clauses}) => clauses.map((clause) => clauseData(clause, n, id, site))),
    })),
  }
}

function clauseData(clause: Clause, paragraph: number, statement: StatementId, site: string): ClauseData {
  return {
    n: clause.n,
    url: site + urls.clause(statement, clause.n),
    paragraph,
    ...proseOf(clause.content, site + urls.statement(statement), site),
    from: clause.from.map(({witness, sentence}) => ({witness, sentence})),
    notes: clause.notes.map((note) => noteData(note, clause, statement, site)),
    formerIds: clause.formerIds,
  }
}

function noteData(note: Note, clause: Clause, statement: StatementId, site: string): NoteData {
  const {n, kind, lemma, content, formerIds} = note
  return {
    n,
    url: site + urls.note(statement, clause.n, n),
    kind,
    on: lemma.exact,
    nth: lemma.nth,
    start: lemma.range?.start,
    end: lemma.range?.end,
    ...proseOfBlocks(content, site + urls.statement(statement), site),
    ...pick(note, evidenceKeys),
    formerIds,
  }
}

export function attestationData(attestation: Attestation, site: string): AttestationData {
  const {formula, statement, clause, words, core, variant, basis, note} = attestation
  return {
    formula,
    statement,
    clause,
    url: site + attestationUrl(attestation),
    words,
    core: core && {start: core.start, end: core.end},
    variant,
    basis: basis && basisName(basis),
    note,
    ...pick(attestation, evidenceKeys),
  }
}

export function absenceData(absence: Absence, statement: StatementId, site: string): AbsenceData {
  return {
    formula: absence.formula,
    statement,
    url: site + urls.statement(statement),
    note: absence.note,
    ...pick(absence, evidenceKeys),
  }
}

export function termData(term: Term, site: string): TermData {
  const url = site + urls.term(term.id)
  return {
    id: term.id,
    url,
    ...pick(term, termKeys),
    korean: koreanData(term.korean),
    card: proseOf(term.card, url, site),
    entry: proseOfBlocks(term.entry, url, site),
  }
}

function koreanData(korean: Korean | undefined): TermData['korean'] {
  return korean && pick(korean, ['label', 'also', 'romanization', 'certainty'])
}

export function formulaData(formula: Formula, {graph}: Corpus, site: string): FormulaData {
  const {id} = formula
  const url = site + urls.formula(id)
  return {
    id,
    url,
    ...pick(formula, formulaKeys),
    meaning: proseOf(formula.meaning, url, site),
    life: proseOfBlocks(formula.life, url, site),
    attestations: (graph.attestations.get(id) ?? []).map((attestation) => attestationData(attestation, site)),
    absences: (graph.absences.get(id) ?? []).map(({statement, absence}) => absenceData(absence, statement, site)),
  }
}

export function changeData(change: Change, site: string): ChangeData {
  const url = site + urls.change(change.id)
  return {
    id: change.id,
    url,
    ...pick(change, changeKeys),
    summary: proseOf(change.summary, url, site),
    essay: proseOfBlocks(change.essay, url, site),
  }
}

export function personData(person: Person, {graph}: Corpus, site: string): PersonData {
  return {
    id: person.id,
    url: site + urls.person(person.id),
    ...pick(person, personKeys),
    korean: koreanData(person.korean),
    statements: graph.participations.get(person.id) ?? [],
  }
}

export function witnessData(witness: Witness, site: string): WitnessData {
  const {id, received, apparatus} = witness
  return {
    id,
    url: site + urls.witness(id),
    ...pick(witness, witnessKeys),
    location: witness.url,
    sha256: received?.sha256,
    apparatus: apparatus.map((row) => emendationData(row, id, site)),
  }
}

function emendationData(emendation: Emendation, witness: WitnessId, site: string): EmendationData {
  const {row, at, nth} = emendation
  return {row, url: site + urls.emendation(witness, row), at, nth, ...pick(emendation, emendationKeys)}
}

export function sourceData(source: Source, site: string): SourceData {
  const {id, type, url, reliable} = source
  return {id, url: site + urls.source(id), type, ...pick(source, sourceKeys), location: url, reliable}
}

export function openPointData(point: OpenPoint, site: string): OpenPointData {
  return {id: point.id, url: site + urls.openPoint(point.id), ...pick(point, openPointKeys)}
}
