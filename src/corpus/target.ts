/** What `<Ref to="…">` may say. */

import {clausePattern, idPattern, notePattern} from './ids.ts'
import type {
  ChangeId,
  ClauseNumber,
  FormulaId,
  PersonId,
  SourceId,
  StatementId,
  Target,
  TermId,
  WitnessId,
} from './model.ts'

const rowPattern = /^r[1-9]\d{0,3}\.[1-9]\d{0,3}-[1-9]\d{0,2}$/

/**
 * Reads the value of `to`.
 *
 * @param to `2p2-2024`, `2p2-2024#5.4`, `#5.4-n1`, `formula:ironclad`, `witness:w-spun-9pt#r5.3-1` …
 * @param here the statement the reference stands in, which `#5.4` means; none elsewhere
 * @returns the target, or `undefined` where the form is not one of these
 */
export function parseTarget(to: string, here: StatementId | undefined): Target | undefined {
  const match = /^(?:([a-z]+):)?([^#:]*)(?:#(.*))?$/.exec(to)
  if (match === null || to === '') return undefined
  const [, scheme, id = '', fragment] = match
  if (scheme === undefined) return statementTarget(id === '' ? here : (id as StatementId), fragment)
  if (!idPattern.test(id)) return undefined
  if (scheme === 'witness') return witnessTarget(id as WitnessId, fragment)
  if (fragment !== undefined) return undefined
  if (scheme === 'term') return {type: 'term', term: id as TermId}
  if (scheme === 'formula') return {type: 'formula', formula: id as FormulaId}
  if (scheme === 'change') return {type: 'change', change: id as ChangeId}
  if (scheme === 'person') return {type: 'person', person: id as PersonId}
  if (scheme === 'source') return {type: 'source', source: id as SourceId}
  return undefined
}

function statementTarget(statement: StatementId | undefined, fragment: string | undefined): Target | undefined {
  if (statement === undefined || !idPattern.test(statement)) return undefined
  if (fragment === undefined) return {type: 'statement', statement}
  if (clausePattern.test(fragment)) return {type: 'clause', statement, clause: fragment as ClauseNumber}
  const [, clause, note] = notePattern.exec(fragment) ?? []
  if (clause === undefined) return undefined
  return {type: 'note', statement, clause: clause as ClauseNumber, note: Number(note)}
}

function witnessTarget(witness: WitnessId, fragment: string | undefined): Target | undefined {
  if (fragment === undefined) return {type: 'witness', witness}
  return rowPattern.test(fragment) ? {type: 'emendation', witness, row: fragment} : undefined
}

/** A target as one writes it; two targets are the same if these are. */
export function targetKey(target: Target): string {
  switch (target.type) {
    case 'statement':
      return target.statement
    case 'clause':
      return `${target.statement}#${target.clause}`
    case 'note':
      return `${target.statement}#${target.clause}-n${target.note}`
    case 'term':
      return `term:${target.term}`
    case 'formula':
      return `formula:${target.formula}`
    case 'change':
      return `change:${target.change}`
    case 'person':
      return `person:${target.person}`
    case 'witness':
      return `witness:${target.witness}`
    case 'emendation':
      return `witness:${target.witness}#${target.row}`
    case 'source':
      return `source:${target.source}`
  }
}
