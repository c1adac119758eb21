import {csvType} from '../../export/csv.ts'
import {matrixCsv} from '../../export/matrix.ts'
import {answerWith} from '../../export/answers.ts'
import {edition} from '../../site/edition.ts'

/** The matrix for spreadsheets. */
export function GET(): Response {
  return answerWith(matrixCsv(edition()), csvType)
}
