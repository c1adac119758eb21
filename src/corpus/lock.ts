import type {z} from 'zod'
import {sizeLimit} from './bytes.ts'
import {readRecord} from './frontmatter.ts'
import type {Report} from './message.ts'
import type {LockedQuotation, LockedShingles, WitnessId} from './model.ts'
import type {TextFile} from './record.ts'
import {lockSchema, shinglesSchema} from './schemas.ts'

/** Reads `content/quotations.lock.yaml`: the quotations that a machine has verified. */
export function readLock(file: TextFile, report: Report): LockedQuotation[] {
  return recordsOf(lockSchema, file, report).map((entry) => ({...entry, witness: entry.witness as WitnessId}))
}

/** Reads `content/shingles.lock.yaml`: digests of words of the witnesses and of rows of their apparatus. */
export function readShingles(file: TextFile, report: Report): LockedShingles[] {
  return recordsOf(shinglesSchema, file, report).map(({shingles, rows, ...entry}) => ({
    ...entry,
    witness: entry.witness as WitnessId,
    shingles: digestsOf(shingles),
    rows: digestsOf(rows),
  }))
}

function digestsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}

/**
 * The records of a lock. One that a program has written is read line by line, whatever its length; any other is YAML
 * like that of all files, which the parser takes a hundred times as long for, and may not be longer than they are.
 */
function recordsOf<Schema extends z.ZodArray>(schema: Schema, file: TextFile, report: Report): z.output<Schema> {
  const {records, strange} = readWritten(file.text)
  const result = strange === undefined ? schema.safeParse(records) : undefined
  if (result?.success === true) return result.data
  if (file.text.length <= sizeLimit)
    return readRecord(schema, file.text, 0, file, report)?.value ?? ([] as z.output<Schema>)
  const line = strange ?? 1
  report({
    rule: 'yaml',
    severity: 'error',
    place: {path: file.path, line, column: 1, endLine: line, endColumn: 1},
    reason: `Unexpected form of a lock of ${file.text.length.toLocaleString('en-US')} characters, expected that in which \`npm run verify\` writes it`,
    note: 'It is too long to be read otherwise. Undo the change, or run `npm run verify`.',
  })
  return [] as z.output<Schema>
}

type Written = Record<string, string>

/** `- at: "2p2-2024#5.3"` or `  basis: restored`, or a field whose value stands in the lines below. */
const field = /^(- | {2})([a-z]\w*): (?:"([\w#.-]*)"|([a-z0-9][a-z0-9-]*)|>-)$/

/** Digests below their field. */
const folded = /^ {4}([\w-]+(?: [\w-]+)*)$/

/**
 * Reads a list of records in the form in which `writeLock` and `writeShingles` write it.
 *
 * @returns the records, or the first line that is in another form
 */
function readWritten(text: string): {readonly records: readonly Written[]; readonly strange?: number} {
  const records: Written[] = []
  let key: string | undefined
  for (const {line, number} of numbered(text)) {
    if (records.length === 0 && line.startsWith('# ')) continue
    const below = key === undefined ? undefined : folded.exec(line)?.[1]
    const found = below === undefined ? field.exec(line) : null
    if (found?.[1] === '- ') records.push({})
    const record = records.at(-1)
    const name = found?.[2] ?? key ?? ''
    const isKnown = record !== undefined && Object.hasOwn(record, name)
    if (record === undefined || (below === undefined && (found === null || isKnown))) return {records, strange: number}
    if (below === undefined) {
      record[name] = found?.[3] ?? found?.[4] ?? ''
      key = line.endsWith('>-') ? name : undefined
    } else record[name] = record[name] === '' ? below : `${record[name]} ${below}`
  }
  return {records}
}

/** The lines of a text that ends with a line end, from 1. */
function* numbered(text: string): Generator<{readonly line: string; readonly number: number}> {
  let number = 0
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    yield {line: text.slice(start, end), number: ++number}
    start = end + 1
  }
}
