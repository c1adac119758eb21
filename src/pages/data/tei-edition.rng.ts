import schema from '../../export/tei-edition.rng?raw'

/** The schema of the edition’s TEI, for whoever wants to validate it. */
export function GET(): Response {
  return new Response(schema, {headers: {'Content-Type': 'application/xml; charset=utf-8'}})
}
