import {teiCorpus} from '../../export/tei.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The whole edition in TEI. */
export function GET(): Response {
  return new Response(teiCorpus(edition(), cited), {headers: {'Content-Type': 'application/tei+xml; charset=utf-8'}})
}
