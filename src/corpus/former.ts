/** Addresses of before: what `formerIds` keeps alive. */

import type {Clause, Corpus, Note} from './model.ts'
import {noteFragment, statementPages, urls} from './urls.ts'

/** The fragments under which a note stood before, by itself or with its clause. */
export function formerFragments(note: Note, clause: Clause): string[] {
  return [...clause.formerIds.map((n) => noteFragment(n, note.n)), ...note.formerIds]
}

/** The pages of before, each with the page it is now. */
export function formerPages({statements, terms, formulas, changes, people, witnesses}: Corpus): Map<string, string> {
  const moved = new Map<string, string>()
  const add = <Id extends string, Record extends {readonly id: Id; readonly formerIds: readonly string[]}>(
    records: ReadonlyMap<Id, Record>,
    pagesOf: (record: Record) => readonly ((id: Id) => string)[],
  ) => {
    for (const record of records.values())
      for (const former of record.formerIds)
        for (const page of pagesOf(record)) moved.set(page(former as Id), page(record.id))
  }
  add(statements, statementPages)
  add(terms, () => [urls.term])
  add(formulas, () => [urls.formula])
  add(changes, () => [urls.change])
  add(people, () => [urls.person])
  add(witnesses, () => [urls.witness])
  return moved
}
