/** What assertions rest on, for programs. */

import type {Evidence} from '../corpus/model.ts'
import {evidenceUrl} from '../corpus/urls.ts'
import type {EditionFacts} from './citation.ts'

/** The addresses of the sources and witnesses of an assertion; `undefined` where it names none. */
export function evidenceAddresses({sources}: Pick<Evidence, 'sources'>, {site}: EditionFacts): string[] | undefined {
  if (sources.length === 0) return undefined
  return sources.map((id) => site + evidenceUrl(id))
}
