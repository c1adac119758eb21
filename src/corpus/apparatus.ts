/** Witness texts: their sentences, and what the apparatus makes of them. */

import {rangesOf} from './lines.ts'
import type {Emendation, Range, SentenceNumber} from './model.ts'

/** The text of a witness as it was received, by sentence. Never part of the project. */
export type WitnessSentences = ReadonlyMap<SentenceNumber, string>

/** Full stops that end an abbreviation and not a sentence. */
const abbreviation = /(?:^|[\s(“"])(?:[A-Z]\.)+$|(?:^|\s)(?:Mr|Mrs|Ms|Dr|Gen|No|Art|vs|St)\.$/

/** No initials and no title are longer, in characters. */
const longestAbbreviation = 40

/**
 * Cuts a witness into lines and sentences.
 *
 * A sentence ends with `.`, `!` or `?`, closing quotation marks and brackets
 * included, before a space and a capital letter or an opening mark; not after
 * an abbreviation made of single capitals (`U.S.`) or a common title.
 *
 * @param text the file, one paragraph a line
 */
export function witnessSentences(text: string): WitnessSentences {
  const sentences = new Map<SentenceNumber, string>()
  const lines = text.replace(/\n$/, '').split('\n')
  for (const [line, paragraph] of lines.entries()) {
    for (const [index, sentence] of splitSentences(paragraph).entries()) {
      sentences.set(`${line + 1}.${index + 1}` as SentenceNumber, sentence)
    }
  }
  return sentences
}

/** Cuts running text into sentences. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of paragraph.matchAll(/[.!?][”’"')\]]*\s+(?=[\p{Lu}“"(–\d])/gu)) {
    const end = match.index + match[0].trimEnd().length
    // An abbreviation is short; looking back further would take time with the square of the length.
    if (abbreviation.test(paragraph.slice(Math.max(start, match.index - longestAbbreviation), match.index + 1)))
      continue
    sentences.push(paragraph.slice(start, end))
    start = match.index + match[0].length
  }
  const rest = paragraph.slice(start).trim()
  return rest === '' ? sentences : [...sentences, rest]
}

/** The rows of an apparatus that are about one sentence. */
export function rowsOn(sentence: SentenceNumber, apparatus: readonly Emendation[]): Emendation[] {
  return apparatus.filter(({at}) => at === sentence)
}

/** What keeps a row from being applied. */
export type RowProblem = 'missing' | 'ambiguous' | 'overlap'

export interface Restoration {
  /** The sentence with every sound row applied. */
  readonly text: string
  readonly problems: readonly {readonly row: Emendation; readonly problem: RowProblem}[]
}

/**
 * Applies the rows of one sentence to it. Rows name ranges of the witness, not
 * of each other's results, so their order does not matter.
 */
export function restore(sentence: string, rows: readonly Emendation[]): Restoration {
  const problems: {row: Emendation; problem: RowProblem}[] = []
  const changes: {range: Range; row: Emendation}[] = []
  for (const row of rows) {
    const ranges = rangesOf(sentence, row.reads)
    const range = ranges[(row.nth ?? 1) - 1]
    if (range === undefined) problems.push({row, problem: 'missing'})
    else if (ranges.length > 1 && row.nth === undefined) problems.push({row, problem: 'ambiguous'})
    else if (changes.some((other) => other.range.start < range.end && range.start < other.range.end))
      problems.push({row, problem: 'overlap'})
    else changes.push({range, row})
  }
  changes.sort((a, b) => b.range.start - a.range.start)
  let text = sentence
  for (const {range, row} of changes) text = text.slice(0, range.start) + row.should + text.slice(range.end)
  return {text, problems}
}
