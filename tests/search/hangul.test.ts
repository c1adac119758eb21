import {describe, expect, it} from 'vitest'
import {distance} from '../../src/search/spelling.ts'
import {initialsOf, isInitials} from '../../src/corpus/hangul.ts'
import {jamo, withoutParticle} from '../../src/search/hangul.ts'

describe('jamo(text)', () => {
  it('makes one wrong letter one difference', () => {
    expect([...jamo('핵')]).toHaveLength(3)
    expect(distance(jamo('확장억재'), jamo('확장억제'), 5)).toBe(1)
    expect(distance(jamo('핵협위그룹'), jamo('핵협의그룹'), 5)).toBe(1)
  })
})

describe('initialsOf(text)', () => {
  it('is what one types for short', () => {
    expect(initialsOf('확장억제')).toBe('ㅎㅈㅇㅈ')
    expect(initialsOf('비핵화')).toBe('ㅂㅎㅎ')
    // Every syllable has the letter that Unicode takes out of it, in the order of the alphabet.
    const letters = new Map<string, string>()
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const syllable = String.fromCharCode(code)
      const [first = ''] = syllable.normalize('NFD')
      letters.set(first + initialsOf(syllable), initialsOf(syllable))
    }
    expect([...letters.values()].join('')).toBe('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
    expect(isInitials('ㅎㅈㅇㅈ')).toBe(true)
    expect(isInitials('확장')).toBe(false)
  })
})

describe('withoutParticle(word)', () => {
  it.each([
    ['핵협의그룹은', '핵협의그룹'],
    ['확장억제의', '확장억제'],
    ['북한에서', '북한'],
    ['동맹으로', '동맹'],
    ['핵협의그룹이란', '핵협의그룹'],
  ])('takes %s for %s', (word, noun) => {
    expect(withoutParticle(word)).toContain(noun)
  })

  it('tries the word as it is first, and leaves two syllables alone', () => {
    expect(withoutParticle('안보협의회의')[0]).toBe('안보협의회의')
    expect(withoutParticle('회의')).toEqual(['회의'])
    expect(withoutParticle('NCG')).toEqual(['NCG'])
  })
})
