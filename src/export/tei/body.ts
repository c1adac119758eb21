/** The text of a statement: clauses under their headings, with notes; what is on record without a clause; what is not here. */

import type {Clause, Evidence, Note, RecordedAttestation, Statement} from '../../corpus/model.ts'
import {anchorsOf, writeBlocks, writeClause} from './inline.ts'
import type {Place} from './place.ts'
import {block, inline} from '../xml.ts'
import type {Attributes, Element} from '../xml.ts'
import {line, write} from './write.ts'

/** Writes the body of a statement. */
export function writeBody(parent: Element, statement: Statement, place: Place): void {
  const body = block(block(parent, 'text'), 'body')
  for (const section of statement.sections) {
    const div = block(body, 'div', {type: 'section', 'xml:id': place.own(section.anchor)})
    line(div, 'head', section.title)
    for (const {clauses} of section.paragraphs) for (const clause of clauses) writeWhole(div, clause, place)
  }
  writeRecord(body, statement, place)
  writeGap(body, statement)
}

function writeWhole(parent: Element, clause: Clause, place: Place): void {
  const ab = block(parent, 'ab', {type: 'clause', 'xml:id': place.own(`c${clause.n}`), n: clause.n})
  for (const {witness, sentence} of clause.from)
    inline(ab, 'milestone', {unit: 'sentence', n: sentence, edRef: place.witness(witness)})
  writeClause(ab, clause, place)
  for (const note of clause.notes) writeNote(parent, note, clause, place)
}

function writeNote(parent: Element, note: Note, clause: Clause, place: Place): void {
  const [from, to] = anchorsOf(clause, note).map((name) => `#${place.own(name)}`)
  const element = block(parent, 'note', {
    'xml:id': place.own(`c${clause.n}-n${note.n}`),
    n: `${note.n}`,
    type: note.kind,
    ...(note.lemma.range === undefined ? {target: `#${place.own(`c${clause.n}`)}`} : {target: from, targetEnd: to}),
    ...place.evidence(note),
  })
  line(element, 'label', note.lemma.exact, {type: 'lemma'})
  writeBlocks(element, note.content, place)
  line(element, 'ab', note.by, {type: 'by'})
}

/** Formulas that are known to stand in the statement, or not to, where no clause shows it. */
function writeRecord(parent: Element, {attestations, absences}: Statement, place: Place): void {
  if (attestations.length + absences.length === 0) return
  const div = block(parent, 'div', {type: 'record'})
  if (attestations.length > 0) {
    const list = block(div, 'list', {type: 'attestations'})
    for (const attestation of attestations) writeAttestation(list, attestation, place)
  }
  if (absences.length > 0) {
    const list = block(div, 'list', {type: 'absences'})
    for (const absence of absences) {
      const item = block(list, 'item', withFormula(place.formula(absence.formula), absence, place))
      write(item, place.corpus.formulas.get(absence.formula)?.label ?? absence.formula)
      if (absence.note !== undefined) write(inline(item, 'note'), absence.note)
    }
  }
}

function writeAttestation(parent: Element, attestation: RecordedAttestation, place: Place): void {
  const {formula, words, variant, basis, note} = attestation
  const item = block(parent, 'item', {...withFormula(place.formula(formula), attestation, place), n: variant})
  if (words === undefined) write(item, place.corpus.formulas.get(formula)?.label ?? formula)
  else {
    const ids = basis?.type === 'source' ? [basis.source] : basis?.type === 'witness' ? [basis.witness] : []
    const quote = inline(item, 'quote', {
      type: basis?.type ?? 'known',
      ana: place.formula(formula),
      source: place.evidences(ids),
    })
    write(quote, words)
  }
  if (note !== undefined) write(inline(item, 'note'), note)
}

function withFormula(formula: string, evidence: Evidence, place: Place): Attributes {
  const attributes = place.evidence(evidence)
  return {...attributes, ana: `${formula} ${attributes['ana']}`}
}

const gaps = {
  record: 'The clauses of this statement are not in this edition; its record is.',
  extract: 'Some clauses of this statement stand here; the others are not in this edition.',
  edition: 'No statement is in this edition yet.',
} as const

/** Writes the body of an edition that has no statement. */
export function writeEmptyBody(parent: Element): void {
  writeOmission(block(block(parent, 'text'), 'body'), 'edition', 'statement')
}

/** What this edition does not have of a statement. */
function writeGap(parent: Element, {edition}: Statement): void {
  if (edition !== 'full') writeOmission(parent, edition, 'clause')
}

function writeOmission(parent: Element, reason: keyof typeof gaps, unit: 'clause' | 'statement'): void {
  const p = block(block(parent, 'div', {type: 'omission'}), 'p')
  line(inline(p, 'gap', {reason, unit}), 'desc', gaps[reason])
}
