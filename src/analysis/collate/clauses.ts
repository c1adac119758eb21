/** Clauses of the record, cut into words once. */

import {splitSentences} from '../../corpus/apparatus.ts'
import type {KitClause} from './model.ts'
import {wordsOf} from './words.ts'
import type {Word} from './words.ts'

/** A phrase of the record with its words. */
export interface RecordPhrase {
  readonly text: string
  readonly words: readonly Word[]
}

export interface RecordClause extends Omit<KitClause, 'text' | 'quotations'> {
  readonly text: string
  readonly words: readonly Word[]
  readonly stems: ReadonlySet<string>
  readonly sentences: readonly RecordPhrase[]
  readonly quotations: readonly (KitClause['quotations'][number] & {readonly phrase: RecordPhrase})[]
}

/** Cuts the clauses of a statement. */
export function recordClauses(clauses: readonly KitClause[]): RecordClause[] {
  return clauses.map((clause) => {
    const words = wordsOf(clause.text)
    return {
      ...clause,
      words,
      stems: new Set(words.map(({stem}) => stem)),
      sentences: splitSentences(clause.text).map(phraseOf),
      quotations: clause.quotations.map((quotation) => ({...quotation, phrase: phraseOf(quotation.words)})),
    }
  })
}

function phraseOf(text: string): RecordPhrase {
  return {text, words: wordsOf(text)}
}
