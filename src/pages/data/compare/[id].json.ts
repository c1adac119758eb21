import type {APIRoute} from 'astro'
import {printedOf} from '../../../components/printed.ts'
import type {StatementId} from '../../../corpus/model.ts'
import {edition} from '../../../site/edition.ts'

export function getStaticPaths() {
  return [...edition().statements.keys()].map((id) => ({params: {id}}))
}

/** A statement as a comparison prints it, for the browser that compares any two. */
export const GET: APIRoute = ({params}) => {
  const corpus = edition()
  const statement = corpus.statements.get(params['id'] as StatementId)
  return statement === undefined ? new Response(null, {status: 404}) : Response.json(printedOf(statement, corpus))
}
