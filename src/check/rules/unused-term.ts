import {targetKey} from '../../corpus/target.ts'
import type {Corpus, Term, TermId} from '../../corpus/model.ts'
import type {Rule} from '../rule.ts'
import {fieldPlace} from '../words.ts'

/** Every term is named by something else in the edition. */
export const unusedTerm: Rule = {
  id: 'unused-term',
  severity: 'warning',
  check({corpus, texts, unread}, report) {
    // What cannot be read may name it.
    if (unread.size > 0) return
    const named = termsNamed(corpus)
    for (const term of corpus.terms.values()) {
      if (named.has(term.id) || isMentioned(term, corpus)) continue
      report({
        place: fieldPlace(term.path, texts.get(term.path) ?? '', term.label),
        reason: `Unexpected entry that nothing leads to, expected a link to \`${term.id}\` in a clause, a note or another entry`,
        note: 'Link it where it is spoken of, or name it in the `related` of an entry that one reads before it.',
      })
    }
  },
}

/** The terms that front matter names; what an entry says of itself does not count. */
function termsNamed({statements, terms, formulas, changes}: Corpus): Set<string> {
  const found = new Set<string>()
  for (const records of [statements, terms, formulas, changes]) {
    for (const record of records.values()) {
      for (const {kind, id} of record.named) if (kind === 'term' && terms.get(id as TermId) !== record) found.add(id)
    }
  }
  return found
}

function isMentioned({id}: Term, {graph}: Corpus): boolean {
  const places = [
    ...(graph.occurrences.get(id) ?? []),
    ...(graph.backlinks.get(targetKey({type: 'term', term: id})) ?? []),
  ]
  return places.some(({site}) => site.type !== 'term' || site.term !== id)
}
