import {skosTurtle} from '../../export/skos.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The glossary as SKOS, in Turtle. */
export function GET(): Response {
  return new Response(skosTurtle(edition(), cited), {headers: {'Content-Type': 'text/turtle; charset=utf-8'}})
}
