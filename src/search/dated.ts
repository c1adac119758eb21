/** Statements by their year and by words of their titles: “Biden Yoon joint statement 2023”. */

import {plainText} from './hits.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'
import type {PagefindData} from './pagefind.ts'

/** Words for what governments issue. */
const issued = /^(?:(?:statement|communique|declaration|readout|release)s?|(?:공동)?(?:성명|발표문|선언))$/

/**
 * The year in which the statement that a query asks for was issued, and the words that say besides which it is.
 *
 * @returns nothing where the query asks for no statement, or says no year or several
 */
export function yearMeant(
  words: readonly string[],
): {readonly year: string; readonly rest: readonly string[]} | undefined {
  const isYear = (word: string) => /^(?:19|20)\d\d년?$/.test(word)
  const [year, ...others] = words.filter(isYear)
  if (year === undefined || others.length > 0 || !words.some((word) => issued.test(word))) return undefined
  return {year: year.slice(0, 4), rest: contentWords(words.filter((word) => !isYear(word)))}
}

/**
 * Pages in the order in which their titles answer to words: those that have more of them first, then those that have them
 * side by side, then the shorter.
 */
export function titledFirst(pages: readonly PagefindData[], words: readonly string[]): PagefindData[] {
  const stems = new Set(words.map(stemOf))
  const ranked = pages.map((page) => {
    const title = contentWords(foldWords(plainText(page.meta['title'] ?? '')))
    const has = new Set(title.map(stemOf).filter((stem) => stems.has(stem)))
    const run = words.filter((word) => has.has(stemOf(word))).join(' ')
    return {page, has: has.size, isRun: ` ${title.join(' ')} `.includes(` ${run} `), length: title.length}
  })
  return ranked
    .toSorted((a, b) => b.has - a.has || Number(b.isRun) - Number(a.isRun) || a.length - b.length)
    .map(({page}) => page)
}
