import {matrixData} from '../../export/data/documents.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** Every formula in every statement as JSON. */
export function GET(): Response {
  return Response.json(matrixData(edition(), cited))
}
