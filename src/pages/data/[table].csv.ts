import type {APIRoute} from 'astro'
import {tablesOf} from '../../export/tables.ts'
import type {Table} from '../../export/tables.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

export function getStaticPaths() {
  return tablesOf(edition(), cited.site).map((table) => ({params: {table: table.name}, props: {table}}))
}

/** A table of the edition. */
export const GET: APIRoute<{table: Table}> = ({props}) =>
  new Response(props.table.csv, {headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'}})
