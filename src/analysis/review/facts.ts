/** The front matter of two records, fact by fact. */

import type {FactChange} from './model.ts'
import {pairUp} from './pairing.ts'
import type {Traits} from './pairing.ts'

type Value = string | number | boolean | readonly Value[] | {readonly [key: string]: Value | undefined}
type Fields = Readonly<Record<string, Value | undefined>>

/** Where things stand in a file is no fact about them; the ids in `named` are those of the other keys. */
const placed = new Set(['place', 'path', 'named'])

/** What a fact rests on is shown beside it. */
const evidenceKeys = new Set(['certainty', 'sources', 'by'])

/** What tells the records of a list apart, in this order. */
const identities = ['row', 'formula', 'term', 'person', 'id', 'sentences', 'title', 'text'] as const

/** Identities in prose: the record is still the same where the sentence is mended. */
const prose: ReadonlySet<string> = new Set(['title', 'text'])

/** Longest sentence that names a record in full, in UTF-16 units. */
const nameLimit = 60

/**
 * Compares two records key by key. Records in a list are known by what they
 * are about, so that their order and number are no difference.
 *
 * @param leave keys that are compared elsewhere
 */
export function factChanges(base: object, head: object, leave: readonly string[] = []): FactChange[] {
  const without = new Set([...placed, ...leave])
  const fields = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !without.has(key))) as Fields
  return [...compareFields([], fields(base), fields(head))]
}

function* compareFields(path: readonly string[], base: Fields, head: Fields): Generator<FactChange> {
  for (const key of new Set([...Object.keys(base), ...Object.keys(head)])) {
    if (placed.has(key)) continue
    const evidence = evidenceKeys.has(key) ? undefined : {from: evidenceOf(base), to: evidenceOf(head)}
    yield* compareValues([...path, key], base[key], head[key], evidence)
  }
}

interface Grounds {
  readonly from: string | undefined
  readonly to: string | undefined
}

function* compareValues(
  path: readonly string[],
  base: Value | undefined,
  head: Value | undefined,
  evidence: Grounds | undefined,
): Generator<FactChange> {
  if (isRecordList(base) || isRecordList(head)) {
    const {pairs, removed, added} = pairUp(named(base), named(head), namedTraits)
    for (const [one, other] of pairs) yield* compareFields([...path, shortened(other.name)], one.fields, other.fields)
    for (const one of removed) yield* compareValues([...path, shortened(one.name)], rest(one), undefined, evidence)
    for (const one of added) yield* compareValues([...path, shortened(one.name)], undefined, rest(one), evidence)
  } else if (isFields(base) && isFields(head)) yield* compareFields(path, base, head)
  else {
    const [from, to] = [written(base), written(head)]
    if (from === to) return
    const whole = isFields(base) || isFields(head)
    yield {
      path: path.join(' › '),
      ...(from === '' ? {} : {from}),
      ...(to === '' ? {} : {to}),
      // A record that came or went as a whole names its own evidence among the rest.
      ...(evidence === undefined || whole ? {} : onEvidence(evidence)),
    }
  }
}

function onEvidence({from, to}: Grounds): Pick<FactChange, 'evidence'> {
  if (from === undefined && to === undefined) return {}
  return {evidence: {...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})}}
}

function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && !isList(value)
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

function isRecordList(value: Value | undefined): value is readonly Fields[] {
  return isList(value) && value.some(isFields)
}

/** A record of a list with what it is called there. */
interface NamedFields {
  readonly name: string
  readonly identity: string | undefined
  readonly fields: Fields
}

/** What a record says besides its name. */
function rest({identity, fields}: NamedFields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== identity))
}

function named(value: Value | undefined): NamedFields[] {
  const counts = new Map<string, number>()
  return (isRecordList(value) ? value : []).map((fields) => {
    const identity = identities.find((key) => fields[key] !== undefined)
    const text = identity === undefined ? '' : written(fields[identity])
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return {
      name: count === 1 ? text : `${text} (${count})`,
      identity,
      fields,
    }
  })
}

const namedTraits: Traits<NamedFields> = {
  contentOf: ({name, fields}) => (name === '' ? written(fields) : name),
  // Ids that look alike name different things.
  textOf: ({name, identity}) => (identity !== undefined && prose.has(identity) ? name : ''),
  addressOf: ({name}) => name,
}

function shortened(text: string): string {
  return text.length <= nameLimit ? text : `${text.slice(0, text.lastIndexOf(' ', nameLimit))} …`
}

/** A value in one line; nothing for what is not there. */
function written(value: Value | undefined): string {
  if (value === undefined) return ''
  if (isList(value)) return value.map(written).join(', ')
  if (!isFields(value)) return String(value)
  // A union such as `{type: 'source', source: 's25d'}` is read by what it holds.
  if (typeof value['type'] === 'string') return written(value[value['type']]) || value['type']
  const evidence = evidenceOf(value)
  const others = Object.entries(value).filter(
    ([key, item]) => !placed.has(key) && !evidenceKeys.has(key) && item !== undefined,
  )
  return [
    ...others.map(([key, item]) => `${key}: ${written(item)}`),
    ...(evidence === undefined ? [] : [evidence]),
  ].join('; ')
}

/** What a record rests on, as a reader wants it: `found (s25d, w-spun-9pt), by editors`. */
export function evidenceOf(record: object): string | undefined {
  const {certainty, sources, by} = record as Fields
  if (certainty === undefined) return undefined
  const list = written(sources)
  return `${written(certainty)}${list === '' ? '' : ` (${list})`}${by === undefined ? '' : `, by ${written(by)}`}`
}
