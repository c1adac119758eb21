/** What a query may say besides words: `"exact words"`, `-word`, `forum:scm`, `kind:formula`, `theme:sanctions`, `year:2022..2024`. */

import {foldWords, normalizeQuery} from './normalize.ts'

/** The facets of the index that a query can name. */
export const facetNames = ['kind', 'forum', 'year', 'party', 'theme', 'language'] as const
export type FacetName = (typeof facetNames)[number]

/** A query taken apart. */
export interface Syntax {
  /** What is left of the query without its signs and facets; quoted words stand here too. */
  readonly text: string
  readonly phrases: readonly string[]
  readonly excluded: readonly string[]
  /** Values as typed, in small letters; a year may be a span. */
  readonly facets: Readonly<Partial<Record<FacetName, string>>>
}

/** A sign with what belongs to it, at the beginning of a word. Unpaired quotes and lone signs are no signs. */
const sign = /(?<=^|\s)(?:-"([^"]+)"|"([^"]+)"|-([^\s"-][^\s"]*)|([a-z]+):(?:"([^"]+)"|([^\s"]+)))(?=\s|$)/giu

/** Takes a query apart; whatever is no sign is text, so nothing that is typed is an error. */
export function parseSyntax(query: string): Syntax {
  const phrases: string[] = []
  const excluded: string[] = []
  const facets: Partial<Record<FacetName, string>> = {}
  const text = normalizeQuery(query).replaceAll(sign, (whole, ...groups: (string | undefined)[]): string => {
    const [notPhrase, phrase, notWord, name, quotedValue, value] = groups
    if (notPhrase !== undefined || notWord !== undefined) {
      excluded.push(notPhrase ?? notWord ?? '')
      return ' '
    }
    if (phrase !== undefined) {
      phrases.push(phrase.trim())
      return phrase
    }
    const facet = facetNames.find((candidate) => candidate === name?.toLowerCase())
    if (facet === undefined) return whole
    facets[facet] = (quotedValue ?? value ?? '').toLowerCase()
    return ' '
  })
  return {text: text.replaceAll('"', ' ').replaceAll(/\s+/g, ' ').trim(), phrases, excluded, facets}
}

/**
 * The values of a facet that a typed one means: a span of years; else the same, without case and signs; else those that
 * begin so; else those that have words which begin so.
 *
 * @returns an empty list where it means none
 */
export function valuesMeant(typed: string, values: readonly string[]): string[] {
  const span = /^(\d{4})?\.\.(\d{4})?$/.exec(typed)
  if (span !== null) {
    const [, from = '0000', to = '9999'] = span
    return values.filter((value) => value >= from && value <= to)
  }
  const words = foldWords(typed)
  const whole = words.join(' ')
  const fits = (test: (value: readonly string[]) => boolean) => values.filter((value) => test(foldWords(value)))
  const readings = [
    fits((value) => value.join(' ') === whole),
    fits((value) => value.join(' ').startsWith(whole)),
    fits((value) => words.every((word) => value.some((other) => other.startsWith(word)))),
  ]
  return words.length === 0 ? [] : (readings.find((found) => found.length > 0) ?? [])
}
