import type {Corpus, Statement, Witness} from '../corpus/model.ts'

/** Copies of a statement that are graded and were not compared, from the best grade down. */
export function gradedCopies({id, witnesses}: Statement, corpus: Corpus): Witness[] {
  return (corpus.graph.copies.get(id) ?? [])
    .flatMap((copy) => corpus.witnesses.get(copy) ?? [])
    .filter((witness) => !witnesses.includes(witness.id))
    .toSorted((a, b) => Number(a.grade.slice(1)) - Number(b.grade.slice(1)))
}
