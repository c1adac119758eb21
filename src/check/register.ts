/** The addresses of the edition, and the register of those that were published. */

import {registerFile} from '../corpus/kinds.ts'
import {formerFragments} from '../corpus/former.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus, Statement} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {targetKey} from '../corpus/target.ts'
import {noteFragment} from '../corpus/urls.ts'

/** Where the addresses that have been published are recorded. */
export const registerPath = registerFile.path

/** Every address that the edition promises to keep, as `<Ref to>` writes them. Provisional numbers are no promise. */
export function addressesOf(corpus: Corpus): string[] {
  return addresses(corpus, {former: false})
}

/** Every address that leads somewhere: those of today and, by way of `formerIds`, those of before. */
export function livingAddresses(corpus: Corpus): Set<string> {
  return new Set(addresses(corpus, {former: true}))
}

interface Options {
  /** Whether ids and numbers of before count, and those that are provisional. */
  readonly former: boolean
}

function addresses(corpus: Corpus, {former}: Options): string[] {
  const {statements, terms, formulas, changes, people, witnesses, sources} = corpus
  const idsOf = <Id extends string>({id, formerIds}: {readonly id: Id; readonly formerIds: readonly string[]}): Id[] =>
    former ? [id, ...(formerIds as readonly Id[])] : [id]
  const found: string[] = []
  for (const statement of statements.values()) {
    const fragments = former || statement.numbering !== 'provisional' ? fragmentsOf(statement, former) : []
    for (const id of idsOf(statement)) found.push(id, ...fragments.map((fragment) => `${id}#${fragment}`))
  }
  for (const record of terms.values()) for (const term of idsOf(record)) found.push(targetKey({type: 'term', term}))
  for (const record of formulas.values())
    for (const formula of idsOf(record)) found.push(targetKey({type: 'formula', formula}))
  for (const record of changes.values())
    for (const change of idsOf(record)) found.push(targetKey({type: 'change', change}))
  for (const record of people.values())
    for (const person of idsOf(record)) found.push(targetKey({type: 'person', person}))
  for (const record of witnesses.values()) {
    for (const witness of idsOf(record)) {
      found.push(targetKey({type: 'witness', witness}))
      for (const {row} of record.apparatus) found.push(targetKey({type: 'emendation', witness, row}))
    }
  }
  for (const source of sources.keys()) found.push(targetKey({type: 'source', source}))
  return found
}

/** The fragments of clauses and notes. */
function fragmentsOf(statement: Statement, former: boolean): string[] {
  return clausesOf(statement).flatMap((clause) => [
    clause.n,
    ...clause.notes.map((note) => noteFragment(clause.n, note.n)),
    ...(former ? [...clause.formerIds, ...clause.notes.flatMap((note) => formerFragments(note, clause))] : []),
  ])
}

/** Writes the register: what was published stays, what is new is added; sorted, one address a line. */
export function writeRegister(corpus: Corpus): string {
  const published = corpus.register.map(({to}) => targetKey(to))
  const sorted = [...new Set([...published, ...addressesOf(corpus)])].sort(compareText)
  return `# Addresses that have been published; they last for ever.\n# Written by npm run verify; not edited by hand.\n${sorted.map((address) => `${address}\n`).join('')}`
}
