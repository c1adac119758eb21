/** What stands beside the texts: people, terms, formulas, sources, and the apparatus of the witnesses. */

import type {Corpus, Emendation, Formula, Office, Person, Term, Witness} from '../../corpus/model.ts'
import {fullName, koreanForms, partyNames} from '../../corpus/label.ts'
import {writeSources, witnessesOf} from './header.ts'
import {names} from './place.ts'
import type {Place} from './place.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {line, write} from './write.ts'

/** The apparatus of the witnesses of a statement; nothing where none has any. */
export function writeApparatus(parent: () => Element, place: Place): void {
  const witnesses = place.statement === undefined ? [] : witnessesOf(place.statement, place)
  for (const witness of witnesses) {
    if (witness.apparatus.length === 0) continue
    const list = block(parent(), 'listApp', {type: 'apparatus', corresp: place.witness(witness.id)})
    for (const row of witness.apparatus) writeRow(list, row, witness, place)
  }
}

/** How sure an emendation is, in TEI’s own degrees. */
function writeRow(parent: Element, row: Emendation, witness: Witness, place: Place): void {
  const app = block(parent, 'app', {
    'xml:id': names.emendation(witness.id, row.row),
    n: row.row,
    loc: row.at,
    type: row.basis,
    cert: row.certainty,
    source: place.evidences(row.sources),
  })
  write(inline(app, 'lem'), row.should)
  write(inline(app, 'rdg', {wit: place.witness(witness.id), n: row.nth?.toString()}), row.reads)
  if (row.note !== undefined) write(inline(app, 'note'), row.note)
}

/** Everything that the texts of a document point to, in the order of the edition. */
export function writeLists(parent: () => Element, place: Place): void {
  const {corpus, gathered} = place
  const chosen = <Id, Value>(all: ReadonlyMap<Id, Value>, ids: ReadonlySet<Id>) =>
    [...all].filter(([id]) => ids.has(id)).map(([, value]) => value)
  const people = chosen(corpus.people, gathered.people)
  const terms = chosen(corpus.terms, gathered.terms)
  const formulas = chosen(corpus.formulas, gathered.formulas)
  if (people.length > 0) {
    const list = block(parent(), 'listPerson')
    for (const person of people) writePerson(list, person, place)
  }
  if (terms.length > 0) {
    const list = block(parent(), 'list', {type: 'terms'})
    for (const term of terms) writeTerm(list, term, place)
  }
  if (formulas.length > 0) {
    const list = block(parent(), 'list', {type: 'formulas'})
    for (const formula of formulas) writeFormula(list, formula, place)
  }
  // Last, for the others point to sources too.
  const sources = chosen(corpus.sources, gathered.sources)
  if (sources.length > 0) writeSources(parent(), sources)
}

function writePerson(parent: Element, person: Person, place: Place): void {
  const element = block(parent, 'person', {'xml:id': names.person(person.id), ...place.evidence(person)})
  line(element, 'persName', person.name)
  for (const name of koreanForms(person.korean)) block(element, 'persName', {'xml:lang': 'ko'}).txt(name)
  line(element, 'affiliation', partyNames[person.party], {key: person.party})
  for (const office of person.offices) writeOffice(element, office, place)
  line(element, 'note', person.note)
}

function writeOffice(parent: Element, {title, from, to, ...evidence}: Office, place: Place): void {
  line(parent, 'occupation', title, {from, to, ...place.evidence(evidence)})
}

function writeTerm(parent: Element, term: Term, place: Place): void {
  const item = block(parent, 'item', {'xml:id': names.term(term.id), ...place.evidence(term)})
  line(item, 'term', fullName(term), {type: term.kind})
  for (const name of koreanForms(term.korean)) block(item, 'term', {'xml:lang': 'ko'}).txt(name)
  if (term.cardText !== '') line(item, 'gloss', term.cardText)
}

function writeFormula(parent: Element, formula: Formula, place: Place): void {
  const item = block(parent, 'item', {
    'xml:id': names.formula(formula.id),
    n: formula.number,
    ...place.evidence(formula),
  })
  line(item, 'label', formula.label)
  line(item, 'seg', formula.wording, {type: 'wording'})
  for (const {id, wording} of formula.variants) line(item, 'seg', wording, {type: 'variant', n: id})
  if (formula.meaningText !== '') line(item, 'gloss', formula.meaningText)
}

/** Takes everything there is, for a document of all statements. */
export function gatherAll({corpus, gathered}: {readonly corpus: Corpus; readonly gathered: Place['gathered']}): void {
  for (const id of corpus.people.keys()) gathered.people.add(id)
  for (const id of corpus.terms.keys()) gathered.terms.add(id)
  for (const id of corpus.formulas.keys()) gathered.formulas.add(id)
  for (const id of corpus.sources.keys()) gathered.sources.add(id)
}
