import {graphData} from '../../export/data/graph.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

/** Who refers to whom as JSON. */
export function GET(): Response {
  return Response.json(graphData(edition(), cited))
}
