/** Errors that the edition already knows: apparatuses of its witnesses, and the forms that bad copies print. */

import {rangesOf} from '../../corpus/lines.ts'
import type {AlignedCopy} from './exact.ts'
import {clausesOf, pairsOf} from './exact.ts'
import type {Lexicon} from './lexicon.ts'
import {at, rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {CollationKit, KitRow, KitSubstitution, KitWitness} from './model.ts'
import {parallel} from './parallel.ts'
import type {Difference} from './parallel.ts'
import {modals, wordsOf} from './words.ts'
import type {Word} from './words.ts'

/** A witness that a copy agrees with in its errors, and the marks of its rows. */
export interface Recognized {
  readonly witness: KitWitness
  readonly marks: readonly Mark[]
}

/** Share of the rows on the clauses of the copy at which a witness is recognised, and the fewest rows that tell. */
const recognized = {share: 0.6, rows: 3}

/** The witness of this statement whose readings stand in the copy, each in its sentence. */
export function recognizeWitness(copy: AlignedCopy, statement: string, kit: CollationKit): Recognized | undefined {
  const answered = new Set(
    copy.sentences.flatMap((_, index) =>
      clausesOf(copy, index).flatMap(({from}) => from.map(({witness, sentence}) => `${witness}:${sentence}`)),
    ),
  )
  for (const witness of kit.witnesses.filter((each) => each.statement === statement)) {
    const rows = witness.rows.flatMap((row) => [rowMarks(row, witness, copy)].filter((marks) => marks !== undefined))
    const due = witness.rows.filter(({at: sentence}) => answered.has(`${witness.id}:${sentence}`)).length
    if (rows.length >= recognized.rows && rows.length >= due * recognized.share) {
      return {witness, marks: rows.flat()}
    }
  }
  return undefined
}

function rowMarks(row: KitRow, witness: KitWitness, copy: AlignedCopy): Mark[] | undefined {
  for (const [index, sentence] of copy.sentences.entries()) {
    const clauses = clausesOf(copy, index)
    const clause = clauses.find(({from}) =>
      from.some((each) => each.witness === witness.id && each.sentence === row.at),
    )
    // What lies outside the statement answers to no clause.
    if (clause === undefined && clauses.length > 0) continue
    const range = rangesOf(sentence.text, row.reads)[(row.nth ?? 1) - 1]
    if (range === undefined) continue
    const change = core(wordsOf(row.reads, sentence.range.start + range.start), wordsOf(row.should))
    return changesOf(change).map(({found, expected}) => ({
      kind: isModal(found) && isModal(expected) ? 'modal' : 'spun-word',
      range: rangeOf(found),
      expected: expected.map(({text}) => text).join(' '),
      ...at(clause),
      weight: 'certain',
      because: `The apparatus of ${witness.id} has “${row.should}” for “${row.reads}”.`,
      row: row.row,
    }))
  }
  return undefined
}

/** A change word for word where both sides have as many, so that each finding is about one. */
function changesOf(change: Difference): Difference[] {
  const pairs = pairsOf(change)
  return (pairs.length > 0 ? pairs : [change]).filter(({found}) => found.length > 0)
}

function isModal(words: readonly Word[]): boolean {
  return words.length === 1 && words.every(({form}) => modals.has(form))
}

/** What is left of two phrases without the words they begin and end with alike. */
function core(found: readonly Word[], expected: readonly Word[]): Difference {
  let start = 0
  while (start < found.length && start < expected.length && found[start]?.form === expected[start]?.form) start++
  let end = 0
  const most = Math.min(found.length, expected.length) - start
  while (end < most && found.at(-1 - end)?.form === expected.at(-1 - end)?.form) end++
  return {found: found.slice(start, found.length - end), expected: expected.slice(start, expected.length - end)}
}

/** A form that bad copies print, with what in it differs from the right form. */
interface KnownForm {
  readonly entry: KitSubstitution
  readonly words: readonly Word[]
  /** The words that differ, as indexes into the form. */
  readonly start: number
  readonly end: number
  readonly expected: readonly Word[]
}

/** The dictionary by the first word of its forms, the longest first. */
function dictionaryOf(kit: CollationKit): ReadonlyMap<string, readonly KnownForm[]> {
  const byFirst = new Map<string, KnownForm[]>()
  for (const entry of kit.dictionary) {
    const words = wordsOf(entry.reads)
    const {found, expected} = rightWords(entry, words, kit)
    const [first, different] = [words[0], found[0]]
    if (first === undefined || different === undefined) continue
    const start = words.indexOf(different)
    const form = {entry, words, start, end: start + found.length, expected}
    byFirst.set(first.form, [...(byFirst.get(first.form) ?? []), form])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** The words that differ from the right form, and what they should be. */
function rightWords(entry: KitSubstitution, found: readonly Word[], kit: CollationKit): Difference {
  if (entry.should !== undefined) return core(found, wordsOf(entry.should))
  const term = kit.terms.find(({id}) => id === entry.term)
  const formula = kit.formulas.find(({id}) => id === entry.formula)
  const forms = term === undefined ? (formula?.wordings ?? []) : [term.label, ...term.aliases]
  const units = found.map((word) => ({words: [word], standsFor: new Set<string>()}))
  const [best] = forms.map((form) => parallel(units, wordsOf(form))).toSorted((a, b) => b.kept.length - a.kept.length)
  const [first, ...more] = best === undefined || best.likeness < glimpse ? [] : best.differences.flatMap(pairsOf)
  const clear = first !== undefined && more.length === 0 && first.found.some(({light}) => !light)
  return clear ? first : {found, expected: wordsOf(term?.label ?? forms[0] ?? '')}
}

/** Below this likeness a form shows nothing of the right one, and stands for it whole. */
const glimpse = 0.3

/**
 * Forms that bad copies are known to print. Words that stand in good copies
 * too are marked only where the copy replaces words as a rule and the clause
 * has the right word.
 */
export function dictionaryMarks(copy: AlignedCopy, kit: CollationKit, lexicon: Lexicon, spun: boolean): Mark[] {
  const dictionary = dictionaryOf(kit)
  return copy.sentences.flatMap(({words}, index) => {
    const clauses = clausesOf(copy, index)
    const theirs = new Set(clauses.flatMap(({stems}) => [...stems]))
    return words.flatMap((word, from): Mark[] => {
      for (const form of dictionary.get(word.form) ?? []) {
        if (!form.words.every((each, offset) => words[from + offset]?.form === each.form)) continue
        const found = words.slice(from, from + form.words.length)
        const mark = formMark(form, found, {theirs, spun, lexicon})
        if (mark !== undefined) return [{...mark, ...at(clauses[0])}]
      }
      return []
    })
  })
}

interface Circumstances {
  /** Stems of the clauses. */
  readonly theirs: ReadonlySet<string>
  readonly spun: boolean
  readonly lexicon: Lexicon
}

function formMark(
  {entry, start, end, expected}: KnownForm,
  found: readonly Word[],
  {theirs, spun, lexicon}: Circumstances,
): Mark | undefined {
  const different = found.slice(start, end)
  const content = found.filter(({light}) => !light)
  const foreign = content.some((word) => lexicon.isForeign(word))
  const supported =
    expected.some(({light}) => !light) &&
    expected.every(({stem, light}) => light || theirs.has(stem)) &&
    !different.every(({stem}) => theirs.has(stem))
  const telling = found.length > 1 && foreign
  if (!telling && !(spun && (supported || foreign || content.length > 1))) return undefined
  return {
    kind: entry.term !== undefined ? 'name' : entry.formula !== undefined ? 'formula' : 'spun-word',
    range: rangeOf(different),
    ...(expected.length === 0 ? {} : {expected: expected.map(({text}) => text).join(' ')}),
    weight: telling || supported ? 'likely' : 'possible',
    because: `Bad copies are known to print “${entry.reads}”${entry.should === undefined ? '' : ` for “${entry.should}”`}.`,
    ...(entry.term === undefined ? {} : {term: entry.term}),
    ...(entry.formula === undefined ? {} : {formula: entry.formula}),
  }
}
