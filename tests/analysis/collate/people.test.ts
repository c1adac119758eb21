import {describe, expect, it} from 'vitest'
import type {CollationKit, KitPerson} from '../../../src/analysis/collate/model.ts'
import {peopleMarks} from '../../../src/analysis/collate/people.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import type {PersonId} from '../../../src/corpus/model.ts'
import {smallKit, smallTerm} from './small.ts'

/** A kit in which one person holds an office, as others hold others. */
function kitWith(title: string): CollationKit {
  const person = (name: string, held: string) => ({
    id: name.toLowerCase().replaceAll(' ', '-') as PersonId,
    name,
    also: [],
    party: 'us' as const,
    offices: [{title: held, from: '2020-01-01'}],
  })
  return {
    statements: [],
    formulas: [],
    terms: [],
    people: [person('Ada Example', title), person('Ben Other', 'Deputy Assistant Secretary of Energy')],
    witnesses: [],
    dictionary: [],
    register: '',
  }
}

/** What is marked in a copy that gives her an office, and what should stand there. */
function offices(held: string, written: string) {
  const text = `There was ${written} Ada Example.`
  return peopleMarks(sentencesOf(text), kitWith(held), '2023-09-15').map(({kind, range, expected}) => ({
    kind,
    found: text.slice(range.start, range.end),
    expected,
  }))
}

describe('the office a copy gives to a person', () => {
  it.each([
    ['Under Secretary for Arms Control and Security', 'Under Secretary for Arms Control and Security Affairs'],
    ['Under Secretary for Arms Control and Security', 'Under Secretary for Arms Control'],
    ['Minister of National Defense', 'Minister of Defense'],
    ['Minister of National Defense', 'National Defense Minister'],
    ['Minister of National Defense', 'Defense Minister'],
    ['Minister of Foreign Affairs and Trade', 'Foreign Minister'],
    ['Vice Minister of Foreign Affairs', 'First Vice Foreign Minister'],
    ['Secretary of Defense', 'Defense Secretary'],
    ['Under Secretary of Defense for Policy', 'Undersecretary of Defense'],
    ['Acting Assistant Secretary of Defense', 'Assistant Secretary of Defense'],
    ['Chair of Lamps', 'Chair of Lamps'],
  ])('held as %s, is the same as %s', (held, written) => {
    expect(offices(held, written)).toEqual([])
  })

  it.each([
    ['Secretary of Defense', 'Secretary of Energy'],
    ['Secretary of Defense', 'Deputy Secretary of Defense'],
    ['Vice Minister of Foreign Affairs', 'Minister of Foreign Affairs'],
    ['Under Secretary of Energy', 'Assistant Secretary of Energy'],
    ['Chair of Lamps', 'Deputy Chair of Lamps'],
  ])('held as %s, is another than %s', (held, written) => {
    expect(offices(held, written)).toEqual([{kind: 'office', found: written, expected: held}])
  })
})

describe('peopleMarks(sentences, kit, date)', () => {
  const person = (name: string, title?: string): KitPerson => ({
    id: name.toLowerCase().replaceAll(' ', '-') as PersonId,
    name,
    also: [],
    party: 'us',
    offices: title === undefined ? [] : [{title, from: '2030-01-01', to: '2032-01-01'}],
  })
  const people = [
    person('Ada Bell', 'Secretary of Defense'),
    person('Kim Jong Min', 'Minister of Foreign Affairs'),
    person('Bo Li', 'Deputy Secretary of Energy'),
    person('Solo', 'Chair'),
    person('Cara Dunn'),
  ]
  const terms = [
    smallTerm('rok', 'Republic of Korea', {kind: 'country', abbr: 'ROK', aliases: ['South Korea']}),
    smallTerm('us', 'United States', {kind: 'country', abbr: 'U.S.', aliases: ['America']}),
  ]
  const marks = (text: string, date = '2031-05-06') =>
    peopleMarks(sentencesOf(text), smallKit([], {people, terms}), date)
  const shown = (text: string, date?: string) =>
    marks(text, date).map(
      ({kind, range, expected, because}) =>
        `${kind}: ${text.slice(range.start, range.end)} → ${expected ?? ''}. ${because}`,
    )
  const misspelt = (found: string, name: string) =>
    `person: ${found} → ${name}. The name is ${name}; the copy misspells it.`
  const doubled = (found: string, name: string) =>
    `person: ${found} → ${name}. The name is ${name}; the copy doubles a part of it.`

  it.each([
    ['Then Ada Belt spoke.', misspelt('Ada Belt', 'Ada Bell')],
    ['Then Ida Bell spoke.', misspelt('Ida Bell', 'Ada Bell')],
    ['Then Kim Jung Min spoke.', misspelt('Kim Jung Min', 'Kim Jong Min')],
    ['Then Cara Dunne spoke.', misspelt('Cara Dunne', 'Cara Dunn')],
    ['Then Ada Ada Bell spoke.', doubled('Ada Ada Bell', 'Ada Bell')],
    ['Then Kim Kim Jong Min spoke.', doubled('Kim Kim Jong Min', 'Kim Jong Min')],
  ])('finds the slip in “%s”', (text, mark) => {
    expect(shown(text)).toEqual([mark])
  })

  it.each([
    ['a name as it is', 'Then Ada Bell spoke.'],
    ['a name in small letters', 'Then ada Belt spoke.'],
    ['another name with a word in common', 'Then Ada Boot spoke.'],
    ['two words that differ', 'Then Kim Jongg Mi spoke.'],
    ['a word of two letters', 'Then Bo Lo spoke.'],
    ['a name of one word', 'Then Solu spoke.'],
    ['a number', 'Then Ada 1 spoke.'],
    ['two letters of four', 'Then Cara Dunnie spoke.'],
  ])('takes %s for no slip', (_, text) => {
    expect(shown(text)).toEqual([])
  })

  const bell = 'On 2031-05-06 Ada Bell was Secretary of Defense.'
  const kim = 'On 2031-05-06 Kim Jong Min was Minister of Foreign Affairs.'

  it.each([
    ['Secretary of Energy Ada Bell spoke.', `office: Secretary of Energy → Secretary of Defense. ${bell}`],
    ['Secretary of War Ada Bell spoke.', `office: War → Defense. ${bell}`],
    ['They offered Secretary of War Ada Bell a seat.', `office: War → Defense. ${bell}`],
    [
      'They offered Secretary of Energy Ada Bell a seat.',
      `office: Secretary of Energy → Secretary of Defense. ${bell}`,
    ],
    ['The American Secretary of War Ada Bell spoke.', `office: War → Defense. ${bell}`],
    ['U.S. Secretary of Energy Ada Bell spoke.', `office: Secretary of Energy → Secretary of Defense. ${bell}`],
    [
      'Deputy Secretary of Energy Bo Li and Secretary of Energy Ada Bell met.',
      `office: Secretary of Energy → Secretary of Defense. ${bell}`,
    ],
    [
      'Secretary of Foreign Affairs and Energy Ada Bell spoke.',
      `office: Secretary of Foreign Affairs and Energy → Secretary of Defense. ${bell}`,
    ],
    ['South Korean Defense Minister Kim Jong Min spoke.', `office: Defense Minister → Foreign Minister. ${kim}`],
    ['Minister of Strange Affairs Kim Jong Min spoke.', `office: Strange → Foreign. ${kim}`],
  ])('finds the office that was not held in “%s”', (text, mark) => {
    expect(shown(text)).toEqual([mark])
  })

  it.each([
    'U.S. Secretary of Defense Ada Bell spoke.',
    'South Korean Foreign Minister Kim Jong Min spoke.',
    'Former Secretary of Energy Ada Bell spoke.',
    'Mr. President Ada Bell spoke.',
    'Secretary of Energy, Ada Bell spoke.',
    'Secretary of Energy Cara Dunn spoke.',
  ])('has nothing to say of “%s”', (text) => {
    expect(shown(text)).toEqual([])
  })

  it('judges no office without a full day, nor when none is known', () => {
    expect(shown('Secretary of Energy Ada Bell spoke.', '2031-05')).toEqual([])
    expect(shown('Secretary of Energy Ada Bell spoke.', '2033-05-06')).toEqual([])
  })

  it('says whose name or office it is, and how sure', () => {
    expect(marks('Then Ada Belt spoke.')).toMatchObject([{weight: 'certain', person: 'ada-bell'}])
    expect(marks('Secretary of Energy Ada Bell spoke.')).toMatchObject([{weight: 'likely', person: 'ada-bell'}])
  })
})
