import type {APIRoute} from 'astro'
import {tableNames, tableOf} from '../../export/tables.ts'
import type {TableName} from '../../export/tables.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

export function getStaticPaths() {
  return tableNames.map((table) => ({params: {table}}))
}

/** A table of the edition. */
export const GET: APIRoute = ({params}) =>
  new Response(tableOf(params['table'] as TableName, edition(), cited.site).csv, {
    headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'},
  })
