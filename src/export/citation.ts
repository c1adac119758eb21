/**
 * How a statement of this edition, or one of its clauses, is cited, and how an
 * entry of its glossary is. What is cited of a statement is the edition's
 * restatement, or its record where it has no more, so every form names the
 * statement first and then the edition, its version and its day. An entry is
 * the edition's own: it has the day of the version. There is no day of access:
 * a version does not change, and a pure function has no clock.
 */

import {months} from '../corpus/dates.ts'
import {fullName, partyNames} from '../corpus/label.ts'
import type {ClauseNumber, Corpus, Statement, Term} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {urls} from '../corpus/urls.ts'

/** What a citation says of the edition. */
export interface EditionFacts {
  /** The full name, as a title page has it. */
  readonly title: string
  readonly version: string
  /** The day the version bears: `2026-11-23`. */
  readonly date: string
  /** Origin and base without the last slash: `https://example.org/edition`. */
  readonly site: string
  readonly accessed?: never
}

export type CitationForm = 'chicago' | 'apa' | 'mla' | 'bibtex' | 'ris' | 'csl' | 'plain'

/** A citation in each form: plain text, without italics and without a line end after the last line. */
export type Citations = Readonly<Record<CitationForm, string>>

/** Name and content of one meta element. */
export type Meta = readonly [name: string, content: string]

/** The forms in the order in which readers are offered them, with the names they go by. */
export const citationForms: readonly {readonly id: CitationForm; readonly label: string}[] = [
  {id: 'chicago', label: 'Chicago'},
  {id: 'apa', label: 'APA'},
  {id: 'mla', label: 'MLA'},
  {id: 'bibtex', label: 'BibTeX'},
  {id: 'ris', label: 'RIS'},
  {id: 'csl', label: 'CSL-JSON'},
  {id: 'plain', label: 'Plain'},
]

/**
 * The citation of a statement, or of a clause of it, in every form.
 *
 * - `chicago`: a full note of the notes-and-bibliography style (Chicago Manual of Style, 17th ed., ch. 14)
 * - `apa`: an entry of the reference list (Publication Manual of the APA, 7th ed., ch. 9 and 10)
 * - `mla`: an entry of the list of works cited (MLA Handbook, 9th ed., ch. 5)
 * - `bibtex`: a `@misc` record (Patashnik, BibTeXing), in UTF-8
 * - `ris`: an `ELEC` record, lines ended by CR LF (RIS Format Specifications, Research Information Systems)
 * - `csl`: one item of the CSL 1.0.2 input schema (`csl-data.json`), as indented JSON
 * - `plain`: short name, clause, address
 *
 * @param clause the number of the clause; without it, the whole statement is cited
 */
export function citationsOf(statement: Statement, edition: EditionFacts, clause?: ClauseNumber): Citations {
  const cited = citedOf(statement, edition, clause)
  return {
    chicago: chicago(cited),
    apa: apa(cited),
    mla: mla(cited),
    bibtex: bibtex(cited),
    ris: ris(cited),
    csl: csl(cited),
    plain: commas(cited.short, cited.locator, cited.address),
  }
}

/**
 * The citation of a glossary entry, in every form: those of `citationsOf`, as
 * they are for an entry of a reference work whose authors are not named
 * (Chicago 14.233, APA 10.3, MLA ch. 5; RIS `DICT`, CSL `entry-dictionary`).
 */
export function entryCitationsOf(term: Term, edition: EditionFacts): Citations {
  const entry = entryOf(term, edition)
  const {name, work, version, day, address} = entry
  return {
    chicago: `${commas(work, `s.v. “${nested(ended(name, ','))}” version ${version}`, american(day), address)}.`,
    apa: `${ended(name, '.')} (${day.year}${inYear(day)}). In ${work} (Version ${version}). ${address}`,
    mla: `“${nested(ended(name, '.'))}” ${commas(work, `version ${version}`, abbreviated(day), address)}.`,
    bibtex: bibtexEntry(entry),
    ris: risEntry(entry),
    csl: cslEntry(entry),
    plain: commas(name, address),
  }
}

/**
 * The `citation_*` meta elements of a statement's page, in order, as Google
 * Scholar's inclusion guidelines and Zotero's Embedded Metadata translator
 * read them. The contents are text: escaping is the page's.
 */
export function citationMeta(statement: Statement, edition: EditionFacts): Meta[] {
  const {title, issuers, day, edition: publisher, address} = citedOf(statement, edition)
  return [
    ['citation_title', title],
    ...issuers.map((issuer): Meta => ['citation_author', issuer]),
    ['citation_publication_date', slashed(day)],
    ['citation_publisher', publisher],
    ['citation_public_url', address],
    ['citation_language', 'en'],
  ]
}

export type BibliographyForm = 'json' | 'bib' | 'ris'

/** What programs call a file of citations, by its extension. */
export const bibliographyNames: Readonly<Record<BibliographyForm, string>> = {
  json: 'CSL-JSON',
  bib: 'BibTeX',
  ris: 'RIS',
}

/** What a file of citations is, by its extension. */
export const bibliographyTypes: Readonly<Record<BibliographyForm, string>> = {
  json: 'application/vnd.citationstyles.csl+json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
}

/** The citations of a statement and of each of its clauses as a file that programs read. */
export function statementBibliography(statement: Statement, edition: EditionFacts, form: BibliographyForm): string {
  const clauses = clausesOf(statement).map(({n}) => citedOf(statement, edition, n))
  return bibliographyText([citedOf(statement, edition), ...clauses], form)
}

/** The citations of every statement, without its clauses, in the order of the edition. */
export function editionBibliography({statements}: Corpus, edition: EditionFacts, form: BibliographyForm): string {
  return bibliographyText(
    [...statements.values()].map((statement) => citedOf(statement, edition)),
    form,
  )
}

function bibliographyText(items: readonly Cited[], form: BibliographyForm): string {
  if (form === 'json') return `${JSON.stringify(items.map(cslItem), null, 1)}\n`
  if (form === 'bib') return items.map((item) => `${bibtex(item)}\n`).join('\n')
  return items.map((item) => `${ris(item)}\r\n`).join('\r\n')
}

/** What the forms have in common; no text here has a line break. */
interface Cited {
  readonly key: string
  readonly title: string
  readonly short: string
  readonly issuers: readonly string[]
  /** The day of the statement, which makes its author-date key: two statements never become 2026a and 2026b. */
  readonly day: Day
  /** Absent where it is not known. */
  readonly place?: string
  readonly edition: string
  readonly version: string
  readonly versionDay: Day
  /** What the edition has of the statement. */
  readonly work: 'Restatement' | 'Record'
  readonly locator?: string
  readonly address: string
}

/** A day, or the month or the year where no more is known. */
interface Day {
  readonly iso: string
  readonly year: number
  readonly month?: number
  readonly day?: number
}

function citedOf(statement: Statement, edition: EditionFacts, clause?: ClauseNumber): Cited {
  const {id} = statement
  return {
    // An id has no full stop and a clause number has one, so no two keys are the same.
    key: clause === undefined ? id : `${id}-${clause}`,
    title: oneLine(statement.title),
    short: oneLine(statement.short),
    issuers: statement.issuers.map((party) => partyNames[party]),
    day: dayOf(statement.date),
    ...(statement.place === undefined ? {} : {place: oneLine(statement.place)}),
    edition: oneLine(edition.title),
    version: oneLine(edition.version),
    versionDay: dayOf(edition.date),
    work: statement.edition === 'record' ? 'Record' : 'Restatement',
    locator: clause === undefined ? undefined : `cl. ${clause}`,
    address: edition.site + (clause === undefined ? urls.statement(id) : urls.clause(id, clause)),
  }
}

/** What the citations of a glossary entry have in common; no text here has a line break. */
interface CitedEntry {
  readonly key: string
  /** The label with the abbreviation: `Nuclear Consultative Group (NCG)`. */
  readonly name: string
  readonly work: string
  readonly version: string
  /** The day of the version. */
  readonly day: Day
  readonly address: string
}

function entryOf(term: Term, edition: EditionFacts): CitedEntry {
  const {id} = term
  return {
    // A term may have the id of a statement; no id has a colon.
    key: `glossary:${id}`,
    name: oneLine(fullName(term)),
    work: oneLine(edition.title),
    version: oneLine(edition.version),
    day: dayOf(edition.date),
    address: edition.site + urls.term(id),
  }
}

// ---------------------------------------------------------------- for people

const verbs = {Restatement: 'Restated', Record: 'Recorded'} as const

function chicago({issuers, title, place, day, work, edition, version, versionDay, locator, address}: Cited): string {
  const container = [
    `${verbs[work].toLowerCase()} in ${edition}`,
    `version ${version}`,
    american(versionDay),
    locator,
    address,
  ]
  return `${series(issuers, 'and')}, “${nested(ended(title, ','))}” ${commas(place, american(day), ...container)}.`
}

function apa({issuers, title, place, day, work: kind, edition, version, versionDay, locator, address}: Cited): string {
  const date = `(${day.year}${inYear(day)})`
  const container = `${edition} (${commas(`Version ${version}`, american(versionDay), locator)})`
  const work = `${title} [${kind} of the statement${place === undefined ? '' : ` issued in ${place}`}]`
  return `${series(issuers, '&')}. ${date}. ${work}. In ${container}. ${address}`
}

function mla({issuers, title, place, day, work, edition, version, versionDay, locator, address}: Cited): string {
  const authors = issuers.length > 2 ? `${issuers[0]} et al` : series(issuers, 'and')
  const container = commas(edition, `version ${version}`, abbreviated(versionDay), locator, address)
  return `${authors}. “${nested(ended(title, '.'))}” ${commas(place, abbreviated(day))}. ${container}. ${work}.`
}

/** `A and B`, `A, B, and C`. */
function series(items: readonly string[], word: 'and' | '&'): string {
  if (items.length < 3) return items.join(` ${word} `)
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`
}

function commas(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}

/** A title with the mark that follows it, which American style puts inside the quotation marks it ends with. */
function ended(title: string, mark: ',' | '.'): string {
  const quotes = /(?<!["”])["”]+$/.exec(title)?.[0] ?? ''
  const words = title.slice(0, title.length - quotes.length)
  const needless = mark === '.' && /[.?!]$/.test(words)
  return words + (needless ? '' : mark) + quotes
}

const single: Readonly<Record<string, string>> = {'“': '‘', '”': '’', '"': "'"}

/** A title as it stands in double quotation marks: its double marks become single, those within them double. */
function nested(title: string): string {
  return title.replace(/“([^“”]*)”|["“”]/g, (mark, words: string | undefined) =>
    words === undefined ? (single[mark] ?? mark) : `‘${words.replace(/‘([^‘]*?)’(?!\p{L})/gu, '“$1”')}’`,
  )
}

// ---------------------------------------------------------------- for programs

function bibtex(cited: Cited): string {
  const {issuers, day, place, work, edition, version, versionDay, locator} = cited
  const fields: [string, string | undefined][] = [
    // Braces keep BibTeX from taking a country for a first and a last name, and from lowering capitals.
    ['author', `{${issuers.map((issuer) => `{${tex(issuer)}}`).join(' and ')}}`],
    ['title', `{{${tex(cited.title)}}}`],
    ['howpublished', `{${tex(`${verbs[work]} in ${commas(edition, `version ${version}`, american(versionDay))}`)}}`],
    ['address', place === undefined ? undefined : `{${tex(place)}}`],
    ['year', `${day.year}`],
    ['month', monthOf(day)?.slice(0, 3).toLowerCase()],
    ['day', day.day?.toString()],
    ['note', locator === undefined ? undefined : `{${locator}}`],
    // Read verbatim by \url: an escape would become part of the address.
    ['url', `{${cited.address}}`],
  ]
  return bibtexRecord(cited.key, fields)
}

function bibtexEntry({key, name, work, version, day, address}: CitedEntry): string {
  return bibtexRecord(key, [
    ['title', `{{${tex(name)}}}`],
    ['howpublished', `{${tex(`Entry in ${commas(work, `version ${version}`, american(day))}`)}}`],
    ['year', `${day.year}`],
    ['month', monthOf(day)?.slice(0, 3).toLowerCase()],
    ['day', day.day?.toString()],
    ['url', `{${address}}`],
  ])
}

function bibtexRecord(key: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const lines = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = ${value},`)
  return [`@misc{${key},`, ...lines, '}'].join('\n')
}

/** `\{` would not do: BibTeX counts the braces of a field whether or not a backslash stands before them. */
const texNames: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
}

function tex(text: string): string {
  return (
    text
      .replace(/[\\{}~^<>&%$#_]/g, (character) => texNames[character] ?? `\\${character}`)
      // Two of a kind would be read as another sign: a dash, a quotation mark.
      .replace(/(?<=[-`',])(?=[-`',])|(?<=[!?])(?=`)/g, '{}')
  )
}

function ris(cited: Cited): string {
  const {day, locator} = cited
  const fields: [string, string | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', cited.key],
    ...cited.issuers.map((issuer): [string, string] => ['AU', issuer]),
    ['TI', cited.title],
    ['ST', cited.short],
    ['T2', cited.edition],
    ['PY', `${day.year}`],
    ['DA', slashed(day)],
    ['CY', cited.place],
    ['ET', versionOf(cited)],
    ['SE', locator],
    ['M3', cited.work],
    ['LA', 'en'],
    ['UR', cited.address],
  ]
  return risRecord(fields)
}

function risEntry({key, name, work, version, day, address}: CitedEntry): string {
  return risRecord([
    ['TY', 'DICT'],
    ['ID', key],
    ['TI', name],
    ['T2', work],
    ['PY', `${day.year}`],
    ['DA', slashed(day)],
    ['ET', version],
    ['LA', 'en'],
    ['UR', address],
  ])
}

function risRecord(fields: readonly (readonly [string, string | undefined])[]): string {
  return (
    [...fields, ['ER', ''] as const]
      .filter(([, value]) => value !== undefined)
      // What reads the lines may take a second space before a hyphen for another tag.
      .map(([tag, value = '']) => `${tag}  - ${value.replaceAll(/ {2,}/g, ' ')}`)
      .join('\r\n')
  )
}

function csl(cited: Cited): string {
  return JSON.stringify(cslItem(cited), null, 2)
}

function cslItem(cited: Cited) {
  return {
    id: cited.key,
    type: 'webpage',
    title: cited.title,
    'title-short': cited.short,
    author: cited.issuers.map((literal) => ({literal})),
    issued: issued(cited.day),
    'event-place': cited.place,
    genre: cited.work,
    'container-title': cited.edition,
    version: versionOf(cited),
    // A CSL locator belongs to the place that cites; the part of a work is its section.
    section: cited.locator,
    language: 'en',
    URL: cited.address,
  }
}

function cslEntry({key, name, work, version, day, address}: CitedEntry): string {
  const item = {
    id: key,
    type: 'entry-dictionary',
    title: name,
    'container-title': work,
    issued: issued(day),
    version,
    language: 'en',
    URL: address,
  }
  return JSON.stringify(item, null, 2)
}

function issued({year, month, day}: Day): {readonly 'date-parts': readonly (readonly number[])[]} {
  return {'date-parts': [[year, month, day].filter((part) => part !== undefined)]}
}

/** Version and day in one field: neither RIS nor CSL has a date for what an item stands in. */
function versionOf({version, versionDay}: Cited): string {
  return `${version} (${versionDay.iso})`
}

// ---------------------------------------------------------------- text and dates

/** Line breaks and other controls would end a value of RIS and break a record of the others. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function dayOf(iso: string): Day {
  const [year = 0, month, day] = iso.split('-').map(Number)
  return {iso, year, ...(month === undefined ? {} : {month}), ...(day === undefined ? {} : {day})}
}

function monthOf({month}: Day): string | undefined {
  return month === undefined ? undefined : months[month - 1]
}

/** What a date has beside its year: `, October 31`. */
function inYear(day: Day): string {
  const parts = [monthOf(day), day.day].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : `, ${parts.join(' ')}`
}

/** `October 31, 2024`, `October 2024`, `2024`. */
function american(day: Day): string {
  const month = monthOf(day)
  if (month === undefined) return `${day.year}`
  return day.day === undefined ? `${month} ${day.year}` : `${month} ${day.day}, ${day.year}`
}

/** `31 Oct. 2024`; months of up to four letters stand whole, September keeps four. */
function abbreviated(day: Day): string {
  const name = monthOf(day)
  if (name === undefined) return `${day.year}`
  const month = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`
  return day.day === undefined ? `${month} ${day.year}` : `${day.day} ${month} ${day.year}`
}

/** `2024/10/31`. */
function slashed({iso}: Day): string {
  return iso.replaceAll('-', '/')
}
