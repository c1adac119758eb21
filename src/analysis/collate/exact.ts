/**
 * Places of the copy whose right words are known exactly: quotations, names
 * of terms, and sentences that were copied from this edition.
 */

import type {FormulaId, TermId} from '../../corpus/model.ts'
import type {Alignment} from './align.ts'
import {namesIn} from './lexicon.ts'
import type {Lexicon, Name} from './lexicon.ts'
import type {RecordClause} from './clauses.ts'
import {parallel} from './parallel.ts'
import type {Difference, Parallel} from './parallel.ts'
import type {SubstitutionTable} from './substitutions.ts'
import type {Sentence} from './text.ts'
import {modals} from './words.ts'
import type {Word} from './words.ts'

/** Words of the record and the place of the copy that answers to them. */
export interface ExactPlace extends Parallel {
  readonly kind: 'quotation' | 'name' | 'text'
  readonly record: string
  readonly sentence: number
  readonly clause?: RecordClause
  readonly formulas: readonly FormulaId[]
  readonly term?: TermId
}

/** A quotation is found from this likeness on. */
const quoted = 0.3
/** A sentence is taken from this edition from this likeness on; official sentences and ours are far less alike. */
const copied = 0.6

/** Fewest sentences that show where they are from: a single official one may happen to be like ours. */
const fewestCopied = 4

/** Share of its words that a copied sentence may have more or fewer: a phrase may stand for a word. */
const lengthening = 0.35

/** The copy, aligned, as the search for exact places needs it. */
export interface AlignedCopy {
  readonly sentences: readonly Sentence[]
  readonly alignments: readonly Alignment[]
  readonly clauses: readonly RecordClause[]
}

/** Every exact place, with what the table knows so far. */
export function exactPlaces(copy: AlignedCopy, table: SubstitutionTable, lexicon: Lexicon): ExactPlace[] {
  const texts = copiedSentences(copy, table)
  const whole = new Set(texts.map(({sentence}) => sentence))
  const names = copy.sentences.flatMap((sentence, index) =>
    whole.has(index) ? [] : damagedNames(sentence, index, clausesOf(copy, index), table, lexicon),
  )
  return [...quotationPlaces(copy, table), ...texts, ...names]
}

/** The clauses a sentence answers to. */
export function clausesOf({alignments, clauses}: AlignedCopy, sentence: number): RecordClause[] {
  return (alignments[sentence]?.clauses ?? []).flatMap((index) => clauses[index] ?? [])
}

/** Each quotation in the sentence that is most like it, of those that answer to its clause. */
function quotationPlaces(copy: AlignedCopy, table: SubstitutionTable): ExactPlace[] {
  const sentencesOf = new Map<RecordClause, number[]>()
  for (const index of copy.sentences.keys())
    for (const clause of clausesOf(copy, index)) sentencesOf.set(clause, [...(sentencesOf.get(clause) ?? []), index])
  return [...sentencesOf].flatMap(([clause, indexes]) =>
    clause.quotations.flatMap(({phrase, formulas}) => {
      const places = indexes.map((sentence): ExactPlace => {
        const found = trimmed(parallel(table.unitsOf(copy.sentences[sentence]?.words ?? []), phrase.words))
        return {...found, kind: 'quotation', record: phrase.text, sentence, clause, formulas}
      })
      const [best] = places.sort((a, b) => b.likeness - a.likeness)
      return best !== undefined && best.likeness >= quoted && hasContent(best.kept, best) ? [best] : []
    }),
  )
}

/**
 * A place without what it begins or ends with where that is no replacement:
 * who quotes the end of a formula has other words before it. Whoever replaces
 * words puts function words for function words.
 */
function trimmed(place: Parallel): Parallel {
  const {differences, found} = place
  const [first, last] = [differences[0], differences.at(-1)]
  const outside = new Set(
    [
      ...(first !== undefined && first.found[0] === found[0] ? [first] : []),
      ...(last !== undefined && last.found.at(-1) === found.at(-1) ? [last] : []),
    ].filter((difference) => difference.found.length > 1 && !isReplacement(difference)),
  )
  const words = new Set([...outside].flatMap((difference) => difference.found))
  return {
    ...place,
    found: found.filter((word) => !words.has(word)),
    differences: differences.map((each) => (outside.has(each) ? {found: [], expected: each.expected} : each)),
  }
}

/** Whether words can stand for words, each for each: none where a function word faces another, or none. */
function isReplacement({found, expected}: Difference): boolean {
  return (
    found.length !== expected.length ||
    found.every(
      ({light, form}, index) =>
        light === expected[index]?.light && (!light || form === expected[index].form || modals.has(form)),
    )
  )
}

function hasContent(kept: readonly Word[], {differences}: Parallel): boolean {
  return kept.some(({light}) => !light) || differences.some(({expected}) => expected.length === 1)
}

/**
 * Sentences that are a sentence of the edition text, but for some words; none
 * unless half of the copy is. Where it is, the others need to be less alike.
 */
function copiedSentences(copy: AlignedCopy, table: SubstitutionTable): ExactPlace[] {
  const places = copy.sentences.flatMap(({words}, sentence): ExactPlace[] => {
    const records = clausesOf(copy, sentence).flatMap((clause) =>
      clause.sentences
        .filter((record) => Math.abs(record.words.length - words.length) <= words.length * lengthening)
        .map((record): ExactPlace => {
          const found = parallel(table.unitsOf(words), record.words)
          return {...found, kind: 'text', record: record.text, sentence, clause, formulas: []}
        }),
    )
    const [best] = records.toSorted((a, b) => b.likeness - a.likeness)
    return best === undefined || best.found.length < words.length * (1 - lengthening) ? [] : [best]
  })
  const sure = places.filter(({likeness}) => likeness >= copied)
  return sure.length >= Math.max(fewestCopied, copy.sentences.length / 2)
    ? places.filter(({likeness}) => likeness >= quoted)
    : []
}

/** Names that stand here almost; where two claim the same words, the one of which more stands there. */
function damagedNames(
  {words}: Sentence,
  sentence: number,
  clauses: readonly RecordClause[],
  table: SubstitutionTable,
  lexicon: Lexicon,
): ExactPlace[] {
  const units = table.unitsOf(words)
  const intact = namesIn(words, lexicon).filter(({start, end}) => end - start > 1)
  const named = new Set(intact.map(({name}) => name.term.id))
  const due = new Set(clauses.flatMap(({terms}) => terms))
  const own = new Set(words.map(({stem}) => stem))
  const stems = new Set([...own, ...units.flatMap(({standsFor}) => [...standsFor])])
  const places = [...candidates(words, lexicon)].flatMap((name): ExactPlace[] => {
    if (named.has(name.term.id) || !isLikely(name, stems, own)) return []
    const place = parallel(units, name.words)
    const from = place.found[0] === undefined ? -1 : words.indexOf(place.found[0])
    const abbreviated = name.term.abbr !== undefined && words[from + place.found.length]?.text === name.term.abbr
    const changed = place.differences.flatMap(({found}) => found)
    if (intact.some(({start, end}) => changed.some((word) => words.slice(start, end).includes(word)))) return []
    if (!isDamaged(place, name, {abbreviated, due: due.has(name.term.id)}, lexicon)) return []
    const clause = clauses.find(({terms}) => terms.includes(name.term.id)) ?? clauses[0]
    const where = clause === undefined ? {} : {clause}
    return [{...place, kind: 'name', record: name.text, sentence, formulas: [], term: name.term.id, ...where}]
  })
  const taken = new Set<Word>()
  return places
    .sort((a, b) => b.kept.length - a.kept.length || b.likeness - a.likeness)
    .filter(({found}) => {
      if (found.some((word) => taken.has(word))) return false
      for (const word of found) taken.add(word)
      return true
    })
}

/** Least share of a name's content words that a sentence must have for a closer look. */
const glimpse = 0.3

/** Whether a sentence has enough of a name, itself or by stand-ins, and not all of it. */
function isLikely({words}: Name, stems: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  const content = words.filter(({light}) => !light)
  const shared = content.filter(({stem}) => stems.has(stem)).length
  return shared >= content.length * glimpse && content.some(({stem}) => !own.has(stem))
}

/** Names of several words that share a content word with these, each once. */
function candidates(words: readonly Word[], {namesByStem}: Lexicon): ReadonlySet<Name> {
  return new Set(words.flatMap(({light, stem}) => (light ? [] : (namesByStem.get(stem) ?? []))))
}

/**
 * Whether some words are a name with words replaced, and not other words.
 *
 * The words that differ must be no part of another name. The abbreviation of
 * the name beside it is proof; so, nearly, is that the clause has the term.
 * Without either, more than half of a proper name has to stand there.
 */
function isDamaged(
  {differences, likeness, found}: Parallel,
  {words, text}: Name,
  {abbreviated, due}: {readonly abbreviated: boolean; readonly due: boolean},
  lexicon: Lexicon,
): boolean {
  if (differences.length === 0 || text.includes('(') || Math.abs(found.length - words.length) > 1) return false
  const pairs = differences.flatMap(pairsOf)
  const proper = isProper(words)
  const sound = pairs.every(
    (pair) =>
      pair.found.every(
        ({form, light, text: printed}) =>
          !light && (abbreviated || (!lexicon.isNamePart(form) && (!proper || isCapital(printed)))),
      ) && pair.expected.length === 1,
  )
  if (pairs.length === 0 || pairs.length !== differences.reduce((sum, each) => sum + each.expected.length, 0) || !sound)
    return false
  if (abbreviated) return likeness >= 0.3
  if (!proper)
    return due && likeness >= 0.45 && pairs.every((pair) => pair.found.every(({stem}) => !lexicon.knows(stem)))
  return due ? likeness >= 0.3 : words.length >= 3 && likeness > 0.5
}

/** Whether the content words are written with capitals. */
function isProper(words: readonly Word[]): boolean {
  return words.every(({light, text}) => light || isCapital(text))
}

function isCapital(text: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(text)
}

/** What the places show about the copy: which words stand for which. */
export function learn(table: SubstitutionTable, places: readonly ExactPlace[]): void {
  for (const {differences, kept, kind} of places) {
    for (const word of kept) table.keep(word)
    for (const difference of differences)
      for (const {found, expected} of pairsOf(difference)) table.add(found, expected, kind === 'name' ? 0.8 : 1)
  }
}

/** Cuts a difference into the smallest parts that can be told: word for word where both sides have as many. */
export function pairsOf({found, expected}: Difference): Difference[] {
  const pair = (left: readonly Word[], right: readonly Word[]) =>
    left.flatMap((word, index): Difference[] => {
      const other = right[index]
      return other === undefined || other.form === word.form ? [] : [{found: [word], expected: [other]}]
    })
  if (found.length === expected.length) return pair(found, expected)
  const [first, ...rest] = found
  const [record, ...more] = expected
  if (first !== undefined && record !== undefined && modals.has(first.form) && modals.has(record.form)) {
    return [...pair([first], [record]), ...pairsOf({found: rest, expected: more})]
  }
  const [left, right] = [found, expected].map((words) => words.filter(({light}) => !light))
  if (left !== undefined && right !== undefined && left.length === right.length && left.length > 1)
    return pair(left, right)
  return found.length === 0 || expected.length === 0 ? [] : [{found, expected}]
}
