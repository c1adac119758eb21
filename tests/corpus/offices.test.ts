import {describe, expect, it} from 'vitest'
import {officesOn} from '../../src/corpus/offices.ts'
import type {Office, Person} from '../../src/corpus/model.ts'

function person(...offices: readonly Pick<Office, 'title' | 'from' | 'to'>[]): Person {
  return {
    offices: offices.map((office) => ({party: 'us', certainty: 'known', sources: [], ...office})),
  } as unknown as Person
}

const titles = (who: Person, day: string) => officesOn(who, day).map(({title}) => title)

describe('officesOn(person, day)', () => {
  it('returns what was held that day, to the precision of the record', () => {
    const who = person({title: 'a', from: '2021', to: '2023-05'}, {title: 'b', from: '2023-06-01'})
    expect(titles(who, '2021-01-01')).toEqual(['a'])
    expect(titles(who, '2023-05-31')).toEqual(['a'])
    expect(titles(who, '2023-06-01')).toEqual(['b'])
    expect(titles(who, '2020-12-31')).toEqual([])
  })

  it('leaves out an office of which the beginning is unknown', () => {
    expect(titles(person({title: 'a', to: '2024'}), '2023-01-01')).toEqual([])
  })
})
