import {expect, it} from 'vitest'
import {extentOf} from '../../src/components/labels.ts'
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
