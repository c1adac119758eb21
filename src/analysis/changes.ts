import {compareChanges} from '../corpus/change.ts'
import type {Change, Corpus, Formula, FormulaId, Statement, Target} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {targetKey} from '../corpus/target.ts'
import {lineageOf} from './lineage.ts'
import type {Step} from './lineage.ts'

/** A step in the life of one of several formulas. */
export type Testimony = Step & {readonly formula: Formula}

/**
 * Everything that is on record of some formulas, earliest statement first;
 * within a statement by formula, in the order of `ids`, clauses in theirs.
 */
export function testimonyOf(ids: readonly FormulaId[], corpus: Corpus): Testimony[] {
  return ids
    .flatMap((id): Testimony[] => {
      const formula = corpus.formulas.get(id)
      return formula === undefined ? [] : lineageOf(formula, corpus).steps.map((step) => ({...step, formula}))
    })
    .sort((a, b) => compareStatements(a.statement, b.statement))
}

/** The statements that an essay names, earliest first. */
export function statementsOf(change: Change, {statements}: Corpus): Statement[] {
  return change.statements.flatMap((id) => statements.get(id) ?? []).sort(compareStatements)
}

/** First and last year of the statements an essay rests on; absent where it rests on none. */
export function yearsOf(change: Change, corpus: Corpus): {readonly first: string; readonly last: string} | undefined {
  const named = statementsOf(change, corpus)
  const attested = testimonyOf(change.formulas, corpus).map(({statement}) => statement)
  const years = [...named, ...attested].map(({date}) => date.slice(0, 4)).sort()
  const [first, last] = [years[0], years.at(-1)]
  return first === undefined || last === undefined ? undefined : {first, last}
}

type Subject = Extract<Target, {readonly type: 'term' | 'formula' | 'statement'}>

/** The essays that name a term, a formula or a statement, or point to it, to a clause or to a note of it. */
export function changesAbout(subject: Subject, {changes, graph}: Corpus): Change[] {
  return [...(graph.essays.get(targetKey(subject)) ?? [])].flatMap((id) => changes.get(id) ?? []).sort(compareChanges)
}
