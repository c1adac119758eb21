import type {Corpus, Statement} from '../corpus/model.ts'

/** The statements of the same forum before and after one; absent where none is recorded. */
export function neighboursOf(
  statement: Statement,
  corpus: Corpus,
): {readonly previous?: Statement; readonly next?: Statement} {
  const series = statement.forum === undefined ? [] : (corpus.graph.series.get(statement.forum) ?? [])
  const at = corpus.graph.places.get(statement.id)?.series ?? -1
  const find = (index: number) => {
    const id = series[index]
    return id === undefined ? undefined : corpus.statements.get(id)
  }
  const [previous, next] = [find(at - 1), find(at + 1)]
  return {...(previous === undefined ? {} : {previous}), ...(next === undefined ? {} : {next})}
}

/** The latest document that the edition records; of nothing after it does it say anything. */
export function latestStatement({graph, statements}: Corpus): Statement | undefined {
  const last = graph.byDate.at(-1)
  return last === undefined ? undefined : statements.get(last)
}
