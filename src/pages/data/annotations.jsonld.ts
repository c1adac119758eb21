import {annotationCollection} from '../../export/annotations.ts'
import {jsonLdText} from '../../export/jsonLd.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** The collection of all notes as Web Annotations. */
export function GET(): Response {
  return new Response(jsonLdText(annotationCollection(edition(), cited)), {
    headers: {'Content-Type': 'application/ld+json; charset=utf-8'},
  })
}
