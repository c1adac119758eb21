import {formulasData} from '../../export/data/documents.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The formulas, with where each stands, as JSON. */
export function GET(): Response {
  return Response.json(formulasData(edition(), cited))
}
