/** Addresses of before: what `formerIds` keeps alive. */

import type {Clause, Corpus, Note} from './model.ts'
import {noteFragment, urls} from './urls.ts'

/** The fragments under which a note stood before, by itself or with its clause. */
export function formerFragments(note: Note, clause: Clause): string[] {
  return [...clause.formerIds.map((n) => noteFragment(n, note.n)), ...note.formerIds]
}

/** The pages of before, each with the page it is now. */
export function formerPages({statements, terms, formulas, changes, people, witnesses}: Corpus): Map<string, string> {
  const moved = new Map<string, string>()
  const add = <Id extends string>(
    records: ReadonlyMap<Id, {readonly id: Id; readonly formerIds: readonly string[]}>,
    ...addresses: readonly ((id: Id) => string)[]
  ) => {
    for (const {id, formerIds} of records.values()) {
      for (const former of formerIds) for (const address of addresses) moved.set(address(former as Id), address(id))
    }
  }
  add(statements, urls.statement, urls.statementSource, urls.statementTerms, urls.silence, urls.citation)
  add(terms, urls.term)
  add(formulas, urls.formula)
  add(changes, urls.change)
  add(people, urls.person)
  add(witnesses, urls.witness)
  return moved
}
