/** Exact words, before and after. */

import {hash} from '../../corpus/hash.ts'
import {basisName} from '../../corpus/label.ts'
import type {Corpus, Quotation} from '../../corpus/model.ts'
import {quotationsIn, walkBlocks, walkInline} from '../../corpus/text.ts'
import {wordingDifference} from '../wording.ts'
import type {HeadedClause} from './clauses.ts'
import type {QuotationChange, WordsChange} from './model.ts'
import {pairUp} from './pairing.ts'
import type {Traits} from './pairing.ts'
import type {StatementPair} from './statements.ts'
import {turn} from './turn.ts'

/** Two quotations of one formula are one whose words changed; others are known by their words. */
const quotationTraits: Traits<Quotation> = {
  contentOf: ({words, formulas, basis, n}) => JSON.stringify([words, formulas, basisName(basis), n]),
  textOf: ({words}) => words,
  addressOf: ({formulas, words}) => (formulas.length > 0 ? formulas.join(' ') : words),
}

/** What changed in quotations of one text. */
export function quotationChanges(base: readonly Quotation[], head: readonly Quotation[]): QuotationChange[] {
  const {pairs, removed, added} = pairUp(base, head, quotationTraits)
  const whole = (how: 'added' | 'removed') => (quotation: Quotation) => ({
    how,
    words: quotation.words,
    basis: basisName(quotation.basis),
  })
  return [
    ...pairs.flatMap(([one, other]) => quotationChange(one, other) ?? []),
    ...removed.map(whole('removed')),
    ...added.map(whole('added')),
  ]
}

function quotationChange(base: Quotation, head: Quotation): QuotationChange | undefined {
  const basis = turn(basisName(base.basis), basisName(head.basis))
  const formulas = turn(base.formulas.join(', '), head.formulas.join(', '))
  const n = turn(String(base.n ?? ''), String(head.n ?? ''))
  if (base.words === head.words && basis === undefined && formulas === undefined && n === undefined) return undefined
  return {
    how: 'changed',
    words: wordingDifference(base.words, head.words),
    ...(basis === undefined ? {} : {basis}),
    ...(formulas === undefined ? {} : {formulas}),
    ...(n === undefined ? {} : {n}),
  }
}

/**
 * Quotations of a statement, in clauses and in notes, whose words are others
 * now or that are gone: whoever changes words and writes the lock anew in one
 * commit is told by no check.
 */
export function wordsChanges({head, clauses}: StatementPair, {lock}: Pick<Corpus, 'lock'>): WordsChange[] {
  const locked = new Set(lock.map(({at, quotation}) => `${at} ${quotation}`))
  return clauses.pairs.flatMap(([one, other]) => {
    const at = `${head.id}#${other.n}`
    const {pairs, removed} = pairUp(everyQuotation(one), everyQuotation(other), quotationTraits)
    return [
      ...pairs
        .filter(([before, after]) => before.words !== after.words)
        .map(([before, after]): WordsChange => ({
          at,
          words: wordingDifference(before.words, after.words),
          basis: basisName(after.basis),
          compared: after.basis.type === 'source' ? 'never' : locked.has(`${at} ${hash(after.words)}`) ? 'anew' : 'no',
        })),
      ...removed.map(({words, basis}): WordsChange => ({
        at,
        words: [{type: 'deleted', text: words}],
        basis: basisName(basis),
        compared: 'gone',
      })),
    ]
  })
}

function everyQuotation({content, notes}: HeadedClause): Quotation[] {
  return [...quotationsIn(walkInline(content)), ...notes.flatMap((note) => quotationsIn(walkBlocks(note.content)))]
}
