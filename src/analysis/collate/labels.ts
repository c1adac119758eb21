/** The words in which reports name what a collation finds. */

import type {CopyFindingKind, FormulaOutcome, Weight} from './model.ts'

export const findingKinds: Readonly<Record<CopyFindingKind, string>> = {
  formula: 'Formula',
  quotation: 'Exact words',
  modal: 'Modal verb',
  'spun-word': 'Spun word',
  name: 'Name',
  person: 'Person',
  office: 'Office',
  gloss: 'Gloss',
  artefact: 'Artefact',
}

export const weights: Readonly<Record<Weight, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible only',
}

export const formulaStates: Readonly<Record<FormulaOutcome['state'], string>> = {
  exact: 'word for word',
  kept: 'kept, among altered words',
  variant: 'another known variant',
  altered: 'altered',
  'not-found': 'not found by matching',
}

/** A probability as people say it. */
export function inHundred(share: number): string {
  const percent = Math.round(share * 100)
  if (share > 0 && percent === 0) return 'under 1 in 100'
  return percent === 100 && share < 1 ? 'over 99 in 100' : `${percent} in 100`
}
