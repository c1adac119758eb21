/** From what the engine finds to what the box shows. Pure. */

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
  readonly excerpt: readonly Piece[]
  /** Places within the page, best first. */
  readonly places: readonly {readonly title: string; readonly url: string; readonly excerpt: readonly Piece[]}[]
}

/** Places shown under one page. */
const placeLimit = 3

/** A page and its best places. Excerpts become pieces of text, never HTML. */
export function hitOf({url, excerpt, meta, filters, sub_results: places}: PagefindData): Hit {
  const score = (place: (typeof places)[number]) =>
    place.weighted_locations.reduce((sum, {balanced_score: points}) => sum + points, 0)
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

/**
 * Puts pages first that bear the query as a name: the entry of what was typed
 * comes before pages that only mention it. Otherwise the engine's order stays.
 */
export function rank(pages: readonly PagefindData[], query: string): PagefindData[] {
  const wanted = foldName(query)
  const isNamed = ({meta}: PagefindData) =>
    [meta['title'] ?? '', ...(meta['forms'] ?? '').split(formSeparator)].some((form) => foldName(form) === wanted)
  return [...pages].sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
}

/** Stands between the names in a page's `forms`; no name holds it. */
export const formSeparator = ' | '

/** A name without case, punctuation and spaces: `U.S.-ROK` is `usrok`. */
function foldName(name: string): string {
  return plainText(name)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]/gu, '')
}

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

function plainText(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#39|#x27|nbsp);/g, (_, name: string) => references[name] ?? '')
}
