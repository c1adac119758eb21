import {describe, expect, it} from 'vitest'
import {fragmentId, rangesOf} from '../../src/search/found.ts'

const marked = (text: string, query: string) => rangesOf(text, query).map(({start, end}) => text.slice(start, end))

describe('rangesOf(text, query)', () => {
  it.each([
    ['The US and the U.S. use us; status quo, used', 'US', ['US', 'U.S.']],
    ['Negotiations continue; they negotiated', 'negotiation', ['Negotiations', 'negotiated']],
    ['a joint statement of the States', 'United States', ['States']],
    ['the status of a state', 'status', ['status']],
    ['a swift, overwhelming, and decisive response', 'swift overwhelming', ['swift', 'overwhelming']],
    ['extended deterrence and deterrence', 'extended deterrence', ['extended deterrence', 'deterrence']],
    ['확장억제의 강화, 억제', '확장억제를', ['확장억제의']],
    ['한미 확장 억제', '확장 억제', ['확장 억제']],
    ['about 28,500 troops', '28500', ['28,500']],
    ['the 2+2 of 2024', '2+2', ['2+2']],
    ['Élysée', 'elysee', ['Élysée']],
    ['what is it', 'what is the NCG', []],
    ['anything', '', []],
  ])('marks in “%s” for “%s”', (text, query, words) => {
    expect(marked(text, query)).toEqual(words)
  })
})

describe('fragmentId(hash)', () => {
  it.each([
    ['', ''],
    ['#', ''],
    ['#5.3-n1', '5.3-n1'],
    ['#s-%ED%95%9C%EA%B5%AD', 's-한국'],
    ['#%', '%'],
    ['#s-%ED%95', 's-%ED%95'],
  ])('of %j is %j', (hash, id) => expect(fragmentId(hash)).toBe(id))
})
