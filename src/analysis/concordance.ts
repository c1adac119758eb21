import {splitSentences} from '../corpus/apparatus.ts'
import {closeUp} from '../corpus/text.ts'
import type {Occurrence, Site, StatementId} from '../corpus/model.ts'

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

/** Cuts the sentence out of an occurrence's text. */
export function lineOf({site, text, range}: Occurrence): Line {
  const cut = (from: number, to: number): Line => ({
    site,
    before: closeUp(text.slice(from, range.start)),
    words: text.slice(range.start, range.end),
    after: closeUp(text.slice(range.end, to)),
  })
  let start = 0
  for (const sentence of splitSentences(text)) {
    const from = text.indexOf(sentence, start)
    const to = from + sentence.length
    if (range.start < to) {
      const end = Math.max(to, range.end)
      return cut(from, end)
    }
    start = to
  }
  return cut(0, text.length)
}

/** Groups occurrences by statement, in their order; what stands outside statements comes last. */
export function groupLines(occurrences: readonly Occurrence[]): LineGroup[] {
  const groups = new Map<StatementId | undefined, Line[]>()
  for (const occurrence of occurrences) {
    const statement = 'statement' in occurrence.site ? occurrence.site.statement : undefined
    const lines = groups.get(statement) ?? []
    lines.push(lineOf(occurrence))
    groups.set(statement, lines)
  }
  return [...groups].map(([statement, lines]) => ({lines, ...(statement === undefined ? {} : {statement})}))
}
