import {expect, it} from 'vitest'
import {extentOf, restatedOf} from '../../src/components/labels.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Statement} from '../../src/corpus/model.ts'
import {statementFile} from '../fixtures/edition.ts'

const clause = (n: string) => `<Clause n="${n}">\nA lamp.\n</Clause>`

it.each([
  [['1.1', '2.1', '2.2'], 'full', '3 clauses'],
  [['1.1'], 'extract', '1 clause'],
  [[], 'extract', '0 clauses'],
  [[], 'record', 'record only'],
] as const)('lists say how much of a statement stands here', (numbers, edition, words) => {
  const {corpus} = readCorpus([statementFile(numbers.map(clause).join('\n\n'))])
  const [statement] = corpus.statements.values()
  expect(extentOf({...(statement as Statement), edition}, corpus)).toBe(words)
})

it.each([
  [[], 'No statement is recorded here yet.'],
  [['full'], 'The only one is restated clause by clause.'],
  [['full', 'extract'], 'All 2 are restated clause by clause.'],
  [['full', 'record'], 'So far 1 of 2 is restated clause by clause. Of the others '],
  [
    Array.from({length: 1_200}, () => 'record' as const),
    'So far 0 of 1,200 are restated clause by clause. Of the others ',
  ],
] as const)('the list of statements says how many of them are restated', (editions, words) => {
  expect(restatedOf(editions.map((edition) => ({edition}))).startsWith(words)).toBe(true)
})
