/** The glossary as an index shows it: a line a term, and the names by which each is found. */

import {splitSentences} from '../corpus/apparatus.ts'
import {koreanForms} from '../corpus/label.ts'
import type {Corpus, StatementId, Term} from '../corpus/model.ts'
import {englishLetter, koreanLetter} from './names.ts'

/** How a form of a term is to be taken. */
export type FormKind = 'name' | 'abbreviation' | 'alias' | 'korean' | 'romanization' | 'spun' | 'misspelt'

/** A form under which a term is found. */
export interface Form {
  readonly kind: FormKind
  readonly form: string
}

/** A term in the index. */
export interface GlossaryLine {
  readonly term: Term
  /** The first sentence of its card. */
  readonly definition: string
  /** A to Z, or `0–9`. */
  readonly letter: string
  /** ㄱ to ㅎ, or `A–Z`; absent where no Korean name is known. */
  readonly koreanLetter?: string
  /** How often it is marked in the edition. */
  readonly uses: number
  /** The statements in whose clauses and notes it is marked, earliest first. */
  readonly statements: readonly StatementId[]
}

/** Every term, by its label. */
export function glossaryOf(corpus: Corpus): GlossaryLine[] {
  return [...corpus.terms.values()]
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
    .map((term) => ({
      term,
      definition: definitionOf(term),
      letter: englishLetter(term.label),
      uses: corpus.graph.occurrences.get(term.id)?.length ?? 0,
      statements: corpus.graph.standing.get(term.id) ?? [],
      ...(term.korean === undefined ? {} : {koreanLetter: koreanLetter(term.korean.label)}),
    }))
}

/** The definition in one line: the first sentence of the card. */
function definitionOf({cardText}: Term): string {
  return splitSentences(cardText)[0] ?? cardText
}

/** Every form of a term: names first, then what only bad copies and typing errors have. */
export function formsOf({label, abbr, aliases, korean, spun, misspelt}: Term): Form[] {
  const all = (kind: FormKind, forms: readonly (string | undefined)[]) =>
    forms.flatMap((form) => (form === undefined ? [] : [{kind, form}]))
  return [
    ...all('name', [label]),
    ...all('abbreviation', [abbr]),
    ...all('korean', koreanForms(korean)),
    ...all('romanization', [korean?.romanization]),
    ...all('alias', aliases),
    ...all('spun', spun),
    ...all('misspelt', misspelt),
  ]
}
