/** The table of substitutions that a copy makes, learned from the copy itself. */

import type {Word} from './words.ts'
import type {Unit} from './parallel.ts'

/** What some words of the copy stand for. */
export interface Substitution {
  /** The words of the record, as they are printed. */
  readonly expected: string
  readonly stems: readonly string[]
  /** Places that show it; a place in words known exactly counts 1, others less. */
  weight: number
}

/** Substitutions by the stems of the copy’s words, and how often those words stand where the record has them too. */
export class SubstitutionTable {
  readonly #entries = new Map<string, Map<string, Substitution>>()
  readonly #kept = new Map<string, number>()
  /** The most words of a phrase that begins with a stem. */
  readonly #longest = new Map<string, number>()
  #units = new WeakMap<readonly Word[], Unit[]>()

  /** Notes that words of the copy stand for words of the record. */
  add(found: readonly Word[], expected: readonly Word[], weight: number): void {
    const key = keyOf(found)
    const text = expected.map(({form}) => form).join(' ')
    if (found.length === 0 || expected.length === 0 || found.length > 4 || key === keyOf(expected)) return
    const row = this.#entries.get(key) ?? new Map<string, Substitution>()
    const entry = row.get(text) ?? {expected: text, stems: expected.map(({stem}) => stem), weight: 0}
    entry.weight += weight
    row.set(text, entry)
    this.#entries.set(key, row)
    const first = found[0]?.stem ?? ''
    this.#longest.set(first, Math.max(this.#longest.get(first) ?? 1, found.length))
    this.#units = new WeakMap()
  }

  /** Notes that a word stands where the record has it. */
  keep(word: Word): void {
    this.#kept.set(word.stem, (this.#kept.get(word.stem) ?? 0) + 1)
  }

  /** What words of the copy stand for, best shown first. */
  of(found: readonly Word[]): readonly Substitution[] {
    return [...(this.#entries.get(keyOf(found))?.values() ?? [])].sort((a, b) => b.weight - a.weight)
  }

  /** Of the places where these words could be compared, the share in which they stand for others. */
  purity(found: readonly Word[]): number {
    const replaced = this.of(found).reduce((sum, {weight}) => sum + weight, 0)
    const kept = found.length === 1 ? (this.#kept.get(found[0]?.stem ?? '') ?? 0) : 0
    return replaced === 0 ? 0 : replaced / (replaced + kept)
  }

  /** Words as units, the longest known phrases first. */
  unitsOf(words: readonly Word[]): readonly Unit[] {
    const before = this.#units.get(words)
    if (before !== undefined) return before
    const units: Unit[] = []
    for (let at = 0; at < words.length;) {
      let length = Math.min(this.#longest.get(words[at]?.stem ?? '') ?? 1, words.length - at)
      while (length > 1 && !this.#entries.has(keyOf(words.slice(at, at + length)))) length--
      const unit = words.slice(at, at + length)
      const standsFor = new Set(this.of(unit).flatMap(({stems}) => (stems.length === 1 ? stems : [])))
      units.push({words: unit, standsFor})
      at += length
    }
    this.#units.set(words, units)
    return units
  }
}

function keyOf(words: readonly Word[]): string {
  return words.map(({stem}) => stem).join(' ')
}
