import {describe, expect, it} from 'vitest'
import type {Comparable, Comparison, FormulaRow, Verdict} from '../../src/analysis/compare/model.ts'
import {comparisonHtml} from '../../src/components/comparison.ts'
import type {FormulaId, StatementId} from '../../src/corpus/model.ts'

const comparable = (id: string, short: string): Comparable => ({
  id: id as StatementId,
  short,
  date: '2031-03-04',
  edition: 'record',
  seenWhole: false,
  clauses: [],
  formulas: [],
  terms: {},
})

/** What stands above the table of formulas, without its markup. */
function sentence(verdicts: readonly Verdict[]): string | undefined {
  const formulas = verdicts.map((verdict, index): FormulaRow => ({
    formulas: [{id: `f${index}` as FormulaId, label: `F${index}`}],
    verdict,
    a: {state: 'stands', use: {words: 'a'}, others: []},
    b: {state: 'stands', use: {words: 'b'}, others: []},
  }))
  const comparison: Comparison = {
    a: comparable('talks-2031', 'Talks, 2031'),
    b: comparable('talks-2032', 'Talks, 2032'),
    formulas,
    rows: [],
    counts: {aligned: 0, moved: 0, 'only-a': 0, 'only-b': 0},
  }
  const html = comparisonHtml(
    comparison,
    {comparable: comparison.a, clauses: {}},
    {comparable: comparison.b, clauses: {}},
  )
  return /<h2 id="by-formula">.*?<\/h2>\s*<p>(.*?)<\/p>/s.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '')
}

describe('the sentence about the formulas', () => {
  it('counts as changes what changed, and the rest beside it', () => {
    expect(sentence(['same', 'reworded', 'both', 'only-b', 'reworded', 'same', 'unknown'])).toBe(
      '3 changes: 2 reworded; 1 only in Talks, 2032. Besides: 1 in both, words not compared; 2 the same.',
    )
    expect(sentence(['only-a'])).toBe('1 change: 1 only in Talks, 2031.')
    expect(sentence(['same', 'both'])).toBe('No change is known: 1 in both, words not compared; 1 the same.')
    expect(sentence(['unknown'])).toBe('No change is known.')
  })
})
