import {describe, expect, it} from 'vitest'
import {lineageOf} from '../../src/analysis/lineage.ts'
import type {Lineage, Step} from '../../src/analysis/lineage.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {FormulaId} from '../../src/corpus/model.ts'
import {formulaFile, tell} from '../fixtures/edition.ts'
import type {Told} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

function lineage(...statements: readonly Told[]): Lineage {
  const {corpus} = readCorpus([
    formulaFile('answer', 'will answer', {weak: 'can answer', late: 'will … answer late'}),
    ...statements.map(tell),
  ])
  const formula = corpus.formulas.get('answer' as FormulaId)
  if (formula === undefined) throw new Error('The formula was not read')
  return lineageOf(formula, corpus)
}

/** A step as one reads it. */
function show(step: Step): string {
  const {id} = step.statement
  if (step.type === 'absence') return `${id} absent`
  const {attestation, rewording} = step
  const place = attestation.clause === undefined ? id : `${id}#${attestation.clause}`
  const change = rewording === undefined ? '' : ` (${rewording.changes} from ${rewording.from.statement})`
  return `${place} ${attestation.words ?? '?'}${change}`
}

const whole = {edition: 'full', numbering: 'own'} as const

describe('lineageOf(formula, corpus)', () => {
  it('follows the words through time, over steps whose words were not seen', () => {
    const {steps} = lineage(
      {id: 'c', date: '2033', ...whole, quotes: [['answer', 'we can answer']]},
      {id: 'a', date: '2031', recorded: [['answer', 'words: we will answer']]},
      {id: 'b', date: '2032', recorded: [['answer']]},
      {id: 'd', date: '2034', recorded: [['answer', 'words: we can answer']]},
    )
    expect(steps.map(show)).toEqual([
      'a we will answer',
      'b ?',
      'c#1.1 we can answer (1 from a)',
      'd we can answer (0 from c)',
    ])
  })

  it('takes each clause of a statement as a step of its own', () => {
    const {steps} = lineage({
      id: 'a',
      date: '2031',
      ...whole,
      quotes: [
        ['answer', 'one will answer'],
        ['answer', 'two will answer'],
      ],
    })
    expect(steps.map(show)).toEqual(['a#1.1 one will answer', 'a#1.2 two will answer (1 from a)'])
  })

  it('keeps recorded absences in their place, and leaves out what is unknown or only not found', () => {
    const {steps, cells} = lineage(
      {id: 'a', date: '2031', recorded: [['answer']]},
      {id: 'b', date: '2032', absent: ['answer']},
      {id: 'c', date: '2033'},
      {id: 'd', date: '2034', ...whole, quotes: [['other', 'words']]},
    )
    expect(steps.map(show)).toEqual(['a ?', 'b absent'])
    expect(cells.map(({presence}) => presence)).toEqual(['reported', 'absent', 'unknown', 'not-found'])
  })

  it('groups statements by variant and by forum', () => {
    const {variants, forums, reported, first, last} = lineage(
      {id: 'a', date: '2031', forum: 'talks', recorded: [['answer', 'variant: weak']]},
      {id: 'b', date: '2032', forum: 'council', recorded: [['answer', 'words: will answer']]},
      {id: 'c', date: '2033', forum: 'talks', recorded: [['answer', 'words: can answer']]},
      {id: 'd', date: '2034', forum: 'council', recorded: [['answer']]},
    )
    expect(variants.map(({variant, statements}) => [variant?.id, statements.map(({id}) => id)])).toEqual([
      ['weak', ['a', 'c']],
      [undefined, ['b']],
    ])
    expect(reported.map(({id}) => id)).toEqual(['d'])
    expect(
      forums.map(({forum, first, last, count, variants}) => [forum, first.id, last.id, count, variants.length]),
    ).toEqual([
      ['talks', 'a', 'c', 2, 1],
      ['council', 'b', 'd', 2, 1],
    ])
    expect([first?.id, last?.id]).toEqual(['a', 'd'])
  })

  describe('gone', () => {
    const used: Told = {id: 'a', date: '2031', recorded: [['answer']]}
    const missed: Told = {id: 'b', date: '2032', ...whole, quotes: [['other', 'words']]}
    const gone = (...statements: readonly Told[]) => {
      const {gone, absentElsewhere} = lineage(...statements)
      return [gone === undefined ? undefined : `${gone.how} ${gone.statement.id}`, absentElsewhere.map(({id}) => id)]
    }

    it('is what is on record, and else what was not found in a text that was seen whole', () => {
      expect(gone(used, missed)).toEqual(['not-found b', []])
      expect(gone(used, missed, {id: 'c', date: '2033', absent: ['answer']})).toEqual(['recorded c', []])
    })

    it('is an unsure absence only where there is no sure one', () => {
      const unsure: Told = {id: 'b', date: '2032', absent: ['answer'], absences: 'unsure'}
      expect(gone(used, unsure)).toEqual(['recorded b', []])
      expect(gone(used, unsure, {id: 'c', date: '2033', absent: ['answer']})).toEqual(['recorded c', []])
    })

    it('is nothing where later texts were not seen', () => {
      expect(gone(used, {id: 'b', date: '2032'}, {...missed, numbering: 'provisional'})).toEqual([undefined, []])
    })

    it('ends when the formula comes back', () => {
      expect(gone(used, {id: 'b', date: '2032', absent: ['answer']}, {...used, id: 'c', date: '2033'})).toEqual([
        undefined,
        [],
      ])
    })

    it('does not follow from other forums, whose absences are told apart', () => {
      expect(gone(used, {...missed, forum: 'council'})).toEqual([undefined, []])
      expect(gone(used, {id: 'b', date: '2032', forum: 'council', absent: ['answer']})).toEqual([undefined, ['b']])
      expect(gone(used, {id: 'b', date: '2032', forum: null, absent: ['answer']})).toEqual([undefined, ['b']])
    })

    it('is told of each forum', () => {
      const {forums} = lineage(
        used,
        {...used, id: 'b', date: '2032', forum: 'council'},
        {id: 'c', date: '2033', absent: ['answer']},
      )
      expect(forums.map(({forum, gone}) => [forum, gone?.statement.id])).toEqual([
        ['talks', 'c'],
        ['council', undefined],
      ])
    })

    it('never follows from records in which nobody recorded an absence', () => {
      const next = random(1954)
      for (let round = 0; round < 60; round++) {
        const statements = Array.from({length: 6}, (_, index): Told => ({
          id: `s${index}`,
          date: `20${10 + Math.floor(next() * 80)}`,
          forum: pick(['talks', 'council', null], next),
          ...(next() < 0.4 ? {recorded: [['answer']] as const} : {}),
        }))
        const {gone, absentElsewhere, forums} = lineage(...statements)
        expect([gone, absentElsewhere, forums.filter(({gone}) => gone !== undefined)]).toEqual([undefined, [], []])
      }
    })
  })
})
