import {readRecord} from './frontmatter.ts'
import {kinds} from './kinds.ts'
import {fileStart} from './lines.ts'
import type {Report} from './message.ts'
import type {Emendation, Received, SentenceNumber, SourceId, StatementId, Witness, WitnessId} from './model.ts'
import {namedIds} from './named.ts'
import {evidenceOf} from './record.ts'
import type {TextFile} from './record.ts'
import {witnessSchema} from './schemas.ts'

/** Reads `content/witnesses/ID.yaml`; `undefined` after its problems were reported. */
export function readWitness(file: TextFile, report: Report): Witness | undefined {
  const record = readRecord(witnessSchema, file.text, 0, file, report)
  if (record === undefined) return undefined
  const {place} = record
  const {sha256, lines, ...value} = record.value
  return {
    ...value,
    ...evidenceOf(value),
    id: file.id as WitnessId,
    path: file.path,
    statement: value.statement as StatementId,
    ...(sha256 === undefined || lines === undefined ? {} : {received: {sha256, lines}}),
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
    examples: value.examples.map(({reads, should, note, ...evidence}) => ({
      ...evidenceOf(evidence),
      reads,
      should,
      ...(note === undefined ? {} : {note}),
    })),
    named: namedIds(value, place, kinds.witness.ids),
    place: fileStart(file.path),
  }
}

/** What `sentenceNumbers` has counted; a file that was received never changes. */
const counted = new WeakMap<Received, readonly SentenceNumber[]>()

/** Every sentence of a witness, in order: `1.1`, `2.1`, `2.2` …; none where no file was received. */
export function sentenceNumbers({received}: Pick<Witness, 'received'>): readonly SentenceNumber[] {
  if (received === undefined) return []
  const known = counted.get(received)
  if (known !== undefined) return known
  const numbers = received.lines.flatMap((count, line) =>
    Array.from({length: count}, (_, index) => `${line + 1}.${index + 1}` as SentenceNumber),
  )
  counted.set(received, numbers)
  return numbers
}
