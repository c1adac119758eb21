/** What the TEI says of itself: title, licence, sources, how words are to be taken. */

import {partyNames} from '../../corpus/label.ts'
import type {Source, Statement, Witness} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {certainties, noteKinds} from '../../corpus/vocabulary.ts'
import type {EditionFacts} from '../citation.ts'
import {licence} from '../licence.ts'
import {names} from './place.ts'
import type {Place} from './place.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {line, write} from './write.ts'

/** The header of a statement. Where all stand in one document, what holds for all is said in the header of the whole. */
export function writeHeader(parent: Element, statement: Statement, place: Place): void {
  const {edition} = place
  const header = block(parent, 'teiHeader')
  const file = block(header, 'fileDesc')
  const titles = block(file, 'titleStmt')
  line(titles, 'title', statement.title, {type: 'main'})
  line(titles, 'title', statement.short, {type: 'short'})
  if (statement.titleKo !== undefined)
    block(titles, 'title', {type: 'translated', 'xml:lang': 'ko'}).txt(statement.titleKo)
  writeEdition(file, titles, edition, edition.site + urls.statement(statement.id))
  const sources = block(file, 'sourceDesc')
  writeStatement(sources, statement, place)
  writeWitnesses(sources, witnessesOf(statement, place), place)
  if (!place.whole) writeEncoding(header)
  const profile = block(header, 'profileDesc')
  if (statement.summary !== '') line(block(profile, 'abstract'), 'p', statement.summary)
  writeLanguages(profile)
  if (!place.whole) writeRevision(header, edition)
}

/** The header of the whole edition. */
export function writeWholeHeader(parent: Element, edition: EditionFacts): void {
  const header = block(parent, 'teiHeader')
  const file = block(header, 'fileDesc')
  const titles = block(file, 'titleStmt')
  line(titles, 'title', edition.title, {type: 'main'})
  writeEdition(file, titles, edition, `${edition.site}/`)
  line(
    block(file, 'sourceDesc'),
    'p',
    'Each statement names its own sources and witnesses in its header; the sources of all stand in the list at the end.',
  )
  writeEncoding(header)
  writeLanguages(block(header, 'profileDesc'))
  writeRevision(header, edition)
}

/** The copies of a statement that the edition has judged, whether or not a file was received. */
export function witnessesOf({id}: Pick<Statement, 'id'>, {corpus}: Pick<Place, 'corpus'>): Witness[] {
  return (corpus.graph.copies.get(id) ?? []).flatMap((witness) => corpus.witnesses.get(witness) ?? [])
}

function writeEdition(file: Element, titles: Element, edition: EditionFacts, address: string): void {
  const by = block(titles, 'respStmt')
  line(by, 'resp', 'restated and annotated in')
  line(by, 'name', edition.title)
  const version = block(block(file, 'editionStmt'), 'edition', {n: edition.version})
  version.txt(`Version ${edition.version} of `)
  inline(version, 'date', {when: edition.date}).txt(edition.date)
  const publication = block(file, 'publicationStmt')
  line(publication, 'publisher', edition.title)
  line(publication, 'date', edition.date, {when: edition.date})
  line(publication, 'idno', address, {type: 'URI'})
  line(
    block(publication, 'availability', {status: 'free'}),
    'licence',
    `${licence.title} (${licence.short}). Short quotations of the statements and of other texts stay what they are: quotations of their authors.`,
    {target: licence.url},
  )
}

/** The document that is restated: its facts, not its words. */
function writeStatement(parent: Element, statement: Statement, place: Place): void {
  const bibl = block(parent, 'bibl', {type: statement.kind, ...place.evidence(statement)})
  line(bibl, 'title', statement.title)
  for (const party of statement.issuers) line(bibl, 'orgName', partyNames[party], {type: 'issuer', key: party})
  line(bibl, 'date', statement.date, {when: statement.date})
  line(bibl, 'pubPlace', statement.place)
}

function writeWitnesses(parent: Element, witnesses: readonly Witness[], place: Place): void {
  if (witnesses.length === 0) return
  const list = block(parent, 'listWit')
  for (const witness of witnesses) {
    const bibl = block(
      block(list, 'witness', {'xml:id': names.witness(witness.id), n: witness.grade, ...place.evidence(witness)}),
      'bibl',
    )
    line(bibl, 'title', witness.title)
    line(bibl, 'publisher', witness.publisher)
    if (witness.date !== undefined) line(bibl, 'date', witness.date, {when: witness.date})
    if (witness.url !== undefined) inline(bibl.txt('\n'), 'ptr', {target: witness.url})
    line(bibl, 'idno', witness.received?.sha256, {type: 'SHA-256'})
    line(bibl, 'note', witness.summary)
  }
}

/** What assertions rest on, one record each. */
export function writeSources(parent: Element, sources: readonly Source[]): void {
  if (sources.length === 0) return
  const list = block(parent, 'listBibl')
  for (const source of sources) {
    const bibl = block(list, 'bibl', {
      'xml:id': names.source(source.id),
      type: source.type,
      subtype: source.reliable ? undefined : 'unreliable',
      n: source.seen,
      'xml:lang': source.language === 'en' ? undefined : source.language,
    })
    line(bibl, 'title', source.title ?? source.description ?? source.id.toUpperCase(), {
      type: source.title === undefined ? 'description' : undefined,
    })
    line(bibl, 'publisher', source.publisher)
    if (source.issued !== undefined) line(bibl, 'date', source.issued, {when: source.issued})
    if (source.url !== undefined) inline(bibl.txt('\n'), 'ptr', {target: source.url})
    line(bibl, 'note', source.via, {type: 'via'})
    line(bibl, 'note', source.note)
  }
}

function writeEncoding(header: Element): void {
  const encoding = block(header, 'encodingDesc')
  const editorial = block(encoding, 'editorialDecl')
  line(
    block(editorial, 'quotation', {marks: 'none'}),
    'p',
    'The text of a clause is this edition’s restatement, in its own words. Exact words of a statement stand in quote and nowhere else. The type of a quote says how its words are known: witness, they stand so in the copy that source points to; restored, the apparatus yields them from that copy; source, somebody has seen them in the source. What ana points to is the formula that they are.',
  )
  line(
    block(editorial, 'interpretation'),
    'p',
    'Notes are this edition’s. A note is keyed to the words between the two anchors that it points to. cert gives a degree; what ana points to says in the edition’s terms how sure a thing is.',
  )
  line(
    block(editorial, 'correction', {method: 'markup'}),
    'p',
    'Errors of a witness are rows of an apparatus: rdg is what it prints, lem what it should print, loc the line and the sentence in it.',
  )
  const classes = block(encoding, 'classDecl')
  writeTaxonomy(classes, 'kinds', noteKinds, names.kind)
  writeTaxonomy(classes, 'certainties', certainties, names.certainty)
}

function writeTaxonomy(
  parent: Element,
  id: string,
  values: Readonly<Record<string, string>>,
  nameOf: (value: string) => string,
): void {
  const taxonomy = block(parent, 'taxonomy', {'xml:id': id})
  for (const [value, meaning] of Object.entries(values))
    line(block(taxonomy, 'category', {'xml:id': nameOf(value), n: value}), 'catDesc', meaning)
}

function writeLanguages(profile: Element): void {
  const usage = block(profile, 'langUsage')
  line(usage, 'language', 'English', {ident: 'en'})
  line(usage, 'language', 'Korean', {ident: 'ko'})
}

function writeRevision(header: Element, {version, date}: EditionFacts): void {
  const change = block(block(header, 'revisionDesc'), 'change', {n: version, when: date})
  write(change, `Version ${version}`)
}
