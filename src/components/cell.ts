/** A cell of the matrix in words, and where it leads. */

import type {Cell} from '../analysis/presence.ts'
import type {Attestation, Evidence, Formula} from '../corpus/model.ts'
import {attestationUrl, urls} from '../corpus/urls.ts'

/** What a cell says: `variant: the Kim regime, clause 4.4`; doubts are told with it. */
export function cellWords({presence, attestations, absence}: Cell, formula: Formula): string {
  switch (presence) {
    case 'exact':
      return ['canonical words', ...clauses(attestations), ...doubts(attestations)].join(', ')
    case 'variant':
      return [`variant: ${variantsIn(attestations, formula)}`, ...clauses(attestations), ...doubts(attestations)].join(
        ', ',
      )
    case 'reported':
      return ['reported, words not seen', ...doubts(attestations)].join(', ')
    case 'absent':
      return 'absent, on record'
    case 'doubted':
      return ['called absent', ...doubts(absence === undefined ? [] : [absence])].join(', ')
    case 'not-found':
      return 'not found by matching'
    case 'unknown':
      return 'unknown'
  }
}

/** What is to be said of evidence that leaves a doubt. */
export function doubts(evidence: readonly Evidence[]): string[] {
  const words = {found: undefined, known: undefined, unsure: 'unsure', conflict: 'sources conflict'} as const
  return [...new Set(evidence.flatMap(({certainty}) => words[certainty] ?? []))]
}

/** The clause where the formula stands, the statement where none is edited; `undefined` where nothing is on record. */
export function cellUrl({presence, statement, attestations}: Cell): string | undefined {
  if (presence === 'not-found' || presence === 'unknown') return undefined
  const [attestation] = attestations
  return attestation === undefined ? urls.statement(statement) : attestationUrl(attestation)
}

function clauses(attestations: readonly Attestation[]): string[] {
  const numbers = [...new Set(attestations.flatMap(({clause}) => clause ?? []))]
  return numbers.length === 0 ? [] : [`${numbers.length === 1 ? 'clause' : 'clauses'} ${numbers.join(' and ')}`]
}

function variantsIn(attestations: readonly Attestation[], {variants}: Formula): string {
  const ids = new Set(attestations.map(({variant}) => variant))
  return variants
    .filter(({id}) => ids.has(id))
    .map(({label}) => label)
    .join(', ')
}
