import {describe, expect, it} from 'vitest'
import {exactPlaces} from '../../../src/analysis/collate/exact.ts'
import {formulaOutcomes} from '../../../src/analysis/collate/formulas.ts'
import {lexiconOf} from '../../../src/analysis/collate/lexicon.ts'
import type {KitClause, KitFormula} from '../../../src/analysis/collate/model.ts'
import {SubstitutionTable} from '../../../src/analysis/collate/substitutions.ts'
import type {FormulaId} from '../../../src/corpus/model.ts'
import {smallClause, smallCopy, smallKit} from './small.ts'

const formulas: readonly KitFormula[] = [
  {id: 'lamp' as FormulaId, label: 'Lamp', wordings: ['keep the lamp lit', 'keep the lamp bright', 'keep … lit']},
  {id: 'ship' as FormulaId, label: 'Ship', wordings: ['swift and strong']},
  {id: 'met' as FormulaId, label: 'Met', wordings: ['will be met']},
]

function outcomes(copy: string, words: string, ids: readonly string[], inClause: boolean) {
  const quotation = {words, formulas: ids as readonly FormulaId[]}
  const clause: KitClause = {...smallClause('1.1', 'They met again.'), quotations: [quotation]}
  const kit = smallKit(inClause ? [clause] : [], {formulas})
  const aligned = smallCopy([inClause ? [copy, clause] : [copy]])
  const table = new SubstitutionTable()
  const places = exactPlaces(aligned, table, lexiconOf(kit))
  return formulaOutcomes(aligned, inClause ? [] : [quotation], places, table, kit, copy)
}

/** Each outcome in a line: the formula, its state, what the copy has. */
function shown(copy: string, words: string, ids: readonly string[] = ['lamp'], inClause = true): string[] {
  return outcomes(copy, words, ids, inClause).map(
    ({id, state, found}) => `${id} ${state}${found === undefined ? '' : `: ${found}`}`,
  )
}

describe('formulaOutcomes(copy, …)', () => {
  const lit = 'keep the lamp lit'

  it.each([
    ['They keep the lamp lit.', lit, 'lamp exact: keep the lamp lit'],
    ['They Keep the lamp lit.', lit, 'lamp exact: Keep the lamp lit'],
    ['They keep the lamp dark.', lit, 'lamp altered: keep the lamp dark'],
    ['They keep the lamp bright.', lit, 'lamp variant: keep the lamp bright'],
    ['They keep a lamp lit there.', lit, 'lamp variant: keep a lamp lit'],
    ['They keeps the lamps lit.', lit, 'lamp kept: keeps the lamps lit'],
    ['They keep the lamp lit for all.', 'keep the lamp lit in the harbor', 'lamp kept: keep the lamp lit for all'],
    ['They left.', lit, 'lamp not-found'],
  ])('says of “%s” beside “%s”: %s', (copy, words, outcome) => {
    expect(shown(copy, words)).toEqual([outcome])
  })

  it.each([
    ['It can be met with lamps.', 'altered: can be met with lamps'],
    ['It will be met by lamps.', 'kept: will be met by lamps'],
    ['It will be met by ships.', 'kept: will be met'],
  ])('tells a modal verb that changed from what changed behind it: %s', (copy, outcome) => {
    expect(shown(copy, 'will be met with lamps', ['met'])).toEqual([`met ${outcome}`])
  })

  it('judges each formula of a quotation by itself', () => {
    expect(shown('They are swift and strong.', 'keep the lamp lit, swift and strong', ['lamp', 'ship'])).toEqual([
      expect.stringContaining('lamp '),
      'ship kept: are swift and strong',
    ])
  })

  it('says where it stands, and how it differs, word by word', () => {
    expect(outcomes('They keep the lamp dark.', lit, ['lamp'], true)).toEqual([
      {
        id: 'lamp',
        label: 'Lamp',
        clause: '1.1',
        expected: 'keep the lamp lit',
        state: 'altered',
        found: 'keep the lamp dark',
        range: {start: 5, end: 23},
        difference: [
          {type: 'same', text: 'keep the lamp '},
          {type: 'found', text: 'dark'},
          {type: 'expected', text: 'lit'},
        ],
      },
    ])
    expect(outcomes('They left.', lit, ['lamp'], true)).toEqual([
      {id: 'lamp', label: 'Lamp', clause: '1.1', expected: lit, state: 'not-found', difference: []},
    ])
  })

  it('calls a formula that has no record by its id', () => {
    expect(outcomes('They keep the lamp lit.', lit, ['oak'], true)).toMatchObject([{label: 'oak', state: 'exact'}])
  })

  it('looks for the words of a record in every sentence, and wants more of them', () => {
    expect(shown('They keep the lamp lit.', lit, ['lamp'], false)).toEqual(['lamp exact: keep the lamp lit'])
    expect(shown('They keep the lamp dark.', lit, ['lamp'], false)).toEqual(['lamp altered: keep the lamp dark'])
    expect(shown('They keep a lamp dark.', lit, ['lamp'], false)).toEqual(['lamp not-found'])
    expect(shown('The ships left.', lit, ['lamp'], false)).toEqual(['lamp not-found'])
  })
})
