import type {APIRoute} from 'astro'
import {printedOf} from '../../../components/printed.ts'
import {edition} from '../../../site/edition.ts'

export function getStaticPaths() {
  return [...edition().statements.keys()].map((id) => ({params: {id}}))
}

/** A statement as a comparison prints it, for the browser that compares any two. */
export const GET: APIRoute = ({params}) => {
  const corpus = edition()
  const statement = [...corpus.statements.values()].find(({id}) => id === params['id'])
  return statement === undefined ? new Response(null, {status: 404}) : Response.json(printedOf(statement, corpus))
}
