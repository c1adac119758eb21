/**
 * What stands in the texts of a record: terms, people, references, citations and quotations, as its file alone says it.
 * The graph is made of this and needs no text, so that of a record that was read before no more than this has to be at
 * hand.
 */

import type {
  Block,
  Change,
  ClauseNumber,
  Formula,
  Inline,
  Note,
  NoteHead,
  PersonId,
  Place,
  QuotedWords,
  Range,
  Site,
  SourceId,
  Statement,
  Target,
  Term,
  TermId,
} from './model.ts'
import {clausesOf} from './statement.ts'
import {inlineText} from './text.ts'

/** One run of text of a record: a clause, or a block of a note or an entry. */
export interface Text {
  readonly site: Site
  readonly nodes: readonly Inline[]
  /** The text that the record has already where this may stand. */
  readonly known?: string
}

/** What is marked in a record. */
export interface Marked {
  /** How many clauses it has; a record of another kind has none. */
  readonly clauses: number
  /** In the order of its clauses. */
  readonly notes: readonly NoteHead[]
  /** Of its texts those in which something is marked, in their order. */
  readonly runs: readonly Run[]
}

export const nothingMarked: Marked = {clauses: 0, notes: [], runs: []}

/** What is marked in one text. */
export interface Run {
  /** Which of the record’s texts it is, from 0. */
  readonly at: number
  readonly site: Site
  /** In the order of their ends, what stands in another before that one. */
  readonly marks: readonly Mark[]
  /** Which of the marks are references without words of their own: what these print is part of the text. */
  readonly bare: readonly number[]
}

export type Mark =
  | (MarkedWords & {readonly type: 'term'; readonly id: TermId; readonly place: Place})
  | (MarkedWords & {readonly type: 'person'; readonly id: PersonId; readonly place: Place})
  | (MarkedWords & {readonly type: 'quotation'; readonly quotation: QuotedWords})
  | {readonly type: 'reference'; readonly to: Target; readonly place: Place}
  | {readonly type: 'citation'; readonly source: SourceId; readonly place: Place}

/** Where words stand in their text. */
export interface MarkedWords {
  /** Counted as if references without words printed nothing. */
  readonly range: Range
  /** How many of these stand before the start and before the end; absent where none does. */
  readonly bare?: Range
}

/** Takes what is marked out of the texts of a record. */
export function markedIn(texts: Iterable<Text>): Marked {
  const runs: Run[] = []
  let at = 0
  for (const {site, nodes} of texts) {
    const marker = new Marker(site)
    marker.walk(nodes, 0)
    // Each has a site of its own: what is kept has nothing in two places.
    if (marker.marks.length > 0) runs.push({at, site: {...site}, marks: marker.marks, bare: marker.bare})
    at++
  }
  return {...nothingMarked, runs}
}

/** The same of a statement, with its clauses and notes. */
export function markedInStatement(statement: Statement): Marked {
  const clauses = clausesOf(statement)
  const notes = clauses.flatMap(({n: clause, notes: own}) => own.map((note) => headOf(note, clause)))
  return {...markedIn(statementTexts(statement)), clauses: clauses.length, notes}
}

function headOf({n, lemma, certainty, sources, by, place}: Note, clause: ClauseNumber): NoteHead {
  const evidence = {certainty, sources, ...(by === undefined ? {} : {by})}
  return {clause, n, lemma: lemma.exact, ...evidence, place}
}

class Marker {
  readonly marks: Mark[] = []
  readonly bare: number[] = []
  readonly #site: Site

  constructor(site: Site) {
    this.#site = site
  }

  /** @returns where the nodes end that begin at `from` */
  walk(nodes: readonly Inline[], from: number): number {
    let at = from
    for (const node of nodes) {
      const [start, bare] = [at, this.bare.length]
      if (node.type === 'text') at += node.value.length
      else if (node.type === 'quotation') at += node.words.length
      else if (node.type !== 'citation') at = this.walk(node.children, at)
      this.#mark(node, {start, end: at}, bare)
    }
    return at
  }

  #mark(node: Inline, range: Range, bare: number): void {
    const counts = this.bare.length === 0 ? {} : {bare: {start: bare, end: this.bare.length}}
    switch (node.type) {
      case 'term':
        this.marks.push({type: 'term', id: node.id, range, ...counts, place: node.place})
        return
      case 'person':
        this.marks.push({type: 'person', id: node.id, range, ...counts, place: node.place})
        return
      case 'quotation': {
        const {type, wordsPlace: _, ...quotation} = node
        // Elsewhere, it tells of words that stand in a clause.
        if (this.#site.type === 'clause') this.marks.push({type, quotation, range, ...counts})
        return
      }
      case 'reference':
        if (node.children.length === 0) this.bare.push(this.marks.length)
        this.marks.push({type: 'reference', to: node.to, place: node.place})
        return
      case 'citation':
        this.marks.push({type: 'citation', source: node.source, place: node.place})
    }
  }
}

/**
 * Where marked words stand in the whole text.
 *
 * @param shifts as `shiftsOf` has told them of the labels in the text
 */
export function rangeOf({range, bare}: MarkedWords, shifts: readonly number[]): Range {
  if (bare === undefined) return range
  return {start: range.start + (shifts[bare.start] ?? 0), end: range.end + (shifts[bare.end] ?? 0)}
}

/** How long so many labels are together, the first ones: none, one, two, and so on. */
export function shiftsOf(labels: readonly string[]): number[] {
  let length = 0
  return [0, ...labels.map((label) => (length += label.length))]
}

/** The clauses of a statement as they stand, each before its notes. */
export function* statementTexts(statement: Statement): Generator<Text> {
  for (const {n: clause, content, text, notes} of clausesOf(statement)) {
    yield {site: {type: 'clause', statement: statement.id, clause}, nodes: content, known: text}
    for (const note of notes)
      yield* blockTexts(note.content, {type: 'note', statement: statement.id, clause, note: note.n}, note.text)
  }
}

export function* termTexts({id, card, entry}: Term): Generator<Text> {
  const site: Site = {type: 'term', term: id}
  yield {site, nodes: card}
  yield* blockTexts(entry, site)
}

export function* formulaTexts({id, meaning, life}: Formula): Generator<Text> {
  const site: Site = {type: 'formula', formula: id}
  yield {site, nodes: meaning}
  yield* blockTexts(life, site)
}

export function* changeTexts({id, summary, essay}: Change): Generator<Text> {
  const site: Site = {type: 'change', change: id}
  yield {site, nodes: summary}
  yield* blockTexts(essay, site)
}

function* blockTexts(blocks: readonly Block[], site: Site, known?: string): Generator<Text> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* blockTexts(item, site, known)
    else yield {site, nodes: block.children, ...(known === undefined ? {} : {known})}
  }
}

/** The texts of one record, looked up when one of them is asked for. */
export class TextsOf {
  readonly #make: () => Iterable<Text>
  #texts: readonly Text[] | undefined

  constructor(make: () => Iterable<Text>) {
    this.#make = make
  }

  /** @param labels what each reference without words of its own prints */
  text(at: number, labels: readonly string[]): string {
    const {nodes, known} = (this.#texts ??= [...this.#make()])[at] ?? {nodes: []}
    const next = labels.values()
    const text = inlineText(nodes, () => next.next().value ?? '')
    // Where both are the same, memory holds it once.
    return text === known ? known : text
  }
}

/** The text that marks stand in; it is put together when it is asked for. */
export class MarkedText {
  /** Until the text is put together. */
  #texts: TextsOf | undefined
  readonly #run: Run
  readonly #labels: readonly string[]
  #text = ''

  constructor(texts: TextsOf, run: Run, labels: readonly string[]) {
    this.#texts = texts
    this.#run = run
    this.#labels = labels
  }

  get text(): string {
    if (this.#texts !== undefined) this.#text = this.#texts.text(this.#run.at, this.#labels)
    this.#texts = undefined
    return this.#text
  }

  /** Whether both say the same; texts of one record are compared without being put together. */
  isSame(other: MarkedText): boolean {
    const isOne = this.#run === other.#run && this.#labels.every((label, at) => label === other.#labels[at])
    return isOne || this.text === other.text
  }

  toJSON(): {readonly text: string} {
    return {text: this.text}
  }
}
