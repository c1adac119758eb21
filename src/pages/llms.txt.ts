import {llmsText} from '../export/markdown.ts'
import {edition} from '../site/edition.ts'
import {cited} from '../site/settings.ts'

/** Which pages there are as Markdown, for programs that read texts. https://llmstxt.org */
export function GET(): Response {
  return new Response(llmsText(edition(), cited), {headers: {'Content-Type': 'text/plain; charset=utf-8'}})
}
