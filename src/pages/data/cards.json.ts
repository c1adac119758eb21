import {cardsOf} from '../../analysis/cards.ts'
import {answerWithJson} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'

/** Every card of the edition, as the study page fetches them. */
export function GET(): Response {
  return answerWithJson({cards: cardsOf(edition())})
}
