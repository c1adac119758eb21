/**
 * What a change of the edition means: the difference of two corpora as plain
 * data. This is what `npm run diff -- BASE --format json` prints; whoever reads
 * it looks at `format` and `version` first. A field is added without a new
 * version; where one is renamed, taken away or means something else, `version`
 * is counted up.
 */

import type {Message} from '../../corpus/message.ts'
import type {ClauseNumber, Corpus, FormulaId, NoteKind, PartialDate, StatementId, TermId} from '../../corpus/model.ts'
import type {Presence} from '../presence.ts'
import type {WordingPart} from '../wording.ts'

/** An edition with what the check says of it. */
export interface Edition {
  readonly corpus: Corpus
  readonly messages: readonly Message[]
}

export type RecordKind = 'statement' | 'term' | 'formula' | 'change' | 'person' | 'witness' | 'source' | 'open-point'

export interface Review {
  readonly format: 'linchpin-review'
  readonly version: 1
  /** Whether the two editions say the same: everything below is empty then. */
  readonly same: boolean
  /** Records that came, went or have another id. */
  readonly records: readonly RecordChange[]
  /** Statements of both editions in which something changed, in the order of dates. */
  readonly statements: readonly StatementChange[]
  /** The other records of both editions in which something changed. */
  readonly entries: readonly EntryChange[]
  readonly cells: readonly CellChange[]
  /** Addresses that led somewhere and lead nowhere now: `2p2-2024#5.4-n1`, `term:ncg`. An old id that is kept is none. */
  readonly lost: readonly string[]
  /** Clause and note addresses that now name something else. */
  readonly reused: readonly string[]
  readonly untouched: Untouched
  /** Exact words that are others now, or gone, in the order of the statements. */
  readonly words: readonly WordsChange[]
  /**
   * Quotations whose comparison with a witness is recorded anew, or no longer: address, SHA-256 of the words, basis,
   * witness, its SHA-256. For the digests of a witness’s words and rows: `digests`, their SHA-256, witness, its SHA-256.
   */
  readonly lock: {readonly added: readonly string[]; readonly gone: readonly string[]}
  /** Addresses that the register of published ones has and had not, and the other way round, which is never right. */
  readonly register: {readonly added: readonly string[]; readonly gone: readonly string[]}
  readonly messages: {readonly added: readonly Message[]; readonly gone: readonly Message[]}
}

/** One record that came, went, cannot be read any more, or has another id. */
export type RecordChange =
  | {
      readonly how: 'added' | 'removed'
      readonly kind: RecordKind
      readonly id: string
      readonly label: string
      /** What it says first: the card of a term, the summary of a statement. Absent where it has no prose. */
      readonly text?: string
    }
  | {
      readonly how: 'unreadable'
      readonly kind: RecordKind
      readonly id: string
      readonly label: string
    }
  | {
      readonly how: 'renamed'
      readonly kind: RecordKind
      readonly id: string
      readonly label: string
      /** The id before, which `formerIds` keeps. */
      readonly from: string
    }

/** Proof that the rest of the edition text is the same. */
export interface Untouched {
  /** Clauses of the base whose text stands in the head, character for character. */
  readonly same: number
  /** Clauses of the base. */
  readonly of: number
  /**
   * SHA-256 of these texts, UTF-8, each with a line feed behind it, in the
   * order of the base: once taken from the base and once from the head. Equal,
   * or the review is wrong.
   */
  readonly sha256: {readonly base: string; readonly head: string}
}

/** A fact of the front matter. */
export interface FactChange {
  /** Where it stands: `date`, `absences › end-of-regime`, `offices › Secretary of State › to`. */
  readonly path: string
  /** Absent where there was none. */
  readonly from?: string
  /** Absent where there is none any more. */
  readonly to?: string
  /** What it rests on, before and now: `found (s25d)`. Absent where the fact is the evidence itself. */
  readonly evidence?: {readonly from?: string; readonly to?: string}
}

/** A text, or another property of a clause or a note, that changed. */
export interface Turn {
  readonly from: string
  readonly to: string
}

/** Links, emphasis, references and citations of a text that came or went: `term ncg “NCG”`. */
export interface MarkChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export interface StatementChange {
  readonly id: StatementId
  readonly short: string
  readonly date: PartialDate
  readonly facts: readonly FactChange[]
  /** Headings over clauses of both editions that read otherwise. */
  readonly headings: readonly Turn[]
  readonly clauses: readonly ClauseChange[]
  readonly notes: readonly NoteChange[]
  readonly terms: readonly TermChange[]
}

export type ClauseChange =
  | {readonly how: 'added' | 'removed'; readonly n: ClauseNumber; readonly text: string}
  | {
      readonly how: 'changed' | 'moved'
      readonly n: ClauseNumber
      /** Its number in the base, where it is another one. */
      readonly from?: ClauseNumber
      /** Word by word; absent where the text is the same. */
      readonly text?: readonly WordingPart[]
      /** Whether so little is left that the number now stands for another assertion. */
      readonly rewritten: boolean
      readonly quotations: readonly QuotationChange[]
      readonly marks?: MarkChange
      /** The sentences of the witness it answers to. */
      readonly answers?: Turn
      /** The numbers of before that lead to it. */
      readonly formerIds?: Turn
    }

export type QuotationChange =
  | {readonly how: 'added' | 'removed'; readonly words: string; readonly basis: string}
  | {
      readonly how: 'changed'
      /** Word by word; all of it `same` where only the basis or the formula changed. */
      readonly words: readonly WordingPart[]
      readonly basis?: Turn
      readonly formulas?: Turn
      /** Its number within the statement. */
      readonly n?: Turn
    }

/** A quotation, of a clause or of a note, whose words changed. */
export interface WordsChange {
  /** The clause: `2p2-2024#5.3`. */
  readonly at: string
  /** Word by word; all of it `deleted` where it is gone. */
  readonly words: readonly WordingPart[]
  readonly basis: string
  /**
   * Whether the lock says that somebody has compared the words of now; `never`
   * where they were seen in a source, which no program compares.
   */
  readonly compared: 'anew' | 'no' | 'never' | 'gone'
}

export type NoteChange =
  | {
      readonly how: 'added' | 'removed'
      /** `5.3-n1`. */
      readonly at: string
      readonly kind: NoteKind
      readonly lemma: string
      readonly text: string
      /** `found (s25d)`. */
      readonly evidence: string
    }
  | {
      readonly how: 'changed' | 'moved'
      readonly at: string
      /** Its address in the base, where it is another one for its own part: not because its clause has another number. */
      readonly from?: string
      readonly lemma?: Turn
      readonly text?: readonly WordingPart[]
      readonly kind?: Turn
      readonly evidence?: Turn
      /** The addresses of before that lead to it. */
      readonly formerIds?: Turn
      readonly marks?: MarkChange
    }

/** A term that a statement links and did not, or the other way round. */
export type TermChange =
  | {readonly how: 'explained' | 'lost'; readonly term: TermId; readonly label: string; readonly clause: ClauseNumber}
  | {
      readonly how: 'moved'
      readonly term: TermId
      readonly label: string
      /** Where the statement links it first. */
      readonly clause: ClauseNumber
      readonly from: ClauseNumber
    }

export interface EntryChange {
  readonly kind: Exclude<RecordKind, 'statement'>
  readonly id: string
  readonly label: string
  readonly facts: readonly FactChange[]
  readonly texts: readonly ProseChange[]
}

/** A text of an entry: its card, its essay. */
export interface ProseChange {
  readonly name: string
  readonly text?: readonly WordingPart[]
  readonly marks?: MarkChange
}

/** What a formula is in a statement; the words of `variant` are the ids of its variants. */
export interface CellState {
  readonly presence: Presence
  readonly variants: readonly string[]
}

export interface CellChange {
  readonly formula: FormulaId
  readonly label: string
  readonly statement: StatementId
  readonly short: string
  /** Absent where the base has no such statement or formula. */
  readonly from?: CellState
  readonly to?: CellState
}
