import {describe, expect, it} from 'vitest'
import type {CollationKit} from '../../../src/analysis/collate/model.ts'
import {peopleMarks} from '../../../src/analysis/collate/people.ts'
import {sentencesOf} from '../../../src/analysis/collate/text.ts'
import type {PersonId} from '../../../src/corpus/model.ts'

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
  ])('held as %s, is the same as %s', (held, written) => {
    expect(offices(held, written)).toEqual([])
  })

  it.each([
    ['Secretary of Defense', 'Secretary of Energy'],
    ['Secretary of Defense', 'Deputy Secretary of Defense'],
    ['Vice Minister of Foreign Affairs', 'Minister of Foreign Affairs'],
    ['Under Secretary of Energy', 'Assistant Secretary of Energy'],
  ])('held as %s, is another than %s', (held, written) => {
    expect(offices(held, written)).toEqual([{kind: 'office', found: written, expected: held}])
  })
})
