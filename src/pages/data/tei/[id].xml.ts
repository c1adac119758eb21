import type {APIRoute} from 'astro'
import type {StatementId} from '../../../corpus/model.ts'
import {teiOf} from '../../../export/tei.ts'
import {edition} from '../../../site/edition.ts'
import {cited} from '../../../site/settings.ts'

export function getStaticPaths() {
  return [...edition().statements.keys()].map((id) => ({params: {id}}))
}

/** A statement in TEI. */
export const GET: APIRoute = ({params}) => {
  const corpus = edition()
  const statement = corpus.statements.get(params['id'] as StatementId)
  if (statement === undefined) return new Response(null, {status: 404})
  return new Response(teiOf(statement, corpus, cited), {
    headers: {'Content-Type': 'application/tei+xml; charset=utf-8'},
  })
}
