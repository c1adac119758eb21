/** What a change of the edition means. */

import {hash} from '../../corpus/hash.ts'
import type {Message} from '../../corpus/message.ts'
import type {Corpus} from '../../corpus/model.ts'
import {clausesOf, compareStatements} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import {lostAddresses, reusedAddresses} from './addresses.ts'
import {cellChanges} from './cells.ts'
import type {Edition, RecordChange, RecordKind, Review, StatementChange, Untouched} from './model.ts'
import {surplus} from './pairing.ts'
import {wordsChanges} from './quotations.ts'
import {drawers, pairRecords} from './records.ts'
import {pairStatements, statementChange} from './statements.ts'
import type {StatementPair} from './statements.ts'

/**
 * Compares two editions. Where something stands in its file is no difference;
 * everything a reader can see is one.
 *
 * Time grows with the size of both, and with the square of the clauses that
 * changed within one statement.
 */
export function review(base: Edition, head: Edition): Review {
  const statements = pairRecords(
    'statement',
    base.corpus.statements,
    head.corpus.statements,
    ({short}) => short,
    ({summary}) => summary,
  )
  const others = drawers.map(({compare}) => compare(base.corpus, head.corpus))
  const records = [...statements.changes, ...others.flatMap((other) => other.records)].map((record) =>
    record.how === 'removed' && isUnreadable(record, head.messages) ? unreadable(record) : record,
  )
  const pairs = statements.pairs
    .toSorted(([, one], [, other]) => compareStatements(one, other))
    .map(([one, other]) => pairStatements(one, other))
  const changed = new Map(pairs.map((pair) => [pair, statementChange(pair, head.corpus)]))
  const found = {
    records,
    statements: [...changed.values()].filter((change) => change !== undefined),
    entries: others.flatMap(({entries}) => entries),
    cells: cellChanges(base.corpus, head.corpus, records),
    lost: lostAddresses(base.corpus, head.corpus, records),
    reused: pairs.flatMap((pair) => reusedAddresses(pair, rewrittenOf(changed.get(pair)))),
    words: pairs.flatMap((pair) => wordsChanges(pair, head.corpus)),
    lock: cameAndWent(lockNames(base.corpus), lockNames(head.corpus), String),
    register: cameAndWent(registered(base.corpus), registered(head.corpus), String),
    messages: cameAndWent(base.messages, head.messages, messageKey),
  }
  const {messages, lock, register, ...lists} = found
  const all = [...Object.values(lists), ...[messages, lock, register].flatMap(({added, gone}) => [added, gone])]
  return {
    format: 'linchpin-review',
    version: 1,
    same: all.every((list) => list.length === 0),
    ...found,
    untouched: untouchedOf(base.corpus, pairs),
  }
}

function unreadable({kind, id, label}: RecordChange): RecordChange {
  return {how: 'unreadable', kind, id, label}
}

/** A file that is still there, and of which the check says something, has not been taken away. */
function isUnreadable({kind, id}: RecordChange, messages: readonly Message[]): boolean {
  const folder = folders[kind]
  return folder !== undefined && messages.some(({place}) => place.path.startsWith(`content/${folder}/${id}.`))
}

/** Where the records that are files of their own lie. */
const folders: Readonly<Partial<Record<RecordKind, string>>> = {
  statement: 'statements',
  term: 'glossary',
  formula: 'formulas',
  change: 'changes',
  person: 'people',
  witness: 'witnesses',
}

function rewrittenOf(change: StatementChange | undefined): Set<string> {
  return new Set(change?.clauses.flatMap((clause) => ('rewritten' in clause && clause.rewritten ? [clause.n] : [])))
}

function untouchedOf(base: Corpus, pairs: readonly StatementPair[]): Untouched {
  const same = pairs.flatMap(({clauses}) => clauses.pairs.filter(([one, other]) => one.text === other.text))
  const total = [...base.statements.values()].flatMap(clausesOf).length
  const digest = (side: 0 | 1) => hash(same.map((pair) => `${pair[side].text}\n`).join(''))
  return {same: same.length, of: total, sha256: {base: digest(0), head: digest(1)}}
}

function lockNames({lock, shingles}: Corpus): string[] {
  const digests = shingles.map((entry) => {
    const all = hash([...entry.shingles, ...entry.rows].join(' '))
    return `digests ${all} ${entry.witness} ${entry.witnessSha256}`
  })
  const quotations = lock.map(
    ({at, witness, basis, quotation, witnessSha256}) => `${at} ${quotation} ${basis} ${witness} ${witnessSha256}`,
  )
  return [...quotations, ...digests]
}

function registered({register}: Corpus): string[] {
  return register.map(({to}) => targetKey(to))
}

/** What only one of two lists has, counted. */
function cameAndWent<T>(base: readonly T[], head: readonly T[], keyOf: (thing: T) => string) {
  return {added: surplus(head, base, keyOf), gone: surplus(base, head, keyOf)}
}

/** A message is the same wherever its line has gone. */
function messageKey({rule, severity, place, reason, note}: Message): string {
  return JSON.stringify([rule, severity, place.path, reason, note])
}
