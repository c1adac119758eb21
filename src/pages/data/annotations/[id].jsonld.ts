import type {APIRoute} from 'astro'
import type {StatementId} from '../../../corpus/model.ts'
import {annotatedStatements, annotationPage} from '../../../export/annotations.ts'
import {jsonLdText} from '../../../export/jsonLd.ts'
import {edition} from '../../../site/edition.ts'
import {cited} from '../../../site/settings.ts'

export function getStaticPaths() {
  return annotatedStatements(edition()).map(({id}) => ({params: {id}}))
}

/** The notes of a statement as Web Annotations. */
export const GET: APIRoute = ({params}) => {
  const corpus = edition()
  const statement = corpus.statements.get(params['id'] as StatementId)
  if (statement === undefined) return new Response(null, {status: 404})
  return new Response(jsonLdText(annotationPage(statement, corpus, cited)), {
    headers: {'Content-Type': 'application/ld+json; charset=utf-8'},
  })
}
