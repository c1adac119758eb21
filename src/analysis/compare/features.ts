/** What the clauses of a statement have that others may have too. */

import {remembering} from '../../corpus/memo.ts'
import type {Comparable} from './model.ts'

/** A formula is the wording itself; a term is what is spoken of; words are ours and only help. */
const kinds = ['formula', 'term', 'word', 'section'] as const

export type Kind = (typeof kinds)[number]

/** Words count as the same from their first letters: *evasion* and *evasions*, *coordinate* and *coordination*. */
const stemLength = 6

/** A formula, a term, a word or a word of the section’s title. */
export interface Feature {
  readonly kind: Kind
  /** An id, or the first letters of a word. */
  readonly name: string
  /** The indexes of the clauses that have it, in their order. */
  readonly clauses: readonly number[]
}

/** The features of a statement’s clauses. */
export interface Features {
  /** In the order in which they are met. */
  readonly all: readonly Feature[]
  readonly named: Readonly<Record<Kind, ReadonlyMap<string, Feature>>>
}

/** Is remembered, for a statement is compared with several others. */
export const featuresOf = remembering(({clauses, formulas}: Comparable): Features => {
  const uses = formulas.flatMap(({id, uses: list}) => list.map(({clause}) => [clause, id] as const))
  const standing = Map.groupBy(uses, ([clause]) => clause)
  const register = new Register()
  for (const [clause, {n, section, text, terms}] of clauses.entries()) {
    for (const [, id] of standing.get(n) ?? []) register.enter(clause, 'formula', id)
    for (const term of terms) register.enter(clause, 'term', term)
    for (const word of wordsOf(text)) register.enter(clause, 'word', stem(word))
    for (const word of wordsOf(section)) register.enter(clause, 'section', stem(word))
  }
  return register
})

type Entry = Feature & {readonly clauses: number[]}

class Register implements Features {
  readonly all: Entry[] = []
  readonly named = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, Entry>>

  /** Says of a clause, after those before it, that it has something. */
  enter(clause: number, kind: Kind, name: string): void {
    const {clauses} = this.named[kind].get(name) ?? this.#add(kind, name)
    if (clauses.at(-1) !== clause) clauses.push(clause)
  }

  #add(kind: Kind, name: string): Entry {
    const entry: Entry = {kind, name, clauses: []}
    this.all.push(entry)
    this.named[kind].set(name, entry)
    return entry
  }
}

/** Lower-case words of a text; a text without any is one word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
}

function stem(word: string): string {
  return word.slice(0, stemLength)
}
