import {describe, expect, it} from 'vitest'
import {evidenceOf, factChanges} from '../../../src/analysis/review/facts.ts'

/** Each change in a line: where, what it was, what it is, on what evidence. */
function shown(base: object, head: object, leave?: readonly string[]): string[] {
  return factChanges(base, head, leave).map(
    ({path, from = 'nothing', to = 'nothing', evidence}) =>
      `${path}: ${from} → ${to}${evidence === undefined ? '' : `, on ${evidence.from ?? 'nothing'} → ${evidence.to ?? 'nothing'}`}`,
  )
}

describe('factChanges(base, head)', () => {
  it.each([
    ['a value', {title: 'A', date: '2031'}, {title: 'B', date: '2031'}, ['title: A → B']],
    ['a value that is gone', {title: 'A'}, {}, ['title: A → nothing']],
    ['a value that is new', {}, {title: 'A'}, ['title: nothing → A']],
    ['yes and no', {whole: true}, {whole: false}, ['whole: true → false']],
    ['a list of values', {issuers: ['us']}, {issuers: ['us', 'rok']}, ['issuers: us → us, rok']],
    [
      'a value within a value',
      {host: {city: 'A', zone: 'X', place: 3}},
      {host: {city: 'B', zone: 'X', place: 4}},
      ['host › city: A → B'],
    ],
    [
      'a value with its evidence',
      {title: 'A', certainty: 'found', sources: ['s01']},
      {title: 'B', certainty: 'found', sources: ['s02', 's03'], by: 'editors'},
      [
        'title: A → B, on found (s01) → found (s02, s03), by editors',
        'sources: s01 → s02, s03',
        'by: nothing → editors',
      ],
    ],
    [
      'a value that is new with its evidence',
      {},
      {title: 'A', certainty: 'known'},
      ['title: nothing → A, on nothing → known', 'certainty: nothing → known'],
    ],
    [
      'a group that is gone, which has its own evidence',
      {host: {city: 'A', certainty: 'known', sources: ['s01'], place: 3}, certainty: 'found'},
      {certainty: 'found'},
      ['host: city: A; known (s01) → nothing'],
    ],
    ['what holds one of several kinds', {basis: {type: 'source', source: 's01'}}, {}, ['basis: s01 → nothing']],
    ['what is of a kind and holds nothing', {}, {basis: {type: 'pattern'}}, ['basis: nothing → pattern']],
  ])('tells of %s', (_, base, head, changes) => {
    expect(shown(base, head)).toEqual(changes)
  })

  it('says nothing of places, nor of what is compared elsewhere', () => {
    expect(shown({place: 1, path: 'a', named: [1]}, {place: 2, path: 'b', named: []})).toEqual([])
    expect(shown({title: 'A', card: 'a'}, {title: 'A', card: 'b'}, ['card'])).toEqual([])
  })

  it('knows the records of a list by what they are about, in whatever order', () => {
    const one = {row: 'r1', reads: 'a', certainty: 'found', sources: ['s01']}
    const two = {row: 'r2', reads: 'b'}
    expect(shown({rows: [one, two]}, {rows: [two, one]})).toEqual([])
    expect(shown({rows: [one, two]}, {rows: [two, {...one, row: 'r3'}]})).toEqual([
      'rows › r1: reads: a; found (s01) → nothing',
      'rows › r3: nothing → reads: a; found (s01)',
    ])
  })

  it.each(['row', 'formula', 'term', 'person', 'id', 'sentences', 'title', 'text'])(
    'knows a record by its %s',
    (key) => {
      expect(shown({list: [{[key]: 'one', more: 'a'}]}, {list: [{[key]: 'one', more: 'b'}]})).toEqual([
        'list › one › more: a → b',
      ])
    },
  )

  it('knows a record by its sentence also where that is mended, and not where it is another', () => {
    const lit = 'One lamp was lit above the harbor at night by the keepers of it.'
    expect(shown({facts: [{text: lit}]}, {facts: [{text: lit.replace('keepers', 'guards')}]})).toEqual([
      `facts › One lamp was lit above the harbor at night by the guards of … › text: ${lit} → ${lit.replace('keepers', 'guards')}`,
    ])
    const office = {from: '2030'}
    expect(shown({offices: [{title: 'Chair', ...office}]}, {offices: [{title: 'Bench', ...office}]})).toEqual([
      'offices › Chair: from: 2030 → nothing',
      'offices › Bench: nothing → from: 2030',
    ])
  })

  it('shortens only a name of more than sixty characters', () => {
    const sixty = `${'lamp '.repeat(11)}lampA`
    const names = [sixty, `${sixty}B`].map((text) => shown({list: [{text, n: 1}]}, {list: [{text, n: 2}]})[0])
    expect(names).toEqual([`list › ${sixty} › n: 1 → 2`, `list › ${'lamp '.repeat(10)}lamp … › n: 1 → 2`])
  })

  it('numbers records of one name', () => {
    const one = {text: 'A'}
    expect(shown({facts: [one, {...one, n: 1}]}, {facts: [one, {...one, n: 2}]})).toEqual(['facts › A (2) › n: 1 → 2'])
  })
})

describe('evidenceOf(record)', () => {
  it.each([
    [{}, undefined],
    [{sources: ['s01']}, undefined],
    [{certainty: 'found'}, 'found'],
    [{certainty: 'found', sources: ['s01', 's02']}, 'found (s01, s02)'],
    [{certainty: 'found', by: 'editors'}, 'found, by editors'],
  ])('of %j is %j', (record, words) => {
    expect(evidenceOf(record)).toBe(words)
  })
})
