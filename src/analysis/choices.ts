/** Statements to choose from, for lists from which one is taken. */

import {dateInWords} from '../corpus/dates.ts'
import {forumLabel} from '../corpus/label.ts'
import type {Corpus, StatementId} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import {pageSize} from './spans.ts'

/** A statement with the ids of before, which addresses may still name. */
export type Choice = readonly [id: StatementId, label: string, ...formerIds: readonly string[]]

/** A forum with its statements, the newest first. */
export type ChoiceGroup = readonly [forum: string, statements: readonly Choice[]]

export interface Choices {
  readonly groups: readonly ChoiceGroup[]
  /** Whether they are too many to stand on a page: then its script asks for them. */
  readonly isLong: boolean
}

/** All statements, forum by forum. */
export function choicesOf(corpus: Corpus): Choices {
  const newestFirst = [...corpus.statements.values()].sort(compareStatements).toReversed()
  const groups = [...Map.groupBy(newestFirst, (statement) => forumLabel(statement, corpus))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([forum, statements]): ChoiceGroup => [
      forum,
      statements.map(({id, short, date, formerIds}) => [id, `${short}, ${dateInWords(date)}`, ...formerIds]),
    ])
  return {groups, isLong: newestFirst.length > pageSize}
}
