/** Learning what this copy does to words, from the copy itself. */

import {exchanges} from './beside.ts'
import type {Exchange} from './beside.ts'
import {exactPlaces, learn} from './exact.ts'
import type {AlignedCopy, ExactPlace} from './exact.ts'
import type {Lexicon} from './lexicon.ts'
import {company} from './paraphrase.ts'
import type {Company} from './paraphrase.ts'
import {SubstitutionTable} from './substitutions.ts'
import type {Word} from './words.ts'

export interface Lessons {
  readonly places: readonly ExactPlace[]
  readonly exchanges: readonly Exchange[]
  readonly table: SubstitutionTable
  /** Share of the content words in exact places that the copy has replaced. */
  readonly rate: number
  /** Whether the copy replaces words as a rule, so that looking for more is warranted. */
  readonly spun: boolean
}

/**
 * Learns in two readings, as Yarowsky (1995) bootstraps from a few sure seeds:
 * quotations and names, whose words are known, teach which words stand for
 * which; with these, more quotations and names are recognised. A third reading
 * was measured to bring nothing.
 */
export function study(copy: AlignedCopy, lexicon: Lexicon): Lessons {
  return read(copy, read(copy, new SubstitutionTable(), lexicon).table, lexicon)
}

/**
 * One reading, with what is known before it. Words that keep company
 * throughout are learned once the sure places show that the copy replaces
 * words at all.
 */
function read(copy: AlignedCopy, known: SubstitutionTable, lexicon: Lexicon): Lessons {
  const places = exactPlaces(copy, known, lexicon)
  const swaps = exchanges(copy, known)
  const table = new SubstitutionTable()
  learn(table, places)
  const {rate, spun} = rateOf(places)
  if (spun) {
    for (const swap of swaps)
      if (swap.modal) table.add(swap.found.slice(0, 1), swap.expected.slice(0, 1), 1)
      else table.add(swap.found, swap.expected, 1)
    for (const link of company(copy, table, lexicon).filter((each) => isCredible(each, lexicon)))
      table.add([linkWord(link.found, link.found)], [linkWord(link.word, link.expected)], link.together / 2)
  }
  return {places, exchanges: swaps, table, rate, spun}
}

function linkWord(form: string, stem: string): Word {
  return {form, stem, text: form, light: false, range: {start: 0, end: 0}}
}

/** Sentences that two of the edition's own words must share to be taken for partners. */
const sentencesOfKnown = 5

/** A word is no partner of its own family; a word the edition itself uses needs more company. */
function isCredible({found, expected, together}: Company, lexicon: Lexicon): boolean {
  if (found.slice(0, 4) === expected.slice(0, 4)) return false
  return !lexicon.knows(found) || together >= sentencesOfKnown
}

/** Least share of replaced words, and least number, at which a copy is taken to replace words as a rule. */
const least = {rate: 0.08, number: 3}

function rateOf(places: readonly ExactPlace[]): {rate: number; spun: boolean} {
  let replaced = 0
  let all = 0
  for (const {differences, kept} of places) {
    const content = differences.filter(({found, expected}) => found.length > 0 && expected.some(({light}) => !light))
    replaced += content.length
    all += content.length + kept.filter(({light}) => !light).length
  }
  const rate = all === 0 ? 0 : replaced / all
  return {rate, spun: rate >= least.rate && replaced >= least.number}
}
