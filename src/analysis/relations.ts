/** How a term is related to others, and where each stands in a picture of it. */

import type {Corpus, Term, TermId} from '../corpus/model.ts'

export type RelationKind = 'wider' | 'narrower' | 'confused' | 'related'

/** The terms that stand in one relation to a term. */
export interface Relation {
  readonly kind: RelationKind
  /** By label. */
  readonly terms: readonly Term[]
}

/**
 * The relations of a term, whichever of the two entries names them. A term
 * stands in one only: what it is part of comes before what it is confused
 * with, and that before what is merely read beside it.
 */
export function relationsOf(term: Term, {graph, terms}: Pick<Corpus, 'graph' | 'terms'>): Relation[] {
  const {id} = term
  const by = graph.namedBy.get(id) ?? {broader: [], distinguish: [], related: []}
  const found: readonly (readonly [RelationKind, readonly TermId[]])[] = [
    ['wider', term.broader],
    ['narrower', by.broader],
    ['confused', [...term.distinguish.map(({term: other}) => other), ...by.distinguish]],
    ['related', [...term.related, ...by.related]],
  ]
  const seen = new Set([id])
  return found.flatMap(([kind, ids]) => {
    const fresh = new Set(ids.filter((other) => !seen.has(other)))
    for (const other of fresh) seen.add(other)
    const related = [...fresh].flatMap((other) => terms.get(other) ?? [])
    return related.length === 0 ? [] : [{kind, terms: related.toSorted((a, b) => a.label.localeCompare(b.label, 'en'))}]
  })
}

/** A picture of relations, in pixels: the term in the middle, wider and confused ones on its left, the others on its right. */
export interface RelationPicture {
  readonly width: number
  readonly height: number
  readonly middle: {readonly x: number; readonly y: number; readonly halfWidth: number}
  readonly groups: readonly RelationGroup[]
}

export interface RelationGroup {
  readonly kind: RelationKind
  readonly side: 'left' | 'right'
  /** Where its texts begin on the right, and end on the left. */
  readonly x: number
  /** Height of its heading’s base line. */
  readonly y: number
  /** Each with the height of its base line. */
  readonly nodes: readonly {readonly term: Term; readonly name: string; readonly y: number}[]
}

const gap = 56
const halfWidth = 66
const row = 20
/** Longest name, in characters, and what a character takes at most on average, in pixels. */
const longest = 34
const character = 6.5
/** What the longest heading takes. */
const narrowest = 18 * character
const left: ReadonlySet<RelationKind> = new Set(['wider', 'confused'])

/** Lays relations out: the same relations always give the same picture. */
export function pictureOf(relations: readonly Relation[]): RelationPicture {
  const sides = {
    left: relations.filter(({kind}) => left.has(kind)),
    right: relations.filter(({kind}) => !left.has(kind)),
  }
  const heights = {left: heightOf(sides.left), right: heightOf(sides.right)}
  const columns = {left: widthOf(sides.left), right: widthOf(sides.right)}
  const height = Math.max(heights.left, heights.right, 2 * row)
  const begin = sides.left.length === 0 ? 0 : columns.left + gap
  const end = begin + 2 * halfWidth
  const stack = (side: 'left' | 'right', x: number) => {
    let y = (height - heights[side]) / 2
    return sides[side].map(({kind, terms}, index): RelationGroup => {
      // A heading stands on the first row of its group, an empty row between two groups.
      y += index === 0 ? row : 2 * row
      const heading = y
      const nodes = terms.map((term) => ({term, name: shortName(term), y: (y += row)}))
      return {kind, side, x, y: heading, nodes}
    })
  }
  return {
    width: end + (sides.right.length === 0 ? 0 : gap + columns.right),
    height: height + row / 2,
    middle: {x: begin + halfWidth, y: height / 2, halfWidth},
    groups: [...stack('left', columns.left), ...stack('right', end + gap)],
  }
}

function heightOf(relations: readonly Relation[]): number {
  return relations.reduce((rows, {terms}) => rows + terms.length + 2, -1) * row
}

function widthOf(relations: readonly Relation[]): number {
  const names = relations.flatMap(({terms}) => terms.map((term) => shortName(term).length * character))
  return Math.ceil(Math.max(narrowest, ...names))
}

function shortName({abbr, label}: Term): string {
  const name = abbr ?? label
  return name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`
}
