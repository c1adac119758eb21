import {describe, expect, it} from 'vitest'
import {neighboursOf} from '../../src/analysis/series.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, Statement, StatementId} from '../../src/corpus/model.ts'
import {readFixture} from '../fixtures/edition.ts'

function statement(corpus: Corpus, id: string): Statement {
  const found = corpus.statements.get(id as StatementId)
  if (found === undefined) throw new Error(`There is no statement ${id}`)
  return found
}

describe('neighboursOf(statement, corpus)', () => {
  it('returns the statements of the forum before and after, by date', () => {
    const {corpus} = readCorpus(readFixture('tiny'))
    expect(neighboursOf(statement(corpus, 'river-2031'), corpus).next?.id).toBe('river-2032')
    expect(neighboursOf(statement(corpus, 'river-2031'), corpus).previous).toBeUndefined()
    expect(neighboursOf(statement(corpus, 'river-2032'), corpus).previous?.id).toBe('river-2031')
  })
})
