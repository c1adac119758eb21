import {expect, it} from 'vitest'
import {extentOf} from '../../src/components/labels.ts'
import type {Clause, ClauseNumber, Statement} from '../../src/corpus/model.ts'

const clause = (n: string) => ({n: n as ClauseNumber}) as Clause

function statement(edition: Statement['edition'], ...sections: string[][]): Statement {
  return {
    edition,
    sections: sections.map((numbers) => ({paragraphs: [{clauses: numbers.map(clause)}]})),
  } as unknown as Statement
}

it.each([
  [statement('full', ['1.1'], ['2.1', '2.2']), '3 clauses'],
  [statement('extract', ['1.1']), '1 clause'],
  [statement('extract'), '0 clauses'],
  [statement('record'), 'record only'],
])('lists say how much of a statement stands here', (one, words) => {
  expect(extentOf(one)).toBe(words)
})
