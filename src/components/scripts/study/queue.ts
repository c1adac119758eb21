/** Which card is asked when. */

import type {Card} from '../../../analysis/cards.ts'
import type {Progress} from './progress.ts'

/** What a session has to ask. */
export interface Queue {
  /** What is due, longest due first. */
  readonly due: readonly Card[]
  /** What was never asked, one of each deck in turn. */
  readonly fresh: readonly Card[]
  /** When the next of the others is due, in milliseconds since 1970; absent where none is. */
  readonly next?: number
}

/** Sorts the cards of a choice at a moment, in milliseconds since 1970. */
export function queueOf(cards: readonly Card[], progress: Progress, now: number): Queue {
  const dueAt = ({id}: Card) => Date.parse(progress.get(id)?.due ?? '')
  const known = cards.filter(({id}) => progress.has(id)).toSorted((a, b) => dueAt(a) - dueAt(b))
  const later = known.find((card) => dueAt(card) > now)
  return {
    due: known.filter((card) => dueAt(card) <= now),
    fresh: inTurn(cards.filter(({id}) => !progress.has(id))),
    ...(later === undefined ? {} : {next: dueAt(later)}),
  }
}

function inTurn(cards: readonly Card[]): Card[] {
  const byDeck = [...Map.groupBy(cards, ({deck}) => deck).values()]
  const longest = Math.max(0, ...byDeck.map(({length}) => length))
  return Array.from({length: longest}, (_, index) => byDeck.flatMap((deck) => deck[index] ?? [])).flat()
}

/** A span of time in words: `10 min`, `3 days`. */
export function spanInWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return hours === 1 ? '1 hour' : `${hours} hours`
  const days = Math.round(hours / 24)
  if (days < 60) return days === 1 ? '1 day' : `${days} days`
  const months = Math.round(days / 30.4)
  return months < 24 ? `${months} months` : `${Math.round(months / 12)} years`
}
