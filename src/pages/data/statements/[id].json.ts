import type {APIRoute} from 'astro'
import type {StatementId} from '../../../corpus/model.ts'
import {statementDocument} from '../../../export/data/documents.ts'
import {edition} from '../../../site/edition.ts'
import {cited} from '../../../site/settings.ts'

export function getStaticPaths() {
  return [...edition().statements.keys()].map((id) => ({params: {id}}))
}

/** A statement as JSON. */
export const GET: APIRoute = ({params}) => {
  const corpus = edition()
  const statement = corpus.statements.get(params['id'] as StatementId)
  return statement === undefined
    ? new Response(null, {status: 404})
    : Response.json(statementDocument(statement, corpus, cited))
}
