/** Who refers to whom, as points and lines for programs that draw or count them. */

import {assertionsOf} from '../../analysis/assertions.ts'
import {targetLabel} from '../../corpus/label.ts'
import {compareText} from '../../corpus/message.ts'
import type {Certainty, Corpus, OpenPoint, SourceId, StatementId, Target, WitnessId} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {targetKey} from '../../corpus/target.ts'
import {fileUrls, urlOf, urls} from '../../corpus/urls.ts'
import {certainties} from '../../corpus/vocabulary.ts'
import type {EditionFacts} from '../citation.ts'
import {Each} from '../json.ts'
import type {Long} from '../json.ts'
import {headOf} from './head.ts'
import {edgeTypes} from './shapes.ts'
import type {DocumentData, EdgeData, EdgeType, NodeData} from './shapes.ts'

/** From the surest down. */
const sureness = Object.keys(certainties) as readonly Certainty[]

/** How many ranks of certainty there are: 0 where a line has none, and from 1 the less sure the higher. */
const ranks = sureness.length + 1

const openPointKey = (id: string) => `open-point:${id}`

/** What lines can say, in their order. */
const types = (Object.keys(edgeTypes) as EdgeType[]).toSorted(compareText)

/**
 * The graph of the corpus. Lines with the same ends that say the same are one
 * line, which counts them; one to an id that there is not is left out, for the
 * check reports it. There are hundreds of thousands: each is put into words
 * when it is written.
 */
export function graphData(corpus: Corpus, edition: EditionFacts): Long<DocumentData<'graph'>, 'nodes' | 'edges'> {
  const points = pointsOf(corpus)
  return {
    ...headOf('graph', fileUrls.graphJson(), edition),
    nodes: new Each(points, ([id, thing]) => nodeOf(id, thing, corpus, edition.site)),
    edges: new Edges(corpus, [...points.keys()]).all(),
  }
}

/** What the graph has points for, sorted by their names. */
function pointsOf(corpus: Corpus): ReadonlyMap<string, Target | OpenPoint> {
  const targets = Array.from(targetsOf(corpus), (target) => [targetKey(target), target] as const)
  const points = Array.from(corpus.openPoints, ([id, point]) => [openPointKey(id), point] as const)
  return new Map<string, Target | OpenPoint>([...targets, ...points].sort(([a], [b]) => compareText(a, b)))
}

function nodeOf(id: string, thing: Target | OpenPoint, corpus: Corpus, site: string): NodeData {
  if ('question' in thing) return {id, type: 'open-point', label: thing.question, url: site + urls.openPoint(thing.id)}
  const title = thing.type === 'source' ? corpus.sources.get(thing.source)?.title : undefined
  return {id, type: thing.type, label: title ?? targetLabel(thing, corpus), url: site + urlOf(thing)}
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

/**
 * Adds up the lines of a corpus. A line is a number, which says in this order where it starts, what it says and where it
 * leads: so are lines sorted by these names. With it stands another, of how often it is so and how sure.
 */
class Edges {
  readonly #lines = new Map<number, number>()
  readonly #corpus: Corpus
  /** Of the points, sorted. */
  readonly #names: readonly string[]
  readonly #numbers: ReadonlyMap<string, number>

  constructor(corpus: Corpus, names: readonly string[]) {
    this.#corpus = corpus
    this.#names = names
    this.#numbers = new Map(names.map((name, number) => [name, number]))
    this.#parts()
    this.#occurrences()
    this.#formulas()
    this.#evidence()
    this.#records()
  }

  /** Sorted by the names of both ends. */
  all(): Iterable<EdgeData> {
    return new Each(Float64Array.from(this.#lines.keys()).sort(), (line) => this.#edgeOf(line))
  }

  #edgeOf(line: number): EdgeData {
    const count = this.#names.length
    const nameOf = (number: number) => this.#names[number] ?? ''
    const type = types[Math.floor(line / count) % types.length]
    if (type === undefined) throw new RangeError(`There is no line ${line}.`)
    const told = this.#lines.get(line) ?? 0
    const certainty = sureness[(told % ranks) - 1]
    return {
      from: nameOf(Math.floor(line / count / types.length)),
      type,
      to: nameOf(line % count),
      count: Math.floor(told / ranks),
      ...(certainty === undefined ? {} : {certainty}),
    }
  }

  #add(from: string, type: EdgeType, to: string, certainty?: Certainty): void {
    const [start, end] = [this.#numbers.get(from), this.#numbers.get(to)]
    if (start === undefined || end === undefined) return
    const line = (start * types.length + types.indexOf(type)) * this.#names.length + end
    const before = this.#lines.get(line) ?? 0
    const rank = certainty === undefined ? 0 : sureness.indexOf(certainty) + 1
    const times = Math.floor(before / ranks) + 1
    this.#lines.set(line, times * ranks + Math.max(before % ranks, rank))
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
      for (const {statement, clause, certainty, sources} of found) {
        const from = clause === undefined ? statementKey(statement) : targetKey({type: 'clause', statement, clause})
        this.#add(from, 'attests', to, certainty)
        // What is recorded without a clause is an assertion of its statement, and told with these.
        if (clause !== undefined)
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
