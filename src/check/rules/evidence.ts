import type {Corpus, Evidence, Place} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import type {Rule} from '../rule.ts'

/** What is `found` names where it was found; a `conflict` names both sides. */
export const evidence: Rule = {
  id: 'evidence',
  severity: 'error',
  check({corpus}, report) {
    for (const {
      what,
      evidence: {certainty, sources},
      place,
    } of assertions(corpus)) {
      if (certainty === 'found' && sources.length === 0) {
        report({
          place,
          reason: `Unexpected \`found\` without sources on ${what}, expected at least one`,
          note: 'Name where it was seen, or say `known` or `unsure`.',
        })
      }
      if (certainty === 'conflict' && sources.length < 2) {
        report({
          place,
          reason: `Unexpected \`conflict\` with ${sources.length === 1 ? 'one source' : 'no source'} on ${what}, expected both sides`,
          note: 'Name the sources that disagree.',
        })
      }
    }
  },
}

interface Assertion {
  readonly what: string
  readonly evidence: Evidence
  readonly place: Place
}

function* assertions(corpus: Corpus): Generator<Assertion> {
  for (const statement of corpus.statements.values()) {
    const place = {path: statement.path, line: 1, column: 1, endLine: 1, endColumn: 4}
    yield {what: 'the statement’s record', evidence: statement, place}
    for (const attestation of statement.attestations)
      yield {
        what: `the attestation of \`${attestation.formula}\``,
        evidence: attestation,
        place: attestation.place,
      }
    for (const absence of statement.absences)
      yield {what: `the absence of \`${absence.formula}\``, evidence: absence, place: absence.place}
    for (const clause of clausesOf(statement)) {
      for (const note of clause.notes) yield {what: `note ${clause.n}-n${note.n}`, evidence: note, place: note.place}
    }
  }
  for (const term of corpus.terms.values()) {
    yield {what: 'the entry', evidence: term, place: term.place}
    for (const fact of term.facts) yield {what: `the fact “${shorten(fact.text)}”`, evidence: fact, place: term.place}
  }
  for (const formula of corpus.formulas.values()) yield {what: 'the formula', evidence: formula, place: formula.place}
  for (const change of corpus.changes.values()) {
    yield {what: 'the essay', evidence: change, place: change.place}
    for (const reading of change.readings)
      yield {what: `the reading “${shorten(reading.text)}”`, evidence: reading, place: change.place}
  }
  for (const person of corpus.people.values()) {
    yield {what: 'the person’s record', evidence: person, place: person.place}
    for (const office of person.offices)
      yield {what: `the office “${shorten(office.title)}”`, evidence: office, place: person.place}
  }
  for (const witness of corpus.witnesses.values()) {
    yield {what: 'the witness’s record', evidence: witness, place: witness.place}
    for (const example of witness.examples)
      yield {what: `the example “${shorten(example.reads)}”`, evidence: example, place: witness.place}
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
