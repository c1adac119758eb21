import {describe, expect, it} from 'vitest'
import {align, likenessesOf} from '../../../src/analysis/collate/align.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import {smallClause, smallKit, smallTerm} from './small.ts'

const clauses = [
  smallClause('1.1', 'The keepers lit the lantern above the harbor.'),
  smallClause('1.2', 'Divers found seven anchors beneath the bridge.'),
  smallClause('2.1', 'The orchard gave apples and walnuts.', {terms: ['talks']}),
  smallClause('2.2', 'A choir sang ballads until midnight.'),
]
const lexicon = lexiconOf(smallKit(clauses, {terms: [smallTerm('talks', 'River Talks')]}))

/** The clauses of each sentence, with how like it is in a hundred. */
function aligned(...sentences: string[]) {
  const {inOrder, sentences: found} = align(sentencesOf(sentences.join(' ')), clauses, lexicon)
  const shown = found.map(({clauses: indexes, likeness}) => {
    const numbers = indexes.map((index) => clauses[index]?.n).join('+')
    return `${numbers === '' ? 'none' : numbers} ${Math.round(likeness * 100)}`
  })
  return {inOrder, shown}
}

const keepers = 'The keepers lit the lantern above the harbor.'
const divers = 'Divers found seven anchors beneath the bridge.'

describe('align(sentences, clauses, lexicon)', () => {
  it('follows the order of the statement', () => {
    expect(aligned(keepers, 'Divers found seven anchors.', 'The orchard gave apples.', 'A choir sang.')).toEqual({
      inOrder: true,
      shown: ['1.1 100', '1.2 82', '2.1 77', '2.2 63'],
    })
  })

  it('takes the likest clauses where the copy has another order', () => {
    expect(
      aligned(
        'A choir sang ballads.',
        'The orchard gave apples.',
        'Divers found seven anchors.',
        'The keepers lit the lantern.',
      ),
    ).toEqual({inOrder: false, shown: ['2.2 77', '2.1 77', '1.2 82', '1.1 77']})
  })

  it('lets a sentence answer to two clauses, and a clause to two sentences', () => {
    expect(aligned('The keepers lit the lantern, and divers found anchors beneath the bridge.').shown).toEqual([
      '1.1+1.2 72',
    ])
    expect(aligned('The keepers lit the lantern.', 'It was above the harbor.').shown).toEqual(['1.1 77', '1.1 63'])
  })

  it('leaves out a clause of which only a word or two stands beside another', () => {
    expect(aligned('The keepers lit the lantern above the harbor with seven anchors.').shown).toEqual(['1.1 85'])
  })

  it('bridges a sentence like nothing between two of one clause, or of two that follow each other', () => {
    expect(aligned('The keepers lit the lantern.', 'Nobody spoke.', 'It was above the harbor.').shown).toEqual([
      '1.1 77',
      '1.1 0',
      '1.1 63',
    ])
    expect(aligned(keepers, 'Nobody spoke.', divers).shown).toEqual(['1.1 100', '1.1+1.2 0', '1.2 100'])
  })

  it('bridges nothing over a clause that is missing, nor at either end', () => {
    expect(aligned(keepers, 'Nobody spoke.', 'The orchard gave apples.').shown).toEqual(['1.1 100', 'none 0', '2.1 77'])
    expect(aligned('Nobody spoke.', keepers, 'Nobody left.').shown).toEqual(['none 0', '1.1 100', 'none 0'])
  })

  it('finds nothing for a sentence of other words', () => {
    expect(aligned('Nobody spoke.')).toEqual({inOrder: true, shown: ['none 0']})
  })
})

describe('likenessesOf(sentences, clauses, lexicon)', () => {
  const likenesses = (text: string) =>
    likenessesOf(sentencesOf(text), clauses, lexicon).map((row) => row.map((each) => Math.round(each * 1000) / 1000))

  it('counts shared stems by their weight, and words the edition never uses for little', () => {
    expect(likenesses('The keepers lit.')).toEqual([[0.632, 0, 0, 0]])
    expect(likenesses('The zebra zoo keepers lit.')).toEqual([[0.467, 0, 0, 0]])
  })

  it('counts a name that the clause has as a term', () => {
    expect(likenesses('The River Talks. The river.').map(([, , orchard]) => (orchard ?? 0) > 0)).toEqual([true, false])
  })

  it('finds nothing where a statement has no clauses', () => {
    expect(likenessesOf(sentencesOf('One lamp. Two lamps.'), [], lexicon)).toEqual([[], []])
  })
})
