import {splitSentences} from '../corpus/apparatus.ts'
import {closeUp} from '../corpus/text.ts'
import type {Attestation, Corpus, Occurrence, Range, Site, StatementId} from '../corpus/model.ts'

/** Words in the text they stand in: an occurrence of a term, an attestation of a formula. */
export type InText = Pick<Occurrence, 'site' | 'text' | 'range'>

/** An occurrence in its sentence. */
export interface Line {
  readonly site: Site
  /** The sentence, cut where the words stand. */
  readonly before: string
  readonly words: string
  readonly after: string
}

/** The occurrences of one place of the edition, under its title. */
export interface LineGroup {
  /** The statement they stand in; none for the glossary and the formulas. */
  readonly statement?: StatementId
  readonly lines: readonly Line[]
}

/** Characters of a sentence that a line has on either side of its words; hardly a sentence has more. */
const reach = 400

/** Cuts the sentence out of an occurrence's text; of one that is endless, what is near the words. */
export function lineOf({site, text, range}: InText): Line {
  const nearStart = Math.max(0, range.start - reach)
  const near = text.slice(nearStart, range.end + reach)
  const {start, end} = sentenceAround(near, {start: range.start - nearStart, end: range.end - nearStart})
  const [from, to] = [nearStart + start, nearStart + end]
  const before = text.slice(from, range.start)
  const after = text.slice(range.end, to)
  return {
    site,
    before: closeUp(from === nearStart && from > 0 ? before.replace(/^\S*/, '…') : before),
    words: text.slice(range.start, range.end),
    after: closeUp(to === range.end + reach && to < text.length ? after.replace(/\S*$/, '…') : after),
  }
}

/** The sentence in which a range begins, and as much more as the range takes. */
function sentenceAround(text: string, range: Range): Range {
  let start = 0
  for (const sentence of splitSentences(text)) {
    const from = text.indexOf(sentence, start)
    const to = from + sentence.length
    if (range.start < to) return {start: from, end: Math.max(to, range.end)}
    start = to
  }
  return {start: 0, end: text.length}
}

/** Groups occurrences by statement, in their order; what stands outside statements comes last. */
export function groupLines(occurrences: readonly InText[]): LineGroup[] {
  const groups = new Map<StatementId | undefined, Line[]>()
  for (const occurrence of occurrences) {
    const statement = 'statement' in occurrence.site ? occurrence.site.statement : undefined
    const lines = groups.get(statement) ?? []
    lines.push(lineOf(occurrence))
    groups.set(statement, lines)
  }
  return [...groups].map(([statement, lines]) => ({lines, ...(statement === undefined ? {} : {statement})}))
}

/** Attestations of one formula in the text of their clauses; what is recorded without a clause is left out. */
export function inClauses(attestations: readonly Attestation[], {graph}: Pick<Corpus, 'graph'>): InText[] {
  const [first] = attestations
  const statements = new Set(attestations.map(({statement}) => statement))
  return (first === undefined ? [] : (graph.clausesWith.get(first.formula) ?? []))
    .filter(({statement}) => statements.has(statement))
    .map(({statement, clause, text, range}) => ({site: {type: 'clause', statement, clause}, text, range}))
}

/** How often something stands in the statements of one year. */
export interface YearCount {
  readonly year: number
  readonly count: number
  /** Statements of the year whose clauses stand here; where there are none, a count of 0 says nothing. */
  readonly edited: number
  /** Statements of the year of which only the record stands here. */
  readonly records: number
}

/**
 * Counts by the year of the statement.
 *
 * @param places the statement of each occurrence or attestation, as often as it stands there
 * @returns every year from the first to the last that has something to say: a
 *   count, or a statement whose clauses stand here
 */
export function countByYear(places: readonly StatementId[], {graph, statements}: Corpus): YearCount[] {
  const counts = Map.groupBy(places, (id) => Number(statements.get(id)?.date.slice(0, 4)))
  const telling = [...graph.years].filter(([year, {edited}]) => counts.has(year) || edited > 0)
  if (telling.length === 0) return []
  const years = telling.map(([year]) => year)
  const first = Math.min(...years)
  return Array.from({length: Math.max(...years) - first + 1}, (_, index) => {
    const year = first + index
    return {year, count: counts.get(year)?.length ?? 0, ...(graph.years.get(year) ?? {edited: 0, records: 0})}
  })
}
