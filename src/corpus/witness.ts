import {readRecord} from './frontmatter.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Emendation, SentenceNumber, SourceId, StatementId, Witness, WitnessId} from './model.ts'
import {evidenceOf} from './record.ts'
import type {TextFile} from './record.ts'
import {witnessSchema} from './schemas.ts'

/** Reads `content/witnesses/ID.yaml`; `undefined` after its problems were reported. */
export function readWitness(file: TextFile, report: Report): Witness | undefined {
  const record = readRecord(witnessSchema, file.text, 0, file, report)
  if (record === undefined) return undefined
  const {value, place} = record
  return {
    ...value,
    ...evidenceOf(value),
    id: file.id as WitnessId,
    path: file.path,
    statement: value.statement as StatementId,
    outside: value.outside.map(({sentences, reason}, index) => ({
      sentences: sentences as SentenceNumber[],
      reason,
      place: place(['outside', index, 'sentences']),
    })),
    apparatus: value.apparatus.map((row, index): Emendation => ({
      ...row,
      row: `r${row.at}-${row.n}`,
      at: row.at as SentenceNumber,
      sources: row.sources as SourceId[],
      place: place(['apparatus', index, 'reads']),
    })),
    place: fileStart(file.path),
  }
}

/** What `sentenceNumbers` has counted; a witness never changes. */
const counted = new WeakMap<Witness['lines'], readonly SentenceNumber[]>()

/** Every sentence of a witness, in order: `1.1`, `2.1`, `2.2` … */
export function sentenceNumbers({lines}: Pick<Witness, 'lines'>): readonly SentenceNumber[] {
  const known = counted.get(lines)
  if (known !== undefined) return known
  const numbers = lines.flatMap((count, line) =>
    Array.from({length: count}, (_, index) => `${line + 1}.${index + 1}` as SentenceNumber),
  )
  counted.set(lines, numbers)
  return numbers
}
