import {wordingDifference} from '../../analysis/wording.ts'
import {restore, rowsOn} from '../../corpus/apparatus.ts'
import {pathOf} from '../../corpus/kinds.ts'
import {nearestWords} from '../../corpus/lemma.ts'
import {fileStart, lines} from '../../corpus/lines.ts'
import {oneOf} from '../../corpus/message.ts'
import type {Basis, Corpus, LockedQuotation, Place, SentenceNumber, WitnessId} from '../../corpus/model.ts'
import {
  evidenceFor,
  lockEntry,
  lockKey,
  lockLines,
  lockPath,
  lockedWords,
  quotationsInProse,
  quotationsOf,
  typographicTwin,
  verify,
} from '../quotations.ts'
import type {PlacedQuotation, Verdict} from '../quotations.ts'
import type {Finding, Rule, Subject} from '../rule.ts'

/** The words of a quotation stand in its witness, or its apparatus yields them. */
export const quotationVerified: Rule = {
  id: 'quotation-verified',
  severity: 'error',
  check(subject, report) {
    const {corpus, witnessTexts, unread} = subject
    const locked = new Set(corpus.lock.map(lockKey))
    const words = lockedWords(corpus)
    const used = new Set<string>()
    for (const placed of quotationsOf(corpus)) {
      if (placed.quotation.basis.type === 'source' || !isRecorded(placed, corpus)) continue
      const keys = keysFor(placed, corpus).filter((key) => locked.has(key))
      for (const key of keys) used.add(key)
      const verdict = verify(placed, corpus, witnessTexts)
      // `quotation-typography` says what differs where it is marks and dashes only.
      const twin = typographicTwin(placed, verdict, words)
      if (twin !== undefined) {
        for (const key of keysFor({...placed, quotation: {...placed.quotation, words: twin}}, corpus)) used.add(key)
        continue
      }
      const finding = judge(placed, verdict, keys.length > 0 || unread.has(lockPath), subject)
      if (finding !== undefined) report(finding)
    }
    reportProse(corpus, report)
    reportStale(subject, used, report)
  },
}

/** Whether its witnesses have records; `undefined-reference` names those that have none. */
function isRecorded(placed: PlacedQuotation, {witnesses}: Corpus): boolean {
  const {basis} = placed.quotation
  return (
    (basis.type !== 'witness' || witnesses.has(basis.witness)) &&
    evidenceFor(placed).every(({witness}) => witnesses.has(witness))
  )
}

/** The lock lines that would bear a quotation out: one for each witness it can come from. */
function keysFor(placed: PlacedQuotation, corpus: Corpus): string[] {
  return evidenceFor(placed).map(({witness}) =>
    lockKey(lockEntry(placed, witness, corpus.witnesses.get(witness)?.received?.sha256 ?? '')),
  )
}

function judge(placed: PlacedQuotation, verdict: Verdict, locked: boolean, subject: Subject): Finding | undefined {
  const {clause, quotation} = placed
  const {wordsPlace: place, words, basis} = quotation
  if (verdict.type === 'verified') {
    if (locked) return undefined
    return {
      place,
      reason: `Unexpected quotation “${words}” that the lock does not hold, expected it in \`content/quotations.lock.yaml\``,
      note: 'It stands in its witness. Run `npm run verify` and commit the lock.',
    }
  }
  if (verdict.type === 'refuted') {
    const what =
      basis.type === 'restored'
        ? 'words that the apparatus of its sentence yields'
        : 'words that stand in its sentence of the witness'
    return {
      place,
      reason: `Unexpected quotation “${words}”, expected ${what}`,
      note: whatStands(placed, verdict.sentences, subject),
    }
  }
  if (verdict.type === 'unreceived') {
    return {
      place,
      reason: `Unexpected quotation “${words}” from \`${verdict.witness}\`, a copy of which no file was received, expected a basis that can be looked at`,
      note: 'Its record grades it and no more. Give as `basis` the source where the words were seen.',
    }
  }
  if (verdict.type === 'unanswered') {
    const witness = basis.type === 'witness' ? basis.witness : 'w-…'
    return {
      place,
      reason: `Unexpected quotation “${words}” in clause ${clause.n}, which names no sentence of \`${witness}\`, expected the one it stands in`,
      note: `Add line and sentence to the clause, such as \`from="${witness}:5.3"\`.`,
    }
  }
  if (locked) return undefined
  return {
    place,
    reason: `Unexpected quotation “${words}” that nobody has compared with its witness, expected one that the lock holds`,
    note: 'It is new or changed. Whoever has the witness file runs `npm run verify`.',
  }
}

/** What the witness has instead: in the sentences of the clause, else anywhere in it. */
function whatStands(placed: PlacedQuotation, sentences: readonly string[], subject: Subject): string {
  const {words, basis} = placed.quotation
  const near = nearestIn(sentences, words)
  if (near !== undefined) return `There stands “${near.words}”${changes(words, near.words)}.`
  const addresses = oneOf(evidenceFor(placed).map(({witness, sentence}) => `${witness}:${sentence}`))
  for (const witness of new Set(evidenceFor(placed).map((address) => address.witness))) {
    const readings = readingsOf(witness, basis, subject)
    const [at] = readings.find(([, text]) => text.includes(words)) ?? []
    if (at !== undefined) return `It stands in \`${witness}:${at}\` and not in ${addresses}. Add that to \`from\`.`
    const passage = nearestIn(
      readings.map(([, text]) => text),
      words,
    )
    if (passage !== undefined)
      return `Nothing in ${addresses} comes near it. The nearest passage is “${passage.words}” in \`${witness}:${readings[passage.index]?.[0]}\`.`
  }
  return `Nothing in the witness comes near it. Compare it with ${addresses}. Where the copy is wrong, a row of its apparatus says so and the basis is \`restored\`.`
}

/** The nearest words of several sentences, with the place of their sentence in the list. */
function nearestIn(sentences: readonly string[], words: string): {words: string; index: number} | undefined {
  const near = sentences.flatMap((sentence, index) =>
    nearestWords(sentence, words)
      .slice(0, 1)
      .map(({start, end, cost}) => ({words: sentence.slice(start, end), cost, index})),
  )
  return near.sort((a, b) => a.cost - b.cost)[0]
}

/** Every sentence of a witness, as it reads or as it is restored. */
function readingsOf(id: WitnessId, basis: Basis, {corpus, witnessTexts}: Subject): [SentenceNumber, string][] {
  const {apparatus = []} = corpus.witnesses.get(id) ?? {}
  return [...(witnessTexts.get(id)?.sentences ?? [])].map(([sentence, text]) => [
    sentence,
    basis.type === 'restored' ? restore(text, rowsOn(sentence, apparatus)).text : text,
  ])
}

/** Most differences that are listed; of more, the two wordings say more than a list. */
const listed = 3

/** The words that differ: “: “will” for “must””. */
function changes(quoted: string, stands: string): string {
  const parts = wordingDifference(quoted, stands)
  const found = parts.flatMap(({type, text}, index) => {
    const after = parts[index + 1]
    if (type === 'deleted' && after?.type === 'inserted') return [`“${after.text.trim()}” for “${text.trim()}”`]
    if (type === 'deleted') return [`without “${text.trim()}”`]
    if (type === 'inserted' && parts[index - 1]?.type !== 'deleted') return [`with “${text.trim()}”`]
    return []
  })
  return found.length === 0 || found.length > listed ? '' : `: ${found.join(', ')}`
}

/** Prose has no sentences to look in, so no machine can compare what it quotes from a witness. */
function reportProse(corpus: Corpus, report: (finding: Finding) => void): void {
  for (const {basis, words, place} of quotationsInProse(corpus)) {
    if (basis.type === 'source') continue
    report({
      place,
      reason: `Unexpected quotation “${words}” from a witness in an entry, expected it in a clause`,
      note: 'Point to the clause with `<Ref to="…" />`, or give as `basis` the source where the words were seen.',
    })
  }
}

function reportStale(subject: Subject, used: ReadonlySet<string>, report: (finding: Finding) => void): void {
  const {corpus, unread, texts} = subject
  const placeOf = entryPlaces(texts.get(lockPath) ?? '')
  for (const entry of corpus.lock) {
    const [statement = ''] = entry.at.split('#')
    if (
      used.has(lockKey(entry)) ||
      unread.has(pathOf('statement', statement)) ||
      unread.has(pathOf('witness', entry.witness))
    )
      continue
    report({
      place: placeOf(entry),
      reason: `Unexpected entry for \`${entry.at}\`, quotation ${entry.quotation.slice(0, 8)}…, in the lock, expected one whose quotation stands in the edition`,
      note: 'The quotation was changed or taken out. Whoever has the witness file runs `npm run verify`, which takes the entry out; who has not says so in the pull request.',
    })
  }
}

/** Tells where entries stand in the text of the lock, asked in its order: a lock can be long. */
function entryPlaces(lock: string): (entry: LockedQuotation) => Place {
  const at = lines(lockPath, lock)
  let from = 0
  return (entry) => {
    const written = lockLines(entry)
    const start = lock.indexOf(written, from)
    if (start === -1) return fileStart(lockPath)
    from = start + written.length
    return at.place(start, start + written.indexOf('\n'))
  }
}
