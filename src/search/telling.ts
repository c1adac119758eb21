/** How much the words of a query tell: the fewer pages are called by a word, the more. */

import type {Entry} from './lexicon.ts'
import {foldWords, stemOf} from './normalize.ts'

/** What a page is called by, all its names together. */
export interface Called {
  readonly entry: Entry
  /** The stems of the words of its names, of the offices of a person, and of what a statement or a copy is one of. */
  readonly stems: ReadonlySet<string>
}

/** Kinds of names that call a page; a wording says something besides, and the others are no English or no words of the edition. */
const calling = ['alias', 'abbr'] as const

/** What each page is called by. */
export function calledOf(entries: readonly Entry[]): Called[] {
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]))
  const namesOf = (entry: Entry) => [entry.title, ...calling.flatMap((kind) => entry.names[kind] ?? [])]
  return entries.map((entry) => {
    const copied = byUrl.get(entry.copy?.of ?? '')
    const forum = byUrl.get((entry.statement ?? copied?.statement)?.forum ?? '')
    const names = [entry, copied, forum].flatMap((one) => (one === undefined ? [] : namesOf(one)))
    if (entry.statement !== undefined) names.push('statement')
    if (entry.copy !== undefined) names.push('copy witness')
    if (entry.copy?.isCorrupt === true) names.push('fake')
    const offices = (entry.offices ?? []).map(({title}) => title)
    return {entry, stems: new Set(foldWords([...names, ...offices].join(' ')).map(stemOf))}
  })
}

/** Stems, with how many pages are called by each. */
export function countStems(called: readonly Called[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {stems} of called) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** The stems of the words that countries are called by: most queries name one, and nearly every text. */
export function backgroundOf(called: readonly Called[]): ReadonlySet<string> {
  return new Set(called.flatMap(({entry, stems}) => (entry.isCountry === true ? [...stems] : [])))
}

/** What a word tells that names a country, beside one that is as rare. */
const backgroundShare = 0.4

/**
 * How much a word tells, from 0 where every page is called by it to 1 where none is: inverse document frequency (Spärck
 * Jones 1972), with the names of a page as the document. The words of countries tell less.
 */
export function rarityOf(word: string, {called, counts, background}: Told): number {
  const stem = stemOf(word)
  const rarity = 1 - Math.log(1 + (counts.get(stem) ?? 0)) / Math.log(1 + called.length)
  return background.has(stem) ? backgroundShare * rarity : rarity
}

/** What rarity is measured by. */
export interface Told {
  readonly called: readonly Called[]
  readonly counts: ReadonlyMap<string, number>
  readonly background: ReadonlySet<string>
}
