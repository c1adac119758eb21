import {oneOf} from '../../corpus/message.ts'
import {didYouMean} from '../../corpus/nearest.ts'
import type {Corpus, RecordedAttestation, Statement} from '../../corpus/model.ts'
import type {Finding, Rule} from '../rule.ts'

type Report = (finding: Finding) => void

/** An attestation in a statement's record says how its words are known, and contradicts nothing else there. */
export const attestation: Rule = {
  id: 'attestation',
  severity: 'error',
  check({corpus}, report) {
    for (const statement of corpus.statements.values()) {
      for (const recorded of statement.attestations) {
        checkBasis(recorded, corpus, report)
        checkVariant(recorded, corpus, report)
        checkOthers(recorded, statement, corpus, report)
      }
    }
  },
}

function checkBasis({words, basis, certainty, place}: RecordedAttestation, corpus: Corpus, report: Report): void {
  const witness = basis?.type === 'witness' ? corpus.witnesses.get(basis.witness) : undefined
  if (witness !== undefined && witness.received === undefined) {
    report({
      place,
      reason: `Unexpected basis \`${witness.id}\`, a copy of which no file was received, expected a source in which the words were seen`,
      note: 'Its record grades it and no more, so nobody can look the words up in it.',
    })
  }
  if (basis !== undefined && words === undefined) {
    report({
      place,
      reason: 'Unexpected `basis` without `words`, expected the exact words that were seen there',
      note: 'Where the words were only reported, leave the basis away and name the report in `sources`.',
    })
  }
  if (basis === undefined && words !== undefined && certainty === 'found') {
    report({
      place,
      reason: 'Unexpected `found` words without `basis`, expected the source or witness in which they were seen',
      note: 'Name it, or say `known` or `unsure`.',
    })
  }
}

function checkVariant({formula: id, words, variant, place}: RecordedAttestation, corpus: Corpus, report: Report): void {
  if (variant === undefined) return
  if (words !== undefined) {
    report({
      place,
      reason: 'Unexpected `variant` beside `words`, expected one of the two',
      note: 'Which variant the words are is found by comparing them; name it only where the words are not known.',
    })
    return
  }
  const variants = corpus.formulas.get(id)?.variants.map((candidate) => candidate.id)
  if (variants === undefined || variants.includes(variant)) return
  report({
    place,
    reason: `Unexpected variant \`${variant}\`, expected ${variants.length === 0 ? `none: \`${id}\` has no variants` : oneOf(variants)}`,
    note: didYouMean(variant, variants),
  })
}

function checkOthers(
  {formula, place}: RecordedAttestation,
  statement: Statement,
  corpus: Corpus,
  report: Report,
): void {
  const absence = statement.absences.find((candidate) => candidate.formula === formula)
  if (absence !== undefined) {
    report({
      place,
      reason: `Unexpected attestation of \`${formula}\`, which this record calls absent at line ${absence.place.line}, expected one of the two`,
      note: 'Where sources disagree, record one with `certainty: conflict` and both sources.',
    })
  }
  const quoted = corpus.graph.quoted.get(statement.id)?.find(({formulas}) => formulas.includes(formula))
  if (quoted !== undefined) {
    report({
      place,
      reason: `Unexpected attestation of \`${formula}\`, expected none: clause ${quoted.clause} quotes it at line ${quoted.place.line}`,
      note: 'A quotation in a clause is the attestation. Take this one out.',
    })
  }
}
