/** Counted cells of a long matrix as HTML. Strings, because there is one for each formula in each year. */

import type {Tally} from '../analysis/matrix.ts'
import type {Presence} from '../analysis/presence.ts'

/** Presences that leave something to be told where none of them is an attestation, the most telling first. */
const silent = ['absent', 'doubted', 'not-found', 'unknown'] as const

/** The cell where nothing is attested: the style sheet draws a sign for its word. Short, for most cells are one of them. */
const silentCells: Readonly<Record<(typeof silent)[number], string>> = {
  absent: '<td class="a">absent</td>',
  doubted: '<td class="d">called absent</td>',
  'not-found': '<td class="n">not found</td>',
  unknown: '<td class="u">unknown</td>',
}

/**
 * In how many statements a formula stands, on a ground that is the darker the larger their share is; with a question
 * mark where the words of none of them were seen. Where it stands in none, the most that is known of it.
 */
export function tallyHtml(tally: Tally): string {
  const of = (...presences: readonly Presence[]) => presences.reduce((sum, one) => sum + (tally.get(one) ?? 0), 0)
  const seen = of('exact', 'variant')
  const standing = seen + of('reported')
  if (standing > 0) {
    const all = [...tally.values()].reduce((sum, one) => sum + one, 0)
    return countHtml(standing, all, seen === 0 ? '?' : '')
  }
  const most = silent.find((presence) => tally.has(presence))
  return most === undefined ? '<td></td>' : silentHtml(most)
}

/** A number, on a ground that is the darker the nearer it comes to the most there can be; nothing for 0. */
export function countHtml(count: number, most: number, mark = ''): string {
  return count === 0 ? '<td></td>' : `<td class="s${Math.ceil((4 * count) / most)}">${count}${mark}</td>`
}

/** A cell in which nothing stands. */
export function silentHtml(presence: (typeof silent)[number]): string {
  return silentCells[presence]
}
