import {describe, expect, it} from 'vitest'
import {hangulPieces, isInitials, syllableLetters} from '../../src/corpus/hangul.ts'

describe('syllableLetters(character)', () => {
  it('takes a syllable apart as one types it', () => {
    expect(syllableLetters('확')).toEqual(['ㅎ', 'ㅗㅏ', 'ㄱ'])
    expect(syllableLetters('제')).toEqual(['ㅈ', 'ㅔ', ''])
    expect(syllableLetters('가')).toEqual(['ㄱ', 'ㅏ', ''])
    expect(syllableLetters('힣')).toEqual(['ㅎ', 'ㅣ', 'ㅎ'])
  })

  it('knows what is no syllable', () => {
    for (const other of ['a', 'ㅎ', '韓', '\uabff', '\ud7a4']) expect(syllableLetters(other)).toBeUndefined()
  })
})

describe('hangulPieces(text)', () => {
  it.each([
    ['', []],
    ['The talks.', ['The talks.']],
    ['확장억제', ['[확장억제]']],
    ['the 핵협의그룹 (NCG)', ['the ', '[핵협의그룹]', ' (NCG)']],
    ['한·미 (통합) 국방, 韓國', ['[한·미 (통합) 국방]', ', 韓國']],
  ])('cuts %j where Hangul begins and ends', (text, pieces) => {
    expect(hangulPieces(text).map(({text: piece, isHangul}) => (isHangul ? `[${piece}]` : piece))).toEqual(pieces)
  })
})

describe('isInitials(text)', () => {
  it('asks for two consonants at least, and nothing else', () => {
    expect(['ㅎㅈ', 'ㅎㅈㅇㅈ'].every(isInitials)).toBe(true)
    expect(['ㅎ', 'ㅎ장', 'ㅎㅏ', 'NCG', ''].some(isInitials)).toBe(false)
  })
})
