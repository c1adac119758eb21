/** One statement, before and after. */

import type {ClauseNumber, Corpus, Statement, TermId} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {walkInline} from '../../corpus/text.ts'
import {clauseChanges, pairClauses} from './clauses.ts'
import type {HeadedClause} from './clauses.ts'
import {factChanges} from './facts.ts'
import type {StatementChange, TermChange, Turn} from './model.ts'
import {noteChanges} from './notes.ts'
import type {Pairing} from './pairing.ts'

/** A statement of both editions, its clauses paired. */
export interface StatementPair {
  readonly base: Statement
  readonly head: Statement
  readonly clauses: Pairing<HeadedClause>
}

export function pairStatements(base: Statement, head: Statement): StatementPair {
  return {base, head, clauses: pairClauses(headed(base), headed(head))}
}

function headed({sections}: Statement): HeadedClause[] {
  return sections.flatMap((section) =>
    clausesOf({sections: [section]}).map((clause) => ({...clause, heading: section.title})),
  )
}

/** What changed in a statement; `undefined` where nothing did. */
export function statementChange(
  {base, head, clauses}: StatementPair,
  {terms}: Pick<Corpus, 'terms'>,
): StatementChange | undefined {
  const change = {
    facts: factChanges(base, head, ['id', 'sections']),
    headings: headingTurns(clauses),
    clauses: clauseChanges(clauses),
    notes: noteChanges(clauses),
    terms: termChanges(base, head, clauses, (term) => terms.get(term)?.label ?? term),
  }
  if (Object.values(change).every((list) => list.length === 0)) return undefined
  return {id: head.id, short: head.short, date: head.date, ...change}
}

/** Headings that read otherwise over the same clauses, each once. */
function headingTurns({pairs}: Pairing<HeadedClause>): Turn[] {
  const turns = new Map<string, Turn>()
  for (const [{heading: from}, {heading: to}] of pairs)
    if (from !== to) turns.set(JSON.stringify([from, to]), {from, to})
  return [...turns.values()]
}

/** Readers learn a term where a statement links it first. */
function termChanges(
  base: Statement,
  head: Statement,
  {pairs}: Pairing<HeadedClause>,
  labelOf: (term: TermId) => string,
): TermChange[] {
  const [before, after] = [firstMentions(base), firstMentions(head)]
  const numbers = new Map(pairs.map(([one, other]) => [one.n, other.n]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((term): TermChange[] => {
    const [from, clause] = [before.get(term), after.get(term)]
    const label = labelOf(term)
    if (from === undefined) return clause === undefined ? [] : [{how: 'explained', term, label, clause}]
    if (clause === undefined) return [{how: 'lost', term, label, clause: from}]
    // Where the clause alone was renumbered, the mention has not moved.
    return numbers.get(from) === clause ? [] : [{how: 'moved', term, label, clause, from}]
  })
}

/** The clause in which each term is linked first. */
function firstMentions(statement: Statement): Map<TermId, ClauseNumber> {
  const first = new Map<TermId, ClauseNumber>()
  for (const {n, content} of clausesOf(statement))
    for (const node of walkInline(content)) if (node.type === 'term' && !first.has(node.id)) first.set(node.id, n)
  return first
}
