import type {Site} from '../../corpus/model.ts'
import {targetKey} from '../../corpus/target.ts'
import type {Rule} from '../rule.ts'

const siteNames: Readonly<Record<Site['type'], string>> = {
  clause: 'a clause',
  note: 'a note',
  term: 'an entry',
  formula: 'a formula',
  change: 'an essay',
}

/** A clause, a note, an entry or an essay links a term once. */
export const overLinking: Rule = {
  id: 'over-linking',
  severity: 'suggestion',
  check({corpus}, report) {
    for (const [term, occurrences] of corpus.graph.occurrences) {
      const linked = new Set<string>()
      for (const {site, place, text, range} of occurrences) {
        const key = targetKey(site)
        if (!linked.has(key)) {
          linked.add(key)
          continue
        }
        report({
          place,
          reason: `Unexpected second link to \`${term}\` in ${siteNames[site.type]}, expected one`,
          note: `Leave the words “${text.slice(range.start, range.end)}” without their tags.`,
        })
      }
    }
  },
}
