/** Every quotation of the edition with what is needed to verify it; the lock. */

import {restore, rowsOn} from '../corpus/apparatus.ts'
import {hash} from '../corpus/hash.ts'
import {compareClauses} from '../corpus/ids.ts'
import {kinds} from '../corpus/kinds.ts'
import {compareText} from '../corpus/message.ts'
import type {
  Clause,
  ClauseNumber,
  Corpus,
  LockedQuotation,
  Quotation,
  SentenceAddress,
  Statement,
  WitnessId,
} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {quotationsIn, walkBlocks, walkInline} from '../corpus/text.ts'
import {keptBy} from './kept.ts'
import type {WitnessText} from './rule.ts'

/** Where the quotations that have been compared are recorded. */
export const lockPath = kinds.lock.path

/** A quotation in its statement. */
export interface PlacedQuotation {
  readonly statement: Statement
  readonly clause: Clause
  readonly quotation: Quotation
  /** Whether it stands in the clause itself and not in one of its notes. */
  readonly inClause: boolean
}

/** The quotations of all statements, in the order of the edition. */
export function quotationsOf({statements}: Corpus): PlacedQuotation[] {
  return [...statements.values()].flatMap(quotationsOfStatement)
}

/** Four rules ask for it. */
const quotationsOfStatement = keptBy((statement: Statement): readonly PlacedQuotation[] => {
  const placed: PlacedQuotation[] = []
  for (const clause of clausesOf(statement)) {
    for (const quotation of quotationsIn(walkInline(clause.content)))
      placed.push({statement, clause, quotation, inClause: true})
    for (const note of clause.notes) {
      for (const quotation of quotationsIn(walkBlocks(note.content)))
        placed.push({statement, clause, quotation, inClause: false})
    }
  }
  return placed
})

/** The quotations in the prose of glossary, formulas and changes, which no clause answers for. */
export function* quotationsInProse({terms, formulas, changes}: Corpus): Generator<Quotation> {
  for (const {card, entry} of terms.values()) {
    yield* quotationsIn(walkInline(card))
    yield* quotationsIn(walkBlocks(entry))
  }
  for (const {meaning, life} of formulas.values()) {
    yield* quotationsIn(walkInline(meaning))
    yield* quotationsIn(walkBlocks(life))
  }
  for (const {summary, essay} of changes.values()) {
    yield* quotationsIn(walkInline(summary))
    yield* quotationsIn(walkBlocks(essay))
  }
}

/** Every quotation there is. */
export function allQuotations(corpus: Corpus): Quotation[] {
  return [...quotationsOf(corpus).map(({quotation}) => quotation), ...quotationsInProse(corpus)]
}

/** The witness sentences a quotation is checked against, or none where its basis is a source. */
export function evidenceFor({clause, quotation}: PlacedQuotation): readonly SentenceAddress[] {
  const {basis} = quotation
  if (basis.type === 'source') return []
  return basis.type === 'witness' ? clause.from.filter(({witness}) => witness === basis.witness) : clause.from
}

/** What comparing a quotation with its witness gives. */
export type Verdict =
  | {readonly type: 'verified'; readonly witness: WitnessId}
  /**
   * The words stand in none of the sentences, which are given as read or
   * restored; `alike` are words of one that differ in marks and spaces alone.
   */
  | {readonly type: 'refuted'; readonly sentences: readonly string[]; readonly alike?: string}
  /** It rests on a copy that was graded and not received, so that nothing can bear it out. */
  | {readonly type: 'unreceived'; readonly witness: WitnessId}
  /** The clause names no sentence of the witness. */
  | {readonly type: 'unanswered'}
  /** A witness that could bear it out is not at hand, and no other does. */
  | {readonly type: 'unknown'}

/**
 * Compares a quotation with the witness: as it reads, or as its apparatus
 * restores it. Character for character.
 */
export function verify(placed: PlacedQuotation, corpus: Corpus, texts: ReadonlyMap<WitnessId, WitnessText>): Verdict {
  const witness = unreceivedBasis(placed, corpus)
  if (witness !== undefined) return {type: 'unreceived', witness}
  const addresses = evidenceFor(placed)
  if (addresses.length === 0) return {type: 'unanswered'}
  const sentences: string[] = []
  let unseen = false
  for (const {witness, sentence} of addresses) {
    const read = texts.get(witness)?.sentences.get(sentence)
    if (read === undefined) {
      unseen = true
      continue
    }
    const words =
      placed.quotation.basis.type === 'restored'
        ? restore(read, rowsOn(sentence, corpus.witnesses.get(witness)?.apparatus ?? [])).text
        : read
    if (words.includes(placed.quotation.words)) return {type: 'verified', witness}
    sentences.push(words)
  }
  if (unseen) return {type: 'unknown'}
  const alike = sentences
    .map((sentence) => alikeIn(sentence, placed.quotation.words))
    .find((found) => found !== undefined)
  return {type: 'refuted', sentences, ...(alike === undefined ? {} : {alike})}
}

/** The copy without a file that a quotation rests on, where there is no other. */
function unreceivedBasis({clause, quotation: {basis}}: PlacedQuotation, {witnesses}: Corpus): WitnessId | undefined {
  const named = basis.type === 'witness' ? [basis.witness] : clause.from.map(({witness}) => witness)
  const known = named.flatMap((id) => witnesses.get(id) ?? [])
  return known.every(({received}) => received === undefined) ? known[0]?.id : undefined
}

/** Words of a sentence that differ from the quotation’s in quotation marks, dashes and spaces alone. */
function alikeIn(sentence: string, words: string): string | undefined {
  const at = straighten(sentence).indexOf(straighten(words))
  return at === -1 ? undefined : sentence.slice(at, at + words.length)
}

/**
 * The same words with the quotation marks, dashes and spaces of the witness,
 * where these are all that keeps a quotation from standing there. Where no
 * witness is at hand the lock is asked, by its hashes.
 *
 * @param locked what `lockedWords` gives
 * @returns the words as the witness has them; `undefined` where nothing or more
 *   than that differs
 */
export function typographicTwin(
  placed: PlacedQuotation,
  verdict: Verdict,
  locked: ReadonlySet<string>,
): string | undefined {
  if (verdict.type === 'refuted') return verdict.alike
  if (verdict.type !== 'unknown') return undefined
  const {words} = placed.quotation
  const others = variantsOf(words).filter((variant) => variant !== words)
  const at = `${placed.statement.id}#${placed.clause.n}`
  if (others.length === 0 || locked.has(`${at} ${hash(words)}`)) return undefined
  return others.find((variant) => locked.has(`${at} ${hash(variant)}`))
}

/** What stands in the lock, as clause and hash of the words. */
export function lockedWords({lock}: Corpus): ReadonlySet<string> {
  return new Set(lock.map(({at, quotation}) => `${at} ${quotation}`))
}

/** Signs that look alike, the plain one first; each is one character, so that places stay. */
const lookAlikes: readonly (readonly [plain: string, others: RegExp])[] = [
  ["'", /[‘’‚‛ʼ′]/g],
  ['"', /[“”„‟″]/g],
  ['-', /[‐‑‒–—―−]/g],
  [' ', /\s/g],
]

/** A text with straight quotation marks, hyphens and plain spaces, as long as it was. */
function straighten(text: string): string {
  return lookAlikes.reduce((straight, [plain, others]) => straight.replaceAll(others, plain), text)
}

/** How the words can be typed: apostrophes, quotation marks and dashes, each kind in one way throughout. */
function variantsOf(words: string): string[] {
  const straight = straighten(words)
  const single = [straight, straight.replaceAll("'", '’')]
  const double = single.flatMap((text) => [text, text.replaceAll(/(^|[\s(-])"/g, '$1“').replaceAll('"', '”')])
  return [...new Set(double.flatMap((text) => ['-', '–', '—'].map((dash) => text.replaceAll('-', dash))))]
}

/** The lock's line for a quotation that `witness` bears out. */
export function lockEntry(
  {statement, clause, quotation}: PlacedQuotation,
  witness: WitnessId,
  witnessSha256: string,
): LockedQuotation {
  return {
    at: `${statement.id}#${clause.n}`,
    quotation: hash(quotation.words),
    basis: quotation.basis.type === 'restored' ? 'restored' : 'witness',
    witness,
    witnessSha256,
  }
}

/** Two entries that say the same have the same key. */
export function lockKey({at, quotation, basis, witness, witnessSha256}: LockedQuotation): string {
  return [at, quotation, basis, witness, witnessSha256].join(' ')
}

/** An entry as it stands in the lock. */
export function lockLines({at, quotation, basis, witness, witnessSha256}: LockedQuotation): string {
  return `- at: "${at}"\n  quotation: ${quotation}\n  basis: ${basis}\n  witness: ${witness}\n  witnessSha256: ${witnessSha256}\n`
}

/** Writes the lock: YAML, sorted, one record a quotation. */
export function writeLock(entries: readonly LockedQuotation[]): string {
  const unique = new Map(entries.map((entry) => [lockKey(entry), entry]))
  const records = [...unique.values()].sort(
    (a, b) => compareAddresses(a.at, b.at) || compareText(lockKey(a), lockKey(b)),
  )
  return `# Quotations that were compared with their witness, character for character.\n# Written by npm run verify; not edited by hand.\n${records.map(lockLines).join('') || '[]\n'}`
}

function compareAddresses(a: string, b: string): number {
  const [statementA = '', clauseA = ''] = a.split('#')
  const [statementB = '', clauseB = ''] = b.split('#')
  return compareText(statementA, statementB) || compareClauses(clauseA as ClauseNumber, clauseB as ClauseNumber)
}
