import {describe, expect, it} from 'vitest'
import {titledFirst, yearMeant} from '../../src/search/dated.ts'
import {foldWords} from '../../src/search/normalize.ts'
import type {PagefindData} from '../../src/search/pagefind.ts'

describe('yearMeant(words)', () => {
  it('reads the year of a statement, and what is said besides', () => {
    expect(yearMeant(foldWords('the joint communiqué of 2022'))).toEqual({year: '2022', rest: ['joint', 'communique']})
    expect(yearMeant(foldWords('2023년 공동성명'))).toEqual({year: '2023', rest: ['공동성명']})
  })

  it.each(['nuclear posture review 2018', 'joint statement', 'joint statements 2021 2024', '1953 treaty'])(
    'reads none in %s',
    (text) => {
      expect(yearMeant(foldWords(text))).toBeUndefined()
    },
  )
})

describe('titledFirst(pages, words)', () => {
  it('puts first what has more of the words in its title, then what has them side by side, then the shorter', () => {
    const page = (title: string): PagefindData => ({
      url: '',
      content: '',
      excerpt: '',
      meta: {title},
      filters: {},
      sub_results: [],
    })
    const titles = ['Lamps', 'Joint Lamp Statement', 'Joint Statement on Lamps and Oil', 'Joint Statement on Oil']
    const sorted = titledFirst(titles.map(page), ['biden', 'joint', 'statement'])
    expect(sorted.map(({meta}) => meta['title'])).toEqual([titles[3], titles[2], titles[1], titles[0]])
  })
})
