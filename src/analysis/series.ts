import type {Corpus, FormulaId, Statement} from '../corpus/model.ts'

/** The statements of the same forum before and after one; absent where none is recorded. */
export function neighboursOf(
  statement: Statement,
  corpus: Corpus,
): {readonly previous?: Statement; readonly next?: Statement} {
  const series = statement.forum === undefined ? [] : (corpus.graph.series.get(statement.forum) ?? [])
  const at = series.indexOf(statement.id)
  const find = (index: number) => {
    const id = series[index]
    return id === undefined ? undefined : corpus.statements.get(id)
  }
  const [previous, next] = [find(at - 1), find(at + 1)]
  return {...(previous === undefined ? {} : {previous}), ...(next === undefined ? {} : {next})}
}

/** What a statement has that the one before it in its forum has not, and the reverse. */
export interface Novelty {
  readonly previous: Statement
  /** Formulas attested here and not in the statement before. */
  readonly gained: readonly FormulaId[]
  /** Formulas attested there and not here: not found by matching, which is no proof of absence. */
  readonly notFound: readonly FormulaId[]
}

/**
 * Compares a statement with the one before it in its forum, by attested formulas.
 *
 * @returns `undefined` where no earlier statement is recorded, or where the
 *   text of one of the two does not stand here whole, so that nothing follows
 *   from what is not found
 */
export function noveltyOf(statement: Statement, corpus: Corpus): Novelty | undefined {
  const {previous} = neighboursOf(statement, corpus)
  if (previous === undefined || previous.edition !== 'full' || statement.edition !== 'full') return undefined
  const attested = ({id}: Statement) =>
    new Set(
      [...corpus.graph.attestations]
        .filter(([, list]) => list.some((attestation) => attestation.statement === id))
        .map(([formula]) => formula),
    )
  const [here, there] = [attested(statement), attested(previous)]
  const recorded = new Set(statement.absences.map(({formula}) => formula))
  return {
    previous,
    gained: [...here].filter((formula) => !there.has(formula)),
    notFound: [...there].filter((formula) => !here.has(formula) && !recorded.has(formula)),
  }
}
