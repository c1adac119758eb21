/** The clauses of a statement, before and after. */

import {compareClauses} from '../../corpus/ids.ts'
import type {Clause} from '../../corpus/model.ts'
import {quotationsIn, walkInline} from '../../corpus/text.ts'
import {wordingDifference} from '../wording.ts'
import {markChange} from './marks.ts'
import type {ClauseChange} from './model.ts'
import {likeness, likenessLimit, pairUp} from './pairing.ts'
import type {Pairing, Traits} from './pairing.ts'
import {quotationChanges} from './quotations.ts'
import {turn} from './turn.ts'

/** A clause under its heading. */
export interface HeadedClause extends Clause {
  readonly heading: string
}

const clauseTraits: Traits<HeadedClause> = {
  contentOf: ({text}) => text,
  textOf: ({text}) => text,
  addressOf: ({n}) => n,
  succession: {namesOf: ({formerIds}) => formerIds, nameOf: ({n}) => n},
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
  const quotations = quotationChanges(quotationsIn(walkInline(base.content)), quotationsIn(walkInline(head.content)))
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

function sentences({from}: Clause): string {
  return from.map(({witness, sentence}) => `${witness}:${sentence}`).join(' ')
}

function marked({content}: Clause) {
  return [...walkInline(content)].filter(({type}) => type !== 'quotation')
}
