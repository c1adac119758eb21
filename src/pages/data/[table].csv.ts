import type {APIRoute} from 'astro'
import {csvType} from '../../export/csv.ts'
import {tableNames, tableOf} from '../../export/tables.ts'
import type {TableName} from '../../export/tables.ts'
import {answerWith} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'
import {cited} from '../../site/settings.ts'

export function getStaticPaths() {
  return tableNames.map((table) => ({params: {table}}))
}

/** A table of the edition. */
export const GET: APIRoute = ({params}) =>
  answerWith(tableOf(params['table'] as TableName, edition(), cited.site).csv, csvType)
