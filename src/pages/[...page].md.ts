import type {APIRoute, GetStaticPaths} from 'astro'
import {markdownOf, markdownPage, markdownRecords} from '../export/markdown.ts'
import type {MarkdownRecord} from '../export/markdown.ts'
import {edition} from '../site/edition.ts'
import {cited} from '../site/settings.ts'

export const getStaticPaths = (() => {
  const corpus = edition()
  return markdownRecords(corpus).map((one) => ({
    params: {page: markdownPage(one, corpus).url.replace(/^\/|\/$/g, '')},
    props: {one},
  }))
}) satisfies GetStaticPaths

/** The page of a record as Markdown. */
export const GET: APIRoute<{one: MarkdownRecord}> = ({props}) => {
  const corpus = edition()
  return new Response(markdownOf(markdownPage(props.one, corpus), corpus, cited), {
    headers: {'Content-Type': 'text/markdown; charset=utf-8'},
  })
}
