import type {Clause, Inline, Range, Statement, TermId, Text} from '../../corpus/model.ts'
import {clausesOf} from '../../corpus/statement.ts'
import {inlineText} from '../../corpus/text.ts'
import {keptBy, keptByAll} from '../kept.ts'
import {nameFinder} from '../names.ts'
import type {NameFinder} from '../names.ts'
import type {Finding, Rule, Subject} from '../rule.ts'
import {sourceWords} from '../words.ts'

/** The first mention of a term in the clauses of a statement is linked to its entry. */
export const unlinkedTerm: Rule = {
  id: 'unlinked-term',
  severity: 'suggestion',
  check(subject, report) {
    const unlinkedIn = unlinkedByNames(finderOf(subject.corpus.terms.values()))
    for (const statement of subject.corpus.statements.values())
      for (const mention of unlinkedIn(statement)) report(findingOf(mention, subject))
  },
}

const finderOf = keptByAll(nameFinder)

/** The first mentions of terms in the clauses of a statement that are not linked. */
const unlinkedByNames = keptBy((find: NameFinder) =>
  keptBy((statement: Statement): readonly PlainMention[] => {
    const met = new Set<TermId>()
    return clausesOf(statement)
      .flatMap((clause) => mentionsIn(clause, find))
      .filter((mention): mention is PlainMention => {
        const isFirst = !met.has(mention.term)
        met.add(mention.term)
        return isFirst && mention.words !== undefined
      })
  }),
)

/** A term that a clause names. */
interface Mention {
  readonly term: TermId
  /** Offset into the text of the clause. */
  readonly start: number
  /** The words; absent where they are linked. */
  readonly words?: {readonly node: Text; readonly range: Range}
}

/** A mention that is not linked. */
type PlainMention = Mention & Required<Pick<Mention, 'words'>>

/** The terms that a clause links, and those it names in plain text, in the order of the text. */
function mentionsIn({content, text}: Clause, find: NameFinder): Mention[] {
  const linked: Mention[] = []
  const plain: {readonly node: Text; readonly start: number}[] = []
  const walk = (nodes: readonly Inline[], from: number): number => {
    let at = from
    for (const node of nodes) {
      if (node.type === 'term') linked.push({term: node.id, start: at})
      if (node.type === 'text') {
        plain.push({node, start: at})
        at += node.value.length
      } else if (node.type === 'quotation') at += node.words.length
      else if (node.type === 'emphasis' || node.type === 'strong') at = walk(node.children, at)
      else if (node.type !== 'citation') at += inlineText(node.children).length
    }
    return at
  }
  walk(content, 0)

  const mentions = [...linked]
  let piece = 0
  for (const {term, range} of find(text)) {
    while ((plain[piece + 1]?.start ?? Infinity) <= range.start) piece++
    const {node, start = 0} = plain[piece] ?? {}
    // What stands in a quotation or a link, or crosses its end, cannot be linked.
    if (node === undefined || range.start < start || range.end > start + node.value.length) continue
    mentions.push({
      term,
      start: range.start,
      words: {node, range: {start: range.start - start, end: range.end - start}},
    })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function findingOf({term, words: {node, range}}: PlainMention, {corpus, texts}: Subject): Finding {
  const words = node.value.slice(range.start, range.end)
  const source = sourceWords(texts.get(node.place.path) ?? '', node, range)
  const fix =
    source === undefined
      ? undefined
      : {
          title: `Link “${words}” to its entry`,
          edits: [{place: source.place, text: `<Term id="${term}">${source.written}</Term>`}],
        }
  return {
    place: source?.place ?? node.place,
    reason: `Unexpected first mention of “${words}” without a link, expected \`<Term id="${term}">\` around it`,
    note: `The glossary has it as “${corpus.terms.get(term)?.label ?? term}”. Where the words mean something else, leave them.`,
    fix,
  }
}
