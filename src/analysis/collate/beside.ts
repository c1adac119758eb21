/**
 * Small words with large consequences: modal verbs (`will be met`), numbers
 * and quantifiers (`both sides`). They stand beside the same word in the copy
 * and in the record, or the copy has put another.
 */

import {clausesOf} from './exact.ts'
import type {AlignedCopy} from './exact.ts'
import type {RecordClause} from './clauses.ts'
import type {SubstitutionTable} from './substitutions.ts'
import {modals} from './words.ts'
import type {Word} from './words.ts'

/** Words that take each other's place. */
const quantifiers: ReadonlySet<string> = new Set(
  'both either each neither all any no every one two three 1 2 3'.split(' '),
)

/** What reported speech makes of a modal. It is grammar, not a change of meaning. */
const reported: Readonly<Record<string, string>> = {will: 'would', can: 'could', may: 'might', shall: 'should'}

/** Whether one modal is another in reported speech. */
export function isReported(record: string, copy: string): boolean {
  return reported[record] === copy
}

/** A small word of the copy that stands where the record has another, each with the word beside it. */
export interface Exchange {
  readonly found: readonly [small: Word, beside: Word]
  readonly expected: readonly [small: Word, beside: Word]
  readonly clause: RecordClause
  readonly modal: boolean
}

/** Every exchange in sentences that answer to a clause. */
export function exchanges(copy: AlignedCopy, table: SubstitutionTable): Exchange[] {
  return copy.sentences.flatMap(({words}, index) =>
    clausesOf(copy, index).flatMap((clause) => {
      const theirs = smallWords(clause.words)
      return smallWords(words).flatMap(({small, beside}): Exchange[] => {
        const stems = new Set([beside.stem, ...table.of([beside]).flatMap(({stems: all}) => all)])
        const same = theirs.filter((each) => stems.has(each.beside.stem) && kindOf(each.small) === kindOf(small))
        const [partner] = same
        if (partner === undefined || same.some((each) => each.small.form === small.form)) return []
        const modal = modals.has(small.form)
        if (modal && isReported(partner.small.form, small.form)) return []
        return [{found: [small, beside], expected: [partner.small, partner.beside], clause, modal}]
      })
    }),
  )
}

function kindOf({form}: Word): 'modal' | 'quantifier' {
  return modals.has(form) ? 'modal' : 'quantifier'
}

/** Each small word with the next content word, over at most two light ones. */
function smallWords(words: readonly Word[]): {readonly small: Word; readonly beside: Word}[] {
  return words.flatMap((small, index) => {
    if (!modals.has(small.form) && !quantifiers.has(small.form)) return []
    const beside = words.slice(index + 1, index + 4).find(({light}) => !light)
    return beside === undefined ? [] : [{small, beside}]
  })
}
