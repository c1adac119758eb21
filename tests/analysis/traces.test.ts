import {describe, expect, it} from 'vitest'
import type {Span} from '../../src/analysis/spans.ts'
import {formulaSpans, personSpans, termSpans} from '../../src/analysis/traces.ts'
import type {Trace} from '../../src/analysis/traces.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {longEdition} from '../fixtures/long.ts'

const {corpus} = readCorpus(longEdition(240))
const [term] = corpus.terms.values()
const [formula] = corpus.formulas.values()
const [person] = corpus.people.values()
if (term === undefined || formula === undefined || person === undefined) throw new Error('The edition was not read.')

const count = (spans: readonly Span<Trace>[], type: Trace['type']) =>
  spans.flatMap(({items}) => items.filter((item) => item.type === type)).length

describe('the pages of years of a record', () => {
  it('have every place of a term, and last those that are in no statement', () => {
    const spans = termSpans(term, corpus)
    expect(count(spans, 'occurrence')).toBe(241)
    expect(spans.map(({id}) => id)).toEqual(['1950--2015', '2016--2029', 'elsewhere'])
  })

  it('have every step of a formula beside what points to it in the same years', () => {
    const spans = formulaSpans(formula, corpus)
    expect([count(spans, 'step'), count(spans, 'pointer')]).toEqual([240, 240])
    expect(spans[0]?.items.map((trace) => trace.type).sort()).toEqual([
      ...Array.from({length: 33}, () => 'pointer'),
      ...Array.from({length: 33}, () => 'step'),
    ])
  })

  it('have every meeting of a person and every place of the name', () => {
    const spans = personSpans(person, corpus)
    expect([count(spans, 'participation'), count(spans, 'occurrence')]).toEqual([240, 240])
  })
})
