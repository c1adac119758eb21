import {describe, expect, it} from 'vitest'
import {holdersMeant} from '../../src/search/holders.ts'
import {openNames} from '../../src/search/names.ts'
import type {Tenure} from '../../src/search/lexicon.ts'
import {corpus, names} from './edition.ts'

const held = (text: string) => holdersMeant(text, names).map(({entry}) => entry.url.split('/')[2])

/** Everybody of the edition who held an office, the last first. */
function everybody(party: Tenure['party'], title: string): string[] {
  const tenures = Array.from(corpus.people.values()).flatMap(({id, offices}) =>
    offices.flatMap((office) =>
      office.party === party && office.title === title ? [{id, from: office.from ?? ''}] : [],
    ),
  )
  return tenures.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map(({id}) => id)
}

describe('holdersMeant(text, names)', () => {
  it.each([
    ['who was the South Korean foreign minister in june 2024', ['cho-tae-yul']],
    ['us defense secretary 2023', ['austin']],
    ['U.S. Secretary of Defense 2018', ['mattis']],
    ['minister of foreign affairs of korea june 2021', ['chung-eui-yong']],
    ['2024년 미국 국방장관은 누구', ['austin']],
    ['외교부 장관 2022년 1월', ['chung-eui-yong']],
    ['who was the secretary of state at the 2014 2+2', ['kerry']],
    ['president of the united states on 19 January 2021', ['trump']],
    ['ambassador to the united states december 2022', ['cho-tae-yong']],
    // As Koreans, and others, call him.
    ['American defense minister 2022', ['austin']],
  ])('tells %s', (text, people) => {
    expect(held(text)).toEqual(people)
  })

  it('tells both where an office changed hands within the year, in their order', () => {
    expect(held('한국 국방장관 2024년 9월')).toEqual(['shin-won-sik', 'kim-yong-hyun'])
    expect(held('korean defense minister 2023')).toEqual(['lee-jong-sup', 'shin-won-sik'])
    expect(held('korean defense minister october 2024')).toEqual(['kim-yong-hyun'])
  })

  it('tells everybody where no date is said, the last first', () => {
    const secretaries = everybody('us', 'Secretary of State')
    expect(secretaries).toContain('kerry')
    expect(held('who was the us secretary of state')).toEqual(secretaries)
    expect(held('japanese prime minister')).toEqual(everybody('japan', 'Prime Minister of Japan'))
  })

  it('tells the last of each country where an office alone is named', () => {
    const [korean] = everybody('rok', 'Minister of National Defense')
    expect(held('Secretary of Defense')).toEqual(['hegseth'])
    expect(held('Minister of National Defense')[0]).toBe(korean)
    expect(held('국방장관').slice(0, 2)).toEqual([korean, 'hegseth'])
    expect(held('foreign minister')).toContain(everybody('rok', 'Minister of Foreign Affairs')[0])
    expect(new Set(held('외교부 장관'))).toEqual(new Set(held('foreign minister')))
  })

  it('takes a vice minister for no minister, and one who acts for one who held the office', () => {
    const held = (title: string, from: string): Tenure => ({title, party: 'us', from})
    const entry = (url: string, office: Tenure) => ({url, title: url, names: {}, offices: [office]})
    const some = openNames({
      entries: [
        entry('/people/a/', held('Deputy Secretary of State', '2021')),
        entry('/people/b/', held('Acting Secretary of State', '2021-01')),
        entry('/people/c/', held('Secretary of State', '2021-02')),
      ],
      comparisons: [],
    })
    const urls = (text: string) => holdersMeant(text, some).map(({entry: {url}}) => url)
    expect(urls('secretary of state 2021')).toEqual(['/people/b/', '/people/c/'])
    expect(urls('deputy secretary of state 2021')).toEqual(['/people/a/'])
  })

  it.each([
    'secretary',
    'president',
    'foreign and defense ministers 2024',
    'secretary of agriculture 2023',
    'president yoon 2023',
    '2+2 2024',
    'korean defense minister 1950',
    'us 2023',
    'president 2023',
  ])('reads no office in %s', (text) => {
    expect(held(text)).toEqual([])
  })
})
