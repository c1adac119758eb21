import {describe, expect, it} from 'vitest'
import {findKoreanParts} from '../../src/search/parts.ts'
import {names} from './edition.ts'

const found = (text: string) => findKoreanParts(text.split(' '), names, new Set())
const urls = (text: string) => found(text).matches.map(({entry}) => entry.url)

describe('findKoreanParts(words, names, more)', () => {
  it.each([
    ['한미방위조약', '/glossary/mdt/'],
    ['핵협의그룹회의', '/glossary/ncg/'],
    // The head stands last, and what fewer pages hold tells more.
    ['한국의 오커스 참여', '/glossary/aukus/'],
    ['한반도의 완전한 비핵화', '/glossary/denuclearization/'],
    ['정상회의 가시성', '/glossary/strategic-assets/'],
    // All of a name tells more than a part of one.
    ['유엔사 정상회의', '/glossary/unc/'],
    // A name is taken whole, in any spacing, a person's too.
    ['다국적 제재 모니터링팀 출범', '/glossary/msmt/'],
    ['조태열 외교부장관', '/people/cho-tae-yul/'],
    // An abbreviation beside a word that is strange.
    ['전시작전권 환수', '/glossary/opcon/'],
  ])('leads with %s to the page that holds most of it', (text, url) => {
    expect(urls(text)[0]).toBe(url)
  })

  it('says what belongs to no word of the edition', () => {
    expect(found('한미연합공연을')).toMatchObject({parts: ['한미연합'], rest: ['공연']})
    expect(found('전시작전권 환수').rest).toEqual(['환수'])
    expect(found('손흥민')).toMatchObject({matches: [], parts: [], rest: ['손흥민']})
  })

  it('knows words of the texts that it is given', () => {
    expect(findKoreanParts(['비질런트에이스'], names, new Set(['비질런트', '에이스'])).parts).toEqual([
      '비질런트',
      '에이스',
    ])
  })
})
