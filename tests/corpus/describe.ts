/** An edition as JSON that a person can read: a clause is one line, an element stands in square brackets. */

import type {
  Basis,
  Block,
  Clause,
  Corpus,
  Evidence,
  Inline,
  Lemma,
  NamedId,
  Note,
  Statement,
} from '../../src/corpus/model.ts'
import {targetKey} from '../../src/corpus/target.ts'
import {showRange} from '../fixtures/edition.ts'

interface Options {
  /** Whether clauses, notes and lemmata say where they stand. */
  readonly places: boolean
}

/** What an edition holds; what it has none of is left out. */
export function describeCorpus(corpus: Corpus, options: Options): string {
  const {statements, terms, formulas, changes, people, witnesses, sources, openPoints, lock} = corpus
  const drawers = {
    statements: mapValues(statements, (statement) => describeStatement(statement, options)),
    terms: mapValues(
      terms,
      ({place: _place, path: _path, id: _id, card, cardText: _text, entry, named, ...record}) => ({
        ...record,
        named: named.map(showNamed),
        card: showInline(card),
        entry: showBlocks(entry),
      }),
    ),
    formulas: mapValues(
      formulas,
      ({place: _place, path: _path, id: _id, meaning, meaningText: _text, life, named, ...record}) => ({
        ...record,
        named: named.map(showNamed),
        meaning: showInline(meaning),
        life: showBlocks(life),
      }),
    ),
    changes: mapValues(
      changes,
      ({place: _place, path: _path, id: _id, summary, summaryText: _text, essay, readings, named, ...record}) => ({
        ...record,
        named: named.map(showNamed),
        readings: readings.map(({text, ...evidence}) => ({text, ...showEvidence(evidence)})),
        summary: showInline(summary),
        essay: showBlocks(essay),
      }),
    ),
    people: mapValues(people, ({place: _place, path: _path, id: _id, named, ...record}) => ({
      ...record,
      named: named.map(showNamed),
    })),
    witnesses: mapValues(witnesses, ({place: _place, path: _path, id: _id, outside, apparatus, named, ...record}) => ({
      ...record,
      named: named.map(showNamed),
      outside: outside.map(({place: _place, ...entry}) => entry),
      apparatus: apparatus.map(({place: _place, ...row}) => row),
    })),
    sources: mapValues(sources, ({place: _place, id: _id, ...record}) => record),
    openPoints: mapValues(openPoints, ({place, id: _id, named, ...record}) => ({
      ...record,
      place: showRange(place),
      named: named.map(showNamed),
    })),
    lock,
  }
  const kept = Object.entries(drawers).filter(([, drawer]) => Object.keys(drawer).length > 0)
  return `${JSON.stringify(Object.fromEntries(kept), dropEmpty, 2)}\n`
}

function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  show: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries([...map].map(([key, value]) => [key, show(value)]))
}

function showNamed({kind, id, place}: NamedId): string {
  return `${showRange(place)} ${kind} ${id}`
}

/** Lists without items say nothing. */
function dropEmpty(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

function describeStatement(statement: Statement, options: Options) {
  const {title, short, place, attestations, absences, sections} = statement
  return {
    title,
    short,
    place,
    attestations: attestations.map(({formula, words, variant, basis, note, place: at, ...evidence}) => ({
      formula,
      words,
      variant,
      basis: basis === undefined ? undefined : showBasis(basis),
      note,
      at: showRange(at),
      ...showEvidence(evidence),
    })),
    absences: absences.map(({formula, note, place: at, ...evidence}) => ({
      formula,
      note,
      at: showRange(at),
      ...showEvidence(evidence),
    })),
    sections: sections.map((section) => ({
      title: section.title,
      anchor: section.anchor,
      paragraphs: section.paragraphs.map(({n, clauses}) => ({
        n,
        clauses: clauses.map((clause) => describeClause(clause, options)),
      })),
    })),
  }
}

function describeClause({n, from, content, text, notes, place, fromPlace}: Clause, options: Options) {
  return {
    n,
    ...(options.places ? {place: showRange(place), fromPlace: showRange(fromPlace)} : {}),
    from: from.map(({witness, sentence}) => `${witness}:${sentence}`).join(' ') || undefined,
    content: showInline(content),
    text,
    notes: notes.map((note) => describeNote(note, text, options)),
  }
}

function describeNote(note: Note, clauseText: string, {places}: Options) {
  const {n, kind, lemma, content, place} = note
  return {
    n,
    kind,
    lemma: describeLemma(lemma, clauseText),
    ...(places ? {place: showRange(place), lemmaPlace: showRange(lemma.place)} : {}),
    ...showEvidence(note),
    content: showBlocks(content),
  }
}

function describeLemma({exact, nth, range}: Lemma, clauseText: string): string {
  const which = nth === undefined ? '' : ` (number ${nth})`
  const where =
    range === undefined ? 'not found' : `${range.start} to ${range.end}, “${clauseText.slice(range.start, range.end)}”`
  return `“${exact}”${which}: ${where}`
}

function showEvidence({certainty, sources, by}: Evidence) {
  return {certainty, sources: sources.join(' ') || undefined, by}
}

function showBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return showInline(block.children)
    if (block.type === 'heading') return `${'#'.repeat(block.depth)} ${showInline(block.children)}`
    return {
      [block.ordered ? 'numbered list' : 'list']: block.items.map((item) =>
        item.length === 0 ? 'nothing' : showBlocks(item),
      ),
    }
  })
}

function showInline(nodes: readonly Inline[]): string {
  return nodes.map(showNode).join('')
}

function showNode(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'emphasis':
    case 'strong':
      return `[${node.type}: ${showInline(node.children)}]`
    case 'link':
      return `[link ${node.url}: ${showInline(node.children)}]`
    case 'term':
    case 'person':
      return `[${node.type} ${node.id}: ${showInline(node.children)}]`
    case 'reference':
      return `[reference ${targetKey(node.to)}: ${showInline(node.children)}]`
    case 'citation':
      return `[citation ${node.source}]`
    case 'quotation': {
      return `[quotation ${[showBasis(node.basis), ...node.formulas].join(', ')}: ${node.words}]`
    }
  }
}

function showBasis(basis: Basis): string {
  if (basis.type === 'restored') return 'restored'
  return basis.type === 'witness' ? `witness ${basis.witness}` : `source ${basis.source}`
}
