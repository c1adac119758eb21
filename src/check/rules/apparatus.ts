import {restore, rowsOn} from '../../corpus/apparatus.ts'
import type {RowProblem} from '../../corpus/apparatus.ts'
import type {Received, Witness} from '../../corpus/model.ts'
import {sentenceNumbers} from '../../corpus/witness.ts'
import type {Finding, Rule, WitnessText} from '../rule.ts'

/** Rows of an apparatus stand in order and, where the witness is at hand, each reading stands in its sentence. */
export const apparatus: Rule = {
  id: 'apparatus',
  severity: 'error',
  check({corpus, witnessTexts}, report) {
    for (const witness of corpus.witnesses.values()) {
      checkRows(witness, report)
      const text = witnessTexts.get(witness.id)
      if (text !== undefined && witness.received !== undefined) checkText(witness, witness.received, text, report)
    }
  },
}

function checkRows(witness: Witness, report: (finding: Finding) => void): void {
  const seen = new Set<string>()
  const known = new Set(sentenceNumbers(witness))
  for (const row of witness.apparatus) {
    if (seen.has(row.row)) {
      report({
        place: row.place,
        reason: `Unexpected second row ${row.n} on sentence ${row.at}, expected each number once`,
        note: 'A row’s number is its address for ever.',
      })
    }
    seen.add(row.row)
    if (!known.has(row.at)) {
      report({
        place: row.place,
        reason: `Unexpected sentence ${row.at}, expected one that \`lines\` counts`,
        note: 'Lines and sentences count from 1.',
      })
    }
    if (row.reads === row.should && row.note === undefined) {
      report({
        place: row.place,
        reason: `Unexpected row that changes nothing, “${row.reads}”, expected another reading in \`should\`, or a \`note\` that says why it is queried and kept`,
      })
    }
    if (row.basis === 'official' && row.sources.length === 0) {
      report({
        place: row.place,
        reason: 'Unexpected basis `official` without a source, expected the page where the official wording was seen',
      })
    }
  }
}

const explanations: Readonly<Record<RowProblem | 'count', readonly [expected: string, note: string]>> = {
  missing: [
    'words that stand in that sentence',
    'Copy the reading from the witness, with its own quotation marks and dashes.',
  ],
  ambiguous: ['words that stand once in that sentence', 'Add a word, or say which with `nth: 2`.'],
  count: ['words that stand there as often as `nth` says', 'Count the occurrences again, from 1.'],
  overlap: ['words that no other row changes', 'Make the rows shorter, or join them.'],
}

function checkText(
  witness: Witness,
  received: Received,
  {sha256, sentences}: WitnessText,
  report: (finding: Finding) => void,
): void {
  if (sha256 !== received.sha256) {
    report({
      place: witness.place,
      reason: `Unexpected SHA-256 ${sha256.slice(0, 12)}… of the witness file, expected ${received.sha256.slice(0, 12)}…`,
      note: 'The file is not the one that this record describes.',
    })
    return
  }
  const counted = [...sentences.keys()]
  const recorded = sentenceNumbers(witness)
  if (counted.join(' ') !== recorded.join(' ')) {
    const first = [...counted, ...recorded].find(
      (sentence) => counted.includes(sentence) !== recorded.includes(sentence),
    )
    report({
      place: witness.place,
      reason: `Unexpected number of sentences, ${recorded.length} in \`lines\`, expected ${counted.length} as in the file`,
      note: `The first that differs is ${first}.`,
    })
  }
  for (const [sentence, text] of sentences) {
    for (const {row, problem} of restore(text, rowsOn(sentence, witness.apparatus)).problems) {
      const [expected, note] = explanations[problem === 'missing' && text.includes(row.reads) ? 'count' : problem]
      report({place: row.place, reason: `Unexpected reading “${row.reads}” at ${sentence}, expected ${expected}`, note})
    }
  }
}
