import type {Corpus, Statement, StatementId} from '../../corpus/model.ts'
import {compareStatements} from '../../corpus/statement.ts'
import {pageSize, spansOf, yearOf} from '../spans.ts'
import type {Span} from '../spans.ts'

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

/** Two statements whose comparison is a page, the earlier first. */
export interface ReadyPair {
  readonly a: Statement
  readonly b: Statement
}

/** The pairs of `prebuiltPairs`, with their statements; of an edition that is too long for one list, in the order of the later one. */
export function readyPairs(corpus: Corpus): ReadyPair[] {
  const pairs = prebuiltPairs(corpus).flatMap(([earlier, later]): ReadyPair[] => {
    const [a, b] = [corpus.statements.get(earlier), corpus.statements.get(later)]
    return a === undefined || b === undefined ? [] : [{a, b}]
  })
  return pairs.length <= pageSize ? pairs : pairs.sort((one, other) => compareStatements(one.b, other.b))
}

/** The stretches of years of the later statement over which the list of pairs goes on; none where one page holds it. */
export function pairSpans(pairs: readonly ReadyPair[]): Span<ReadyPair>[] {
  return spansOf(pairs, pageSize, ({b}) => yearOf(b))
}
