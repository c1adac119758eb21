/** Counted cells of a long matrix as HTML. Strings, because there is one for each formula in each year. */

import type {Tally} from '../analysis/matrix.ts'
import type {Presence} from '../analysis/presence.ts'

/** What a row or a column of counts is about. */
export interface Counted {
  readonly label: string
  /** Where it leads, if anywhere. */
  readonly url?: string | undefined
}

/** Presences that leave something to be told where none of them is an attestation, the most telling first. */
const silent = ['absent', 'doubted', 'not-found', 'unknown'] as const

/** The cell where nothing is attested: the style sheet draws a sign for its word. Short, for most cells are one of them. */
const silentCells: Readonly<Record<(typeof silent)[number], string>> = {
  absent: '<td class="a">absent</td>',
  doubted: '<td class="d">called absent</td>',
  'not-found': '<td class="n">not found</td>',
  unknown: '<td class="u">unknown</td>',
}

/** The share of the counted statements in which a formula stands, in whatever words; 0 where there are none. */
export function shareOf(tally: Tally): number {
  const all = [...tally.values()].reduce((sum, one) => sum + one, 0)
  return all === 0 ? 0 : countOf(tally, ...standing) / all
}

const standing = ['exact', 'variant', 'reported'] as const

function countOf(tally: Tally, ...presences: readonly Presence[]): number {
  return presences.reduce((sum, one) => sum + (tally.get(one) ?? 0), 0)
}

/**
 * In how many statements a formula stands, on a ground that is the stronger the larger their share is; with a question
 * mark where the words of none of them were seen. Where it stands in none, the most that is known of it.
 *
 * @param most the largest share of the table
 */
export function tallyHtml(tally: Tally, most: number): string {
  const count = countOf(tally, ...standing)
  if (count > 0)
    return shadedHtml(`${count}${countOf(tally, 'exact', 'variant') === 0 ? '?' : ''}`, shareOf(tally) / most)
  const known = silent.find((presence) => tally.has(presence))
  return known === undefined ? '<td></td>' : silentHtml(known)
}

/** A number, on a ground that is the stronger the nearer it comes to the most there is; nothing for 0. */
export function countHtml(count: number, most: number): string {
  return count === 0 ? '<td></td>' : shadedHtml(String(count), count / most)
}

function shadedHtml(words: string, share: number): string {
  return `<td class="s${Math.ceil(4 * share)}">${words}</td>`
}

/** A cell in which nothing stands. */
export function silentHtml(presence: (typeof silent)[number]): string {
  return silentCells[presence]
}
