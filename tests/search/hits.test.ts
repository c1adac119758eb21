import {describe, expect, it} from 'vitest'
import {hitOf, pieces} from '../../src/search/hits.ts'
import type {PagefindData} from '../../src/search/pagefind.ts'

function page(title: string, more: Partial<PagefindData> = {}): PagefindData {
  return {
    url: `/${title}/`,
    content: '',
    excerpt: '',
    meta: {title},
    filters: {kind: ['Formula']},
    sub_results: [],
    ...more,
  }
}

describe('pieces(excerpt)', () => {
  it('marks what the engine marked', () => {
    expect(pieces('a <mark>swift</mark>, answer')).toEqual([
      {text: 'a ', marked: false},
      {text: 'swift', marked: true},
      {text: ', answer', marked: false},
    ])
  })

  it('makes characters of character references and text of every other tag', () => {
    expect(pieces('&lt;b&gt; R&amp;D <img onerror="x"> <mark>&quot;x&quot;</mark>')).toEqual([
      {text: '<b> R&D <img onerror="x"> ', marked: false},
      {text: '"x"', marked: true},
    ])
  })
})

describe('hitOf(data)', () => {
  it('lists the best three places of a page that have an address of their own', () => {
    const place = (title: string, url: string, score: number) => ({
      title,
      url,
      excerpt: '',
      weighted_locations: [{balanced_score: score}],
    })
    const hit = hitOf(
      page('a', {
        sub_results: [
          place('page', '/a/', 99),
          place('1', '/a/#1', 1),
          place('2', '/a/#2', 5),
          place('3', '/a/#3', 3),
          place('4', '/a/#4', 1),
        ],
      }),
    )
    expect(hit.places.map(({title}) => title)).toEqual(['2', '3', '1'])
  })

  const found = (excerpt: string) => ({
    title: excerpt,
    url: `/a/#${excerpt.length}`,
    excerpt,
    weighted_locations: [{balanced_score: excerpt.length}],
  })

  it('puts places with the words side by side before those with one of them', () => {
    const hit = hitOf(
      page('a', {
        sub_results: [
          found('<mark>force</mark> of a certain and decided kind'),
          found('<mark>force</mark> <mark>posture</mark>'),
        ],
      }),
      'force posture',
    )
    expect(hit.places[0]?.excerpt).toEqual([{text: 'force posture', marked: true}])
  })

  it('marks what was typed and not what only begins so', () => {
    const hit = hitOf(
      page('a', {excerpt: 'to <mark>use</mark> <mark>U.S.</mark> bases', sub_results: [found('<mark>used</mark>')]}),
      'US',
    )
    expect(hit.excerpt.filter(({marked}) => marked).map(({text}) => text)).toEqual(['U.S.'])
    expect(hit.places).toEqual([])
  })

  it('leaves the engine’s marks where other words were searched', () => {
    const hit = hitOf(page('a', {excerpt: 'an <mark>armistice</mark>'}), '정전')
    expect(hit.excerpt).toEqual([
      {text: 'an ', marked: false},
      {text: 'armistice', marked: true},
    ])
  })
})
