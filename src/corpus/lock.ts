import {readRecord} from './frontmatter.ts'
import type {Report} from './message.ts'
import type {LockedQuotation, LockedShingles, WitnessId} from './model.ts'
import type {TextFile} from './record.ts'
import {lockSchema, shinglesSchema} from './schemas.ts'

/** Reads `content/quotations.lock.yaml`: the quotations that a machine has verified. */
export function readLock(file: TextFile, report: Report): LockedQuotation[] {
  const record = readRecord(lockSchema, file.text, 0, file, report)
  return (record?.value ?? []).map((entry) => ({...entry, witness: entry.witness as WitnessId}))
}

/** Reads `content/shingles.lock.yaml`: digests of words of the witnesses and of rows of their apparatus. */
export function readShingles(file: TextFile, report: Report): LockedShingles[] {
  const record = readRecord(shinglesSchema, file.text, 0, file, report)
  return (record?.value ?? []).map(({shingles, rows, ...entry}) => ({
    ...entry,
    witness: entry.witness as WitnessId,
    shingles: digestsOf(shingles),
    rows: digestsOf(rows),
  }))
}

function digestsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ')
}
