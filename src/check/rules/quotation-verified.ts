import {nearestWords} from '../../corpus/lemma.ts'
import {oneOf} from '../../corpus/message.ts'
import type {Corpus} from '../../corpus/model.ts'
import {evidenceFor, lockEntry, lockKey, lockPath, quotationsInProse, quotationsOf, verify} from '../quotations.ts'
import type {PlacedQuotation, Verdict} from '../quotations.ts'
import type {Finding, Rule, Subject} from '../rule.ts'

/** The words of a quotation stand in its witness, or its apparatus yields them. */
export const quotationVerified: Rule = {
  id: 'quotation-verified',
  severity: 'error',
  check(subject, report) {
    const {corpus, witnessTexts, unread} = subject
    const locked = new Set(corpus.lock.map(lockKey))
    const used = new Set<string>()
    for (const placed of quotationsOf(corpus)) {
      if (placed.quotation.basis.type === 'source' || !isRecorded(placed, corpus)) continue
      const keys = keysFor(placed, corpus).filter((key) => locked.has(key))
      for (const key of keys) used.add(key)
      const finding = judge(placed, verify(placed, corpus, witnessTexts), keys.length > 0 || unread.has(lockPath))
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
    lockKey(lockEntry(placed, witness, corpus.witnesses.get(witness)?.sha256 ?? '')),
  )
}

function judge(placed: PlacedQuotation, verdict: Verdict, locked: boolean): Finding | undefined {
  const {clause, quotation} = placed
  const {place, words, basis} = quotation
  if (verdict.type === 'verified') {
    if (locked) return undefined
    return {
      place,
      reason: `Unexpected quotation “${words}” that the lock does not hold, expected it in \`content/quotations.lock.yaml\``,
      note: 'It stands in its witness. Run `npm run verify` and commit the lock.',
    }
  }
  if (verdict.type === 'refuted') {
    const near = verdict.sentences
      .flatMap((sentence) => nearestWords(sentence, words).map(({start, end}) => sentence.slice(start, end)))
      .at(0)
    const what =
      basis.type === 'restored'
        ? 'words that the apparatus of its sentence yields'
        : 'words that stand in its sentence of the witness'
    const sentences = oneOf(evidenceFor(placed).map(({witness, sentence}) => `${witness}:${sentence}`))
    const compare = `Compare it with ${sentences}. Where the copy is wrong, a row of its apparatus says so and the basis is \`restored\`.`
    return {
      place,
      reason: `Unexpected quotation “${words}”, expected ${what}`,
      note: near === undefined ? compare : `There stands “${near}”.`,
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

function reportStale({corpus, unread}: Subject, used: ReadonlySet<string>, report: (finding: Finding) => void): void {
  for (const entry of corpus.lock) {
    const [statement = ''] = entry.at.split('#')
    if (
      used.has(lockKey(entry)) ||
      unread.has(`content/statements/${statement}.mdx`) ||
      unread.has(`content/witnesses/${entry.witness}.yaml`)
    )
      continue
    report({
      place: {path: lockPath, line: 1, column: 1, endLine: 1, endColumn: 1},
      reason: `Unexpected entry for \`${entry.at}\`, quotation ${entry.quotation.slice(0, 8)}…, in the lock, expected one whose quotation stands in the edition`,
      note: 'The quotation was changed or taken out. Run `npm run verify`, or delete the entry.',
    })
  }
}
