import type {WitnessId} from '../../corpus/model.ts'
import {nearestWords} from '../../corpus/lemma.ts'
import {evidenceFor, lockEntry, lockKey, quotationsOf, verify} from '../quotations.ts'
import type {PlacedQuotation, Verdict} from '../quotations.ts'
import type {Finding, Rule, Subject} from '../rule.ts'

/** The words of a quotation stand in its witness, or its apparatus yields them. */
export const quotationVerified: Rule = {
  id: 'quotation-verified',
  severity: 'error',
  check(subject, report) {
    const locked = new Set(subject.corpus.lock.map(lockKey))
    const used = new Set<string>()
    for (const placed of quotationsOf(subject.corpus)) {
      if (placed.quotation.basis.type === 'source') continue
      const verdict = verify(placed, subject.corpus, subject.witnessTexts)
      const keys = keysFor(placed, verdict, subject)
      const key = keys.find((candidate) => locked.has(candidate))
      if (key !== undefined) used.add(key)
      const finding = judge(placed, verdict, key !== undefined)
      if (finding !== undefined) report(finding)
    }
    reportStale(subject, used, report)
  },
}

/** The lock lines that would bear a quotation out: one for each witness it can come from. */
function keysFor(placed: PlacedQuotation, verdict: Verdict, {corpus}: Subject): string[] {
  const witnesses: WitnessId[] = verdict.type === 'verified' ? [verdict.witness] : evidenceFor(placed).map(({witness}) => witness)
  return witnesses.map((witness) => lockKey(lockEntry(placed, witness, corpus.witnesses.get(witness)?.sha256 ?? '')))
}

function judge({clause, quotation}: PlacedQuotation, verdict: Verdict, locked: boolean): Finding | undefined {
  const {place, words, basis} = quotation
  if (verdict.type === 'verified') {
    if (locked) return undefined
    return {place, reason: `Unexpected quotation “${words}” that the lock does not hold, expected it in \`content/quotations.lock.yaml\``, note: 'It stands in its witness. Run `npm run verify` and commit the lock.'}
  }
  if (verdict.type === 'refuted') {
    const near = verdict.sentences.map((sentence) => nearestWords(sentence, words)).find((found) => found !== undefined)
    const what = basis.type === 'restored' ? 'words that the apparatus of its sentence yields' : 'words that stand in its sentence of the witness'
    return {place, reason: `Unexpected quotation “${words}”, expected ${what}`, note: near === undefined ? 'Compare it with the witness, or add the emendation.' : `There stands “${near}”.`}
  }
  if (verdict.type === 'unanswered') {
    return {place, reason: `Unexpected quotation “${words}” in clause ${clause.n}, which names no sentence to find it in`, note: 'Add `from="w-…:5.3"` to the clause.'}
  }
  if (locked) return undefined
  return {
    place,
    reason: `Unexpected quotation “${words}” that nobody has compared with its witness, expected one that the lock holds`,
    note: 'It is new or changed. Whoever has the witness file runs `npm run verify`.',
  }
}

function reportStale({corpus}: Subject, used: ReadonlySet<string>, report: (finding: Finding) => void): void {
  for (const entry of corpus.lock) {
    if (used.has(lockKey(entry))) continue
    report({
      place: {path: 'content/quotations.lock.yaml', line: 1, column: 1, endLine: 1, endColumn: 1},
      reason: `Unexpected entry for \`${entry.at}\` in the lock, expected one whose quotation stands in the edition`,
      note: 'Run `npm run verify`; it writes the lock anew.',
    })
  }
}
