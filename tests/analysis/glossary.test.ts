import {describe, expect, it} from 'vitest'
import {formsOf, glossaryOf} from '../../src/analysis/glossary.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {readFixture} from '../fixtures/edition.ts'

const {corpus} = readCorpus(readFixture('tiny'))

describe('glossaryOf(corpus)', () => {
  it('has a line a term, by label, with its letters, its first sentence and where it stands', () => {
    const lines = glossaryOf(corpus)
    expect(lines.map(({term, letter, koreanLetter}) => [term.id, letter, koreanLetter])).toEqual([
      ['flood-law', 'F', undefined],
      ['lantern-pact', 'L', undefined],
      ['river-talks', 'R', 'ㄱ'],
    ])
    expect(lines.map(({definition}) => definition)[2]).toBe(
      'The invented forum of this edition; Arthur Bell has led it since 2031.',
    )
    // Of the pact’s occurrences one stands in a clause, the others in entries, which are no statements.
    expect(lines.map(({uses, statements}) => [uses, statements])).toEqual([
      [0, []],
      [3, ['river-2032']],
      [1, ['river-2031']],
    ])
    const twice = new Map([...corpus.graph.occurrences].map(([id, found]) => [id, [...found, ...found]]))
    const again = glossaryOf({...corpus, graph: {...corpus.graph, occurrences: twice}})
    expect(again.map(({uses, statements}) => [uses, statements])).toEqual([
      [0, []],
      [6, ['river-2032']],
      [2, ['river-2031']],
    ])
  })

  it('keeps to the first sentence of a card that has several', () => {
    const [term] = corpus.terms.values()
    if (term === undefined) throw new Error('The edition has no term')
    const terms = new Map([[term.id, {...term, cardText: 'A U.S. law. It is old.'}]])
    expect(glossaryOf({...corpus, terms})[0]?.definition).toBe('A U.S. law.')
  })
})

describe('formsOf(term)', () => {
  it('has the names before what only bad copies and typing errors have', () => {
    const term = [...corpus.terms.values()].find(({id}) => id === 'river-talks')
    if (term === undefined) throw new Error('The edition has no river-talks')
    expect(formsOf({...term, abbr: 'RT', spun: ['Stream Chats'], misspelt: ['River Talsk']})).toEqual([
      {kind: 'name', form: 'River Talks'},
      {kind: 'abbreviation', form: 'RT'},
      {kind: 'korean', form: '강 회담'},
      {kind: 'romanization', form: 'Gang Hoedam'},
      {kind: 'alias', form: 'Talks at the River'},
      {kind: 'spun', form: 'Stream Chats'},
      {kind: 'misspelt', form: 'River Talsk'},
    ])
  })

  it('has nothing for what a term has not', () => {
    const term = [...corpus.terms.values()].find(({id}) => id === 'flood-law')
    if (term === undefined) throw new Error('The edition has no flood-law')
    const {korean: _, abbr: __, ...bare} = term
    expect(formsOf({...bare, aliases: [], spun: [], misspelt: []})).toEqual([{kind: 'name', form: bare.label}])
  })
})
