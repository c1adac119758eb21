/** Where things stand in the TEI: names of elements, and pointers to them from a document of one statement or of all. */

import type {
  Corpus,
  Evidence,
  FormulaId,
  PersonId,
  SourceId,
  Statement,
  StatementId,
  Target,
  TermId,
  WitnessId,
} from '../../corpus/model.ts'
import {rememberingLast} from '../../corpus/memo.ts'
import {statementFragments, urlOf, urls} from '../../corpus/urls.ts'
import type {EditionFacts} from '../citation.ts'
import type {Attributes} from '../xml.ts'

/** Names of elements that any statement may point to: `xml:id` values, each an NCName. */
export const names = {
  statement: (id: StatementId) => `statement-${id}`,
  term: (id: TermId) => `term-${id}`,
  formula: (id: FormulaId) => `formula-${id}`,
  person: (id: PersonId) => `person-${id}`,
  source: (id: SourceId) => `source-${id}`,
  witness: (id: WitnessId) => id,
  emendation: (id: WitnessId, row: string) => `${id}.${row}`,
  kind: (kind: string) => `kind-${kind}`,
  certainty: (certainty: string) => `certainty-${certainty}`,
} as const

/** What the statements of a document point to beside themselves, and what is therefore described there. */
export interface Gathered {
  readonly terms: Set<TermId>
  readonly formulas: Set<FormulaId>
  readonly people: Set<PersonId>
  readonly sources: Set<SourceId>
}

/** Kept of the statement that is written: it may have as many links as fragments. */
const fragmentsOf = rememberingLast(
  1,
  (statement: Statement): ReadonlySet<string> => new Set(statementFragments(statement)),
)

/** A statement that is being written, and what is known around it. */
export class Place {
  readonly corpus: Corpus
  readonly edition: EditionFacts
  /** Absent where something is written that belongs to no statement. */
  readonly statement: Statement | undefined
  /** Whether all statements stand in one document. */
  readonly whole: boolean
  readonly gathered: Gathered

  constructor(
    corpus: Corpus,
    edition: EditionFacts,
    whole: boolean,
    statement?: Statement,
    gathered: Gathered = {terms: new Set(), formulas: new Set(), people: new Set(), sources: new Set()},
  ) {
    this.corpus = corpus
    this.edition = edition
    this.statement = statement
    this.whole = whole
    this.gathered = gathered
  }

  /** The same document, at another statement. */
  at(statement: Statement): Place {
    return new Place(this.corpus, this.edition, this.whole, statement, this.gathered)
  }

  /** The `xml:id` of something within this statement: `c5.3`; `statement-2p2-2024.c5.3` where all stand in one document. */
  own(name: string): string {
    return this.#within(this.statement?.id, name)
  }

  #within(statement: StatementId | undefined, name: string): string {
    return this.whole && statement !== undefined ? `${names.statement(statement)}.${name}` : name
  }

  #inStatement(statement: StatementId, name: string): string {
    return this.#pointer(statement, this.#within(statement, name))
  }

  /** @param statement in whose document the element stands; `undefined` where that is not known */
  #pointer(statement: StatementId | undefined, name: string): string {
    const isHere = this.whole || statement === undefined || statement === this.statement?.id
    return isHere ? `#${name}` : `${statement}.xml#${name}`
  }

  term(id: TermId): string {
    this.gathered.terms.add(id)
    return `#${names.term(id)}`
  }

  formula(id: FormulaId): string {
    this.gathered.formulas.add(id)
    return `#${names.formula(id)}`
  }

  person(id: PersonId): string {
    this.gathered.people.add(id)
    return `#${names.person(id)}`
  }

  source(id: SourceId): string {
    this.gathered.sources.add(id)
    return `#${names.source(id)}`
  }

  witness(id: WitnessId, name: string = names.witness(id)): string {
    return this.#pointer(this.corpus.witnesses.get(id)?.statement, name)
  }

  /** A pointer to what a reference points to. What the TEI does not hold is pointed to on its page. */
  target(target: Target): string {
    switch (target.type) {
      case 'statement':
        return this.whole || target.statement === this.statement?.id
          ? `#${names.statement(target.statement)}`
          : `${target.statement}.xml`
      case 'clause':
        return this.#inStatement(target.statement, `c${target.clause}`)
      case 'note':
        return this.#inStatement(target.statement, `c${target.clause}-n${target.note}`)
      case 'term':
        return this.term(target.term)
      case 'formula':
        return this.formula(target.formula)
      case 'person':
        return this.person(target.person)
      case 'source':
        return this.source(target.source)
      case 'witness':
        return this.witness(target.witness)
      case 'emendation':
        return this.witness(target.witness, names.emendation(target.witness, target.row))
      case 'change':
        return this.edition.site + urlOf(target)
    }
  }

  /** A pointer to where a link leads: to what stands in this statement, or else to a page of the site or of another. */
  link(url: string): string {
    const {statement} = this
    if (statement !== undefined && url.startsWith('#')) {
      const fragment = url.slice(1)
      if (fragmentsOf(statement).has(fragment)) return `#${this.own(/^\d/.test(fragment) ? `c${fragment}` : fragment)}`
      return this.edition.site + urls.statement(statement.id) + url
    }
    return url.startsWith('/') ? this.edition.site + url : url
  }

  /** What an assertion rests on: `cert` in the words of TEI, `ana` in those of the edition, `source`. */
  evidence({certainty, sources}: Evidence): Attributes {
    return {
      cert: certs[certainty],
      ana: `#${names.certainty(certainty)}`,
      source: this.evidences(sources),
    }
  }

  /** Pointers to sources and witnesses; `undefined` where there is none. */
  evidences(ids: readonly (SourceId | WitnessId)[]): string | undefined {
    const pointers = ids.map((id) =>
      this.corpus.witnesses.has(id as WitnessId) ? this.witness(id as WitnessId) : this.source(id as SourceId),
    )
    return pointers.length === 0 ? undefined : pointers.join(' ')
  }
}

/** The degrees of TEI’s `teidata.certainty` for ours. */
const certs = {found: 'high', known: 'medium', unsure: 'low', conflict: 'unknown'} as const
