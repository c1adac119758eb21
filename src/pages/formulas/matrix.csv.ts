import {matrixCsv} from '../../export/matrix.ts'
import {edition} from '../../site/edition.ts'

/** The matrix for spreadsheets. */
export function GET(): Response {
  return new Response(matrixCsv(edition()), {headers: {'Content-Type': 'text/csv; charset=utf-8; header=present'}})
}
