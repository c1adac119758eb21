import {describe, expect, it} from 'vitest'
import {findCalled} from '../../src/search/called.ts'
import {findNames, kindOf, openNames} from '../../src/search/names.ts'
import {findNearNames} from '../../src/search/near.ts'
import {foldWords} from '../../src/search/normalize.ts'
import {lexicon, names} from './edition.ts'

const named = (text: string) => findNames(foldWords(text), names)

describe('findNames(words, names)', () => {
  it('finds every page by each of its names, exactly', () => {
    const lost = lexicon.entries.flatMap((entry) =>
      [entry.title, ...Object.values(entry.names).flat()].filter(
        (name) => !named(name).some((match) => match.fit === 'exact' && match.entry === entry),
      ),
    )
    expect(lost).toEqual([])
  })

  it.each([
    ['consultative group', '/glossary/ncg/', 'part'],
    ['핵협의그룹은', '/glossary/ncg/', 'exact'],
    ['전시작전권', '/glossary/opcon/', 'part'],
    ['확전협', '/glossary/edscg/', 'part'],
    ['ㅎㅈㅇㅈ', '/glossary/extended-deterrence/', 'exact'],
    ['sanctions monitoring', '/glossary/msmt/', 'part'],
    ['swift overwhelming decisive response', '/formulas/swift-overwhelming-decisive/', 'within'],
    // A word between, and another word for the same thing.
    ['US troops stationed in South Korea', '/glossary/usfk/', 'within'],
    ['US soldiers in Korea', '/glossary/usfk/', 'exact'],
    // Few pages are called by the one, and many by the other.
    ['MSMT north korea', '/glossary/msmt/', 'within'],
    // People are called by the last of their names.
    ['bidens defense chief austin', '/people/austin/', 'within'],
    // An older romanization.
    ['hwakchang ŏkche', '/glossary/extended-deterrence/', 'exact'],
    ['chuhan migun', '/glossary/usfk/', 'exact'],
    // A figure tells more than the word beside it.
    ['28500 personnel', '/formulas/current-force-level/', 'within'],
  ])('finds %s', (text, url, fit) => {
    expect(named(text)[0]).toMatchObject({entry: {url}, fit})
  })

  it('says under which name a page was found', () => {
    expect(named('prolonged deterrence')[0]).toMatchObject({kind: 'spun', name: 'prolonged deterrence'})
    expect(named('Pentagon')[0]).toMatchObject({kind: 'alias', name: 'Pentagon'})
  })

  it('takes a plural for the name', () => {
    expect(named('bidens defense chief austin').map(({entry}) => entry.url)).toContain('/people/biden/')
  })

  it('takes F05 for a formula and F-05 for none', () => {
    expect(named('F-16 fighter')).toEqual([])
    expect(named('F05')[0]?.entry.url).toBe('/formulas/end-of-regime/')
    expect(named('F-05').filter(({fit}) => fit === 'exact')).toEqual([])
  })
})

describe('findCalled(words, names, least)', () => {
  const called = (text: string, least = 1) => findCalled(foldWords(text), names, least).map(({entry}) => entry.url)

  it('puts the words together from several names, from offices, and from what a statement is one of', () => {
    expect(called('vice minister 2+2 extended deterrence group')[0]).toBe('/glossary/edscg/')
    expect(called('secretary of war')).toContain('/people/hegseth/')
    expect(called('Munich statement')[0]).toMatch(/^\/statements\//)
    expect(called('singapore summit statement')[0]).toBe('/statements/singapore-2018/')
  })

  it('counts the rare word more than the country', () => {
    expect(called('cost sharing us troops korea', 0.5)[0]).toBe('/glossary/sma/')
    expect(called('crypto hacking north korea', 0.3)[0]).toBe('/glossary/crypto-heist/')
  })

  it('takes no page that is called by the lesser part', () => {
    for (const text of ['Minsk agreement', 'denuclearization of Belarus', 'resolution 1540', 'hanoi summit'])
      expect(called(text, 0.5)).toEqual([])
  })
})

describe('findNearNames(words, names)', () => {
  it.each([
    ['EDCSG', '/glossary/edscg/'],
    ['EDSCHG', '/glossary/edscg/'],
    ['Cho Tae yeol', '/people/cho-tae-yul/'],
    ['핵협위그룹', '/glossary/ncg/'],
  ])('takes %s for a name', (text, url) => {
    expect(findNearNames(foldWords(text), names)[0]?.entry.url).toBe(url)
  })

  it('makes no other number and no other short word of one', () => {
    expect(findNearNames(foldWords('2+2 2023'), names).map(({name}) => name)).not.toContain('2+2, 2024')
    expect(findNearNames(['hanoi'], names)).toEqual([])
  })

  it('makes no abbreviation of one that is a letter longer', () => {
    expect(findNearNames(['covid'], names)).toEqual([])
  })
})

describe('kindOf(entry)', () => {
  it('knows the kind of every page with a name', () => {
    expect(lexicon.entries.filter((entry) => kindOf(entry) === '')).toEqual([])
  })
})

describe('findNames(words, names) in a large edition', () => {
  it('looks at the names that have a word of the query, and at no other', () => {
    const many = Array.from({length: 1000}, (_, at) => ({url: `/glossary/t${at}/`, title: `Ferry ${at}`, names: {}}))
    const names = openNames({
      entries: [...many, {url: '/glossary/lantern/', title: 'Lantern ferry', names: {}}],
      comparisons: [],
    })
    let looks = 0
    const all = new Proxy(names.all, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        return Reflect.get(target, key) as unknown
      },
    })
    const found = findNames(['lant', 'ferry'], {...names, all})
    expect(found.map(({entry}) => entry.url)).toContain('/glossary/lantern/')
    expect(looks).toBe(1)
  })
})
