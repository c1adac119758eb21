import {openSearch} from '../export/opensearch.ts'
import {cited, settings} from '../site/settings.ts'

/** How browsers search the edition. */
export function GET(): Response {
  return new Response(openSearch(settings.title, cited), {
    headers: {'Content-Type': 'application/opensearchdescription+xml; charset=utf-8'},
  })
}
