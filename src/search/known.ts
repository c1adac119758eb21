/** Which words an edition has, and which of them a strange one was probably meant to be. */

import {hasHangul, withoutParticle} from './hangul.ts'
import type {Vocabulary} from './lexicon.ts'
import type {Names} from './names.ts'
import {stemOf} from './normalize.ts'
import {correct} from './spelling.ts'
import {hasBeginning} from './texts.ts'

/** Made once: a query is mended at each letter that is typed. */
const made = new WeakMap<Vocabulary, Known>()

/** The words of an edition. */
export function knownOf(names: Names, vocabulary: Vocabulary): Known {
  const known = made.get(vocabulary) ?? new Known(names, vocabulary)
  made.set(vocabulary, known)
  return known
}

/** Which words the edition has. */
class Known {
  readonly #lists: readonly (readonly string[])[]
  readonly #sorted: readonly string[]
  readonly #stems: ReadonlySet<string>
  readonly #abbreviations: ReadonlySet<string>

  constructor({words, abbreviations}: Names, {common, rare}: Vocabulary) {
    this.#abbreviations = abbreviations
    const named = [...words]
    this.#lists = [named, common.split(' '), rare.split(' ')]
    const all = this.#lists.flat()
    this.#sorted = all.toSorted()
    this.#stems = new Set(all.map(stemOf))
  }

  has(word: string): boolean {
    if (hasHangul(word)) return withoutParticle(word).some((stem) => hasBeginning(this.#sorted, stem))
    return this.#stems.has(stemOf(word)) || (word.length >= 3 && hasBeginning(this.#sorted, word))
  }

  /** The word that was probably meant; for an abbreviation another one, and no ordinary word. */
  correct(word: string, isAbbreviation = false): string | undefined {
    return correct(word, isAbbreviation ? [[...this.#abbreviations]] : this.#lists, this.#abbreviations)
  }
}
