import type {APIRoute} from 'astro'
import {bibliographyTypes, editionBibliography} from '../../export/citation.ts'
import type {BibliographyForm} from '../../export/citation.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

export function getStaticPaths() {
  return Object.keys(bibliographyTypes).map((form) => ({params: {form}}))
}

/** The citations of every statement, for reference managers. */
export const GET: APIRoute = ({params}) => {
  const form = params['form'] as BibliographyForm
  return new Response(editionBibliography(edition(), cited, form), {
    headers: {'Content-Type': `${bibliographyTypes[form]}; charset=utf-8`},
  })
}
