/** Everything the edition asserts with its evidence, record by record. */

import type {Corpus, Evidence, FormulaId, Place, Target} from '../corpus/model.ts'

/** What an assertion is: a whole record, or a part of one. */
export type AssertionPart =
  | {readonly kind: 'record'}
  | {readonly kind: 'attestation' | 'absence'; readonly formula: FormulaId}
  | {readonly kind: 'note'; readonly lemma: string}
  | {readonly kind: 'fact' | 'reading' | 'office' | 'example'; readonly text: string}

export interface Assertion {
  /** Where a reader finds it: the note, else the page of its record. */
  readonly at: Exclude<Target, {readonly type: 'clause' | 'emendation' | 'source'}>
  readonly part: AssertionPart
  readonly evidence: Evidence
  readonly place: Place
}

/** Every assertion of statements, glossary, formulas, changes, people and witnesses, in this order. */
export function* assertionsOf(corpus: Corpus): Generator<Assertion> {
  yield* inStatements(corpus)
  for (const term of corpus.terms.values()) {
    const at = {type: 'term', term: term.id} as const
    yield {at, part: {kind: 'record'}, evidence: term, place: term.place}
    for (const fact of term.facts) yield {at, part: {kind: 'fact', text: fact.text}, evidence: fact, place: term.place}
  }
  for (const formula of corpus.formulas.values()) {
    const at = {type: 'formula', formula: formula.id} as const
    yield {at, part: {kind: 'record'}, evidence: formula, place: formula.place}
  }
  for (const change of corpus.changes.values()) {
    const at = {type: 'change', change: change.id} as const
    yield {at, part: {kind: 'record'}, evidence: change, place: change.place}
    for (const reading of change.readings)
      yield {at, part: {kind: 'reading', text: reading.text}, evidence: reading, place: change.place}
  }
  for (const person of corpus.people.values()) {
    const at = {type: 'person', person: person.id} as const
    yield {at, part: {kind: 'record'}, evidence: person, place: person.place}
    for (const office of person.offices)
      yield {at, part: {kind: 'office', text: office.title}, evidence: office, place: person.place}
  }
  for (const witness of corpus.witnesses.values()) {
    const at = {type: 'witness', witness: witness.id} as const
    yield {at, part: {kind: 'record'}, evidence: witness, place: witness.place}
    for (const example of witness.examples)
      yield {at, part: {kind: 'example', text: example.reads}, evidence: example, place: witness.place}
  }
}

function* inStatements({statements, graph}: Corpus): Generator<Assertion> {
  for (const statement of statements.values()) {
    const at = {type: 'statement', statement: statement.id} as const
    const place = {path: statement.path, line: 1, column: 1, endLine: 1, endColumn: 4}
    yield {at, part: {kind: 'record'}, evidence: statement, place}
    for (const attestation of statement.attestations) {
      const part = {kind: 'attestation', formula: attestation.formula} as const
      yield {at, part, evidence: attestation, place: attestation.place}
    }
    for (const absence of statement.absences)
      yield {at, part: {kind: 'absence', formula: absence.formula}, evidence: absence, place: absence.place}
    for (const note of graph.notes.get(statement.id) ?? []) {
      const here = {type: 'note', statement: statement.id, clause: note.clause, note: note.n} as const
      yield {at: here, part: {kind: 'note', lemma: note.lemma}, evidence: note, place: note.place}
    }
  }
}
