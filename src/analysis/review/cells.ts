/** The matrix of formulas and statements, before and after. */

import type {Corpus} from '../../corpus/model.ts'
import {matrixOf} from '../matrix.ts'
import type {Cell} from '../presence.ts'
import type {CellChange, CellState, RecordChange} from './model.ts'

/** Signs that tell something; the others only say that nothing is marked. */
const telling: ReadonlySet<Cell['presence']> = new Set(['exact', 'variant', 'reported', 'absent', 'doubted'])

/**
 * Cells whose sign or variants changed, in the order of the matrix by date. Of
 * a statement or a formula that came or went, those that tell something.
 */
export function cellChanges(base: Corpus, head: Corpus, records: readonly RecordChange[]): CellChange[] {
  const now = new Map(
    records.flatMap((record) => (record.how === 'renamed' ? [[`${record.kind} ${record.from}`, record.id]] : [])),
  )
  const current = (kind: 'formula' | 'statement', id: string) => now.get(`${kind} ${id}`) ?? id
  const before = cellsBy(base, ({formula, statement}) =>
    JSON.stringify([current('formula', formula), current('statement', statement)]),
  )
  const after = cellsBy(head, ({formula, statement}) => JSON.stringify([formula, statement]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)]
    const cell = fresh ?? old
    if (cell === undefined || !differ(old?.state, fresh?.state)) return []
    const {formula, label, statement, short} = cell
    return [
      {
        formula,
        label,
        statement,
        short,
        ...(old === undefined ? {} : {from: old.state}),
        ...(fresh === undefined ? {} : {to: fresh.state}),
      },
    ]
  })
}

interface NamedCell extends Pick<CellChange, 'formula' | 'label' | 'statement' | 'short'> {
  readonly state: CellState
}

function cellsBy(corpus: Corpus, keyOf: (cell: Cell) => string): Map<string, NamedCell> {
  const {rows, statements} = matrixOf(corpus, 'date')
  return new Map(
    rows.flatMap(({formula, cells}) =>
      cells.map((cell, column): [string, NamedCell] => [
        keyOf(cell),
        {
          formula: cell.formula,
          label: formula.label,
          statement: cell.statement,
          short: statements[column]?.short ?? cell.statement,
          state: stateOf(cell),
        },
      ]),
    ),
  )
}

function stateOf({presence, attestations}: Cell): CellState {
  return {presence, variants: [...new Set(attestations.flatMap(({variant}) => variant ?? []))].toSorted()}
}

function differ(base: CellState | undefined, head: CellState | undefined): boolean {
  if (base === undefined || head === undefined) return telling.has((base ?? head)?.presence ?? 'unknown')
  return base.presence !== head.presence || base.variants.join(' ') !== head.variants.join(' ')
}
