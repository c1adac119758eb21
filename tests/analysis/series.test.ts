import {describe, expect, it} from 'vitest'
import {neighboursOf, noveltyOf} from '../../src/analysis/series.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Corpus, SourceFile, Statement, StatementId} from '../../src/corpus/model.ts'
import {file, readFixture} from '../fixtures/edition.ts'

/** The tiny edition, with the later statement's front matter changed. */
function tiny(change: (text: string) => string = (text) => text): Corpus {
  const later = 'content/statements/river-2032.mdx'
  const files = readFixture('tiny').map((one: SourceFile): SourceFile =>
    one.path === later ? file(later, change(new TextDecoder().decode(one.bytes))) : one,
  )
  return readCorpus(files).corpus
}

function statement(corpus: Corpus, id: string): Statement {
  const found = corpus.statements.get(id as StatementId)
  if (found === undefined) throw new Error(`There is no statement ${id}`)
  return found
}

describe('neighboursOf(statement, corpus)', () => {
  it('returns the statements of the forum before and after, by date', () => {
    const corpus = tiny()
    expect(neighboursOf(statement(corpus, 'river-2031'), corpus).next?.id).toBe('river-2032')
    expect(neighboursOf(statement(corpus, 'river-2031'), corpus).previous).toBeUndefined()
    expect(neighboursOf(statement(corpus, 'river-2032'), corpus).previous?.id).toBe('river-2031')
  })
})

describe('noveltyOf(statement, corpus)', () => {
  const full = (text: string) => text.replace('edition: extract', 'edition: full')

  it('says nothing where no earlier statement is recorded', () => {
    const corpus = tiny()
    expect(noveltyOf(statement(corpus, 'river-2031'), corpus)).toBeUndefined()
  })

  it('says nothing where one of the two does not stand here whole', () => {
    const corpus = tiny()
    expect(noveltyOf(statement(corpus, 'river-2032'), corpus)).toBeUndefined()
  })

  it('tells what is not found apart from what is absent on record', () => {
    const corpus = tiny(full)
    expect(noveltyOf(statement(corpus, 'river-2032'), corpus)).toMatchObject({gained: [], notFound: []})
    const without = tiny((text) => full(text).replace(/absences:\n(?: .*\n)+/, ''))
    expect(noveltyOf(statement(without, 'river-2032'), without)).toMatchObject({gained: [], notFound: ['early-answer']})
  })
})
