import {describe, expect, it} from 'vitest'
import {cutCompound, partsOf, partsWithin} from '../../src/search/compounds.ts'

const parts = partsOf([
  '대북제재위 패널',
  '제재 회피',
  '대북제재',
  '북러 조약',
  '핵협의그룹',
  '군사위원회회의',
  '정상회의',
  '대북정책 NCG',
])

describe('partsOf(texts)', () => {
  it('takes words, and what two words begin or end with', () => {
    expect([...parts]).toEqual(expect.arrayContaining(['조약', '핵협의그룹', '회의', '대북']))
  })

  it('takes nothing that one word alone has, no single syllable and nothing that is not Korean', () => {
    for (const none of ['위원회', '정책', '핵', 'NCG', 'ncg']) expect(parts.has(none)).toBe(false)
  })
})

describe('cutCompound(word, parts)', () => {
  it.each([
    ['북러조약', ['북러', '조약'], []],
    ['핵협의그룹회의에서', ['핵협의그룹', '회의'], []],
    // All of it in one part where there is one.
    ['대북제재', ['대북제재'], []],
    ['대북훈련을', ['대북'], ['훈련']],
    ['손흥민', [], ['손흥민']],
  ])('takes %s apart', (word, found, rest) => {
    expect(cutCompound(word, parts)).toEqual({parts: found, rest})
  })
})

describe('partsWithin(word, parts)', () => {
  it('is what a compound is found by besides itself', () => {
    expect(partsWithin('대북제재', parts)).toEqual(['대북', '제재'])
  })

  it('is nothing where a word is no compound', () => {
    expect(partsWithin('조약', parts)).toEqual([])
    expect(partsWithin('군사위원회회의', parts)).toEqual([])
  })
})
