/** From what the engine finds to what the box shows. Pure. */

import type {Entry} from './lexicon.ts'
import {foldWords, stemOf} from './normalize.ts'
import type {PagefindData} from './pagefind.ts'

/** A piece of an excerpt; `marked` where it is what was searched for. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

export interface Hit {
  readonly title: string
  readonly url: string
  readonly kind: string
  /** Why the page was found, where its title does not say so. */
  readonly reason?: string
  readonly excerpt: readonly Piece[]
  /** Places within the page, best first. */
  readonly places: readonly {readonly title: string; readonly url: string; readonly excerpt: readonly Piece[]}[]
}

/** Places shown under one page. */
const placeLimit = 3

/**
 * A page and its best places. Excerpts become pieces of text, never HTML.
 *
 * @param words what was searched for, folded
 */
export function hitOf(
  {url, excerpt, meta, filters, sub_results: places}: PagefindData,
  words: readonly string[] = [],
): Hit {
  // A place with all the words, best of all side by side, comes before one that says one of them often.
  const score = (place: (typeof places)[number]) => {
    const said = foldWords(plainText(place.excerpt))
    const stems = new Set(said.map(stemOf))
    const holdsAll = words.every((word) => stems.has(stemOf(word)))
    const holdsPhrase = ` ${said.join(' ')} `.includes(` ${words.join(' ')} `)
    const points = place.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0)
    return points * (holdsPhrase ? 100 : holdsAll ? 10 : 1)
  }
  return {
    title: plainText(meta['title'] ?? url),
    url,
    kind: filters['kind']?.[0] ?? '',
    excerpt: pieces(excerpt),
    places: places
      .filter((place) => place.url.includes('#'))
      .map((place, index) => ({place, index, points: score(place)}))
      .sort((a, b) => b.points - a.points || a.index - b.index)
      .slice(0, placeLimit)
      .map(({place}) => ({title: plainText(place.title), url: place.url, excerpt: pieces(place.excerpt)})),
  }
}

/** A page that is known by name only, as the lexicon has it. */
export function entryHit(entry: Pick<Entry, 'title' | 'url' | 'kind' | 'gloss'> | undefined): Hit {
  if (entry === undefined) return {title: '', url: '', kind: '', excerpt: [], places: []}
  const {title, url, kind, gloss} = entry
  return {title, url, kind, excerpt: gloss === '' ? [] : [{text: gloss, marked: false}], places: []}
}

/** Stands between the names in a page’s `forms`; no name holds it. */
export const formSeparator = ' | '

/** Reads an excerpt: `<mark>` marks, character references are characters, every other tag is text. */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const marked = part.startsWith('<mark>')
      return {text: plainText(marked ? part.slice('<mark>'.length, -'</mark>'.length) : part), marked}
    })
}

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
}

/** Character references of the engine’s texts as characters. */
export function plainText(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#39|#x27|nbsp);/g, (_, name: string) => references[name] ?? '')
}
