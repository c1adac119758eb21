import {describe, expect, it} from 'vitest'
import {recordClauses} from '../../../src/analysis/collate/clauses.ts'
import {study} from '../../../src/analysis/collate/learn.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import type {KitClause} from '../../../src/analysis/collate/model.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import type {ClauseNumber} from '../../../src/corpus/model.ts'
import {innocentKit} from './base.ts'

/** A copy whose sentences answer to clauses of one quotation each, in order. */
function studied(...pairs: readonly (readonly [copy: string, quotation: string])[]) {
  const clauses = pairs.map(([, words], index): KitClause => ({
    n: `1.${index + 1}` as ClauseNumber,
    text: `The record has ${words}.`,
    quotations: [{words, formulas: []}],
    terms: [],
    from: [],
  }))
  return study(
    {
      sentences: sentencesOf(pairs.map(([copy]) => copy).join('\n')),
      alignments: pairs.map((_, index) => ({clauses: [index], likeness: 1})),
      clauses: recordClauses(clauses),
    },
    lexiconOf(innocentKit),
  )
}

const expectedOf = (lessons: ReturnType<typeof studied>, words: string) =>
  lessons.table.of(wordsOf(words)).map(({expected}) => expected)

describe('study(copy)', () => {
  it('learns from a quotation which word stands for which', () => {
    const lessons = studied(['Both keep a mutual lantern policy alive.', 'mutual beacon policy'])
    expect(expectedOf(lessons, 'lantern')).toEqual(['beacon'])
  })

  it('recognises by what it has learned a quotation of which nothing else is left', () => {
    const taught = ['Both keep a mutual lantern policy alive.', 'mutual beacon policy'] as const
    const hidden = ['It was a lantern saffron, they said.', 'beacon keeper'] as const
    expect(expectedOf(studied(hidden), 'saffron')).toEqual([])
    expect(expectedOf(studied(taught, hidden), 'saffron')).toEqual(['keeper'])
  })

  it('learns a phrase for a word, and a word for a phrase', () => {
    const lessons = studied(
      ['They hold a mutual bright yellow light policy.', 'a mutual beacon policy'],
      ['They signed the mutual walnut treaty.', 'the mutual ship to shore treaty'],
    )
    expect(expectedOf(lessons, 'bright yellow light')).toEqual(['beacon'])
    expect(expectedOf(lessons, 'walnut')).toEqual(['ship to shore'])
  })

  it('takes a copy with sound quotations for one that replaces nothing', () => {
    const lessons = studied(['Both keep a mutual beacon policy alive.', 'mutual beacon policy'])
    expect(lessons).toMatchObject({rate: 0, spun: false})
  })
})
