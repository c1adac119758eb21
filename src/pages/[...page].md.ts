import type {APIRoute, GetStaticPaths} from 'astro'
import {markdownOf, markdownPages} from '../export/markdown.ts'
import type {MarkdownPage} from '../export/markdown.ts'
import {edition} from '../site/edition.ts'
import {cited} from '../site/settings.ts'

export const getStaticPaths = (() =>
  markdownPages(edition()).map((page) => ({
    params: {page: page.url.replace(/^\/|\/$/g, '')},
    props: {page},
  }))) satisfies GetStaticPaths

/** The page of a record as Markdown. */
export const GET: APIRoute<{page: MarkdownPage}> = ({props}) =>
  new Response(markdownOf(props.page, edition(), cited), {headers: {'Content-Type': 'text/markdown; charset=utf-8'}})
