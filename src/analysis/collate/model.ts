/**
 * The check of a copy as plain data: what goes in (the kit) and what comes out
 * (the collation). Types only, and everything is JSON: the kit is made where
 * the corpus is, and used where it cannot be, in the browser.
 */

import type {
  ClauseNumber,
  FormulaId,
  Grade,
  Party,
  PartialDate,
  PersonId,
  Range,
  SentenceNumber,
  StatementId,
  TermId,
  TermKind,
  WitnessId,
} from '../../corpus/model.ts'

// ---------------------------------------------------------------- the kit

/** What a check needs to know of the edition. */
export interface CollationKit {
  readonly statements: readonly KitStatement[]
  readonly formulas: readonly KitFormula[]
  readonly terms: readonly KitTerm[]
  readonly people: readonly KitPerson[]
  readonly witnesses: readonly KitWitness[]
  /** Forms that bad copies print: those of the glossary, of the formulas and of the apparatus. */
  readonly dictionary: readonly KitSubstitution[]
  /** Further words the edition uses, each once, between spaces. */
  readonly register: string
}

export interface KitStatement {
  readonly id: StatementId
  /** For people who choose a statement. */
  readonly title: string
  readonly short: string
  readonly date: PartialDate
  readonly issuers: readonly Party[]
  readonly participants: readonly PersonId[]
  /** In their order; none where only the record stands in the edition. */
  readonly clauses: readonly KitClause[]
  /** Attested words of a record, which has no clauses to hold them. */
  readonly attested: readonly KitQuotation[]
}

export interface KitClause {
  readonly n: ClauseNumber
  /** The edition text. */
  readonly text: string
  readonly quotations: readonly KitQuotation[]
  readonly terms: readonly TermId[]
  /** Sentences of witnesses it answers to. */
  readonly from: readonly {readonly witness: WitnessId; readonly sentence: SentenceNumber}[]
}

/** Exact words of a statement, with the formulas they are cases of. */
export interface KitQuotation {
  readonly words: string
  readonly formulas: readonly FormulaId[]
}

export interface KitFormula {
  readonly id: FormulaId
  readonly label: string
  /** The canonical wording, then those of the variants. */
  readonly wordings: readonly string[]
}

export interface KitTerm {
  readonly id: TermId
  readonly kind: TermKind
  readonly label: string
  readonly abbr?: string
  readonly aliases: readonly string[]
}

export interface KitPerson {
  readonly id: PersonId
  readonly name: string
  readonly also: readonly string[]
  readonly party: Party
  readonly offices: readonly {readonly title: string; readonly from?: PartialDate; readonly to?: PartialDate}[]
}

export interface KitWitness {
  readonly id: WitnessId
  readonly statement: StatementId
  readonly grade: Grade
  readonly rows: readonly KitRow[]
}

/** A row of an apparatus that changes something. */
export interface KitRow {
  readonly row: string
  readonly at: SentenceNumber
  readonly reads: string
  readonly nth?: number
  readonly should: string
}

/** A form that bad copies print, with what it stands for where that is known. */
export interface KitSubstitution {
  readonly reads: string
  readonly should?: string
  readonly formula?: FormulaId
  readonly term?: TermId
  /** In how many places of the apparatus it stands. */
  readonly count: number
}

// ---------------------------------------------------------------- the collation

/** What a check of a copy says. */
export type Collation = Refused | Unrelated | Collated

/** The text cannot be collated. */
export interface Refused {
  readonly kind: 'refused'
  readonly reason: 'empty' | 'too-short' | 'too-large' | 'binary' | 'not-english' | 'unknown-statement'
  /** What happened and what to do, for people. */
  readonly sentence: string
}

/** The text is a text, and not of a statement that the edition knows well enough. */
export interface Unrelated {
  readonly kind: 'none-of-ours'
  readonly sentence: string
  /** The nearest statements, nearest first; far off all the same. */
  readonly alternatives: readonly Candidate[]
}

export interface Collated {
  readonly kind: 'collated'
  readonly statement: Candidate
  /** Other statements that could be meant, likeliest first. */
  readonly alternatives: readonly Candidate[]
  /** A witness of the edition that this copy agrees with in its errors. */
  readonly witness?: WitnessId
  /** Sentences of the copy, in its order, each with the clauses it answers to. */
  readonly segments: readonly Segment[]
  /** Clauses that no sentence answers to: not found by matching, which proves nothing. */
  readonly unmatched: readonly ClauseNumber[]
  /** In the order of the copy; ranges do not overlap. */
  readonly findings: readonly CopyFinding[]
  readonly formulas: readonly FormulaOutcome[]
  readonly modals: readonly ModalShift[]
  /** Substitutions that this copy makes, most frequent first. */
  readonly substitutions: readonly SubstitutionOutcome[]
  readonly verdict: Verdict
  /** Words of the copy, and how many of them stand in a finding. */
  readonly words: {readonly all: number; readonly flagged: number}
}

/** A statement that the copy may be of. */
export interface Candidate {
  readonly id: StatementId
  readonly short: string
  /** 0 to 1: how much of the copy answers to the statement. */
  readonly score: number
  /** What speaks for it, for people: names, formulas, quotations, dates. */
  readonly because: readonly string[]
}

/** One sentence of the copy. */
export interface Segment {
  readonly range: Range
  readonly clauses: readonly ClauseNumber[]
  /** 0 to 1, with the clause it is most like. */
  readonly likeness: number
}

export type CopyFindingKind =
  'formula' | 'quotation' | 'modal' | 'spun-word' | 'name' | 'person' | 'office' | 'gloss' | 'artefact'

/** How sure a finding is. */
export type Weight = 'certain' | 'likely' | 'possible'

/** One place where the copy departs from the record, or breaks. */
export interface CopyFinding {
  readonly kind: CopyFindingKind
  /** Offsets into the pasted text, in UTF-16 units; only the words that depart. */
  readonly range: Range
  readonly found: string
  /** What the record has there; absent where nothing better is known. */
  readonly expected?: string
  readonly clause?: ClauseNumber
  readonly weight: Weight
  /** One sentence for people: what it rests on. */
  readonly because: string
  readonly formula?: FormulaId
  readonly term?: TermId
  readonly person?: PersonId
  /** Rows of the apparatus of `Collated.witness`, by their addresses: `r5.3-1`. */
  readonly row?: string
}

export type DifferencePart = {readonly type: 'same' | 'found' | 'expected'; readonly text: string}

/** What became of one formula that the statement has. */
export interface FormulaOutcome {
  readonly id: FormulaId
  readonly label: string
  readonly clause?: ClauseNumber
  /**
   * `kept`: the formula stands as the record has it, in a quotation that departs elsewhere;
   * `variant`: another known shape of the formula than the record has here.
   */
  readonly state: 'exact' | 'kept' | 'variant' | 'altered' | 'not-found'
  readonly expected: string
  readonly found?: string
  readonly range?: Range
  /** Word by word, the copy against the record; empty where it is exact or not found. */
  readonly difference: readonly DifferencePart[]
}

/** A modal verb that stands where the record has another. */
export interface ModalShift {
  /** What the record has. */
  readonly from: string
  /** What the copy has. */
  readonly to: string
  readonly places: readonly {readonly range: Range; readonly clause?: ClauseNumber}[]
}

export interface SubstitutionOutcome {
  readonly found: string
  readonly expected: string
  readonly count: number
}

/** What kind of copy it probably is. About the copy, never about who published it. */
export interface Verdict {
  /** The likeliest grade. */
  readonly grade: Grade
  /** Sums to 1. */
  readonly probabilities: Readonly<Record<Grade, number>>
  /** For people: “This is very likely a spun copy …”. */
  readonly sentence: string
  readonly evidence: readonly VerdictEvidence[]
}

export interface VerdictEvidence {
  /** Grades it speaks for. */
  readonly grades: readonly Grade[]
  readonly sentence: string
  readonly count: number
  readonly example?: string
}

// ---------------------------------------------------------------- two texts with each other

/** Two texts, sentence by sentence. */
export interface TextComparison {
  readonly pairs: readonly SentencePair[]
  /** Words of both that are the same and in the same order, as a share of all. */
  readonly likeness: number
}

/** Two sentences that answer to each other, or one alone. */
export interface SentencePair {
  readonly a?: Range
  readonly b?: Range
  /** Word by word; `found` is what `a` has, `expected` what `b` has. */
  readonly difference: readonly DifferencePart[]
}
