import {describe, expect, it} from 'vitest'
import {didYouMean, nearest} from '../../src/corpus/nearest.ts'

describe('nearest(word, candidates)', () => {
  it.each([
    ['numberin', ['numbering', 'title'], 'numbering'],
    ['NCG', ['ncg', 'scm'], 'ncg'],
    ['extended-deterence', ['extended-deterrence', 'deterrence'], 'extended-deterrence'],
    ['certanty', ['certainty', 'sources'], 'certainty'],
    ['idd', ['id'], 'id'],
    ['contxt', ['context', 'law'], 'context'],
  ])('offers for %s out of %j %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected)
  })

  it.each([
    ['colour', ['id', 'to']],
    ['xyz', ['abc']],
    ['ncg', []],
    ['a', ['bc']],
    ['layout', ['title', 'short', 'kind', 'forum']],
  ])('offers nothing silly for %s', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined()
  })

  it('offers the nearest, and of two equally near the first of the alphabet', () => {
    expect(nearest('tern', ['torn', 'term', 'terms'])).toBe('term')
    expect(nearest('tern', ['terms', 'torn', 'term'])).toBe('term')
  })

  it('counts letters of any script', () => {
    expect(nearest('확장억재', ['확장억제', '핵우산'])).toBe('확장억제')
  })
})

describe('didYouMean(word, candidates)', () => {
  it('asks in a sentence, or not at all', () => {
    expect(didYouMean('nc', ['ncg'])).toBe('Did you mean `ncg`?')
    expect(didYouMean('usa', ['ncg'])).toBeUndefined()
  })
})
