import {describe, expect, it} from 'vitest'
import {fuse} from '../../src/search/fusion.ts'

describe('fuse(rankings)', () => {
  it('puts what several rankings agree on first', () => {
    expect(
      fuse([
        {keys: ['a', 'b', 'c'], weight: 1},
        {keys: ['c', 'b'], weight: 1},
      ]),
    ).toEqual(['c', 'b', 'a'])
  })

  it('lets a heavier ranking decide', () => {
    expect(
      fuse([
        {keys: ['a', 'b'], weight: 1},
        {keys: ['b', 'a'], weight: 2},
      ]),
    ).toEqual(['b', 'a'])
  })

  it('names every key once, in the order of the first ranking where all is equal', () => {
    expect(fuse([{keys: ['b', 'a', 'b'], weight: 1}])).toEqual(['b', 'a'])
    expect(fuse([])).toEqual([])
  })
})
