/**
 * The edition as plain data: what a statement, a note, a term, a formula is.
 * Types only. The words are those of ARCHITECTURE.md; everything that shows,
 * checks, searches or exports the edition reads these shapes and nothing else.
 */

declare const brand: unique symbol
type Brand<Name extends string> = string & {readonly [brand]: Name}

/** Name of a file in `content/statements/`, such as `2p2-2024`. Never changed once published. */
export type StatementId = Brand<'statement'>
/** Name of a file in `content/glossary/`, such as `ncg`. */
export type TermId = Brand<'term'>
/** Name of a file in `content/formulas/`, such as `end-of-regime`. */
export type FormulaId = Brand<'formula'>
/** Name of a file in `content/changes/`, such as `c1-regime-line`. */
export type ChangeId = Brand<'change'>
/** Name of a file in `content/people/`. */
export type PersonId = Brand<'person'>
/** Name of a file in `content/witnesses/`; begins with `w-`. */
export type WitnessId = Brand<'witness'>
/** A key of `content/sources.yaml`, such as `s25d`. */
export type SourceId = Brand<'source'>
/** A key of `content/open-points.yaml`. */
export type OpenPointId = Brand<'open point'>
/** Paragraph, full stop, clause, and a letter where one sentence makes several: `5.3`, `8.1a`. */
export type ClauseNumber = Brand<'clause'>
/** Line and sentence within a witness, both from 1: `9.4`. */
export type SentenceNumber = Brand<'sentence'>

/** Where something stands in `content/`. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** How sure a fact is: seen in a source, generally known, doubtful, or told in two ways. */
export type Certainty = 'found' | 'known' | 'unsure' | 'conflict'

/** How sure a Korean form is. */
export type KoreanCertainty = 'certain' | 'likely' | 'unsure'

/** A year, a month or a day: `2024`, `2024-10`, `2024-10-31`. */
export type PartialDate = string

/** The kinds of records that ids name. */
export type RecordKind = 'statement' | 'term' | 'formula' | 'change' | 'person' | 'witness' | 'source'

/** An id that stands in front matter or in a record, whether or not there is such a thing. */
export interface NamedId {
  readonly kind: RecordKind
  readonly id: string
  /** The id itself. */
  readonly place: Place
}

/** What every assertion rests on. */
export interface Evidence {
  readonly certainty: Certainty
  /** Bibliography records and witnesses, in the order the author names them. */
  readonly sources: readonly (SourceId | WitnessId)[]
  /** Who interprets, where the assertion is a reading and not a fact. */
  readonly by?: string
}

// ---------------------------------------------------------------- text

/** Running text. Line breaks of the file are single spaces here. */
export interface Text {
  readonly type: 'text'
  readonly value: string
  readonly place: Place
}

export interface Emphasis {
  readonly type: 'emphasis' | 'strong'
  readonly children: readonly Inline[]
  readonly place: Place
}

/** A link to `https:`, to a path of this site, or to a fragment of this page. */
export interface Link {
  readonly type: 'link'
  readonly url: string
  readonly children: readonly Inline[]
  readonly place: Place
}

/** `<Term id>`: these words name a glossary entry. */
export interface TermMention {
  readonly type: 'term'
  readonly id: TermId
  readonly children: readonly Inline[]
  readonly place: Place
}

/** `<Person id>`: these words name a person. */
export interface PersonMention {
  readonly type: 'person'
  readonly id: PersonId
  readonly children: readonly Inline[]
  readonly place: Place
}

/** `<Quote>`: exact words of a statement. */
export interface Quotation extends QuotedWords {
  readonly type: 'quotation'
  /** Of the words alone, without the tags. */
  readonly wordsPlace: Place
}

/** The words of a quotation, and what is said of them. */
export interface QuotedWords {
  readonly words: string
  readonly formulas: readonly FormulaId[]
  readonly basis: Basis
  /** Its number within the statement, where its formula does not tell it from the others. Never used again. */
  readonly n?: number
  readonly place: Place
}

/** How the exact words are known: read in a witness, seen in a source, or restored by an apparatus. */
export type Basis =
  | {readonly type: 'witness'; readonly witness: WitnessId}
  | {readonly type: 'source'; readonly source: SourceId}
  | {readonly type: 'restored'}

/** `<Ref to>`: a pointer to a clause, a note, a formula, a witness row … */
export interface Reference {
  readonly type: 'reference'
  readonly to: Target
  /** Empty where the page is to print the target's own short name. */
  readonly children: readonly Inline[]
  readonly place: Place
}

/** `<Cite source>`: a mark that leads to the bibliography. */
export interface Citation {
  readonly type: 'citation'
  readonly source: SourceId
  readonly place: Place
}

export type Inline = Text | Emphasis | Link | TermMention | PersonMention | Quotation | Reference | Citation

export interface ParagraphBlock {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
  readonly place: Place
}

export interface ListBlock {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly Block[])[]
  readonly place: Place
}

export interface HeadingBlock {
  readonly type: 'heading'
  /** 2 to 4: 1 is the page's own. */
  readonly depth: number
  readonly children: readonly Inline[]
  readonly place: Place
}

export type Block = ParagraphBlock | ListBlock | HeadingBlock

/** What a reference can point to. */
export type Target =
  | {readonly type: 'statement'; readonly statement: StatementId}
  | {readonly type: 'clause'; readonly statement: StatementId; readonly clause: ClauseNumber}
  | {readonly type: 'note'; readonly statement: StatementId; readonly clause: ClauseNumber; readonly note: number}
  | {readonly type: 'term'; readonly term: TermId}
  | {readonly type: 'formula'; readonly formula: FormulaId}
  | {readonly type: 'change'; readonly change: ChangeId}
  | {readonly type: 'person'; readonly person: PersonId}
  | {readonly type: 'witness'; readonly witness: WitnessId}
  | {readonly type: 'emendation'; readonly witness: WitnessId; readonly row: string}
  | {readonly type: 'source'; readonly source: SourceId}

// ---------------------------------------------------------------- statements

export type StatementKind =
  'joint-statement' | 'press-statement' | 'communique' | 'declaration' | 'fact-sheet' | 'readout' | 'national-document'

export type Party =
  | 'rok'
  | 'us'
  | 'japan'
  | 'russia'
  | 'dprk'
  | 'australia'
  | 'canada'
  | 'france'
  | 'germany'
  | 'italy'
  | 'netherlands'
  | 'new-zealand'
  | 'uk'
  | 'unc-members'

/**
 * A joint statement, press statement, communiqué, declaration or fact sheet.
 * What is optional here is not known of some statements that are entered as a
 * record only.
 */
export interface Statement extends Evidence {
  readonly id: StatementId
  readonly path: string
  readonly title: string
  readonly titleKo?: string
  /** For lists, running heads and references: `2+2, 2024`. */
  readonly short: string
  readonly kind: StatementKind
  /** The series it belongs to; a glossary term. A document of one side belongs to none. */
  readonly forum?: TermId
  /** The day it was issued, where it was issued; the month or the year where no more is known. */
  readonly date: PartialDate
  readonly place?: string
  /** IANA time zone of the place. */
  readonly zone?: string
  /** Absent where no issuer was host. */
  readonly host?: Party
  /** In the order the document names them. */
  readonly issuers: readonly Party[]
  readonly participants: readonly PersonId[]
  /** How much of the statement stands here. */
  readonly edition: 'full' | 'extract' | 'record'
  /** Whether clause numbers follow the witness, the official text, or neither for good yet. */
  readonly numbering?: 'own' | 'official' | 'provisional'
  readonly witnesses: readonly WitnessId[]
  /** Formulas that are known to stand in the statement, where no clause of this edition quotes them. */
  readonly attestations: readonly RecordedAttestation[]
  readonly absences: readonly Absence[]
  readonly summary: string
  readonly formerIds: readonly string[]
  readonly sections: readonly Section[]
  /** The ids in its front matter. */
  readonly named: readonly NamedId[]
}

/** A formula known to stand in a statement whose clause is not edited. */
export interface RecordedAttestation extends Evidence {
  readonly formula: FormulaId
  /** Exact words; absent where it is known only that the formula stands there. */
  readonly words?: string
  /** Id of the variant the words are, or are reported to be; absent for the canonical words and where it is not known. */
  readonly variant?: string
  /** Where the exact words were seen; absent where they rest on general knowledge. */
  readonly basis?: Basis
  readonly note?: string
  readonly place: Place
}

/** A formula that this forum uses and that is not here: a fact with a source, never a guess. */
export interface Absence extends Evidence {
  readonly formula: FormulaId
  readonly note?: string
  readonly place: Place
}

/** Clauses under one heading. */
export interface Section {
  readonly title: string
  /** Fragment of the heading, beginning with `s-`. */
  readonly anchor: string
  readonly paragraphs: readonly Paragraph[]
  readonly place: Place
}

export interface Paragraph {
  readonly n: number
  readonly clauses: readonly Clause[]
}

/** The smallest unit one cites: one assertion, restated in our words. */
export interface Clause {
  readonly n: ClauseNumber
  /** The witness sentences it answers to. */
  readonly from: readonly SentenceAddress[]
  readonly content: readonly Inline[]
  /** The text of `content`, character for character as a page shows it. */
  readonly text: string
  readonly notes: readonly Note[]
  /** Numbers under which it was published before; they lead here. */
  readonly formerIds: readonly ClauseNumber[]
  readonly place: Place
  readonly fromPlace: Place
}

export interface SentenceAddress {
  readonly witness: WitnessId
  readonly sentence: SentenceNumber
}

export type NoteKind = 'context' | 'law' | 'lineage' | 'speaker' | 'witness' | 'figure' | 'translation' | 'later'

/** Editorial prose keyed to words of a clause. */
export interface Note extends Evidence {
  /** Its number within the clause; with the clause its address for ever. */
  readonly n: number
  readonly kind: NoteKind
  readonly lemma: Lemma
  readonly content: readonly Block[]
  readonly text: string
  /** Addresses under which it was published before, such as `5.2-n1`; they lead here. */
  readonly formerIds: readonly string[]
  readonly place: Place
  /** What it says in `sources`; the note itself where it names none. */
  readonly sourcesPlace: Place
}

/** The exact words a note is keyed to (the `exact` of a W3C TextQuoteSelector). */
export interface Lemma {
  readonly exact: string
  /** Which occurrence of the words is meant, from 1, where there are several. */
  readonly nth?: number
  /** Offsets into the clause's text; absent where the words were not found. */
  readonly range?: Range
  readonly place: Place
}

export interface Range {
  readonly start: number
  readonly end: number
}

// ---------------------------------------------------------------- glossary, formulas, people

export type TermKind =
  | 'body'
  | 'treaty'
  | 'agreement'
  | 'document'
  | 'policy'
  | 'concept'
  | 'label'
  | 'law'
  | 'place'
  | 'country'
  | 'weapon'
  | 'event'
  | 'exercise'

/** A glossary entry. */
export interface Term extends Evidence {
  readonly id: TermId
  readonly path: string
  readonly label: string
  readonly abbr?: string
  readonly aliases: readonly string[]
  /** Forms that bad copies print. Searched, never shown as names. */
  readonly spun: readonly string[]
  readonly misspelt: readonly string[]
  readonly korean?: Korean
  readonly kind: TermKind
  readonly established?: PartialDate
  readonly parties: readonly string[]
  readonly broader: readonly TermId[]
  readonly related: readonly TermId[]
  readonly distinguish: readonly {readonly term: TermId; readonly because: string}[]
  readonly facts: readonly Fact[]
  readonly formerIds: readonly string[]
  /** The first paragraph: what a card shows. */
  readonly card: readonly Inline[]
  readonly cardText: string
  /** The rest of the entry. */
  readonly entry: readonly Block[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

/** A Korean name, its other forms, its romanization (Revised Romanization of Korean). */
export interface Korean {
  readonly label: string
  readonly also: readonly string[]
  readonly romanization?: string
  readonly certainty: KoreanCertainty
}

/** One assertion with its evidence. */
export interface Fact extends Evidence {
  readonly date?: PartialDate
  readonly text: string
}

/** What a formula is about. */
export type Theme =
  | 'alliance'
  | 'deterrence'
  | 'denuclearization'
  | 'sanctions'
  | 'forces'
  | 'north-korea'
  | 'region'
  | 'russia-ukraine'
  | 'cyber-space'

/** A recurring diplomatic phrase. */
export interface Formula extends Evidence {
  readonly id: FormulaId
  readonly path: string
  readonly label: string
  /** Its number in the register: `F05`. */
  readonly number: string
  /** What statements, terms and changes that rest on it are about, too. */
  readonly themes: readonly Theme[]
  /** The canonical words; `…` stands for up to six words in between. */
  readonly wording: string
  readonly variants: readonly Variant[]
  readonly aliases: readonly string[]
  readonly spun: readonly string[]
  readonly related: readonly FormulaId[]
  readonly terms: readonly TermId[]
  readonly formerIds: readonly string[]
  /** What it means, in two sentences. */
  readonly meaning: readonly Inline[]
  readonly meaningText: string
  /** What is known of its life. */
  readonly life: readonly Block[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

/** Another shape of a formula. */
export interface Variant {
  readonly id: string
  readonly label: string
  readonly wording: string
}

/** An essay on how the wording changed. It rests on attestations; what they do not bear out is a reading. */
export interface Change extends Evidence {
  readonly id: ChangeId
  readonly path: string
  readonly label: string
  /** Its number among the changes: `C1`. */
  readonly number: string
  /** The formulas whose attestations it rests on. */
  readonly formulas: readonly FormulaId[]
  /** The statements whose issuers, heads and dates it rests on, where formulas do not tell it. */
  readonly statements: readonly StatementId[]
  readonly terms: readonly TermId[]
  /** Claims that the attestations do not bear, each with whose reading it is. */
  readonly readings: readonly Reading[]
  readonly formerIds: readonly string[]
  /** What changed, in two sentences. */
  readonly summary: readonly Inline[]
  readonly summaryText: string
  readonly essay: readonly Block[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

/** An interpretation, with the one who interprets. */
export interface Reading extends Evidence {
  readonly text: string
  readonly by: string
}

export interface Person extends Evidence {
  readonly id: PersonId
  readonly path: string
  readonly name: string
  /** How a list sorts the name: family name first. */
  readonly sort: string
  readonly also: readonly string[]
  readonly korean?: Korean
  readonly party: Party
  readonly offices: readonly Office[]
  readonly note?: string
  readonly distinguish: readonly {readonly person: PersonId; readonly because: string}[]
  readonly formerIds: readonly string[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

export interface Office extends Evidence {
  readonly title: string
  readonly party: Party
  /** Absent where the beginning is not known. */
  readonly from?: PartialDate
  /** Absent where the end is not known or the office is still held. */
  readonly to?: PartialDate
}

// ---------------------------------------------------------------- witnesses and sources

/** From the issuing ministry (W1) down to invented (W7). */
export type Grade = 'W1' | 'W2' | 'W3' | 'W4' | 'W5' | 'W6' | 'W7'

/** A copy of a statement that circulates. */
export interface Witness extends Evidence {
  readonly id: WitnessId
  readonly path: string
  readonly statement: StatementId
  readonly grade: Grade
  readonly title: string
  readonly publisher: string
  readonly date?: PartialDate
  readonly url?: string
  /** The official page of the statement this copies. */
  readonly official?: string
  /** What sort of copy it is, and what its grade rests on. */
  readonly summary: string
  /** Absent where no file was received: nothing can be compared with such a copy, and no quotation can rest on it. */
  readonly received?: Received
  /** Empty where no file was received. */
  readonly outside: readonly Outside[]
  /** Empty where no file was received. */
  readonly apparatus: readonly Emendation[]
  /** What it gets wrong, where there is no apparatus to tell it. */
  readonly examples: readonly Example[]
  readonly formerIds: readonly string[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

/** The file of a witness as it was received. */
export interface Received {
  readonly sha256: string
  /** Number of sentences in each line. */
  readonly lines: readonly number[]
}

/** A few words of a copy that was seen and not received, and what the statement has there. */
export interface Example extends Evidence {
  readonly reads: string
  /** Empty where the words do not belong there. */
  readonly should: string
  readonly note?: string
}

/** Sentences of a witness that are not the statement's. */
export interface Outside {
  readonly sentences: readonly SentenceNumber[]
  readonly reason: string
  readonly place: Place
}

/** What a witness reads and what it should read. */
export interface Emendation {
  /** Its address in the apparatus: `r5.3-1`. */
  readonly row: string
  readonly at: SentenceNumber
  readonly n: number
  readonly reads: string
  readonly nth?: number
  readonly should: string
  readonly basis: 'official' | 'pattern' | 'fixed' | 'inference'
  readonly certainty: 'high' | 'medium' | 'low'
  readonly sources: readonly SourceId[]
  readonly note?: string
  readonly place: Place
}

/** A page or document that facts rest on. */
export interface Source {
  readonly id: SourceId
  readonly type: string
  readonly title?: string
  readonly description?: string
  readonly publisher?: string
  readonly issued?: PartialDate
  readonly url?: string
  /** Who copied it, where the publisher's own page was not seen. */
  readonly via?: string
  readonly language: string
  /** How much of it was seen. */
  readonly seen: 'opening' | 'whole' | 'passage' | 'listing'
  /** False for pages kept as examples of bad copies. */
  readonly reliable: boolean
  readonly note?: string
  readonly place: Place
}

/** A question that the edition could not settle, or has settled since. Its evidence is that of what is known. */
export interface OpenPoint extends Evidence {
  readonly id: OpenPointId
  readonly question: string
  readonly status: 'open' | 'settled'
  /** What is known of it; once it is settled, the answer. */
  readonly known: string
  /** What would settle it, or has. */
  readonly settles: string
  readonly statements: readonly StatementId[]
  readonly terms: readonly TermId[]
  readonly formulas: readonly FormulaId[]
  readonly named: readonly NamedId[]
  readonly place: Place
}

/** A quotation that a machine has compared with a witness. */
export interface LockedQuotation {
  /** `statement#clause`. */
  readonly at: string
  /** SHA-256 of the words, UTF-8, in hexadecimal. */
  readonly quotation: string
  readonly basis: 'witness' | 'restored'
  readonly witness: WitnessId
  readonly witnessSha256: string
}

/** An address that has been published, and where the register has it. */
export interface RegisteredId {
  readonly to: Target
  readonly place: Place
}

/** A text that was published: when for the first time, and since when its words are what they are. */
export interface DatedText {
  /** A statement, a term, a formula, an essay or a note. */
  readonly at: Target
  /** `2026-11-23`. */
  readonly first: string
  /** `first` where it has not changed. */
  readonly changed: string
  /** Of its words, 12 hexadecimal digits; `src/analysis/history.ts` makes it. */
  readonly digest: string
}

/** Digests of runs of words of a witness, and of the rows of its apparatus; `src/check/shingles.ts` makes them. */
export interface LockedShingles {
  readonly witness: WitnessId
  readonly witnessSha256: string
  /** Six characters each, sorted. */
  readonly shingles: readonly string[]
  /** Six characters each, in the order of the rows. */
  readonly rows: readonly string[]
}

// ---------------------------------------------------------------- who refers to whom

/** The text that something stands in: a clause, a note, an entry. */
export type Site =
  | {readonly type: 'clause'; readonly statement: StatementId; readonly clause: ClauseNumber}
  | {readonly type: 'note'; readonly statement: StatementId; readonly clause: ClauseNumber; readonly note: number}
  | {readonly type: 'term'; readonly term: TermId}
  | {readonly type: 'formula'; readonly formula: FormulaId}
  | {readonly type: 'change'; readonly change: ChangeId}

/** A place where a term or a person stands, within the text of its site. */
export interface Occurrence {
  readonly site: Site
  /** The text of the site (of the block, in entries). Shared, not copied. */
  readonly text: string
  readonly range: Range
  readonly place: Place
}

/** One occurrence of a formula in a statement. It stays as it is where other words of its clause are edited. */
export interface Attestation extends Omit<RecordedAttestation, 'place'> {
  readonly statement: StatementId
  /** The clause that quotes it; absent where that is not edited. */
  readonly clause?: ClauseNumber
  /** Where in `words` the formula itself stands; a quotation may say more. Absent without words, or where they are none of its shapes. */
  readonly core?: Range
}

/** A clause, its text, and where in it the words of a quotation stand. */
export interface InClause {
  readonly clause: ClauseNumber
  readonly text: string
  readonly range: Range
}

/** A quotation, and where it stands. */
export type QuotedInClause = QuotedWords & InClause

/** A formula in the clause that quotes it. */
export interface FormulaInClause extends InClause {
  readonly statement: StatementId
}

/** A note in its statement, without what it says. */
export interface NoteHead extends Evidence {
  readonly clause: ClauseNumber
  /** Its number within the clause. */
  readonly n: number
  /** The words of its lemma. */
  readonly lemma: string
  readonly place: Place
}

/** A pointer, seen from where it stands. */
export interface Pointer {
  readonly site: Site
  readonly to: Target
  readonly place: Place
}

/** Who refers to whom. Every list is in the order of the edition. */
export interface Graph {
  readonly occurrences: ReadonlyMap<TermId, readonly Occurrence[]>
  /** The statements in whose clauses and notes a term is marked, earliest first. */
  readonly standing: ReadonlyMap<TermId, readonly StatementId[]>
  readonly mentions: ReadonlyMap<PersonId, readonly Occurrence[]>
  /** Earliest statement first; within a statement the clauses in their order, then what is recorded without a clause. */
  readonly attestations: ReadonlyMap<FormulaId, readonly Attestation[]>
  /** References and citations, by what they point to (`targetKey`). */
  readonly backlinks: ReadonlyMap<string, readonly Pointer[]>
  readonly participations: ReadonlyMap<PersonId, readonly StatementId[]>
  /** The same attestations by statement, in the same order. */
  readonly attested: ReadonlyMap<StatementId, readonly Attestation[]>
  /** The clauses that quote a formula, in the order of its attestations; a clause as often as it does. */
  readonly clausesWith: ReadonlyMap<FormulaId, readonly FormulaInClause[]>
  /** The quotations in the clauses of a statement, as they stand. */
  readonly quoted: ReadonlyMap<StatementId, readonly QuotedInClause[]>
  /** The statements of a forum, earliest first. */
  readonly series: ReadonlyMap<TermId, readonly StatementId[]>
  /** The statements of the same issuers, whatever their order (`issuersKey`), earliest first. */
  readonly issued: ReadonlyMap<string, readonly StatementId[]>
  /** The place of a statement in its list of `series` and in that of `issued`, from 0. */
  readonly places: ReadonlyMap<StatementId, {readonly series?: number; readonly issued: number}>
  /** All statements, earliest first. */
  readonly byDate: readonly StatementId[]
  /** How many statements there are of a year. */
  readonly years: ReadonlyMap<number, YearOfStatements>
  /** How many clauses of a statement stand here. */
  readonly clauses: ReadonlyMap<StatementId, number>
  /** The notes of a statement that has some, in the order of its clauses. */
  readonly notes: ReadonlyMap<StatementId, readonly NoteHead[]>
  /** Where the statements that have notes stand among each other. */
  readonly annotated: ReadonlyMap<StatementId, Annotated>
  /** Recorded absences, earliest statement first. */
  readonly absences: ReadonlyMap<FormulaId, readonly AbsenceIn[]>
  /** The copies of a statement that are graded. */
  readonly copies: ReadonlyMap<StatementId, readonly WitnessId[]>
  /** The points about a statement that are open. */
  readonly questions: ReadonlyMap<StatementId, readonly OpenPointId[]>
  /**
   * The essays that name a statement, a formula or a term (`targetKey`) or point to it; a statement is pointed to with
   * its clauses and notes.
   */
  readonly essays: ReadonlyMap<string, ReadonlySet<ChangeId>>
  /** The terms whose entries name a term, by what they say of it. */
  readonly namedBy: ReadonlyMap<TermId, Readonly<Record<'broader' | 'distinguish' | 'related', readonly TermId[]>>>
  /** The quotations that have been verified, by the clause they stand in: `2p2-2024#5.3`. */
  readonly locked: ReadonlyMap<string, readonly LockedQuotation[]>
  /** The formulas that name a term among theirs. */
  readonly formulasWith: ReadonlyMap<TermId, readonly FormulaId[]>
}

/** The statements of a year: whose clauses stand here, and of which only the record does. */
export interface YearOfStatements {
  readonly edited: number
  readonly records: number
}

/** A statement with notes among those that have any, by date. */
export interface Annotated {
  /** How many notes the statements before it have. */
  readonly notesBefore: number
  readonly notes: number
  readonly previous?: StatementId
  readonly next?: StatementId
}

/** A recorded absence and where it is recorded. */
export interface AbsenceIn {
  readonly statement: StatementId
  readonly absence: Absence
}

// ---------------------------------------------------------------- the whole

/** Everything in `content/`, parsed once. */
export interface Corpus {
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly terms: ReadonlyMap<TermId, Term>
  readonly formulas: ReadonlyMap<FormulaId, Formula>
  readonly changes: ReadonlyMap<ChangeId, Change>
  readonly people: ReadonlyMap<PersonId, Person>
  readonly witnesses: ReadonlyMap<WitnessId, Witness>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly openPoints: ReadonlyMap<OpenPointId, OpenPoint>
  readonly lock: readonly LockedQuotation[]
  readonly register: readonly RegisteredId[]
  readonly history: readonly DatedText[]
  readonly shingles: readonly LockedShingles[]
  readonly graph: Graph
}

/** A file of `content/` as it lies on the disk. */
export interface SourceFile {
  /** From the project's root, with forward slashes: `content/glossary/ncg.mdx`. */
  readonly path: string
  /** May be read from the disk each time they are asked for. */
  readonly bytes: Uint8Array
}
