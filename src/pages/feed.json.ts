import {jsonFeed} from '../export/feed.ts'
import {edition} from '../site/edition.ts'
import {cited} from '../site/settings.ts'

/** The same as JSON Feed. */
export function GET(): Response {
  return new Response(jsonFeed(edition(), cited), {headers: {'Content-Type': 'application/feed+json; charset=utf-8'}})
}
