/** What is marked in the text of a record: terms, people, references, sources and quotations, and where they stand. */

import {remembering} from './memo.ts'
import type {
  Block,
  Inline,
  Occurrence,
  PersonId,
  Pointer,
  QuotedInClause,
  Site,
  Statement,
  StatementId,
  TermId,
} from './model.ts'
import {clausesOf} from './statement.ts'
import {childrenOf, ownText} from './text.ts'
import type {LabelOf} from './text.ts'

/** One of them, as the graph lists it. */
export type Mark =
  | {readonly type: 'term'; readonly id: TermId; readonly at: Occurrence}
  | {readonly type: 'person'; readonly id: PersonId; readonly at: Occurrence}
  | {readonly type: 'reference' | 'citation'; readonly at: Pointer}
  | {readonly type: 'quotation'; readonly id: StatementId; readonly at: QuotedInClause}

/** One run of text. */
export interface Run {
  readonly nodes: readonly Inline[]
  readonly site: Site
  /** The text of the record it stands in: where both are the same, memory holds it once. */
  readonly known?: string | undefined
}

/**
 * The runs of a statement, a clause before its notes; what is marked in it instead of a run that says nothing of others.
 * Two editions that have the statement have the same marks.
 */
export const statementRuns = remembering(({id: statement, sections}: Statement): readonly (Run | readonly Mark[])[] =>
  clausesOf({sections})
    .flatMap(({n: clause, content, text, notes}): Run[] => [
      {nodes: content, site: {type: 'clause', statement, clause}, known: text},
      ...notes.flatMap((note) => runsIn(note.content, {type: 'note', statement, clause, note: note.n}, note.text)),
    ])
    .map((run) => {
      // What others are called is another thing in another edition.
      let isOwn = true
      const marks = marksIn(run, () => {
        isOwn = false
        return ''
      })
      return isOwn ? marks : run
    }),
)

/** The runs of some blocks. */
export function runsIn(blocks: readonly Block[], site: Site, known?: string): Run[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.flatMap((item) => runsIn(item, site, known))
      : [{nodes: block.children, site, known}],
  )
}

/** What is marked in a run, in its order; a mark comes after those that stand in it. */
export function marksIn({nodes, site, known}: Run, labelOf: LabelOf): Mark[] {
  const found: (readonly [Inline, Occurrence['range']])[] = []
  let text = ''
  const walk = (some: readonly Inline[]): void => {
    for (const node of some) {
      const start = text.length
      const own = ownText(node, labelOf)
      if (own === undefined) walk(childrenOf(node))
      else text += own
      found.push([node, {start, end: text.length}])
    }
  }
  walk(nodes)
  if (text === known) text = known
  return found.flatMap(([node, range]) => markOf(node, site, {text, range}) ?? [])
}

function markOf(node: Inline, site: Site, words: Pick<Occurrence, 'text' | 'range'>): Mark | undefined {
  switch (node.type) {
    case 'term':
    case 'person':
      return {type: node.type, id: node.id, at: {site, ...words, place: node.place}} as Mark
    case 'reference':
      return {type: node.type, at: {site, to: node.to, place: node.place}}
    case 'citation':
      return {type: node.type, at: {site, to: {type: 'source', source: node.source}, place: node.place}}
    case 'quotation': {
      if (site.type !== 'clause') return undefined
      const {type, wordsPlace: _, ...quoted} = node
      return {type, id: site.statement, at: {...quoted, clause: site.clause, ...words}}
    }
    default:
      return undefined
  }
}
