/** What assertions rest on, for programs. */

import type {Evidence, SourceId, WitnessId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'

/** The addresses of the sources and witnesses of an assertion; `undefined` where it names none. */
export function evidenceAddresses({sources}: Pick<Evidence, 'sources'>, {site}: EditionFacts): string[] | undefined {
  if (sources.length === 0) return undefined
  return sources.map((id) => site + (id.startsWith('w-') ? urls.witness(id as WitnessId) : urls.source(id as SourceId)))
}
