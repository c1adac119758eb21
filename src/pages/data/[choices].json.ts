import {choicesOf} from '../../analysis/choices.ts'
import {edition} from '../../site/edition.ts'

/** Only where the statements are too many to stand in the lists of a page. */
export function getStaticPaths() {
  return choicesOf(edition()).isLong ? [{params: {choices: 'statements'}}] : []
}

/** The statements that one can choose, for the scripts of pages whose lists are too long to stand on them. */
export function GET(): Response {
  return Response.json(choicesOf(edition()).groups)
}
