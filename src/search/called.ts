/** Which pages are called by the words of a query, whichever of their names have them. */

import {urls} from '../corpus/urls.ts'
import type {NameMatch, Names} from './names.ts'
import {contentWords, reworded, stemOf} from './normalize.ts'
import {rarityOf} from './telling.ts'
import type {Called} from './telling.ts'

/**
 * The pages that are called by the words, whichever of their names have them, best first; a statement stands
 * before its copies, and a page that is called by few other words before one that is called by many.
 *
 * @param least how much of what the words tell the names of a page must have, from 0 to 1
 */
export function findCalled(words: readonly string[], names: Names, least: number): NameMatch[] {
  const content = contentWords(words)
  return names.called
    .map((called) => {
      const some = wordsCalled(content, called)
      return {called, some, share: shareOf(some, content, names)}
    })
    .filter(({share, some}) => some.length > 0 && share >= least)
    .toSorted(
      (a, b) =>
        b.share - a.share ||
        Number(isCopy(a.called)) - Number(isCopy(b.called)) ||
        a.called.stems.size - b.called.stems.size,
    )
    .map(({called: {entry}, share}) => ({entry, name: entry.title, kind: 'label', fit: 'within', score: share}))
}

/** The record of a copy is called by the words of the statement that it copies, which goes before it. */
function isCopy({entry}: Called): boolean {
  return entry.url.startsWith(urls.witnesses())
}

/** Shortest beginning of a word that is taken for the word. */
const shortestBeginning = 5 // letters

/** Which of the words a page is called by: as they are, in another ending, by another word for the same. */
function wordsCalled(words: readonly string[], {stems}: Called): string[] {
  return words.filter((word) =>
    [word, ...reworded([word]).flat()].some((one) => {
      const stem = stemOf(one)
      return stems.has(stem) || (one.length >= shortestBeginning && [...stems].some((other) => other.startsWith(one)))
    }),
  )
}

/** How much of what the words tell these of them tell, from 0 to 1. */
export function shareOf(some: readonly string[], all: readonly string[], names: Names): number {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + rarityOf(word, names), 0)
  const whole = sum(all)
  return whole === 0 ? 0 : sum(some) / whole
}
