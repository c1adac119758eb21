import type {APIRoute} from 'astro'
import type {StatementId} from '../../../corpus/model.ts'
import {bibliographyTypes, statementBibliography} from '../../../export/citation.ts'
import type {BibliographyForm} from '../../../export/citation.ts'
import {edition} from '../../../site/edition.ts'
import {cited} from '../../../site/settings.ts'

export function getStaticPaths() {
  const forms = Object.keys(bibliographyTypes)
  return [...edition().statements.keys()].flatMap((id) => forms.map((form) => ({params: {id, form}})))
}

/** The citations of a statement and of its clauses, for reference managers. */
export const GET: APIRoute = ({params}) => {
  const statement = edition().statements.get(params['id'] as StatementId)
  const form = params['form'] as BibliographyForm
  if (statement === undefined) return new Response(null, {status: 404})
  return new Response(statementBibliography(statement, cited, form), {
    headers: {'Content-Type': `${bibliographyTypes[form]}; charset=utf-8`},
  })
}
