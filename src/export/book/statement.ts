/** A statement: what it is, its clauses under their headings, its notes, what is on record without a clause. */

import {dateInWords} from '../../corpus/dates.ts'
import {editions, numberings, partyNames, statementKinds} from '../../corpus/label.ts'
import type {Absence, Clause, RecordedAttestation, Statement} from '../../corpus/model.ts'
import {officesOn} from '../../corpus/offices.ts'
import {urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {writeAttestation, writeEvidence, writeRows} from './evidence.ts'
import {writeClause} from './inline.ts'
import {NoteWriter} from './note.ts'
import {ids} from './place.ts'
import type {Place} from './place.ts'
import {line, link, write} from './write.ts'

/** Writes a statement under its title. */
export function writeStatement(parent: Element, statement: Statement, book: Place): void {
  const place = book.at(urls.statement(statement.id))
  writeHead(parent, statement, place)
  const notes = new NoteWriter(statement, place)
  for (const section of statement.sections) {
    const element = block(parent, 'section', {id: ids.within(statement.id, section.anchor), class: 'section'})
    line(element, 'h2', section.title)
    for (const {clauses} of section.paragraphs)
      for (const clause of clauses) writeWhole(element, clause, statement, place, notes)
  }
  writeRecord(parent, statement, place)
  notes.writeGathered(parent)
}

function writeHead(parent: Element, statement: Statement, place: Place): void {
  const {titleKo, kind, date, place: where, issuers, participants, edition, numbering} = statement
  if (titleKo !== undefined) block(parent, 'p', {class: 'korean', lang: 'ko', 'xml:lang': 'ko'}).txt(titleKo)
  line(parent, 'p', [statementKinds[kind], dateInWords(date), where].filter((part) => part !== undefined).join(' · '), {
    class: 'kicker',
  })
  line(parent, 'p', statement.summary === '' ? undefined : statement.summary, {class: 'summary'})
  writeRows(parent, [
    ['Issued by', (to) => write(to, issuers.map((party) => partyNames[party]).join(', '))],
    ['Led by', participants.length === 0 ? undefined : (to) => writeParticipants(to, statement, place)],
    [
      'Edition',
      (to) => {
        to.txt(`${editions[edition]}.${numbering === undefined ? '' : ` ${numberings[numbering]}.`}`)
        writeEvidence(to, statement, place)
      },
    ],
    ['On the site', (to) => writeAddress(to, place.edition.site + urls.statement(statement.id))],
  ])
}

function writeParticipants(parent: Element, {participants, date}: Statement, place: Place): void {
  for (const [index, id] of participants.entries()) {
    const person = place.corpus.people.get(id)
    if (index > 0) parent.txt('; ')
    link(parent, place.href(urls.person(id)), person?.name ?? id)
    const offices = person === undefined ? [] : officesOn(person, date).map(({title}) => title)
    if (offices.length > 0) write(parent, `, ${offices.join(', ')}`)
  }
}

/** An address that can be read on paper. */
export function writeAddress(parent: Element, url: string): void {
  inline(parent, 'a', {class: 'address', href: URL.parse(url)?.href ?? url}).txt(url)
}

function writeWhole(parent: Element, clause: Clause, {id}: Statement, place: Place, notes: NoteWriter): void {
  const element = block(parent, 'p', {class: 'clause', id: ids.within(id, clause.n)})
  inline(element, 'span', {class: 'n'}).txt(clause.n)
  element.txt(' ')
  writeClause(inline(element, 'span', {class: 'text'}), clause, place, (mark, note) => {
    notes.write(mark, note, clause)
  })
}

/** Formulas that are known to stand in the statement, or not to, where no clause shows it. */
function writeRecord(parent: Element, {edition, attestations, absences}: Statement, place: Place): void {
  if (attestations.length > 0) writeAttested(parent, attestations, place)
  else if (edition === 'record')
    line(parent, 'p', 'This edition does not have the text, and nothing is known yet of the formulas in it.')
  if (absences.length > 0) writeAbsent(parent, absences, place)
}

function writeAttested(parent: Element, attestations: readonly RecordedAttestation[], place: Place): void {
  line(parent, 'h2', 'Formulas on record')
  line(parent, 'p', 'They are known to stand in the statement; their clauses are not edited here.')
  const list = block(parent, 'ul', {class: 'record'})
  for (const attestation of attestations) {
    const formula = place.corpus.formulas.get(attestation.formula)
    const item = block(list, 'li')
    link(item, place.href(urls.formula(attestation.formula)), formula?.label ?? attestation.formula)
    const variant = formula?.variants.find(({id}) => id === attestation.variant)
    if (variant !== undefined) write(item, ` (${variant.label})`)
    item.txt(': ')
    writeAttestation(item, attestation, place)
  }
}

function writeAbsent(parent: Element, absences: readonly Absence[], place: Place): void {
  line(parent, 'h2', 'Absences on record')
  line(parent, 'p', 'These formulas are called absent from the statement; how sure that is stands with each.')
  const list = block(parent, 'ul', {class: 'record'})
  for (const absence of absences) {
    const item = block(list, 'li')
    const {formula, note} = absence
    link(item, place.href(urls.formula(formula)), place.corpus.formulas.get(formula)?.label ?? formula)
    writeEvidence(item, absence, place)
    if (note !== undefined) write(item, ` ${note}`)
  }
}
