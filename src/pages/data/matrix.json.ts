import {matrixData} from '../../export/data/documents.ts'
import {answerWithJson} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** Every formula in every statement as JSON. */
export function GET(): Response {
  return answerWithJson(matrixData(edition(), cited))
}
