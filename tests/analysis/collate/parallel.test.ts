import {describe, expect, it} from 'vitest'
import {parallel} from '../../../src/analysis/collate/parallel.ts'
import type {Unit} from '../../../src/analysis/collate/parallel.ts'
import {stemOf, wordsOf} from '../../../src/analysis/collate/words.ts'

/** Each word of a copy as a unit; `lamp>light` stands for another word. */
function unitsOf(text: string): Unit[] {
  return text.split(' ').map((part) => {
    const [word = '', standsFor] = part.split('>')
    return {words: wordsOf(word), standsFor: new Set(standsFor === undefined ? [] : [stemOf(standsFor)])}
  })
}

function shown(copy: string, record: string) {
  const {found, differences, kept, likeness} = parallel(unitsOf(copy), wordsOf(record))
  const text = (words: readonly {readonly text: string}[]) => words.map((word) => word.text).join(' ')
  return {
    found: text(found),
    differences: differences.map((each) => `${text(each.found)}/${text(each.expected)}`),
    kept: text(kept),
    likeness: Math.round(likeness * 100) / 100,
  }
}

describe('parallel(units, record)', () => {
  it('finds the place in the copy, and leaves what stands around it', () => {
    expect(shown('Yesterday both ministers visited Riverton and Oakham gladly', 'ministers visited Riverton')).toEqual({
      found: 'ministers visited Riverton',
      differences: [],
      kept: 'ministers visited Riverton',
      likeness: 1,
    })
  })

  it('sets beside each other what was replaced, left out and added', () => {
    expect(shown('ministers visited Oakham today', 'ministers visited Riverton today').differences).toEqual([
      'Oakham/Riverton',
    ])
    expect(shown('ministers Riverton today', 'ministers visited Riverton today').differences).toEqual(['/visited'])
    expect(shown('ministers gladly visited Riverton', 'ministers visited Riverton').differences).toEqual(['gladly/'])
  })

  it('joins words that differ side by side, and parts those with a same word between', () => {
    expect(shown('ministers left Oakham today', 'ministers visited Riverton today').differences).toEqual([
      'left Oakham/visited Riverton',
    ])
    expect(
      shown('ministers left Riverton tonight gladly', 'ministers visited Riverton today gladly').differences,
    ).toEqual(['left/visited', 'tonight/today'])
  })

  it('takes another ending for the same word', () => {
    expect(shown('ministers visiting Riverton', 'ministers visited Riverton')).toMatchObject({
      differences: [],
      kept: 'ministers visited Riverton',
      likeness: 1,
    })
  })

  it('knows a word that this copy puts for another, and says so', () => {
    expect(shown('ministers toured>visited Riverton', 'ministers visited Riverton')).toEqual({
      found: 'ministers toured Riverton',
      differences: ['toured/visited'],
      kept: 'ministers Riverton',
      likeness: 1,
    })
  })

  it('gives function words less weight, but not those that say how firm a promise is', () => {
    expect(shown('ministers in Riverton', 'ministers of Riverton').likeness).toBe(0.83)
    expect(shown('ministers can visit', 'ministers will visit').likeness).toBe(0.67)
  })

  it('finds nothing where nothing is alike', () => {
    expect(shown('fish', 'ministers')).toMatchObject({kept: '', likeness: 0})
    expect(shown('fish', '').likeness).toBe(0)
  })
})
