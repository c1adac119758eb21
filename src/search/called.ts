/** Which pages are called by the words of a query, whichever of their names have them. */

import {urls} from '../corpus/urls.ts'
import type {NameMatch, Names} from './names.ts'
import {contentWords, reworded, stemOf} from './normalize.ts'
import {rarityOf} from './telling.ts'
import type {Called, Told} from './telling.ts'

/**
 * The pages that are called by the words, whichever of their names have them, best first; a statement stands
 * before its copies, and a page that is called by few other words before one that is called by many.
 *
 * @param least how much of what the words tell the names of a page must have, from 0 to 1
 */
export function findCalled(words: readonly string[], names: Names, least: number): NameMatch[] {
  const content = contentWords(words)
  const meant = content.map((word) => stemsFor(word, names))
  const shares = new Map<string, number>()
  const share = (some: readonly string[]) => {
    const key = some.join(' ')
    const found = shares.get(key) ?? shareOf(some, content, names)
    shares.set(key, found)
    return found
  }
  return names.called
    .map((called) => {
      const some = content.filter((_, at) => meant[at]?.some((stem) => called.stems.has(stem)))
      return {called, share: some.length === 0 ? undefined : share(some)}
    })
    .filter((one): one is {called: Called; share: number} => one.share !== undefined && one.share >= least)
    .toSorted(
      (a, b) =>
        b.share - a.share ||
        Number(isCopy(a.called)) - Number(isCopy(b.called)) ||
        a.called.stems.size - b.called.stems.size,
    )
    .map(({called: {entry}, share: score}) => ({entry, name: entry.title, kind: 'label', fit: 'within', score}))
}

/** The record of a copy is called by the words of the statement that it copies, which goes before it. */
function isCopy({entry}: Called): boolean {
  return entry.url.startsWith(urls.witnesses())
}

/** Shortest beginning of a word that is taken for the word. */
const shortestBeginning = 5 // letters

/**
 * The stems by which pages are called that a word may mean: its own, those that it begins, those of another word for the
 * same. Pages are many and their stems are few, so a word is compared with each stem once and not with each page.
 */
function stemsFor(word: string, {counts}: Told): string[] {
  const all = [word, ...reworded([word]).flat()].map((one) => ({one, stem: stemOf(one)}))
  return [...counts.keys()].filter((stem) =>
    all.some((other) => other.stem === stem || (other.one.length >= shortestBeginning && stem.startsWith(other.one))),
  )
}

/** How much of what the words tell these of them tell, from 0 to 1. */
export function shareOf(some: readonly string[], all: readonly string[], names: Names): number {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + rarityOf(word, names), 0)
  const whole = sum(all)
  return whole === 0 ? 0 : sum(some) / whole
}
