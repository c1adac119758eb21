import {fileStart} from '../../corpus/lines.ts'
import type {Witness} from '../../corpus/model.ts'
import type {Finding, Rule, Subject} from '../rule.ts'
import {lockedByWitness, rowDigest, shinglesPath} from '../shingles.ts'

/**
 * The rows of an apparatus are those that somebody with the witness has
 * applied to it: the lock has the digest of each. So a letter that changes in
 * a row is seen also where the witness file is not at hand.
 */
export const apparatusVerified: Rule = {
  id: 'apparatus-verified',
  severity: 'error',
  check(subject, report) {
    const {corpus, unread} = subject
    if (unread.has(shinglesPath)) return
    for (const witness of corpus.witnesses.values()) checkWitness(witness, subject, report)
  },
}

function checkWitness(witness: Witness, {corpus}: Subject, report: (finding: Finding) => void): void {
  const locked = new Set(lockedByWitness(corpus.shingles).get(witness.id)?.rows)
  const strange = witness.apparatus.filter((row) => !locked.delete(rowDigest(row)))
  for (const row of strange) {
    report({
      place: row.place,
      reason: `Unexpected row \`${row.row}\`, “${row.reads}” for “${row.should}”, that nobody has applied to the witness, expected one that \`${shinglesPath}\` holds`,
      note: 'It is new or changed. Whoever has the witness file runs `npm run verify`.',
    })
  }
  // A row that has changed leaves its digest behind and has been reported.
  const missing = locked.size - strange.length
  if (missing <= 0) return
  report({
    place: fileStart(shinglesPath),
    reason: `Unexpected digests of ${missing === 1 ? 'a row' : `${missing} rows`} of \`${witness.id}\`, expected those that stand in its apparatus`,
    note: 'Rows were taken out. Whoever has the witness file runs `npm run verify`.',
  })
}
