import {collationKit} from '../../analysis/collate/kit.ts'
import {answerWithJson} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'

/** What the check of a copy needs to know of the edition, as the page fetches it. */
export function GET(): Response {
  return answerWithJson(collationKit(edition()))
}
