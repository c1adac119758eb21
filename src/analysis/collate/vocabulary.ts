/** Words that stand for others: what the copy does to single words and phrases, everywhere. */

import {isReported} from './beside.ts'
import type {Exchange} from './beside.ts'
import type {AlignedCopy, ExactPlace} from './exact.ts'
import {clausesOf, pairsOf} from './exact.ts'
import {namesIn} from './lexicon.ts'
import type {Lexicon} from './lexicon.ts'
import {at, rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {RecordClause} from './clauses.ts'
import type {Counterpart} from './paraphrase.ts'
import type {SubstitutionTable} from './substitutions.ts'
import {modals} from './words.ts'
import type {Word} from './words.ts'

/** Differences from words that are known exactly. */
export function exactMarks(places: readonly ExactPlace[]): Mark[] {
  return places.flatMap(({differences, record, kind, clause, formulas: [formula], term}) =>
    differences
      .flatMap((difference) => (kind === 'text' ? [difference] : pairsOrWhole(difference)))
      .filter(({found, expected}) => found.length > 0 && !isInflection(found, expected) && !isGrammar(found, expected))
      .map(({found, expected}): Mark => {
        const [a, b] = [found[0]?.form ?? '', expected[0]?.form ?? '']
        const modal = found.length === 1 && expected.length === 1 && modals.has(a) && modals.has(b)
        return {
          kind: modal ? 'modal' : kind === 'name' ? 'name' : formula === undefined ? 'quotation' : 'formula',
          range: rangeOf(found),
          ...(expected.length === 0 ? {} : {expected: printed(expected)}),
          ...at(clause),
          weight: kind === 'text' && expected.length === 0 ? 'likely' : 'certain',
          because: because(kind, record),
          ...(formula === undefined ? {} : {formula}),
          ...(term === undefined ? {} : {term}),
        }
      }),
  )
}

function because(kind: ExactPlace['kind'], record: string): string {
  if (kind === 'name') return `The name is “${record}”.`
  return kind === 'quotation' ? `The statement has “${record}”.` : `The edition text has “${record}”`
}

function pairsOrWhole(difference: ExactPlace['differences'][number]): ExactPlace['differences'] {
  const pairs = pairsOf(difference)
  return pairs.length > 0 ? pairs : difference.expected.length === 0 ? [] : [difference]
}

/** Whether two phrases are the same but for endings: reported speech, a plural. */
function isInflection(found: readonly Word[], expected: readonly Word[]): boolean {
  return found.length === expected.length && found.every(({stem}, index) => stem === expected[index]?.stem)
}

/** Whether the only change is that of reported speech: `will` to `would`. */
function isGrammar([copy, ...more]: readonly Word[], [record, ...rest]: readonly Word[]): boolean {
  return (
    copy !== undefined && record !== undefined && more.length + rest.length === 0 && isReported(record.form, copy.form)
  )
}

function printed(words: readonly Word[]): string {
  return words.map(({text}) => text).join(' ')
}

/** Words of the copy that are known to be right: they stand in exact places and differ in nothing. */
export function soundWords(places: readonly ExactPlace[]): ReadonlySet<number> {
  const sound = new Set<number>()
  for (const {found, differences, likeness} of places) {
    if (likeness < 0.6) continue
    const different = new Set(differences.flatMap((difference) => difference.found))
    for (const word of found) if (!different.has(word)) sound.add(word.range.start)
  }
  return sound
}

/** Share of its places in which a word of the edition’s own vocabulary must stand for another. */
const pure = 0.75

/** Every place of a substitution that the copy was seen to make. */
export function learnedMarks(
  copy: AlignedCopy,
  table: SubstitutionTable,
  lexicon: Lexicon,
  sound: ReadonlySet<number>,
): Mark[] {
  return copy.sentences.flatMap(({words}, index) => {
    const clauses = clausesOf(copy, index)
    const named = new Set(
      namesIn(words, lexicon)
        .filter(({start, end}) => end - start > 1)
        .flatMap(({start, end}) => words.slice(start, end)),
    )
    return table.unitsOf(words).flatMap((unit): Mark[] => {
      const options = table.of(unit.words)
      if (options.length === 0 || unit.words.some((word) => named.has(word) || sound.has(word.range.start))) return []
      const support = options
        .map((option) => ({option, clause: clauses.find((clause) => supports(clause, option.stems, unit.words))}))
        .find(({clause}) => clause !== undefined)
      const {option, clause} = support ?? {option: options[0], clause: undefined}
      if (option === undefined || (clause === undefined && !mayApply(unit.words, table, lexicon))) return []
      return [
        {
          kind: unit.words.every(({form}) => modals.has(form)) ? 'modal' : 'spun-word',
          range: rangeOf(unit.words),
          expected: option.expected,
          ...at(clause ?? clauses[0]),
          weight: clause === undefined ? 'possible' : 'likely',
          because:
            clause === undefined
              ? `Elsewhere this copy puts it for “${option.expected}”.`
              : `Elsewhere this copy puts it for “${option.expected}”, which clause ${clause.n} has.`,
        },
      ]
    })
  })
}

/** Whether a clause has what the words may stand for, and not the words. */
function supports({stems: theirs}: RecordClause, stems: readonly string[], found: readonly Word[]): boolean {
  return stems.every((stem) => theirs.has(stem)) && !found.every(({stem}) => theirs.has(stem))
}

function mayApply(found: readonly Word[], table: SubstitutionTable, lexicon: Lexicon): boolean {
  const light = found.every(({light}) => light)
  if (light && !found.every(({form}) => modals.has(form))) return false
  if (!light && found.some(({stem, light: small}) => !small && !lexicon.knows(stem))) return true
  const shown = table.of(found).reduce((sum, {weight}) => sum + weight, 0)
  return table.purity(found) >= pure && (shown >= 1.5 || found.length > 1)
}

/** Single differences from our restatement, where the copy’s word is none of the edition’s. */
export function counterpartMarks(
  copy: AlignedCopy,
  pairs: readonly Counterpart[],
  lexicon: Lexicon,
  sound: ReadonlySet<number>,
): Mark[] {
  return pairs.flatMap(({found, expected, sentence}): Mark[] => {
    if (found.some((word) => !lexicon.isForeign(word) || sound.has(word.range.start))) return []
    if (isSameWord(found, expected)) return []
    const [clause] = clausesOf(copy, sentence)
    return [
      {
        kind: 'spun-word',
        range: rangeOf(found),
        expected: printed(expected),
        ...at(clause),
        weight: 'possible',
        because: `The edition never uses the word; where it stands, ${clause === undefined ? 'the clause' : `clause ${clause.n}`} has “${printed(expected)}”.`,
      },
    ]
  })
}

/** Letters at the beginning by which two words are taken for one family, however the one is derived from the other. */
const family = 4

/** Whether what differs is only how a word is derived or a number is written: `opposition` and `oppose`, `70` and `seventy`. */
function isSameWord([copy]: readonly Word[], [record]: readonly Word[]): boolean {
  if (copy === undefined || record === undefined) return false
  return /^\p{N}/u.test(copy.form) || copy.form.slice(0, family) === record.form.slice(0, family)
}

/** Modal verbs and quantifiers beside a word that the clause has beside another. */
export function exchangeMarks(exchanges: readonly Exchange[], spun: boolean): Mark[] {
  return exchanges
    .filter(({modal}) => modal || spun)
    .map(({found, expected, clause, modal}) => ({
      kind: modal ? 'modal' : 'spun-word',
      range: rangeOf(found.slice(0, 1)),
      expected: expected[0].text.toLowerCase(),
      clause: clause.n,
      weight: 'likely',
      because: `Before “${expected[1].text}” clause ${clause.n} has “${expected[0].text}”.`,
    }))
}
