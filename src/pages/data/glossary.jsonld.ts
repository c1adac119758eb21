import {jsonLdText} from '../../export/jsonLd.ts'
import {skosJsonLd} from '../../export/skos.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The glossary as SKOS, in JSON-LD. */
export function GET(): Response {
  return new Response(jsonLdText(skosJsonLd(edition(), cited)), {
    headers: {'Content-Type': 'application/ld+json; charset=utf-8'},
  })
}
