import {readRecord} from './frontmatter.ts'
import {kinds} from './kinds.ts'
import type {Report} from './message.ts'
import type {FormulaId, OpenPoint, OpenPointId, StatementId, TermId} from './model.ts'
import {namedIds} from './named.ts'
import {evidenceOf} from './record.ts'
import type {TextFile} from './record.ts'
import {openPointsSchema} from './schemas.ts'

/** Reads `content/open-points.yaml`, in the order of the file; empty after its problems were reported. */
export function readOpenPoints(file: TextFile, report: Report): Map<OpenPointId, OpenPoint> {
  const record = readRecord(openPointsSchema, file.text, 0, file, report)
  if (record === undefined) return new Map()
  return new Map(
    Object.entries(record.value).map(([key, point]) => {
      const id = key as OpenPointId
      return [
        id,
        {
          ...point,
          ...evidenceOf(point),
          id,
          statements: point.statements as StatementId[],
          terms: point.terms as TermId[],
          formulas: point.formulas as FormulaId[],
          named: namedIds(point, (path) => record.place([key, ...path]), kinds.openPoints.ids),
          place: record.place([key]),
        },
      ]
    }),
  )
}
