import type {APIRoute} from 'astro'
import {documentNames, schemaOf} from '../../../export/data/schemas.ts'
import type {DocumentName} from '../../../export/data/shapes.ts'
import {cited} from '../../../site/settings.ts'

export function getStaticPaths() {
  return documentNames.map((name) => ({params: {name}, props: {name}}))
}

/** The JSON Schema of a document. */
export const GET: APIRoute<{name: DocumentName}> = ({props}) =>
  new Response(JSON.stringify(schemaOf(props.name, cited.site)), {
    headers: {'Content-Type': 'application/schema+json'},
  })
