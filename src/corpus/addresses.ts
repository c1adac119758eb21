/** Which addresses the edition has, as `<Ref to>` writes them: of records, and of what stands within them. */

import {formerFragments} from './former.ts'
import type {Corpus, Statement} from './model.ts'
import {clausesOf} from './statement.ts'
import {targetKey} from './target.ts'
import {noteFragment} from './urls.ts'

/** Every address that the edition promises to keep. Provisional numbers are no promise. */
export function addressesOf(corpus: Corpus): string[] {
  return [...groups(corpus, {former: false})].flatMap(({addresses}) => addresses)
}

/** Every address that leads somewhere: those of today and, by way of `formerIds`, those of before. */
export function livingAddresses(corpus: Corpus): Set<string> {
  return new Set([...groups(corpus, {former: true})].flatMap(({addresses}) => addresses))
}

/** The living addresses of a record. */
export interface AddressGroup {
  /** Of the record itself, today. */
  readonly record: string
  readonly addresses: readonly string[]
}

/** Every address that leads somewhere, record by record. */
export function livingGroups(corpus: Corpus): AddressGroup[] {
  return [...groups(corpus, {former: true})]
}

interface Options {
  /** Whether ids and numbers of before count, and those that are provisional. */
  readonly former: boolean
}

function* groups(corpus: Corpus, {former}: Options): Generator<AddressGroup> {
  const {statements, terms, formulas, changes, people, witnesses, sources} = corpus
  const idsOf = <Id extends string>({id, formerIds}: {readonly id: Id; readonly formerIds: readonly string[]}): Id[] =>
    former ? [id, ...(formerIds as readonly Id[])] : [id]
  const group = (addresses: readonly string[]): AddressGroup => ({record: addresses[0] ?? '', addresses})
  for (const statement of statements.values()) {
    const fragments = former || statement.numbering !== 'provisional' ? fragmentsOf(statement, former) : []
    yield group(idsOf(statement).flatMap((id) => [id, ...fragments.map((fragment) => `${id}#${fragment}`)]))
  }
  for (const record of terms.values()) yield group(idsOf(record).map((term) => targetKey({type: 'term', term})))
  for (const record of formulas.values())
    yield group(idsOf(record).map((formula) => targetKey({type: 'formula', formula})))
  for (const record of changes.values()) yield group(idsOf(record).map((change) => targetKey({type: 'change', change})))
  for (const record of people.values()) yield group(idsOf(record).map((person) => targetKey({type: 'person', person})))
  for (const record of witnesses.values())
    yield group(
      idsOf(record).flatMap((witness) => [
        targetKey({type: 'witness', witness}),
        ...record.apparatus.map(({row}) => targetKey({type: 'emendation', witness, row})),
      ]),
    )
  for (const source of sources.keys()) yield group([targetKey({type: 'source', source})])
}

/** The fragments of clauses and notes. */
function fragmentsOf(statement: Statement, former: boolean): string[] {
  return clausesOf(statement).flatMap((clause) => [
    clause.n,
    ...clause.notes.map((note) => noteFragment(clause.n, note.n)),
    ...(former ? [...clause.formerIds, ...clause.notes.flatMap((note) => formerFragments(note, clause))] : []),
  ])
}
