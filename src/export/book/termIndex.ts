/** In which clauses each term stands. */

import {fullName} from '../../corpus/label.ts'
import type {ClauseNumber, StatementId, Term} from '../../corpus/model.ts'
import {urls} from '../../corpus/urls.ts'
import {glossaryOf} from '../../analysis/glossary.ts'
import {block} from '../xml.ts'
import type {Element} from '../xml.ts'
import type {Place} from './place.ts'
import {link, listed, write} from './write.ts'

/** Writes a line for each term that stands in a clause. */
export function writeIndex(parent: Element, place: Place): void {
  const lines = glossaryOf(place.corpus).flatMap(({term}) => {
    const clauses = clausesWith(term, place)
    return clauses.size === 0 ? [] : [{term, clauses}]
  })
  if (lines.length === 0) return
  const list = block(parent, 'ul', {class: 'index'})
  for (const {term, clauses} of lines) {
    const item = block(list, 'li')
    link(item, place.href(urls.term(term.id)), fullName(term))
    for (const [statement, numbers] of clauses) {
      write(item, `; ${place.corpus.statements.get(statement)?.short ?? statement}: `)
      listed(item, [...numbers], (n) => link(item, place.href(urls.clause(statement, n)), n))
    }
  }
}

/** Statement by statement, in the order of the edition. */
function clausesWith({id}: Term, {corpus}: Place): Map<StatementId, Set<ClauseNumber>> {
  const found = new Map<StatementId, Set<ClauseNumber>>()
  for (const {site} of corpus.graph.occurrences.get(id) ?? []) {
    if (site.type !== 'clause') continue
    const clauses = found.get(site.statement) ?? new Set()
    found.set(site.statement, clauses.add(site.clause))
  }
  return found
}
