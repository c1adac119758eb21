import {describe, expect, it} from 'vitest'
import {correct, distance, isLikelySlip} from '../../src/search/spelling.ts'
import {pick, random} from '../fixtures/random.ts'
import {names, vocabulary} from './edition.ts'

const lists = [[...names.words], vocabulary.common.split(' '), vocabulary.rare.split(' ')]

describe('distance(a, b, limit)', () => {
  it('counts insertions, deletions, substitutions, and a swap of neighbours as one', () => {
    expect(distance('edscg', 'edsgc', 3)).toBe(1)
    expect(distance('deterence', 'deterrence', 3)).toBe(1)
    expect(distance('consultive', 'consultative', 3)).toBe(2)
    expect(distance('kitten', 'sitting', 3)).toBe(3)
  })

  it('is the same both ways, nothing for the same word, and goes no further than its limit', () => {
    const next = random(7)
    const word = () => Array.from({length: 1 + Math.floor(next() * 7)}, () => pick([...'abcd'], next)).join('')
    for (let index = 0; index < 3000; index++) {
      const [a, b, limit] = [word(), word(), Math.floor(next() * 5)] as const
      const full = distance(a, b, 20)
      expect(distance(b, a, 20)).toBe(full)
      expect(distance(a, a, limit)).toBe(0)
      expect(distance(a, b, limit)).toBe(Math.min(full, limit + 1))
    }
  })
})

describe('isLikelySlip(word, meant)', () => {
  it('takes no vowel for a consonant in a short word', () => {
    expect(isLikelySlip('hanoi', 'hanmi')).toBe(false)
    expect(isLikelySlip('japen', 'japan')).toBe(true)
    expect(isLikelySlip('rusia', 'russia')).toBe(true)
    expect(isLikelySlip('edgsc', 'edscg')).toBe(true)
    expect(isLikelySlip('deterranze', 'deterrence')).toBe(true)
  })
})

describe('correct(word, lists)', () => {
  it('makes two slips of none in the first letter', () => {
    expect(correct('education', [['reduction']])).toBeUndefined()
    expect(correct('eduction', [['reduction']])).toBe('reduction')
  })

  it.each([
    ['deterrnece', 'deterrence'],
    ['consulative', 'consultative'],
    ['armistise', 'armistice'],
    ['denuclearizatoin', 'denuclearization'],
  ])('takes %s for %s', (typed, meant) => {
    expect(correct(typed, lists, names.abbreviations)).toBe(meant)
  })

  it.each([
    ['ngc', 'ncg'],
    ['ntp', 'npt'],
    ['smc', 'scm'],
    ['opcn', 'opcon'],
    ['edcg', 'edscg'],
  ])('takes %s for the abbreviation %s', (typed, meant) => {
    expect(correct(typed, lists, names.abbreviations)).toBe(meant)
  })

  it('takes no short word for an ordinary one', () => {
    expect(correct('fro', [['for']])).toBeUndefined()
    expect(correct('lamp', [['lamps']], new Set(['lam']))).toBeUndefined()
  })

  it.each(['brexit', 'jcpoa', 'minsk', 'iran', 'covid', 'zelensky', '28500', 'xyz'])(
    'makes nothing of %s, which the edition does not have',
    (word) => {
      expect(correct(word, lists, names.abbreviations)).toBeUndefined()
    },
  )

  it('brings back a word of the edition after one slip', () => {
    const next = random(11)
    const words = vocabulary.common.split(' ').filter((word) => /^[a-z]{8,}$/.test(word))
    let same = 0
    for (let index = 0; index < 300; index++) {
      const word = pick(words, next)
      const at = 2 + Math.floor(next() * (word.length - 3))
      const slip = word.slice(0, at) + word.slice(at + 1)
      const found = correct(slip, lists, names.abbreviations)
      expect(distance(slip, found ?? '', 1)).toBeLessThanOrEqual(1)
      if (found === word) same++
    }
    expect(same).toBeGreaterThan(270)
  })
})
