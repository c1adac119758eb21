import {vocabularyOf} from '../../search/lexicon.ts'
import {edition} from '../../site/edition.ts'

/** The words of the edition, which search fetches when a query holds one that it does not know. */
export function GET(): Response {
  return Response.json(vocabularyOf(edition()))
}
