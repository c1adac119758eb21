import {contextOf} from '../../export/context.ts'
import {jsonLdText} from '../../export/jsonLd.ts'
import {cited} from '../../site/settings.ts'

/** The words of the linked data, and what each means. */
export function GET(): Response {
  return new Response(jsonLdText(contextOf(cited)), {headers: {'Content-Type': 'application/ld+json; charset=utf-8'}})
}
