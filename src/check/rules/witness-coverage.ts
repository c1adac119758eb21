import type {Corpus, SentenceNumber, Statement, Witness} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {sentenceNumbers} from '../../corpus/witness.ts'
import {keptBy} from '../kept.ts'
import type {Finding, Rule} from '../rule.ts'

/** Every sentence of a witness has its clause in a full edition, or the witness record says why not. */
export const witnessCoverage: Rule = {
  id: 'witness-coverage',
  severity: 'error',
  check({corpus, unread}, report) {
    for (const witness of corpus.witnesses.values()) {
      const statement = corpus.statements.get(witness.statement)
      if (statement?.edition === 'full' && !unread.has(statement.path)) checkWitness(witness, statement, report)
    }
    for (const statement of corpus.statements.values()) checkAddresses(statement, corpus, report)
  },
}

const sentencesOf = keptBy((witness: Witness): ReadonlySet<SentenceNumber> => new Set(sentenceNumbers(witness)))

function checkWitness(witness: Witness, statement: Statement, report: (finding: Finding) => void): void {
  const all = sentencesOf(witness)
  const outside = new Set(witness.outside.flatMap(({sentences}) => sentences))
  const answered = new Set(
    clausesOf(statement).flatMap(({from}) =>
      from.filter(({witness: id}) => id === witness.id).map(({sentence}) => sentence),
    ),
  )
  for (const entry of witness.outside) {
    for (const sentence of entry.sentences) {
      if (!all.has(sentence)) {
        report({
          place: entry.place,
          reason: `Unexpected sentence ${sentence} in \`outside\`, expected one that \`lines\` counts`,
          note: 'Count the sentences of the line again.',
        })
      } else if (answered.has(sentence)) {
        report({
          place: entry.place,
          reason: `Unexpected sentence ${sentence} in \`outside\`, expected one without a clause`,
          note: `A clause of \`${statement.id}\` answers to it with \`from\`.`,
        })
      }
    }
  }
  for (const sentence of all) {
    if (outside.has(sentence) || answered.has(sentence)) continue
    report({
      place: witness.place,
      reason: `Unexpected sentence ${sentence} without a clause, expected \`from="${witness.id}:${sentence}"\` in \`${statement.path}\``,
      note: 'Write the clause, or list the sentence under `outside` with the reason.',
    })
  }
}

function checkAddresses(statement: Statement, corpus: Corpus, report: (finding: Finding) => void): void {
  for (const clause of clausesOf(statement)) {
    for (const {witness: id, sentence} of clause.from) {
      const witness = corpus.witnesses.get(id)
      if (witness === undefined || sentencesOf(witness).has(sentence)) continue
      if (witness.received === undefined) {
        report({
          place: clause.fromPlace,
          reason: `Unexpected sentence ${sentence} of \`${id}\`, a copy of which no file was received, expected a witness whose sentences are counted`,
          note: 'Leave it out of `from`; where its words were seen, name the source.',
        })
        continue
      }
      report({
        place: clause.fromPlace,
        reason: `Unexpected sentence ${sentence} of \`${id}\`, expected one that its record counts`,
        note: 'Lines and sentences count from 1; the record’s `lines` says how many sentences each line has.',
      })
    }
  }
}
