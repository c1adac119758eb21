/** All quotations at once: which were compared with their witness, how, and which were not. */

import {restore, rowsOn} from '../corpus/apparatus.ts'
import {hash} from '../corpus/hash.ts'
import type {Corpus, Emendation, LockedQuotation, WitnessId} from '../corpus/model.ts'
import {allQuotations, lockEntry, lockKey, quotationsOf, verify} from './quotations.ts'
import type {PlacedQuotation, Verdict} from './quotations.ts'
import type {WitnessText} from './rule.ts'

/** A witness and what was done with it. */
export interface WitnessUse {
  readonly id: WitnessId
  readonly atHand: boolean
  /** Rows of its apparatus. */
  readonly rows: number
  /** Those whose reading stands in its sentence; none where the file is not at hand. */
  readonly sound: number
  /** Quotations that were found in it, as it reads or as its apparatus restores it. */
  readonly verified: number
}

export interface Verification {
  readonly verdicts: readonly {readonly placed: PlacedQuotation; readonly verdict: Verdict}[]
  /** Verified in the words of the copy itself. */
  readonly read: number
  /** Verified in what the apparatus makes of them. */
  readonly restored: number
  /** Refuted, but alike once quotes, dashes and spaces are folded. */
  readonly alike: number
  /** Refuted otherwise. */
  readonly refuted: number
  /** Not compared, for the file is not at hand, but compared before by somebody who had it: the lock says so. */
  readonly locked: number
  /** Not compared, and in no lock. */
  readonly open: readonly PlacedQuotation[]
  /** Seen in a source by a person; no program compares these. */
  readonly seen: number
  /** Those whose file was received. */
  readonly witnesses: readonly WitnessUse[]
  /** Number of copies that are graded only, of which no file was received. */
  readonly graded: number
  /** Files of the folder that no record describes by its SHA-256. */
  readonly strangers: readonly WitnessId[]
  /** What the lock is to hold. */
  readonly entries: readonly LockedQuotation[]
}

/** Compares every quotation of the edition, character for character, with the witnesses at hand. */
export function verifyAll(corpus: Corpus, texts: ReadonlyMap<WitnessId, WitnessText>): Verification {
  const verdicts = quotationsOf(corpus)
    .filter(({quotation}) => quotation.basis.type !== 'source')
    .map((placed) => ({placed, verdict: verify(placed, corpus, texts)}))
  const locked = Map.groupBy(corpus.lock, ({at}) => at)
  const kept = new Map(verdicts.map(({placed}) => [placed, lockedBefore(placed, locked, texts)]))
  const found = verdicts.flatMap(({placed, verdict}) =>
    verdict.type === 'verified' ? [{placed, witness: verdict.witness}] : [],
  )
  const byWitness = Map.groupBy(found, ({witness}) => witness)
  const refuted = verdicts.flatMap(({verdict}) => (verdict.type === 'refuted' ? [verdict] : []))
  const missed = verdicts.flatMap(({placed, verdict}) =>
    verdict.type === 'verified' || verdict.type === 'refuted' ? [] : [placed],
  )
  const isRestored = ({placed}: {readonly placed: PlacedQuotation}) => placed.quotation.basis.type === 'restored'
  const received = [...corpus.witnesses.values()].filter((witness) => witness.received !== undefined)
  return {
    verdicts,
    read: found.filter((each) => !isRestored(each)).length,
    restored: found.filter(isRestored).length,
    alike: refuted.filter(({alike}) => alike !== undefined).length,
    refuted: refuted.filter(({alike}) => alike === undefined).length,
    locked: missed.filter((placed) => kept.get(placed)?.length !== 0).length,
    open: missed.filter((placed) => kept.get(placed)?.length === 0),
    seen: allQuotations(corpus).filter(({basis}) => basis.type === 'source').length,
    witnesses: received.map(({id, apparatus}) => ({
      id,
      atHand: texts.has(id),
      rows: apparatus.length,
      sound: soundRows(apparatus, texts.get(id)),
      verified: byWitness.get(id)?.length ?? 0,
    })),
    graded: corpus.witnesses.size - received.length,
    strangers: [...texts.keys()].filter((id) => corpus.witnesses.get(id)?.received === undefined),
    entries: [
      ...found.map(({placed, witness}) => lockEntry(placed, witness, texts.get(witness)?.sha256 ?? '')),
      ...missed.flatMap((placed) => kept.get(placed) ?? []),
    ],
  }
}

function soundRows(apparatus: readonly Emendation[], text: WitnessText | undefined): number {
  const problems = [...(text?.sentences ?? [])].flatMap(
    ([number, sentence]) => restore(sentence, rowsOn(number, apparatus)).problems,
  )
  const known = apparatus.filter(({at}) => text?.sentences.has(at) === true)
  return known.length - problems.length
}

/** What the lock says of a quotation and a witness that is not at hand: it stays as long as the words do. */
function lockedBefore(
  {statement, clause, quotation}: PlacedQuotation,
  locked: ReadonlyMap<string, readonly LockedQuotation[]>,
  texts: ReadonlyMap<WitnessId, WitnessText>,
): readonly LockedQuotation[] {
  const words = hash(quotation.words)
  const entries = locked.get(`${statement.id}#${clause.n}`) ?? []
  return entries.filter((entry) => entry.quotation === words && !texts.has(entry.witness))
}

/** How a lock differs from the one before, in entries. */
export function lockChange(
  before: readonly LockedQuotation[],
  after: readonly LockedQuotation[],
): {readonly added: number; readonly removed: number} {
  const [old, now] = [before, after].map((entries) => new Set(entries.map(lockKey)))
  return {
    added: [...(now ?? [])].filter((key) => old?.has(key) !== true).length,
    removed: [...(old ?? [])].filter((key) => now?.has(key) !== true).length,
  }
}
