import {describe, expect, it} from 'vitest'
import {packReading, unpackReading} from '../../../src/site/reuse/packing.ts'
import {renumbered} from '../../../src/site/reuse/renumbering.ts'

describe('renumbered(noted)', () => {
  const facts = [['lock'], ['statements', 'a'], ['history'], [1, 2], ['register']] as const
  const page = {pathname: '/a', props: '', route: 'r', reading: packReading([3, 4])}
  const routes = new Map([['r', {paths: [], reading: [2]}]])

  it('leaves out what nothing has read, and says the same of the rest', () => {
    const told = renumbered({facts, loose: [1], routes, pages: [page]})
    const [kept, pages, paths] = [[...told.facts], [...told.pages], [...told.routes]]
    expect(kept).toHaveLength(4)
    expect(told.loose.map((number) => kept[number])).toEqual([['statements', 'a']])
    const [shared, register] = unpackReading(pages[0]?.reading ?? '').map((number) => kept[number])
    expect(register).toEqual(['register'])
    expect((shared as readonly number[]).map((number) => kept[number])).toEqual([['statements', 'a'], ['history']])
    expect(paths.map(([key, {reading}]) => [key, ...reading.map((number) => kept[number])])).toEqual([
      ['r', ['history']],
    ])
  })

  it('refuses a fact that there is not', () => {
    expect(() => renumbered({facts, loose: [5], routes, pages: []})).toThrow('There is no fact 5.')
  })
})
