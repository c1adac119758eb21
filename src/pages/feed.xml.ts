import {atomFeed} from '../export/feed.ts'
import {edition} from '../site/edition.ts'
import {cited} from '../site/settings.ts'

/** What is new and what has changed, for feed readers. */
export function GET(): Response {
  return new Response(atomFeed(edition(), cited), {headers: {'Content-Type': 'application/atom+xml; charset=utf-8'}})
}
