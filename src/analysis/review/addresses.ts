/** Addresses: which lead nowhere any more, and which lead to something else. */

import {livingAddresses, livingGroups} from '../../corpus/addresses.ts'
import type {Corpus} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import type {StatementPair} from './statements.ts'
import type {RecordChange} from './model.ts'

/**
 * Addresses that led somewhere in the base, also by way of `formerIds`, and
 * lead nowhere in the head: those of records, then those within them. Of a
 * record that went, only its own.
 *
 * @param records what became of the records
 */
export function lostAddresses(base: Corpus, head: Corpus, records: readonly RecordChange[]): string[] {
  const living = livingAddresses(head)
  // What cannot be read is still there; the check says what is wrong with it.
  const unreadable = new Set(records.flatMap((record) => (record.how === 'unreadable' ? [recordAddress(record)] : [])))
  const lost = livingGroups(base)
    .filter(({record}) => !unreadable.has(record))
    .flatMap(({addresses}) => addresses.filter((address) => !living.has(address)))
  const whole = lost.filter((address) => !address.includes('#'))
  const gone = new Set(whole)
  return [...whole, ...lost.filter((address) => address.includes('#') && !gone.has(address.replace(/#.*$/, '')))]
}

function recordAddress({kind, id}: Pick<RecordChange, 'kind' | 'id'>): string {
  return kind === 'statement' ? id : `${kind}:${id}`
}

/** Clause numbers that now stand for another assertion, or lead to one by `formerIds`. */
export function reusedAddresses({base, head, clauses}: StatementPair, rewritten: ReadonlySet<string>): string[] {
  const now = new Map<string, string>(clauses.pairs.map(([one, other]) => [one.n, other.n]))
  const leadsTo = new Map<string, string>(
    clausesOf(head).flatMap(({n, formerIds}) => [n, ...formerIds].map((number) => [number, n] as const)),
  )
  // What stands there today wins over what stood there before.
  for (const {n} of clausesOf(head)) leadsTo.set(n, n)
  return clausesOf(base).flatMap(({n}) => {
    const there = leadsTo.get(n)
    if (there === undefined || (now.get(n) === there && !rewritten.has(there))) return []
    return [targetKey({type: 'clause', statement: head.id, clause: n})]
  })
}
