/** Who refers to whom, as points and lines for programs that draw or count them. */

import {assertionsOf} from '../../analysis/assertions.ts'
import {targetLabel} from '../../corpus/label.ts'
import {compareText} from '../../corpus/message.ts'
import type {Certainty, Corpus, SourceId, StatementId, Target, WitnessId} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import {fileUrls, urlOf, urls} from '../../corpus/urls.ts'
import {certainties} from '../../corpus/vocabulary.ts'
import type {EditionFacts} from '../citation.ts'
import {headOf} from './head.ts'
import type {DocumentData, EdgeData, EdgeType, NodeData} from './shapes.ts'

/** From the surest down. */
const sureness = Object.keys(certainties) as readonly Certainty[]

const openPointKey = (id: string) => `open-point:${id}`

/**
 * The graph of the corpus. Lines with the same ends that say the same are one
 * line, which counts them; one to an id that there is not is left out, for the
 * check reports it.
 */
export function graphData(corpus: Corpus, edition: EditionFacts): DocumentData<'graph'> {
  const nodes = nodesOf(corpus, edition.site)
  const known = new Set(nodes.map(({id}) => id))
  const edges = new Edges(corpus).all().filter(({from, to}) => known.has(from) && known.has(to))
  return {...headOf('graph', fileUrls.graphJson(), edition), nodes, edges}
}

function nodesOf(corpus: Corpus, site: string): NodeData[] {
  const targets: Target[] = [...targetsOf(corpus)]
  const nodes = targets.map((target): NodeData => ({
    id: targetKey(target),
    type: target.type,
    label:
      target.type === 'source'
        ? (corpus.sources.get(target.source)?.title ?? targetLabel(target, corpus))
        : targetLabel(target, corpus),
    url: site + urlOf(target),
  }))
  const points = [...corpus.openPoints.values()].map(({id, question}): NodeData => ({
    id: openPointKey(id),
    type: 'open-point',
    label: question,
    url: site + urls.openPoint(id),
  }))
  return [...nodes, ...points].toSorted((a, b) => compareText(a.id, b.id))
}

function* targetsOf({statements, terms, formulas, changes, people, witnesses, sources}: Corpus): Generator<Target> {
  for (const statement of statements.values()) {
    const {id} = statement
    yield {type: 'statement', statement: id}
    for (const {n, notes} of clausesOf(statement)) {
      yield {type: 'clause', statement: id, clause: n}
      for (const note of notes) yield {type: 'note', statement: id, clause: n, note: note.n}
    }
  }
  for (const term of terms.keys()) yield {type: 'term', term}
  for (const formula of formulas.keys()) yield {type: 'formula', formula}
  for (const change of changes.keys()) yield {type: 'change', change}
  for (const person of people.keys()) yield {type: 'person', person}
  for (const {id, apparatus} of witnesses.values()) {
    yield {type: 'witness', witness: id}
    for (const {row} of apparatus) yield {type: 'emendation', witness: id, row}
  }
  for (const source of sources.keys()) yield {type: 'source', source}
}

/** Adds up the lines of a corpus. */
class Edges {
  readonly #edges = new Map<string, EdgeData>()
  readonly #corpus: Corpus

  constructor(corpus: Corpus) {
    this.#corpus = corpus
    this.#parts()
    this.#occurrences()
    this.#formulas()
    this.#evidence()
    this.#records()
  }

  /** Sorted by the names of both ends. */
  all(): EdgeData[] {
    return [...this.#edges.values()].toSorted(
      (a, b) => compareText(a.from, b.from) || compareText(a.type, b.type) || compareText(a.to, b.to),
    )
  }

  #add(from: string, type: EdgeType, to: string, certainty?: Certainty): void {
    const key = `${from} ${type} ${to}`
    const before = this.#edges.get(key)
    this.#edges.set(key, {
      from,
      type,
      to,
      count: (before?.count ?? 0) + 1,
      ...(certainty === undefined ? {} : {certainty: leastSure(before?.certainty, certainty)}),
    })
  }

  #parts(): void {
    for (const {from, to} of partsOf(this.#corpus)) this.#add(targetKey(from), 'contains', targetKey(to))
  }

  #occurrences(): void {
    const {occurrences, mentions, backlinks} = this.#corpus.graph
    for (const [term, found] of occurrences)
      for (const {site} of found) this.#add(targetKey(site), 'mentions', targetKey({type: 'term', term}))
    for (const [person, found] of mentions)
      for (const {site} of found) this.#add(targetKey(site), 'mentions', targetKey({type: 'person', person}))
    for (const pointers of backlinks.values())
      for (const {site, to} of pointers)
        this.#add(
          targetKey(site),
          to.type === 'source' ? 'cites' : 'refers',
          to.type === 'source' ? this.#evidenceKey(to.source) : targetKey(to),
        )
  }

  #formulas(): void {
    const {graph, statements} = this.#corpus
    for (const [formula, found] of graph.attestations) {
      const to = targetKey({type: 'formula', formula})
      for (const {statement, at, certainty, sources} of found) {
        const from =
          at === undefined ? statementKey(statement) : targetKey({type: 'clause', statement, clause: at.clause})
        this.#add(from, 'attests', to, certainty)
        // What is recorded without a clause is an assertion of its statement, and told with these.
        if (at !== undefined)
          for (const source of sources) this.#add(this.#evidenceKey(source), 'bears-out', from, certainty)
      }
    }
    for (const {id, absences} of statements.values())
      for (const {formula, certainty} of absences)
        this.#add(statementKey(id), 'records-absence', targetKey({type: 'formula', formula}), certainty)
  }

  #evidence(): void {
    const {witnesses, openPoints} = this.#corpus
    const bearOut = (ids: readonly (SourceId | WitnessId)[], to: string, certainty?: Certainty) => {
      for (const id of ids) this.#add(this.#evidenceKey(id), 'bears-out', to, certainty)
    }
    for (const {at, evidence} of assertionsOf(this.#corpus))
      bearOut(evidence.sources, targetKey(at), evidence.certainty)
    for (const {id, apparatus} of witnesses.values())
      for (const {row, sources} of apparatus) bearOut(sources, targetKey({type: 'emendation', witness: id, row}))
    for (const {id, sources, certainty} of openPoints.values()) bearOut(sources, openPointKey(id), certainty)
  }

  #records(): void {
    const {statements, terms, formulas, changes, witnesses, openPoints, graph} = this.#corpus
    const concern = (from: string, to: Target) => this.#add(from, 'concerns', targetKey(to))
    for (const {id, forum} of statements.values())
      if (forum !== undefined) this.#add(statementKey(id), 'belongs-to', targetKey({type: 'term', term: forum}))
    for (const [person, took] of graph.participations)
      for (const id of took) this.#add(targetKey({type: 'person', person}), 'takes-part', statementKey(id))
    for (const {id, statement} of witnesses.values())
      this.#add(targetKey({type: 'witness', witness: id}), 'copies', statementKey(statement))
    for (const {id, broader, related, distinguish} of terms.values()) {
      const from = targetKey({type: 'term', term: id})
      for (const term of broader) this.#add(from, 'broader', targetKey({type: 'term', term}))
      for (const term of related) this.#add(from, 'related', targetKey({type: 'term', term}))
      for (const {term} of distinguish) this.#add(from, 'distinguish', targetKey({type: 'term', term}))
    }
    for (const {id, terms: about, related} of formulas.values()) {
      const from = targetKey({type: 'formula', formula: id})
      for (const term of about) concern(from, {type: 'term', term})
      for (const formula of related) this.#add(from, 'related', targetKey({type: 'formula', formula}))
    }
    const essays = [...changes.values()].map((change) => ({
      from: targetKey({type: 'change', change: change.id}),
      about: change,
    }))
    const points = [...openPoints.values()].map((point) => ({from: openPointKey(point.id), about: point}))
    for (const {from, about} of [...essays, ...points]) {
      for (const statement of about.statements) concern(from, {type: 'statement', statement})
      for (const term of about.terms) concern(from, {type: 'term', term})
      for (const formula of about.formulas) concern(from, {type: 'formula', formula})
    }
  }

  #evidenceKey(id: SourceId | WitnessId): string {
    return this.#corpus.witnesses.has(id as WitnessId)
      ? targetKey({type: 'witness', witness: id as WitnessId})
      : targetKey({type: 'source', source: id as SourceId})
  }
}

function* partsOf(corpus: Corpus): Generator<{readonly from: Target; readonly to: Target}> {
  for (const target of targetsOf(corpus)) {
    if (target.type === 'clause') yield {from: {type: 'statement', statement: target.statement}, to: target}
    if (target.type === 'note') yield {from: {...target, type: 'clause'}, to: target}
    if (target.type === 'emendation') yield {from: {type: 'witness', witness: target.witness}, to: target}
  }
}

function statementKey(statement: StatementId): string {
  return targetKey({type: 'statement', statement})
}

function leastSure(a: Certainty | undefined, b: Certainty): Certainty {
  return a !== undefined && sureness.indexOf(a) > sureness.indexOf(b) ? a : b
}
