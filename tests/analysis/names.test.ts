import {describe, expect, it} from 'vitest'
import {englishLetter, findName, foldName, koreanLetter, nameQuery} from '../../src/analysis/names.ts'
import {pick, random} from '../fixtures/random.ts'

const finds = (typed: string, ...names: readonly string[]) => findName(nameQuery(typed), names.map(foldName))

describe('findName(query, names)', () => {
  it.each([
    ['ncg', 'NCG'],
    ['cost sharing', 'Cost-sharing agreement'],
    ['costsharing', 'Cost-sharing agreement'],
    ['Cost‑Sharing', 'cost sharing'],
    ['us', 'U.S. Forces Korea'],
    ['U.S.', 'US Forces Korea'],
    ['ministers', 'Foreign and Defense Ministers’ Meeting'],
    ['defense meeting', 'Foreign and Defense Ministers’ Meeting'],
    ['2+2', '2+2'],
    ['hyeobuiche', 'Hwakjang Eokje Jeollyak Hyeobuiche'],
    ['resume', 'Résumé'],
    ['ㄳㅌ', '감사팀'],
    ['확장억제', '확장억제'],
    ['확장 억제', '확장억제'],
    ['억제', '확장억제'],
    ['확장억제', '확장 억제'],
    ['ㅎㅈㅇㅈ', '확장억제'],
    ['ㅇㅈ', '확장억제'],
    ['ㅎㅈㅇㅈ', '확장 억제'],
    ['핵협의'.normalize('NFD'), '핵협의그룹'],
  ])('finds %s in %s', (typed, name) => {
    expect(finds(typed, name)).toBe(0)
  })

  it.each([
    ['us', 'Status of forces'],
    ['cg', 'NCG'],
    ['s', 'U.S.'],
    ['ㅎㅈㅈ', '확장억제'],
    ['강', '확장억제'],
    ['ncg edscg', 'NCG'],
  ])('does not find %s in %s', (typed, name) => {
    expect(finds(typed, name)).toBeUndefined()
  })

  it('finds a Korean name at every keystroke, also while the next syllable’s first letter hangs on the last', () => {
    for (const typed of [
      'ㅎ',
      '해',
      '핵',
      '핵ㅎ',
      '핵혀',
      '핵협',
      '핵협ㅇ',
      '핵협으',
      '핵협의',
      '핵협읙',
      '핵협의그',
    ]) {
      expect([typed, finds(typed, '핵협의그룹')]).toEqual([typed, 0])
    }
  })

  it('says which name has it, and prefers one that has it all', () => {
    expect(finds('group', 'NCG', 'Nuclear Consultative Group')).toBe(1)
    expect(finds('talks river', 'River', 'Talks', 'Talks River')).toBe(2)
    expect(finds('talks 강', 'River Talks', '강 회담')).toBe(0)
  })

  it('finds nothing typed everywhere', () => {
    expect(finds('', 'NCG')).toBe(0)
    expect(finds(' – ', 'NCG')).toBe(0)
    expect(finds('.*', 'NCG')).toBe(0)
  })

  it('finds every name by its beginning, whatever stands between its letters', () => {
    const next = random(7)
    const letters = ['a', 'b', 'é', '확', '값', '그', '2', ' ', '-', '.', '’', '·']
    for (let turn = 0; turn < 300; turn++) {
      const name = Array.from({length: 8}, () => pick(letters, next)).join('')
      const typed = Array.from(name)
        .slice(0, 1 + Math.floor(next() * 8))
        .filter((character) => !/[ .’·-]/.test(character))
        .join('')
      expect([name, typed, finds(typed, name)]).toEqual([name, typed, 0])
    }
  })

  it('takes ten thousand characters and a pile of signs', () => {
    for (const typed of ['a'.repeat(10_000), '<script>', '"', '([a-z]+)+$', '🙂', 'ㅎ'.repeat(10_000)]) {
      expect(finds(typed, '확장억제 NCG')).toBe(/[\p{L}]/u.test(typed) ? undefined : 0)
    }
  })
})

describe('the letters of an index', () => {
  it('are those of the name, doubled consonants with the plain ones', () => {
    expect(['확장', '까치', '한미', '2+2 회담', 'NCG', '쌍용'].map(koreanLetter)).toEqual([
      'ㅎ',
      'ㄱ',
      'ㅎ',
      'A–Z',
      'A–Z',
      'ㅅ',
    ])
    expect(['NCG', 'élan', '2+2', '확장'].map(englishLetter)).toEqual(['N', 'E', '0–9', '0–9'])
  })
})
