import {describe, expect, it} from 'vitest'
import {officesDuring, officesOn, spanInWords} from '../../src/corpus/offices.ts'
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

describe('officesDuring(person, date)', () => {
  const who = person({title: 'a', from: '2021', to: '2023-05'}, {title: 'b', from: '2023-06-01'})
  const during = (date: string) => officesDuring(who, date).map(({title}) => title)

  it('returns what was held at any time of a year or a month', () => {
    expect(during('2020')).toEqual([])
    expect(during('2022')).toEqual(['a'])
    expect(during('2023')).toEqual(['a', 'b'])
    expect(during('2023-06')).toEqual(['b'])
    expect(during('2030')).toEqual(['b'])
  })
})

describe('spanInWords(office)', () => {
  it('says what is recorded and no more', () => {
    expect(spanInWords({from: '2021-01', to: '2023'})).toBe('January 2021 to 2023')
    expect(spanInWords({from: '2021'})).toBe('from 2021')
    expect(spanInWords({to: '2021'})).toBe('until 2021')
    expect(spanInWords({})).toBe('dates not recorded')
  })
})
