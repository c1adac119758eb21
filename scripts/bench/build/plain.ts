/**
 * The edition as any generator could have it: titles, clauses with links and notes, terms. It is derived from the
 * corpus, so that all generators of the benchmark are given the same text, and there is one maker of text only.
 */

import {targetLabel} from '../../../src/corpus/label.ts'
import type {Block, Clause, Corpus, Inline, Note, Statement, Term} from '../../../src/corpus/model.ts'
import {inlineText} from '../../../src/corpus/text.ts'

/** A run of text, or what stands in it. */
export type Piece =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'term'; readonly text: string; readonly term: string}
  | {readonly type: 'reference'; readonly text: string; readonly statement: string; readonly clause?: string}
  /** The sign of a note, by its number in the statement. */
  | {readonly type: 'mark'; readonly note: number}

export interface PlainNote {
  /** From 1, through the whole statement. */
  readonly number: number
  readonly pieces: readonly Piece[]
}

export interface PlainClause {
  readonly n: string
  readonly pieces: readonly Piece[]
  readonly notes: readonly PlainNote[]
}

export interface PlainSection {
  readonly title: string
  readonly clauses: readonly PlainClause[]
}

export interface PlainStatement {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly summary: string
  readonly sections: readonly PlainSection[]
  /** The terms that its clauses and notes mention, each once, sorted. */
  readonly terms: readonly string[]
}

export interface PlainTerm {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly (readonly Piece[])[]
}

export interface PlainEdition {
  readonly statements: readonly PlainStatement[]
  readonly terms: readonly PlainTerm[]
}

/** What of the corpus other generators can show. */
export function plainOf(corpus: Corpus): PlainEdition {
  return {
    statements: Array.from(corpus.statements.values(), (statement) => plainStatement(statement, corpus)),
    terms: Array.from(corpus.terms.values(), (term) => plainTerm(term, corpus)),
  }
}

function plainStatement({id, title, date, summary, sections}: Statement, corpus: Corpus): PlainStatement {
  let notes = 0
  const plain = sections.map((section) => ({
    title: section.title,
    clauses: section.paragraphs
      .flatMap(({clauses}) => clauses)
      .map((clause) => {
        const first = notes + 1
        notes += clause.notes.length
        return plainClause(clause, first, corpus)
      }),
  }))
  return {id, title, date, summary, sections: plain, terms: termsOf(plain)}
}

function termsOf(sections: readonly PlainSection[]): string[] {
  const pieces = sections
    .flatMap(({clauses}) => clauses)
    .flatMap((clause) => [...clause.pieces, ...clause.notes.flatMap((note) => note.pieces)])
  return [...new Set(pieces.flatMap((piece) => (piece.type === 'term' ? [piece.term] : [])))].toSorted()
}

function plainClause({n, content, notes}: Clause, first: number, corpus: Corpus): PlainClause {
  return {
    n,
    pieces: marked(content, notes, first, corpus),
    notes: notes.map((note, index) => ({number: first + index, pieces: blocksOf(note.content, corpus)})),
  }
}

function plainTerm({id, label, card, entry}: Term, corpus: Corpus): PlainTerm {
  const paragraphs = [card.map((node) => pieceOf(node, corpus)), ...entry.map((block) => blocksOf([block], corpus))]
  return {id, title: label, paragraphs}
}

/** The pieces of a clause with the sign of each note where its words end, or behind the piece in which they end. */
function marked(content: readonly Inline[], notes: readonly Note[], first: number, corpus: Corpus): Piece[] {
  const waiting = notes
    .map(({lemma}, index) => ({end: lemma.range?.end ?? Infinity, note: first + index}))
    .toSorted((a, b) => a.end - b.end)
  const pieces: Piece[] = []
  let start = 0
  for (const node of content) {
    const end = start + inlineText([node]).length
    const ending = waiting.splice(0, waiting.filter((mark) => mark.end <= end).length)
    if (node.type === 'text') pieces.push(...cut(node.value, start, ending))
    else pieces.push(pieceOf(node, corpus), ...ending.map(({note}) => ({type: 'mark', note}) as const))
    start = end
  }
  return [...pieces, ...waiting.map(({note}) => ({type: 'mark', note}) as const)]
}

/** A text that begins at `start`, cut where the words of notes end. */
function cut(text: string, start: number, marks: readonly {readonly end: number; readonly note: number}[]): Piece[] {
  let from = 0
  const pieces = marks.flatMap(({end, note}): Piece[] => {
    const part = text.slice(from, end - start)
    from = end - start
    return [...(part === '' ? [] : [{type: 'text', text: part} as const]), {type: 'mark', note}]
  })
  return from === text.length ? pieces : [...pieces, {type: 'text', text: text.slice(from)}]
}

function blocksOf(blocks: readonly Block[], corpus: Corpus): Piece[] {
  return blocks.flatMap((block, index): Piece[] => {
    const between = index === 0 ? [] : [{type: 'text', text: ' '} as const]
    if (block.type === 'list') return [...between, ...block.items.flatMap((item) => blocksOf(item, corpus))]
    return [...between, ...block.children.map((node) => pieceOf(node, corpus))]
  })
}

/** Links to terms and clauses stay; what no other generator has a page for is text. */
function pieceOf(node: Inline, corpus: Corpus): Piece {
  if (node.type === 'term') return {type: 'term', term: node.id, text: inlineText(node.children)}
  if (node.type !== 'reference') return {type: 'text', text: inlineText([node])}
  const {to, children} = node
  const text = children.length > 0 ? inlineText(children) : targetLabel(to, corpus)
  if (to.type === 'clause') return {type: 'reference', text, statement: to.statement, clause: to.clause}
  if (to.type === 'statement') return {type: 'reference', text, statement: to.statement}
  return {type: 'text', text}
}
