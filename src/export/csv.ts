/**
 * Tables as comma-separated values: RFC 4180, UTF-8 without a byte order mark,
 * lines ended by CR LF, a header line.
 *
 * A field that begins with `=`, `+`, `-`, `@`, a tab or a line end would be
 * run as a formula by spreadsheet programs and gets an apostrophe before it
 * (OWASP, CSV Injection). No id, number or date begins so; words might.
 */

/** As HTTP has it. */
export const csvType = 'text/csv; charset=utf-8; header=present'

/** A column: what its fields hold, and how one is read from what a row is about. */
export interface Column<Row> {
  readonly name: string
  /** As Table Schema names types. */
  readonly type?: 'string' | 'integer'
  readonly format?: 'uri'
  readonly description: string
  /** Whether no field of the column is empty. */
  readonly required?: boolean
  /** Every value that it can have. */
  readonly values?: readonly string[]
  /** What every value looks like. */
  readonly pattern?: RegExp
  /** Nothing where it is not known. */
  readonly read: (row: Row) => string | number | undefined
}

/** A table, line by line. */
export function* csvOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  const lineOf = (fields: readonly string[]) => `${fields.map(field).join(',')}\r\n`
  yield lineOf(columns.map(({name}) => name))
  for (const row of rows) yield lineOf(columns.map(({read}) => `${read(row) ?? ''}`))
}

/** What is not written as it stands. */
const needsMore = /^[=+\-@\t]|[",\r\n]/

function field(text: string): string {
  if (!needsMore.test(text)) return text
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
