/** The clauses of a statement, before and after. */

import {compareClauses} from '../../corpus/ids.ts'
import {basisName} from '../../corpus/label.ts'
import type {Clause, Quotation} from '../../corpus/model.ts'
import {walkInline} from '../../corpus/text.ts'
import {wordingDifference} from '../wording.ts'
import {markChange} from './marks.ts'
import type {ClauseChange, QuotationChange, Turn} from './model.ts'
import {likeness, likenessLimit, pairUp} from './pairing.ts'
import type {Pairing, Traits} from './pairing.ts'

/** A clause under its heading. */
export interface HeadedClause extends Clause {
  readonly heading: string
}

const clauseTraits: Traits<HeadedClause> = {
  contentOf: ({text}) => text,
  textOf: ({text}) => text,
  addressOf: ({n}) => n,
  succeeds: ({formerIds}, {n}) => formerIds.includes(n),
}

/** Which clause of the head is which of the base. A clause that was renumbered is the same clause. */
export function pairClauses(base: readonly HeadedClause[], head: readonly HeadedClause[]): Pairing<HeadedClause> {
  return pairUp(base, head, clauseTraits)
}

/** What changed in the clauses, in the order of their numbers. */
export function clauseChanges({pairs, removed, added}: Pairing<HeadedClause>): ClauseChange[] {
  return [
    ...pairs.flatMap(([base, head]) => clauseChange(base, head) ?? []),
    ...removed.map(({n, text}) => ({how: 'removed' as const, n, text})),
    ...added.map(({n, text}) => ({how: 'added' as const, n, text})),
  ].toSorted((a, b) => compareClauses(a.n, b.n))
}

function clauseChange(base: HeadedClause, head: HeadedClause): ClauseChange | undefined {
  const quotations = quotationChanges(quotationsOf(base), quotationsOf(head))
  const marks = markChange(marked(base), marked(head))
  const answers = turn(sentences(base), sentences(head))
  const formerIds = turn(base.formerIds.join(' '), head.formerIds.join(' '))
  const moved = base.n !== head.n
  const reworded = base.text !== head.text
  const changed = reworded || quotations.length > 0 || marks !== undefined || answers !== undefined
  if (!changed && !moved && formerIds === undefined) return undefined
  return {
    how: changed || !moved ? 'changed' : 'moved',
    n: head.n,
    ...(moved ? {from: base.n} : {}),
    ...(reworded ? {text: wordingDifference(base.text, head.text)} : {}),
    rewritten: likeness(base.text, head.text) < likenessLimit,
    quotations,
    ...(marks === undefined ? {} : {marks}),
    ...(answers === undefined ? {} : {answers}),
    ...(formerIds === undefined ? {} : {formerIds}),
  }
}

/** From one value to another; `undefined` where they are the same. */
export function turn(from: string, to: string): Turn | undefined {
  return from === to ? undefined : {from, to}
}

function sentences({from}: Clause): string {
  return from.map(({witness, sentence}) => `${witness}:${sentence}`).join(' ')
}

function marked({content}: Clause) {
  return [...walkInline(content)].filter(({type}) => type !== 'quotation')
}

// ---------------------------------------------------------------- exact words

function quotationsOf({content}: Clause): Quotation[] {
  return [...walkInline(content)].filter((node) => node.type === 'quotation')
}

/** Two quotations of one formula are one whose words changed; others are known by their words. */
const quotationTraits: Traits<Quotation> = {
  contentOf: ({words, formulas, basis, n}) => JSON.stringify([words, formulas, basisName(basis), n]),
  textOf: ({words}) => words,
  addressOf: ({formulas, words}) => (formulas.length > 0 ? formulas.join(' ') : words),
}

function quotationChanges(base: readonly Quotation[], head: readonly Quotation[]): QuotationChange[] {
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
