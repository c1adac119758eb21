import {compareText} from '../corpus/message.ts'
import type {Corpus, Statement, Witness} from '../corpus/model.ts'
import {pageSize, spansOf, yearOf} from './spans.ts'
import type {Span} from './spans.ts'

/** Copies of a statement that are graded and were not compared, from the best grade down. */
export function gradedCopies({id, witnesses}: Statement, corpus: Corpus): Witness[] {
  return (corpus.graph.copies.get(id) ?? [])
    .flatMap((copy) => corpus.witnesses.get(copy) ?? [])
    .filter((witness) => !witnesses.includes(witness.id))
    .toSorted((a, b) => Number(a.grade.slice(1)) - Number(b.grade.slice(1)))
}

const compareNames = new Intl.Collator('en', {numeric: true}).compare

/** All witnesses, from the best grade down, then by title. */
export function gradedWitnesses({witnesses}: Corpus): Witness[] {
  return [...witnesses.values()].sort((a, b) => compareNames(a.grade, b.grade) || compareNames(a.title, b.title))
}

/** The stretches of years of their statements over which the witnesses go on; none where one page holds them. */
export function witnessSpans(corpus: Corpus): Span<Witness>[] {
  const dateOf = ({statement}: Witness) => corpus.statements.get(statement)?.date
  const sorted = gradedWitnesses(corpus).sort((a, b) => compareText(dateOf(a) ?? '9999', dateOf(b) ?? '9999'))
  return spansOf(sorted, pageSize / 2, (witness) => {
    const date = dateOf(witness)
    return date === undefined ? undefined : yearOf({date})
  })
}
