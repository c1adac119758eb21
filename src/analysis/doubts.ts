/** What the edition itself marks as doubtful, and what it could not settle. */

import type {Corpus, Korean, OpenPoint, Statement, Target} from '../corpus/model.ts'
import {targetKey} from '../corpus/target.ts'
import {assertionsOf} from './assertions.ts'
import type {Assertion, AssertionPart} from './assertions.ts'

/** Something that is unsure, or that sources tell in two ways. */
export interface Doubt {
  readonly at: Assertion['at']
  readonly part: AssertionPart | {readonly kind: 'korean'; readonly text: string}
  readonly evidence: Assertion['evidence']
}

/** The doubts of one page. */
export interface DoubtfulPage {
  readonly page: Exclude<Doubt['at'], {readonly type: 'note'}>
  readonly doubts: readonly Doubt[]
}

/** Every record and note whose certainty is `unsure` or `conflict`, and every unsure Korean name, by page. */
export function doubtfulPages(corpus: Corpus): DoubtfulPage[] {
  const pages = new Map<string, {readonly page: DoubtfulPage['page']; readonly doubts: Doubt[]}>()
  for (const doubt of doubtsOf(corpus)) {
    const page = pageOf(doubt.at)
    const key = targetKey(page)
    const listed = pages.get(key) ?? {page, doubts: []}
    pages.set(key, listed)
    listed.doubts.push(doubt)
  }
  return [...pages.values()]
}

function* doubtsOf(corpus: Corpus): Generator<Doubt> {
  for (const {at, part, evidence} of assertionsOf(corpus)) {
    if (evidence.certainty === 'unsure' || evidence.certainty === 'conflict') yield {at, part, evidence}
  }
  for (const {id, korean} of corpus.terms.values()) yield* unsureName({type: 'term', term: id}, korean)
  for (const {id, korean} of corpus.people.values()) yield* unsureName({type: 'person', person: id}, korean)
}

function* unsureName(at: Doubt['at'], korean: Korean | undefined): Generator<Doubt> {
  if (korean?.certainty !== 'unsure') return
  yield {at, part: {kind: 'korean', text: korean.label}, evidence: {certainty: 'unsure', sources: []}}
}

function pageOf(at: Target & Doubt['at']): DoubtfulPage['page'] {
  return at.type === 'note' ? {type: 'statement', statement: at.statement} : at
}

/** The points about a statement that are still open, in the order of the list. */
export function openPointsOn({id}: Pick<Statement, 'id'>, {graph, openPoints}: Corpus): OpenPoint[] {
  return (graph.questions.get(id) ?? []).flatMap((point) => openPoints.get(point) ?? [])
}
