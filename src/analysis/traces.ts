/** What leads to a record from elsewhere in the edition, and the years over which its page is cut. */

import {targetKey} from '../corpus/target.ts'
import type {Corpus, Formula, Occurrence, Person, Pointer, Statement, Target, Term} from '../corpus/model.ts'
import {lineageOf} from './lineage.ts'
import type {Step} from './lineage.ts'
import {pageSize, spansOf, yearOf, yearOfSite} from './spans.ts'
import type {Span} from './spans.ts'

/** A term or a person stands somewhere, a formula has a step in its life, a person took part, or something points here. */
export type Trace =
  | {readonly type: 'occurrence'; readonly occurrence: Occurrence}
  | {readonly type: 'step'; readonly step: Step}
  | {readonly type: 'participation'; readonly statement: Statement}
  | {readonly type: 'pointer'; readonly pointer: Pointer}

/** What points to something, in the order of the edition. */
export function pointersTo(target: Target, {graph}: Corpus): readonly Pointer[] {
  return graph.backlinks.get(targetKey(target)) ?? []
}

/** Steps that one page shows: each has its words, what became of them, and its sentence, some 1.7 kB together. */
const stepLimit = 70

/** The stretches of years in which a term stands or is pointed to; none where its page holds them all. */
export function termSpans({id}: Term, corpus: Corpus): Span<Trace>[] {
  const occurrences = corpus.graph.occurrences.get(id) ?? []
  const pointers = pointersTo({type: 'term', term: id}, corpus)
  return cut([...occurrences.map(occurrenceTrace), ...pointers.map(pointerTrace)], pageSize, corpus)
}

/** The stretches of years in which a formula stands, is recorded as absent, or is pointed to. */
export function formulaSpans(formula: Formula, corpus: Corpus): Span<Trace>[] {
  const steps = lineageOf(formula, corpus).steps.map((step): Trace => ({type: 'step', step}))
  const pointers = pointersTo({type: 'formula', formula: formula.id}, corpus)
  return cut([...steps, ...pointers.map(pointerTrace)], stepLimit, corpus)
}

/** The stretches of years in which a person took part or is named. */
export function personSpans({id}: Person, corpus: Corpus): Span<Trace>[] {
  const statements = (corpus.graph.participations.get(id) ?? []).flatMap((one) => corpus.statements.get(one) ?? [])
  const participations = statements.map((statement): Trace => ({type: 'participation', statement}))
  const mentions = corpus.graph.mentions.get(id) ?? []
  return cut([...participations, ...mentions.map(occurrenceTrace)], pageSize, corpus)
}

function occurrenceTrace(occurrence: Occurrence): Trace {
  return {type: 'occurrence', occurrence}
}

function pointerTrace(pointer: Pointer): Trace {
  return {type: 'pointer', pointer}
}

function cut(traces: readonly Trace[], size: number, corpus: Corpus): Span<Trace>[] {
  if (traces.length <= size) return []
  const dated = traces.map((trace) => ({trace, year: yearOfTrace(trace, corpus) ?? '9999'}))
  const sorted = dated.sort((a, b) => (a.year < b.year ? -1 : Number(a.year > b.year)))
  return spansOf(
    sorted.map(({trace}) => trace),
    size,
    (trace) => yearOfTrace(trace, corpus),
  )
}

function yearOfTrace(trace: Trace, corpus: Corpus): string | undefined {
  switch (trace.type) {
    case 'occurrence':
      return yearOfSite(trace.occurrence.site, corpus)
    case 'step':
      return yearOf(trace.step.statement)
    case 'participation':
      return yearOf(trace.statement)
    case 'pointer':
      return yearOfSite(trace.pointer.site, corpus)
  }
}
