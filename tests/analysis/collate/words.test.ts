import {describe, expect, it} from 'vitest'
import {formsOf, stemOf, wordsOf} from '../../../src/analysis/collate/words.ts'

describe('wordsOf(text)', () => {
  it('keeps initials and apostrophes within a word, and parts words at hyphens', () => {
    expect(wordsOf('The U.S. and the DPRK’s low-yield plan').map(({text}) => text)).toEqual([
      'The',
      'U.S.',
      'and',
      'the',
      'DPRK’s',
      'low',
      'yield',
      'plan',
    ])
  })

  it('says where each word stands', () => {
    expect(wordsOf('a lamp', 10).map(({range}) => range)).toEqual([
      {start: 10, end: 11},
      {start: 12, end: 16},
    ])
  })

  it('tells function words from the others', () => {
    expect(
      wordsOf('They will act upon it')
        .filter(({light}) => !light)
        .map(({form}) => form),
    ).toEqual(['act', 'upon'])
  })
})

describe('formsOf(phrase)', () => {
  it.each([
    ['U.S.', 'us'],
    ['DPRK’s', 'dprk'],
    ["forces'", 'forces'],
    ['defence', 'defense'],
    ['offence', 'offense'],
    ['denuclearisation', 'denuclearization'],
    ['recognised', 'recognized'],
    ['emphasising', 'emphasizing'],
    ['neighbour', 'neighbor'],
    ['honoured', 'honored'],
    ['programme', 'program'],
    ['programmes', 'programs'],
    ['rise', 'rise'],
    ['our', 'our'],
    ['ﬁeld', 'field'],
  ])('compares %s as %s', (word, form) => {
    expect(formsOf(word)).toEqual([form])
  })
})

describe('stemOf(form)', () => {
  it.each([
    ['committed', 'commitment', 'commit'],
    ['consultation', 'consultations', 'consult'],
    ['planning', 'planned', 'plan'],
    ['operating', 'operates', 'oper'],
    ['policies', 'policy', 'polic'],
    ['deterrence', 'deterrent', 'deter'],
  ])('brings %s and %s together', (one, other, stem) => {
    expect([stemOf(one), stemOf(other)]).toEqual([stem, stem])
  })

  it.each(['plan', 'seas', 'congress', '2024s', 'b52s1'])('leaves %s as it is', (form) => {
    expect(stemOf(form)).toBe(form)
  })
})
