import {describe, expect, it} from 'vitest'
import {cellChanges} from '../../../src/analysis/review/cells.ts'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import {formulaFile, tell} from '../../fixtures/edition.ts'
import type {Told} from '../../fixtures/edition.ts'

const answer = formulaFile('answer', 'will answer', {weak: 'can answer', strong: 'must answer'})

/** What changed in the cells between two states of a statement; `undefined` where there is none. */
function changes(base: Partial<Told> | undefined, head: Partial<Told> | undefined): string[] {
  const read = (told: Partial<Told> | undefined) =>
    readCorpus([answer, ...(told === undefined ? [] : [tell({id: 'a', date: '2031', ...told})])]).corpus
  return cellChanges(read(base), read(head), []).map(({formula, statement, from, to}) => {
    const [before, after] = [from, to].map((state) =>
      state === undefined ? 'nothing' : [state.presence, ...state.variants].join(' '),
    )
    return `${formula} in ${statement}: ${before} → ${after}`
  })
}

describe('cellChanges(base, head, records)', () => {
  it('tells one variant from another', () => {
    expect(changes({recorded: [['answer', 'variant: weak']]}, {recorded: [['answer', 'variant: strong']]})).toEqual([
      'answer in a: variant weak → variant strong',
    ])
  })

  it('tells an absence that somebody found from one that is unsure', () => {
    expect(changes({absent: ['answer']}, {absent: ['answer'], absences: 'unsure'})).toEqual([
      'answer in a: absent → doubted',
    ])
  })

  it('tells of a statement that came what is known of it, a doubted absence too, and nothing that is not', () => {
    expect(changes(undefined, {recorded: [['answer']]})).toEqual(['answer in a: nothing → reported'])
    expect(changes(undefined, {absent: ['answer'], absences: 'unsure'})).toEqual(['answer in a: nothing → doubted'])
    expect(changes(undefined, {})).toEqual([])
  })

  it('says nothing where the cells are the same', () => {
    expect(changes({recorded: [['answer']]}, {recorded: [['answer']]})).toEqual([])
  })
})
