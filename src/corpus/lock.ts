import {readRecord} from './frontmatter.ts'
import type {Report} from './message.ts'
import type {LockedQuotation, WitnessId} from './model.ts'
import type {TextFile} from './record.ts'
import {lockSchema} from './schemas.ts'

/** Reads `content/quotations.lock.yaml`: the quotations that a machine has verified. */
export function readLock(file: TextFile, report: Report): LockedQuotation[] {
  const record = readRecord(lockSchema, file.text, 0, file, report)
  return (record?.value ?? []).map((entry) => ({...entry, witness: entry.witness as WitnessId}))
}
