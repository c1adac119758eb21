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
import {targetKey} from './target.ts'
import {inlineText, walkInline} from './text.ts'
import type {LabelOf} from './text.ts'

/** One of them, as the graph lists it. */
export type Mark =
  | {readonly type: 'term'; readonly id: TermId; readonly at: Occurrence}
  | {readonly type: 'person'; readonly id: PersonId; readonly at: Occurrence}
  | {readonly type: 'reference' | 'citation'; readonly key: string; readonly at: Pointer}
  | {readonly type: 'quotation'; readonly statement: StatementId; readonly at: QuotedInClause}

/** One run of text. */
interface Run {
  readonly nodes: readonly Inline[]
  readonly site: Site
  /** The text of the record it stands in: where both are the same, memory holds it once. */
  readonly known: string | undefined
}

/** What is marked in one run of text, in its order; a mark comes after those that stand in it. */
export function inlineMarks(nodes: readonly Inline[], site: Site, labelOf: LabelOf): Mark[] {
  return marksIn({nodes, site, known: undefined}, labelOf)
}

/** The same for blocks. */
export function blockMarks(blocks: readonly Block[], site: Site, labelOf: LabelOf): Mark[] {
  return runsIn(blocks, site).flatMap((run) => marksIn(run, labelOf))
}

/**
 * The same for the clauses and notes of a statement, a clause before its notes. Two editions that have the statement have
 * the same marks, but where its text says what others are called.
 */
export function statementMarks(statement: Statement, labelOf: LabelOf): Mark[] {
  return markedRuns(statement).flatMap((run) => ('nodes' in run ? marksIn(run, labelOf) : run))
}

const markedRuns = remembering((statement: Statement): readonly (Run | readonly Mark[])[] => {
  const nothing = () => ''
  return clausesOf(statement)
    .flatMap(({n: clause, content, text, notes}): Run[] => [
      {nodes: content, site: {type: 'clause', statement: statement.id, clause}, known: text},
      ...notes.flatMap((note) =>
        runsIn(note.content, {type: 'note', statement: statement.id, clause, note: note.n}, note.text),
      ),
    ])
    .map((run) => (hasLabel(run) ? run : marksIn(run, nothing)))
})

function runsIn(blocks: readonly Block[], site: Site, known?: string): Run[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.flatMap((item) => runsIn(item, site, known))
      : [{nodes: block.children, site, known}],
  )
}

/** Whether a reference without words stands in it, for which the name of what it leads to is read. */
function hasLabel({nodes}: Run): boolean {
  return [...walkInline(nodes)].some((node) => node.type === 'reference' && node.children.length === 0)
}

function marksIn({nodes, site, known}: Run, labelOf: LabelOf): Mark[] {
  const marks: Mark[] = []
  const own = inlineText(nodes, labelOf)
  const text = own === known ? known : own
  const walk = (some: readonly Inline[], from: number): number => {
    let at = from
    for (const node of some) {
      const start = at
      if (node.type === 'text') at += node.value.length
      else if (node.type === 'quotation') at += node.words.length
      else if (node.type === 'reference' && node.children.length === 0) at += labelOf(node).length
      else if (node.type !== 'citation') at = walk(node.children, at)
      const mark = markOf(node, {site, text, range: {start, end: at}})
      if (mark !== undefined) marks.push(mark)
    }
    return at
  }
  walk(nodes, 0)
  return marks
}

function markOf(node: Inline, standing: Omit<Occurrence, 'place'>): Mark | undefined {
  const {site} = standing
  switch (node.type) {
    case 'term':
    case 'person':
      return {type: node.type, id: node.id, at: {...standing, place: node.place}} as Mark
    case 'reference':
      return {type: node.type, key: targetKey(node.to), at: {site, to: node.to, place: node.place}}
    case 'citation': {
      const to = {type: 'source', source: node.source} as const
      return {type: node.type, key: targetKey(to), at: {site, to, place: node.place}}
    }
    case 'quotation': {
      if (site.type !== 'clause') return undefined
      const {formulas, words, basis, n, place} = node
      const {text, range} = standing
      const at = {formulas, words, basis, ...(n === undefined ? {} : {n}), place, clause: site.clause, text, range}
      return {type: node.type, statement: site.statement, at}
    }
    default:
      return undefined
  }
}
