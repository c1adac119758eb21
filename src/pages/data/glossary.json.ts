import {glossaryData} from '../../export/data/documents.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The glossary as JSON. */
export function GET(): Response {
  return Response.json(glossaryData(edition(), cited))
}
