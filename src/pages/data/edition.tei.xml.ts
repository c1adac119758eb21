import {teiCorpus} from '../../export/tei.ts'
import {answerWith} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The whole edition in TEI. */
export function GET(): Response {
  return answerWith(teiCorpus(edition(), cited), 'application/tei+xml; charset=utf-8')
}
