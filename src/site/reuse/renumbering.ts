/** Which of the facts that pages read are kept: most that were ever looked at are read by no page of now. */

import {packReading, unpackReading} from './packing.ts'
import type {RoutePaths} from './paths.ts'
import type {Noted, NotedPage} from './remaking.ts'
import {isShared} from './watching.ts'
import type {Fact, Reading} from './watching.ts'

/** What pages have read, told one by one and once. */
export interface Renumbered {
  readonly loose: Reading
  readonly facts: Iterable<Fact | Reading>
  readonly routes: Iterable<readonly [key: string, paths: RoutePaths]>
  readonly pages: Iterable<NotedPage>
}

/**
 * Leaves out the facts that nothing has read, and numbers the others anew, in the same order. Each is made when it is
 * asked for: all of them once more would take 80 MB at ten thousand statements.
 *
 * @throws RangeError where a page has read a fact that there is not
 */
export function renumbered(noted: Noted): Renumbered {
  const {facts, loose, routes, pages} = noted
  const numbers = numbersOf(noted)
  const again = (reading: Reading): Reading => reading.map((number) => numbers[number] ?? 0)
  return {loose: again(loose), facts: readFacts(), routes: routesAgain(), pages: pagesAgain()}

  function* readFacts() {
    for (const [number, fact] of facts.entries())
      if (numbers[number] !== unread) yield isShared(fact) ? again(fact) : fact
  }

  function* routesAgain() {
    for (const [key, {paths, reading}] of routes) yield [key, {paths, reading: again(reading)}] as const
  }

  function* pagesAgain() {
    for (const page of pages) yield {...page, reading: packReading(again(unpackReading(page.reading)))}
  }
}

/** Instead of a number. */
const unread = 0xffffffff

/** What each fact is numbered among those that were read. */
function numbersOf({facts, loose, routes, pages}: Noted): Uint32Array {
  const numbers = new Uint32Array(facts.length).fill(unread)
  const mark = (reading: Reading): void => {
    for (const number of reading) {
      const fact = facts[number]
      if (fact === undefined) throw new RangeError(`There is no fact ${number}.`)
      if (numbers[number] !== unread) continue
      numbers[number] = 0
      if (isShared(fact)) mark(fact)
    }
  }
  mark(loose)
  for (const {reading} of routes.values()) mark(reading)
  for (const {reading} of pages) mark(unpackReading(reading))
  let count = 0
  for (const [number, one] of numbers.entries()) if (one !== unread) numbers[number] = count++
  return numbers
}
