/** Which things of two lists are the same thing: by what they say first, by where they stand last. */

import {wordingDifference} from '../wording.ts'

/** How one list of things is told apart. */
export interface Traits<T> {
  /** Everything it says. Two things with the same content are one thing that may have moved. */
  readonly contentOf: (thing: T) => string
  /** What likeness is judged by. */
  readonly textOf: (thing: T) => string
  /** Its address; each stands once in a list. */
  readonly addressOf: (thing: T) => string
  /** What a thing of the head says it was called before, and what a thing of the base is called. */
  readonly succession?: {readonly namesOf: (head: T) => readonly string[]; readonly nameOf: (base: T) => string}
}

export interface Pairing<T> {
  /** In the order of the base. */
  readonly pairs: readonly (readonly [base: T, head: T])[]
  readonly removed: readonly T[]
  readonly added: readonly T[]
}

/** Two texts of which less than this part is shared do not say the same thing. */
export const likenessLimit = 0.5

/**
 * Pairs two lists. What says itself what it was is believed; then what stands
 * at its old address with its old content is paired, then the same content at another address, then what is most
 * alike, then what has nothing in common but the address.
 *
 * Time grows with the product of what the first three steps leave over.
 */
export function pairUp<T>(base: readonly T[], head: readonly T[], traits: Traits<T>): Pairing<T> {
  const {contentOf, addressOf, succession} = traits
  const partners = new Map<T, T>()
  const taken = new Set<T>()
  const pair = (one: T, other: T) => {
    partners.set(one, other)
    taken.add(other)
  }
  const pairBy = (keyOf: (thing: T) => string) => {
    const waiting = Map.groupBy(
      head.filter((thing) => !taken.has(thing)),
      keyOf,
    )
    for (const thing of base) {
      const found = partners.has(thing) ? undefined : waiting.get(keyOf(thing))?.shift()
      if (found !== undefined) pair(thing, found)
    }
  }
  if (succession !== undefined) {
    const called = new Map(base.map((thing) => [succession.nameOf(thing), thing]))
    for (const thing of head) {
      const before = succession.namesOf(thing).map((name) => called.get(name))
      const first = before.find((one) => one !== undefined && !partners.has(one))
      if (first !== undefined) pair(first, thing)
    }
  }
  pairBy((thing) => JSON.stringify([addressOf(thing), contentOf(thing)]))
  pairBy(contentOf)
  const left = base.filter((thing) => !partners.has(thing))
  const right = head.filter((thing) => !taken.has(thing))
  for (const [one, other] of alike(left, right, traits)) if (!partners.has(one) && !taken.has(other)) pair(one, other)
  pairBy(addressOf)
  return {
    pairs: base.flatMap((thing) => {
      const found = partners.get(thing)
      return found === undefined ? [] : [[thing, found] as const]
    }),
    removed: base.filter((thing) => !partners.has(thing)),
    added: head.filter((thing) => !taken.has(thing)),
  }
}

/** Pairs that are alike enough, the most alike first; of equals the one that kept its address, then the earlier. */
function alike<T>(base: readonly T[], head: readonly T[], {textOf, addressOf}: Traits<T>): (readonly [T, T])[] {
  return base
    .flatMap((one) =>
      head.map((other) => ({
        one,
        other,
        likeness: likeness(textOf(one), textOf(other)),
        stayed: addressOf(one) === addressOf(other),
      })),
    )
    .filter(({likeness}) => likeness >= likenessLimit)
    .sort((x, y) => y.likeness - x.likeness || Number(y.stayed) - Number(x.stayed))
    .map(({one, other}) => [one, other] as const)
}

/** The part of two texts that stands in both, in order and by words: 0 to 1 (Dice, 1945, over characters of shared words). */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  // Of texts whose lengths differ much, not enough can be shared; that spares the comparison.
  if (2 * Math.min(a.length, b.length) < likenessLimit * (a.length + b.length)) return 0
  const shared = wordingDifference(a, b)
    .filter(({type}) => type === 'same')
    .reduce((sum, {text}) => sum + text.length, 0)
  return (2 * shared) / (a.length + b.length)
}

/** What of one list, counted by key, another does not have. */
export function surplus<T>(list: readonly T[], other: readonly T[], keyOf: (thing: T) => string): T[] {
  const counts = new Map<string, number>()
  for (const thing of other) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1)
  return list.filter((thing) => {
    const left = counts.get(keyOf(thing)) ?? 0
    counts.set(keyOf(thing), left - 1)
    return left <= 0
  })
}
