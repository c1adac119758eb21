/** Titles of offices, and where they stand beside a name. */

import type {Occurrence, Office, Person} from '../corpus/model.ts'

/** What stands before `of`, `for` or `to`: *First Vice Minister* of Foreign Affairs. */
function rankOf(title: string): string {
  return title.split(/ (?:of|for|to) /)[0] ?? title
}

/** Whether an office is called so, in full or by its rank; *first* and *acting* may be left out. */
export function isCalled({title}: Office, said: string): boolean {
  const rank = rankOf(title)
  return [title, rank, rank.replace(/^(?:Acting|First) /, '')].includes(said)
}

/** The titles of offices that the edition knows, and where they stand beside a name. */
export class Titles {
  /** Full titles and ranks by their first word, the longest first. */
  readonly #byFirstWord = new Map<string, string[]>()
  readonly #ranks = new Set<string>()

  constructor(people: Iterable<Person>) {
    const all = new Set<string>()
    for (const {offices} of people) {
      for (const {title} of offices) {
        const rank = rankOf(title)
        this.#ranks.add(rank).add(rank.replace(/^(?:Acting|First) /, ''))
        all.add(title)
      }
    }
    for (const title of [...all, ...this.#ranks].toSorted((a, b) => b.length - a.length)) {
      const [first = ''] = title.split(' ')
      const list = this.#byFirstWord.get(first)
      if (list === undefined) this.#byFirstWord.set(first, [title])
      else list.push(title)
    }
  }

  /** `President` before or in the name, or a title between commas behind it. */
  beside({text, range}: Occurrence): string | undefined {
    const name = text.slice(range.start, range.end)
    return this.#before(text.slice(0, range.start)) ?? this.#first(name) ?? this.#behind(text.slice(range.end))
  }

  #before(text: string): string | undefined {
    const words = /(?:\p{Lu}[\p{L}-]* )+$/u.exec(text.slice(-80))?.[0].trimEnd().split(' ') ?? []
    const earlier = text.slice(0, text.length - words.join(' ').length - 1).trimEnd()
    if (/\b(?:former|then|late)$/i.test(earlier)) return undefined
    const titles = words.map((_, index) => words.slice(index).join(' ').replace(/s$/, ''))
    return titles.find((title) => this.#ranks.has(title))
  }

  #behind(text: string): string | undefined {
    return text.startsWith(', ') ? this.#first(text.slice(2)) : undefined
  }

  #first(text: string): string | undefined {
    const [first = ''] = text.split(' ', 1)
    return this.#byFirstWord
      .get(first.replace(/,$/, ''))
      ?.find((title) => text.startsWith(title) && !/^[\p{L}\p{N}]/u.test(text.slice(title.length)))
  }
}
