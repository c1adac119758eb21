/** Addresses: which lead nowhere any more, and which lead to something else. */

import type {Corpus, Target} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import type {StatementPair} from './statements.ts'
import type {RecordChange} from './model.ts'

/**
 * Addresses of the base that the head does not have. Of a record that went,
 * only its own; of one that was renamed, only what its new address lacks.
 *
 * @param records what became of the records
 */
export function lostAddresses(base: Corpus, head: Corpus, records: readonly RecordChange[]): string[] {
  const kept = new Set(addresses(head))
  const gone = records.flatMap((record) => (record.how === 'removed' ? [recordAddress(record)] : []))
  const renamed = new Map(
    records.flatMap((record) =>
      record.how === 'renamed' ? [[recordAddress({...record, id: record.from}), recordAddress(record)]] : [],
    ),
  )
  // What cannot be read is still there; the check says what is wrong with it.
  const whole = new Set(
    records.flatMap((record) =>
      record.how === 'removed' || record.how === 'unreadable' ? [recordAddress(record)] : [],
    ),
  )
  const within = addresses(base).filter((address) => {
    const [owner = '', fragment] = address.split('#')
    if (fragment === undefined || whole.has(owner)) return false
    return !kept.has(`${renamed.get(owner) ?? owner}#${fragment}`)
  })
  return [...gone, ...lostFormerIds(base, head), ...within]
}

/** Old ids that the base led on and the head does not. */
function lostFormerIds(base: Corpus, head: Corpus): string[] {
  const idsOf = (corpus: Corpus) =>
    formerKinds.flatMap(([kind, recordsOf]) =>
      [...recordsOf(corpus).values()].map(({id, formerIds}) => ({kind, id, formerIds})),
    )
  const led = new Set(idsOf(head).flatMap(({kind, id, formerIds}) => [id, ...formerIds].map((one) => `${kind} ${one}`)))
  return idsOf(base).flatMap(({kind, formerIds}) =>
    formerIds.filter((id) => !led.has(`${kind} ${id}`)).map((id) => recordAddress({kind, id})),
  )
}

type WithFormerIds = ReadonlyMap<string, {readonly id: string; readonly formerIds: readonly string[]}>

const formerKinds: readonly (readonly [RecordChange['kind'], (corpus: Corpus) => WithFormerIds])[] = [
  ['statement', ({statements}) => statements],
  ['term', ({terms}) => terms],
  ['formula', ({formulas}) => formulas],
  ['change', ({changes}) => changes],
  ['person', ({people}) => people],
]

function recordAddress({kind, id}: Pick<RecordChange, 'kind' | 'id'>): string {
  return kind === 'statement' ? id : `${kind}:${id}`
}

/** Every address that has a fragment. */
function addresses({statements, witnesses}: Corpus): string[] {
  const targets: Target[] = []
  for (const statement of statements.values()) {
    for (const {n: clause, notes} of clausesOf(statement)) {
      targets.push({type: 'clause', statement: statement.id, clause})
      for (const {n: note} of notes) targets.push({type: 'note', statement: statement.id, clause, note})
    }
  }
  for (const {id: witness, apparatus} of witnesses.values())
    for (const {row} of apparatus) targets.push({type: 'emendation', witness, row})
  return targets.map(targetKey)
}

/** Clause numbers that now stand for another assertion. */
export function reusedAddresses({base, head, clauses}: StatementPair, rewritten: ReadonlySet<string>): string[] {
  const now = new Map<string, string>(clauses.pairs.map(([one, other]) => [other.n, one.n]))
  const numbers = new Set<string>(clausesOf(head).map(({n}) => n))
  return clausesOf(base)
    .filter(({n}) => numbers.has(n) && (now.get(n) !== n || rewritten.has(n)))
    .map(({n}) => targetKey({type: 'clause', statement: head.id, clause: n}))
}
