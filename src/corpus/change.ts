import {kinds} from './kinds.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Change, ChangeId, FormulaId, Reading, StatementId, TermId} from './model.ts'
import {namedIds} from './named.ts'
import {evidenceOf, openMdx, splitEntry} from './record.ts'
import type {TextFile} from './record.ts'
import {changeSchema} from './schemas.ts'
import {closeUp, inlineText} from './text.ts'

/** Reads `content/changes/ID.mdx`; `undefined` after its problems were reported. */
export function readChange(file: TextFile, report: Report): Change | undefined {
  const opened = openMdx(file, changeSchema, undefined, report)
  if (opened === undefined) return undefined
  const parts = splitEntry(opened, file, 'what changed, in two sentences', report)
  if (parts === undefined) return undefined
  const {value} = opened
  return {
    ...value,
    ...evidenceOf(value),
    id: file.id as ChangeId,
    path: file.path,
    formulas: value.formulas as FormulaId[],
    statements: value.statements as StatementId[],
    terms: value.terms as TermId[],
    readings: value.readings.map((reading): Reading => ({
      ...evidenceOf(reading),
      text: reading.text,
      by: reading.by,
    })),
    summary: parts.first.children,
    summaryText: closeUp(inlineText(parts.first.children)),
    essay: parts.rest,
    named: namedIds(value, opened.place, kinds.change.ids),
    place: fileStart(file.path),
  }
}

/** Orders changes by their number. */
export function compareChanges(a: Change, b: Change): number {
  return Number(a.number.slice(1)) - Number(b.number.slice(1))
}
