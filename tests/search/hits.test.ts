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

  it('has dots before an excerpt that begins within a sentence, and none before one that begins one', () => {
    const content = 'The lamps are lit. Nobody waits, and the ferry comes at night.'
    const text = (excerpt: string) =>
      hitOf(page('a', {content, excerpt}))
        .excerpt.map((piece) => piece.text)
        .join('')
    expect(text('The lamps are <mark>lit</mark>.')).toBe('The lamps are lit.')
    expect(text('Nobody <mark>waits</mark>, and')).toBe('Nobody waits, and')
    expect(text(', and the <mark>ferry</mark> comes')).toBe('… and the ferry comes')
    expect(text('<mark>ferry</mark> comes at night.')).toBe('… ferry comes at night.')
  })

  it('says a heading once', () => {
    const under = (excerpt: string) => {
      const place = {title: 'Lamps & oil', url: '/a/#1', excerpt, weighted_locations: [{balanced_score: 1}]}
      return hitOf(page('a', {sub_results: [place]}), 'lamps').places[0]?.excerpt
    }
    expect(under('<mark>Lamps</mark> & oil.')).toEqual([])
    expect(under('<mark>Lamps</mark> & oil. The <mark>lamps</mark> burn.')).toEqual([
      {text: 'The ', marked: false},
      {text: 'lamps', marked: true},
      {text: ' burn.', marked: false},
    ])
  })

  it('leaves the engine’s marks where other words were searched', () => {
    const hit = hitOf(page('a', {excerpt: 'an <mark>armistice</mark>'}), '정전')
    expect(hit.excerpt).toEqual([
      {text: 'an ', marked: false},
      {text: 'armistice', marked: true},
    ])
  })
})
