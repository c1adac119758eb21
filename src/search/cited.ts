/** Clauses as the notes of the edition cite them: “2+2, 2024, 5.4”, `2p2-2024#5.4`; paragraphs where the word says so. */

import type {ClauseNumber, StatementId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import type {Kit} from './find.ts'
import {issuesMeant} from './issues.ts'
import type {Names, StatementEntry} from './names.ts'
import {foldName, foldWords, joinFold} from './normalize.ts'
import type {Answer, Question} from './questions.ts'

/** A clause as a citation needs it. */
export interface CitableClause {
  readonly n: string
  readonly text: string
}

/** What names the statement, and the number of the clause, or of the paragraph. */
const citations: readonly RegExp[] = [
  /^(?<named>.+?)[\s,;:]+(?:paragraph|para\.?|¶) ?(?<number>\d{1,3})$/i,
  /^(?:paragraph|para\.?|¶) ?(?<number>\d{1,3}),? (?:(?:of|in) )?(?:the )?(?<named>.+)$/i,
  /^(?<named>.+?)[\s,;:#]+(?:(?:clause|no\.?|§) ?)?(?<number>\d{1,3}\.\d{1,3})$/i,
  /^(?:(?:clause|§) ?)?(?<number>\d{1,3}\.\d{1,3}),? (?:of|in) (?:the )?(?<named>.+)$/i,
]

/** Statements of a forum that are asked for a clause, where the citation names none of them. */
const patience = 4

/**
 * The clause or paragraph that a query cites: of the statement that it names, or of the newest of the forum that has
 * such a one. Where the statement has none, the statement.
 *
 * @returns nothing where the query is no citation of a statement of the edition
 */
export async function readCitation(query: string, {names, clauses}: Kit): Promise<Question | undefined> {
  const {named, number} = citations.map((form) => form.exec(query)?.groups).find((groups) => groups !== undefined) ?? {}
  if (named === undefined || number === undefined) return undefined
  const statements = statementsNamed(named, names)
  const question = (answer: Answer): Question => ({answers: [answer], about: named, change: false})
  for (const entry of statements.slice(0, patience)) {
    const clause = (await clauses(entry.statement.id)).find(({n}) => n === number || paragraphOf(n) === number)
    if (clause !== undefined) return question(placeAnswer(entry, clause, number))
  }
  const [only] = statements
  return only === undefined || statements.length > 1
    ? undefined
    : question({
        url: only.url,
        title: only.title,
        kind: 'Statement',
        text: `No clause or paragraph of it has the number ${number}.`,
      })
}

/** The number of the paragraph that a clause stands in, which is its address, too. */
function paragraphOf(n: string): string {
  return n.split('.')[0] ?? ''
}

/** A clause, or a paragraph with the words of its first clause. */
function placeAnswer({title, statement: {id}}: StatementEntry, {n, text}: CitableClause, cited: string): Answer {
  const url = urls.clause(id as StatementId, cited as ClauseNumber)
  return {url, title: cited === n ? `${title}, ${n}` : `${title}, paragraph ${cited}`, kind: 'Statement', text}
}

/** Statements by what tells them, by a name or by their id; those of a forum that is named alone. Newest first. */
function statementsNamed(text: string, names: Names): readonly StatementEntry[] {
  const {statements} = names
  const words = foldWords(text)
  const fold = joinFold(words)
  const urlsNamed = new Set(names.byFold.get(fold)?.map(({entry}) => entry.url))
  const readings = [
    issuesMeant(words, names),
    statements.filter(({url}) => urlsNamed.has(url)),
    statements.filter(({statement: {id}}) => foldName(id) === fold),
    statements.filter(({statement: {forum = ''}}) => urlsNamed.has(forum)),
  ]
  return (readings.find((some) => some.length > 0) ?? []).toReversed()
}
