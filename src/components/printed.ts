/** A statement as a comparison prints it: built once, read by pages and, as JSON, by the browser. */

import {comparableOf} from '../analysis/compare/comparable.ts'
import type {Comparable} from '../analysis/compare/model.ts'
import {remembering, rememberingLast} from '../corpus/memo.ts'
import type {Clause, ClauseNumber, Corpus, Statement} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'
import {clauseHtml} from './inline.ts'
import {noteHtml} from './note.ts'

export interface Printed {
  readonly comparable: Comparable
  readonly clauses: Readonly<Record<ClauseNumber, PrintedClause>>
}

/** HTML of a clause’s text and of each of its notes; all links lead away from the page. */
export interface PrintedClause {
  readonly text: string
  readonly notes: readonly string[]
}

/** As many statements as stand, in the order of pairs, between the first comparison of one and its last. */
const most = 64

/** Writes the clauses and notes of a statement with the functions that the reader is written with. */
export function printedOf(statement: Statement, corpus: Corpus): Printed {
  return printer(corpus)(statement)
}

/** A statement is compared with several others. */
const printer = remembering((corpus: Corpus) =>
  rememberingLast(most, (statement: Statement) => print(statement, corpus)),
)

function print(statement: Statement, corpus: Corpus): Printed {
  const reader = href(urls.statement(statement.id))
  const printClause = (clause: Clause): PrintedClause => ({
    text: clauseHtml(clause, corpus, reader),
    notes: clause.notes.map((note) => {
      const link = {
        url: href(urls.note(statement.id, clause.n, note.n)),
        label: `Note ${note.n} to ${clause.n} of ${statement.short}`,
      }
      return noteHtml(note, link, corpus, reader)
    }),
  })
  return {
    comparable: comparableOf(statement, corpus),
    clauses: Object.fromEntries(clausesOf(statement).map((clause) => [clause.n, printClause(clause)])),
  }
}
