import {describe, expect, it} from 'vitest'
import {exactPlaces, learn, pairsOf} from '../../../src/analysis/collate/exact.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import {SubstitutionTable} from '../../../src/analysis/collate/substitutions.ts'
import {exactMarks, soundWords} from '../../../src/analysis/collate/vocabulary.ts'
import {wordsOf} from '../../../src/analysis/collate/words.ts'
import type {CollationKit} from '../../../src/analysis/collate/model.ts'
import {printed, shownDifference, smallClause, smallCopy, smallKit, smallTerm} from './small.ts'
import type {Rows} from './small.ts'

function places(rows: Rows, more: Partial<CollationKit> = {}) {
  const clauses = rows.flatMap(([, ...theirs]) => theirs)
  return exactPlaces(smallCopy(rows), new SubstitutionTable(), lexiconOf(smallKit(clauses, more)))
}

/** Each place in a line: its words, how they differ, how like they are in a hundred. */
function shown(...parameters: Parameters<typeof places>): string[] {
  return places(...parameters).map(
    ({found, differences, likeness}) =>
      `${printed(found)} | ${differences.map(shownDifference).join(', ')} | ${Math.round(likeness * 100)}`,
  )
}

describe('pairsOf(difference)', () => {
  const pairs = (found: string, expected: string) =>
    pairsOf({found: wordsOf(found), expected: wordsOf(expected)}).map(shownDifference)

  it.each([
    ['walnut', 'lantern', ['walnut/lantern']],
    ['lantern', 'lantern', []],
    ['big walnut', 'old lantern', ['big/old', 'walnut/lantern']],
    ['big walnut', 'big lantern', ['walnut/lantern']],
    ['can light up', 'will kindle', ['can/will', 'light up/kindle']],
    ['will light up', 'will kindle', ['light up/kindle']],
    ['can', 'will kindle', ['can/will']],
    ['can light', 'will', ['can/will']],
    ['big the walnut', 'old lantern', ['big/old', 'walnut/lantern']],
    ['the walnut', 'lantern', ['the walnut/lantern']],
    ['may the light', 'lantern light of the ship', ['may the light/lantern light of the ship']],
    ['', 'lantern', []],
    ['lantern', '', []],
  ])('cuts “%s” for “%s” into the smallest parts', (found, expected, parts) => {
    expect(pairs(found, expected)).toEqual(parts)
  })
})

describe('exactPlaces(copy, table, lexicon) finds a quotation', () => {
  const quoted = (copy: string, words: string) =>
    shown([[copy, smallClause('1.1', 'The clause says it.', {quotations: [words]})]])

  it.each([
    ['They keep a mutual walnut policy.', 'mutual lantern policy', 'mutual walnut policy | walnut/lantern | 67'],
    ['They keep a policy.', 'mutual lantern policy', 'policy | /mutual lantern | 33'],
    ['They keep it in the town.', 'in the city', 'in the town | town/city | 44'],
    [
      'The very lamps swiftly lit by keepers.',
      'old ship swiftly lit by keepers',
      'lamps swiftly lit by keepers | lamps/old ship | 63',
    ],
    ['The ship will swiftly lit.', 'old could swiftly lit', 'ship will swiftly lit | ship will/old could | 50'],
  ])('in “%s”', (copy, words, place) => {
    expect(quoted(copy, words)).toEqual([place])
  })

  it('in none that has less than three words in ten of it, or only function words', () => {
    expect(quoted('They keep nothing of it.', 'mutual lantern policy')).toEqual([])
    expect(quoted('They keep a policy.', 'mutual lantern policy forever')).toEqual([])
    expect(quoted('They keep it in the.', 'in the city walls')).toEqual([])
  })

  it('in the sentence that is most like it, wherever that stands', () => {
    const clause = smallClause('1.1', 'The clause says it.', {quotations: ['mutual lantern policy']})
    const rows: Rows = [
      ['A mutual policy.', clause],
      ['A mutual lantern policy.', clause],
    ]
    expect(places(rows).map(({sentence, kind}) => `${kind} ${sentence}`)).toEqual(['quotation 1'])
    expect(places(rows.toReversed()).map(({sentence, kind}) => `${kind} ${sentence}`)).toEqual(['quotation 0'])
  })
})

describe('exactPlaces(copy, table, lexicon) finds sentences of this edition', () => {
  const copied: Rows = [
    [
      'The keepers lit the candle above the harbor.',
      smallClause('1.1', 'The keepers lit the lantern above the harbor.'),
    ],
    ['Divers found seven anchors.', smallClause('1.2', 'Divers found seven anchors.')],
    ['The orchard gave pears and walnuts.', smallClause('1.3', 'The orchard gave apples and walnuts.')],
    ['A choir sang ballads until morning.', smallClause('1.4', 'A choir sang ballads until midnight.')],
  ]
  const lines = [
    'The keepers lit the candle above the harbor | candle/lantern | 84',
    'Divers found seven anchors |  | 100',
    'The orchard gave pears and walnuts | pears/apples | 79',
    'A choir sang ballads until morning | morning/midnight | 81',
  ]
  const others = (count: number): Rows => Array.from({length: count}, () => ['Nobody came.'] as const)

  it('from four on, and where they are half of the copy', () => {
    expect(shown(copied)).toEqual(lines)
    expect(shown(copied.slice(0, 3))).toEqual([])
    expect(shown([...copied, ...others(4)])).toEqual(lines)
    expect(shown([...copied, ...others(5)])).toEqual([])
  })

  it('and beside them sentences that are less like one, not those that are hardly', () => {
    const near: Rows = [
      ['The dog ate fish near rivers.', smallClause('2.1', 'The dog saw birds near lakes.')],
      ['The dog ate fish in rivers.', smallClause('2.2', 'The cat saw birds near lakes.')],
    ]
    expect(shown([...copied, ...near]).slice(4)).toEqual([
      'The dog ate fish near rivers | ate fish/saw birds, rivers/lakes | 44',
    ])
  })

  it('of about the same length', () => {
    const part: Rows = [['One dog ate.', smallClause('2.1', 'One dog ate the fish today.')]]
    expect(shown([...copied, ...part])).toEqual(lines)
  })
})

describe('exactPlaces(copy, table, lexicon) finds a damaged name', () => {
  const terms = [
    smallTerm('talks', 'Lantern Guard Talks', {abbr: 'LGT'}),
    smallTerm('fleet', 'harbor fleet'),
    smallTerm('pact', 'Pact of Oak (the)'),
    smallTerm('walk', 'Walnut Walk'),
    smallTerm('ban', 'Old Town Ban Act'),
  ]
  const named = (copy: string, due: readonly string[] = [], register = '') =>
    places([[copy, smallClause('1.1', 'They met.', {terms: due})]], {terms, register}).map(
      ({term, found, differences}) =>
        `${term ?? ''}: ${printed(found)} | ${differences.map(shownDifference).join(', ')}`,
    )

  it.each([
    ['The Lantern Guard Meetings met.', [], 'talks: Lantern Guard Meetings | Meetings/Talks'],
    ['The Old Town Ban Law met.', [], 'ban: Old Town Ban Law | Law/Act'],
    ['The Lantern Watch Meetings met.', ['talks'], 'talks: Lantern Watch Meetings | Watch Meetings/Guard Talks'],
    ['The Lantern Watch Meetings LGT met.', [], 'talks: Lantern Watch Meetings | Watch Meetings/Guard Talks'],
    ['The lantern watch meetings LGT met.', [], 'talks: lantern watch meetings | watch meetings/Guard Talks'],
    ['The Lantern Walnut Talks LGT met.', [], 'talks: Lantern Walnut Talks | Walnut/Guard'],
    ['The harbor ships met.', ['fleet'], 'fleet: harbor ships | ships/fleet'],
    [
      'The Lantern Guard Meetings and the Lantern Guard Parleys met.',
      [],
      'talks: Lantern Guard Meetings | Meetings/Talks',
    ],
  ])('in “%s”', (copy, due, place) => {
    expect(named(copy, due)).toEqual([place])
  })

  it.each([
    ['that is whole', 'The Lantern Guard Talks met.', ['talks'], ''],
    ['of which most differs, and no clause has it', 'The Lantern Watch Meetings met.', [], ''],
    ['of which half differs, and no clause has it', 'The Old Town Prohibition Law met.', [], ''],
    ['without its capitals', 'The Lantern Watch meetings met.', ['talks'], ''],
    ['with a word of another name in it', 'The Lantern Walnut Talks met.', ['talks'], ''],
    ['with a word left out', 'The Lantern Talks met.', ['talks'], ''],
    ['with only function words for a word', 'The Lantern the Talks met.', ['talks'], ''],
    ['in small letters, if no clause has it', 'The harbor ships met.', [], ''],
    ['in small letters, with a word that the edition uses', 'The harbor ships met.', ['fleet'], 'ships'],
    ['that has brackets', 'The Pact of Elm (the) met.', ['pact'], ''],
  ])('and none %s', (_, copy, due, register) => {
    expect(named(copy, due, register)).toEqual([])
  })
})

describe('learn(table, places)', () => {
  it('counts a name for less than a quotation, and what is kept', () => {
    const terms = [smallTerm('talks', 'Lantern Guard Talks')]
    const clause = smallClause('1.1', 'They met.', {quotations: ['mutual lantern policy']})
    const table = new SubstitutionTable()
    learn(table, places([['The mutual walnut policy of the Lantern Guard Meetings.', clause]], {terms}))
    expect(table.of(wordsOf('walnut'))).toMatchObject([{expected: 'lantern', weight: 1}])
    expect(table.of(wordsOf('meetings'))).toMatchObject([{expected: 'talks', weight: 0.8}])
    table.add(wordsOf('mutual'), wordsOf('common'), 1)
    expect(table.purity(wordsOf('mutual'))).toBe(0.5)
  })
})

describe('exactMarks(places)', () => {
  const marks = (copy: string, words: string) =>
    exactMarks(places([[copy, smallClause('1.1', 'They met.', {quotations: [words]})]]))

  it('says what the statement has', () => {
    expect(marks('A mutual walnut policy.', 'mutual lantern policy')).toEqual([
      {
        kind: 'quotation',
        range: {start: 9, end: 15},
        expected: 'lantern',
        clause: '1.1',
        weight: 'certain',
        because: 'The statement has “mutual lantern policy”.',
      },
    ])
  })

  it('says what the name is', () => {
    const terms = [smallTerm('talks', 'Lantern Guard Talks')]
    expect(exactMarks(places([['The Lantern Guard Meetings met.']], {terms}))).toEqual([
      {
        kind: 'name',
        range: {start: 18, end: 26},
        expected: 'Talks',
        weight: 'certain',
        because: 'The name is “Lantern Guard Talks”.',
        term: 'talks',
      },
    ])
  })

  it('tells a modal verb from other words, and reported speech from a change', () => {
    expect(marks('It can be lit.', 'will be lit').map(({kind, expected}) => [kind, expected])).toEqual([
      ['modal', 'will'],
    ])
    expect(marks('It would be lit.', 'will be lit')).toEqual([])
  })

  it('marks no word that is too many in a quotation', () => {
    expect(marks('A mutual old lantern policy.', 'mutual lantern policy')).toEqual([])
  })

  it('marks no other ending', () => {
    expect(marks('Mutual lanterns policy.', 'mutual lantern policy')).toEqual([])
  })
})

describe('soundWords(places)', () => {
  const sound = (copy: string, words: string) => [
    ...soundWords(places([[copy, smallClause('1.1', 'They met.', {quotations: [words]})]])),
  ]

  it('are those of a place that is like enough, where they do not differ', () => {
    expect(sound('Mutual walnut policy.', 'mutual lantern policy')).toEqual([0, 14])
    expect(sound('Mutual walnut paper.', 'mutual lantern policy')).toEqual([])
  })
})
