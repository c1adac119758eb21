import {describe, expect, it} from 'vitest'
import {Each, jsonPieces} from '../../src/export/json.ts'

describe('jsonPieces(entries)', () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['nothing', {}],
    ['nothing but what is not known', {a: undefined}],
    [
      'values of every kind',
      {a: 1, b: 'í "확장" \u2028', c: null, d: false, e: {f: [1, {g: undefined}]}, h: undefined},
    ],
    ['lists', {empty: [], one: [undefined], more: [1, [2], {three: '3'}, null]}],
    ['a key with signs', {'a "b"\n': 1, __proto__x: []}],
  ])('writes %s as JSON.stringify does', (_, document) => {
    expect([...jsonPieces(Object.entries(document))].join('')).toBe(JSON.stringify(document))
  })

  it('makes each record when its turn comes, and writes it before the next', () => {
    const made: number[] = []
    const records = new Each([1, 2, 3], (n) => {
      made.push(n)
      return {n}
    })
    const pieces = jsonPieces(Object.entries({records, end: true}))
    const begun: string[] = []
    while (!begun.join('').includes('"n":2')) begun.push(String(pieces.next().value))
    expect(made).toEqual([1, 2])
    const document = {records: [{n: 1}, {n: 2}, {n: 3}], end: true}
    expect(begun.join('') + [...pieces].join('')).toBe(JSON.stringify(document))
    expect(JSON.stringify({records, end: true})).toBe(JSON.stringify(document))
    expect(JSON.stringify({records, end: true})).toBe(JSON.stringify(document))
  })
})
