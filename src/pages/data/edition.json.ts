import {editionData} from '../../export/data/documents.ts'
import {answerWithJson} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The whole edition as JSON. */
export function GET(): Response {
  return answerWithJson(editionData(edition(), cited))
}
