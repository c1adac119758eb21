import type {Change, Corpus} from '../../corpus/model.ts'
import type {Rule} from '../rule.ts'

/** An essay on a change rests on something that the edition records: attestations, absences, or statements it names. */
export const changeEvidence: Rule = {
  id: 'change-evidence',
  severity: 'error',
  check({corpus, unread}, report) {
    // What cannot be read may hold the attestation.
    if ([...unread].some((path) => path.startsWith('content/statements/'))) return
    for (const change of corpus.changes.values()) {
      if (change.statements.length > 0 || change.formulas.some((id) => isRecorded(id, corpus))) continue
      report({
        place: change.place,
        reason: `Unexpected essay without anything on record, expected ${what(change)}`,
        note: 'Record in a statement what the essay tells, with its source, or name in `statements` those whose issuers and heads tell it.',
      })
    }
  },
}

function isRecorded(id: Change['formulas'][number], {statements, graph}: Corpus): boolean {
  if ((graph.attestations.get(id) ?? []).length > 0) return true
  return [...statements.values()].some(({absences}) => absences.some(({formula}) => formula === id))
}

function what({formulas}: Change): string {
  if (formulas.length === 0) return 'a formula or a statement in its front matter'
  return `an attestation or an absence of ${formulas.map((id) => `\`${id}\``).join(' or ')}`
}
