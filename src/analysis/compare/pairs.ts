import type {Corpus, Statement, StatementId} from '../../corpus/model.ts'
import {compareStatements} from '../../corpus/statement.ts'

/** Two statements, the earlier first. */
export type StatementPair = readonly [earlier: StatementId, later: StatementId]

/**
 * The pairs that have a page of their own: neighbours in a forum, and the
 * neighbours in time among the statements that are edited in full, of whatever
 * forum. There are at most two pairs a statement.
 */
export function prebuiltPairs({statements, graph}: Corpus): StatementPair[] {
  const edited = [...statements.values()].filter(({edition}) => edition === 'full').sort(compareStatements)
  const series = [...graph.series.values(), edited.map(({id}: Statement) => id)]
  const pairs = series.flatMap((ids) => ids.slice(1).map((later, index): StatementPair => [ids[index] ?? later, later]))
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}
