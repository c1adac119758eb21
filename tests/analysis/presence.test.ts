import {describe, expect, it} from 'vitest'
import {cellsOf} from '../../src/analysis/presence.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {Formula, FormulaId} from '../../src/corpus/model.ts'
import {compareStatements} from '../../src/corpus/statement.ts'
import {formulaFile, tell} from '../fixtures/edition.ts'
import type {Told} from '../fixtures/edition.ts'
import {pick, random} from '../fixtures/random.ts'

const answer = formulaFile('answer', 'will answer', {weak: 'can answer'})

/** What the cells of the formula say, by statement. */
function presences(...statements: readonly Told[]): Record<string, string> {
  const {corpus, messages} = readCorpus([answer, ...statements.map(tell)])
  expect(messages.map(({reason}) => reason)).toEqual([])
  const sorted = [...corpus.statements.values()].sort(compareStatements)
  const formula: Formula | undefined = corpus.formulas.get('answer' as FormulaId)
  if (formula === undefined) throw new Error('The formula was not read')
  return Object.fromEntries(cellsOf(formula, sorted, corpus).map(({statement, presence}) => [statement, presence]))
}

const date = '2031-01-01'

describe('cellsOf(formula, statements, corpus)', () => {
  it('tells canonical words, variants and reports apart, from clauses and from records', () => {
    expect(
      presences(
        {id: 'a', date, edition: 'full', numbering: 'own', quotes: [['answer', 'they will answer']]},
        {id: 'b', date, edition: 'full', numbering: 'own', quotes: [['answer', 'they can answer']]},
        {id: 'c', date, recorded: [['answer', 'words: we will answer']]},
        {id: 'd', date, recorded: [['answer', 'variant: weak']]},
        {id: 'e', date, recorded: [['answer']]},
      ),
    ).toEqual({a: 'exact', b: 'variant', c: 'exact', d: 'variant', e: 'reported'})
  })

  it('tells what is absent on record, what was not found and what is not known apart', () => {
    expect(
      presences(
        {id: 'a', date, absent: ['answer']},
        {id: 'b', date, edition: 'full', numbering: 'own', quotes: [['other', 'words']]},
        {id: 'c', date, edition: 'full', numbering: 'provisional', quotes: [['other', 'words']]},
        {id: 'd', date, edition: 'extract', numbering: 'own', quotes: [['other', 'words']]},
        {id: 'e', date},
        {id: 'f', date, absent: ['answer'], absences: 'unsure'},
        {id: 'g', date, absent: ['answer'], absences: 'conflict'},
        {id: 'h', date, absent: ['answer'], absences: 'known'},
      ),
    ).toEqual({
      a: 'absent',
      b: 'not-found',
      c: 'unknown',
      d: 'unknown',
      e: 'unknown',
      f: 'doubted',
      g: 'doubted',
      h: 'doubted',
    })
  })

  it('goes by the first of two absences, also of a statement that is not of the edition', () => {
    const {corpus} = readCorpus([answer, tell({id: 'a', date, absent: ['answer']})])
    const [formula] = corpus.formulas.values()
    const [statement] = corpus.statements.values()
    const [absence] = statement?.absences ?? []
    if (formula === undefined || statement === undefined || absence === undefined) throw new Error('It was not read')
    const doubted = {...statement, absences: [{...absence, certainty: 'unsure' as const}, absence]}
    expect(cellsOf(formula, [statement, doubted], corpus).map(({presence}) => presence)).toEqual(['absent', 'doubted'])
  })

  it('finds nothing missing in records, whatever is recorded', () => {
    const next = random(1953)
    for (let round = 0; round < 40; round++) {
      const statements = Array.from({length: 8}, (_, index): Told => {
        const kind = pick(['nothing', 'attested', 'absent'], next)
        return {
          id: `s${index}`,
          date: `20${10 + Math.floor(next() * 80)}`,
          forum: pick(['talks', 'council', null], next),
          ...(kind === 'attested' ? {recorded: [pick([['answer'], ['answer', 'variant: weak']] as const, next)]} : {}),
          ...(kind === 'absent' ? {absent: ['answer']} : {}),
        }
      })
      const cells = presences(...statements)
      expect(Object.values(cells)).not.toContain('not-found')
      for (const {id, absent} of statements) if (absent === undefined) expect(cells[id]).not.toMatch(/absent|doubted/)
    }
  })
})
