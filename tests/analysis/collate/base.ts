/** What the tests of the collation share: kits, spun copies, and how findings are counted. */

import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {collationKit} from '../../../src/analysis/collate/kit.ts'
import type {CollationKit, CopyFinding} from '../../../src/analysis/collate/model.ts'
import {formsOf, stemOf, wordsOf} from '../../../src/analysis/collate/words.ts'
import {restore, splitSentences} from '../../../src/corpus/apparatus.ts'
import {readCorpus} from '../../../src/corpus/corpus.ts'
import {rangesOf} from '../../../src/corpus/lines.ts'
import type {Corpus, Range, StatementId, Witness} from '../../../src/corpus/model.ts'
import {readContent, readWitnessTexts} from '../../../src/site/content.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Where witness files lie, where they lie anywhere. */
export const folder = resolve(root, process.env['LINCHPIN_WITNESSES'] ?? '../shared/witnesses')
export const witnessTexts = readWitnessTexts(folder)
export const {corpus} = readCorpus(readContent(root))
export const kit = collationKit(corpus)

/** The corpus without all that an editor has written about wrong words. */
function withhold({witnesses, terms, formulas, ...rest}: Corpus): Corpus {
  const each = <Id, Record>(records: ReadonlyMap<Id, Record>, change: Partial<Record>) =>
    new Map([...records].map(([id, record]) => [id, {...record, ...change}] as const))
  return {
    ...rest,
    witnesses: each(witnesses, {apparatus: []}),
    terms: each(terms, {spun: [], misspelt: []}),
    formulas: each(formulas, {spun: []}),
  }
}

/** A kit that has never seen a bad copy. */
export const innocentKit: CollationKit = collationKit(withhold(corpus))

export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
}

/** The edition text of a statement, one clause a line. */
export function editionText(id: string): string {
  const sections = corpus.statements.get(id as StatementId)?.sections ?? []
  return sections
    .flatMap(({paragraphs}) => paragraphs.flatMap(({clauses}) => clauses.map(({text}) => text.replaceAll(/\s+/g, ' '))))
    .join('\n')
}

/** A change of a text: where it stands in the changed text, and what stood there. */
export interface Change {
  readonly range: Range
  readonly reads: string
  readonly should: string
}

/** A text with its changes. */
export interface Copy {
  readonly text: string
  readonly changes: readonly Change[]
}

/** A table of synonyms as spinning programs have them. */
export function readTable(name: string): ReadonlyMap<string, string> {
  const rows = JSON.parse(fixture(name)) as {readonly from: string; readonly to: string}[]
  return new Map(rows.map(({from, to}) => [from, to]))
}

/** Replaces whole words by a table: one pass, the longest phrase first, the first letter's case kept. */
export function spin(text: string, table: ReadonlyMap<string, string>): Copy {
  const phrases = [...table.keys()].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const changes: Change[] = []
  let shift = 0
  const spun = text.replaceAll(pattern, (match, offset: number) => {
    const to = table.get(match.toLowerCase()) ?? match
    const reads = /^\p{Lu}/u.test(match) ? to.slice(0, 1).toUpperCase() + to.slice(1) : to
    const start = offset + shift
    shift += reads.length - match.length
    changes.push({range: {start, end: start + reads.length}, reads, should: match})
    return reads
  })
  return {text: spun, changes}
}

/** Every row of a witness's apparatus, as a range of its text. */
export function rowsOf({apparatus}: Witness, text: string): Change[] {
  const changes: Change[] = []
  let lineStart = 0
  for (const [index, line] of text.split('\n').entries()) {
    let at = 0
    for (const [n, sentence] of splitSentences(line).entries()) {
      at = line.indexOf(sentence, at)
      for (const row of apparatus.filter((each) => each.at === `${index + 1}.${n + 1}`)) {
        const range = rangesOf(sentence, row.reads)[(row.nth ?? 1) - 1]
        if (range === undefined) throw new Error(`${row.row} does not stand in its sentence`)
        const start = lineStart + at
        changes.push({
          range: {start: start + range.start, end: start + range.end},
          reads: row.reads,
          should: row.should,
        })
      }
      at += sentence.length
    }
    lineStart += line.length + 1
  }
  return changes
}

/** A witness with its apparatus applied: near the official text, and no part of the project. */
export function restored({apparatus}: Witness, text: string): string {
  return text
    .split('\n')
    .map((line, index) =>
      splitSentences(line)
        .map(
          (sentence, n) =>
            restore(
              sentence,
              apparatus.filter(({at}) => at === `${index + 1}.${n + 1}`),
            ).text,
        )
        .join(' '),
    )
    .join('\n')
}

export interface Count {
  /** Changes that alter something. */
  readonly changes: number
  /** Share of them that a finding is about: it covers a word of `reads` that `should` has not. */
  readonly found: number
  /** Share of them whose finding also proposes a word of `should` that `reads` has not. */
  readonly mended: number
  /** Share of all words of the copy that stand in a finding and in no change's `reads`. */
  readonly wrong: number
  readonly wrongWords: readonly string[]
}

const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end

/** Counts findings against the changes that were made. Rows that keep the reading are no change, and no wrong flag either. */
export function count({text, changes}: Copy, findings: readonly CopyFinding[]): Count {
  const real = changes.filter(({reads, should}) => reads !== should)
  const about = ({range, reads, should}: Change) => {
    const right = new Set(formsOf(should))
    const changed = wordsOf(reads, range.start).filter(({form}) => !right.has(form))
    const places = changed.length === 0 ? [range] : changed.map((word) => word.range)
    return findings.filter((finding) => places.some((place) => overlaps(place, finding.range)))
  }
  const mends = ({reads, should}: Change, expected = '') => {
    const wrong = new Set(formsOf(reads))
    const right = new Set(
      formsOf(should)
        .filter((form) => !wrong.has(form))
        .map(stemOf),
    )
    return formsOf(expected).some((form) => right.has(stemOf(form)))
  }
  const words = wordsOf(text)
  const wrongWords = words.filter(
    ({range}) =>
      findings.some((finding) => overlaps(finding.range, range)) &&
      !changes.some((change) => overlaps(change.range, range)),
  )
  return {
    changes: real.length,
    found: real.filter((change) => about(change).length > 0).length / real.length,
    mended: real.filter((change) => about(change).some(({expected}) => mends(change, expected))).length / real.length,
    wrong: wrongWords.length / words.length,
    wrongWords: wrongWords.map((word) => word.text),
  }
}

/** One line of figures. */
export function figures(what: string, {changes, found, mended, wrong}: Count): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return `${what}: ${changes} changes, found ${percent(found)}, mended ${percent(mended)}, wrongly flagged ${percent(wrong)} of words\n`
}
