/** From what the engine finds to what the box shows. Pure. */

import type {Range} from '../corpus/model.ts'
import {rangesOf} from './found.ts'
import type {Entry} from './lexicon.ts'
import {kindOf} from './names.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'
import type {PagefindData, PagefindSubResult} from './pagefind.ts'

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

/** Kinds of page that are short enough to be shown as one. */
const whole: ReadonlySet<string> = new Set(['Glossary', 'Person'])

/** Places shown under one page. */
const placeLimit = 3

/**
 * A page and its best places: those with all the words first, best of all side by side. Excerpts become pieces of text,
 * never HTML. Marked is what was typed; where nothing of it stands there, what the engine searched in its place.
 *
 * @param typed what was searched for; without it the engine’s marks stand
 */
export function hitOf({url, content, excerpt, meta, filters, sub_results: all}: PagefindData, typed = ''): Hit {
  const words = contentWords(foldWords(typed))
  const isTyped = (text: string) => rangesOf(unmarked(text), typed).length > 0
  const own = [excerpt, ...all.map((place) => place.excerpt)].some(isTyped)
  const cut = (text: string) => {
    const told = opened(text, content)
    return own ? piecesOf(unmarked(told), rangesOf(unmarked(told), typed)) : pieces(told)
  }
  const kind = filters['kind']?.[0] ?? ''
  const places = whole.has(kind)
    ? []
    : all.filter((place) => place.url.includes('#') && (!own || isTyped(place.excerpt)))
  return {
    title: plainText(meta['title'] ?? url),
    url,
    kind,
    excerpt: cut(excerpt),
    places: places
      .map((place, index) => ({place, index, points: pointsOf(place, words)}))
      .sort((a, b) => b.points - a.points || a.index - b.index)
      .slice(0, placeLimit)
      .map(({place}) => {
        const heading = plainText(place.title)
        return {title: heading, url: place.url, excerpt: withoutHeading(cut(place.excerpt), heading)}
      }),
  }
}

const markTags = /<\/?mark>/g

/** What stands under a heading, where the engine has that at its beginning. */
function withoutHeading(excerpt: readonly Piece[], heading: string): readonly Piece[] {
  const whole = excerpt.map(({text}) => text).join('')
  if (!whole.startsWith(`${heading}.`)) return excerpt
  let left = whole.length - whole.slice(heading.length + 1).trimStart().length
  return excerpt.flatMap(({text, marked}) => {
    const kept = text.slice(left)
    left = Math.max(0, left - text.length)
    return kept === '' ? [] : [{text: kept, marked}]
  })
}

/** Letters by which the beginning of an excerpt is found in its page. */
const beginning = 48

/** Signs before it that may end a sentence, with the space behind them. */
const lastSigns = 4

/** An excerpt with dots before it where it begins within a sentence of its page. */
function opened(excerpt: string, content: string): string {
  const text = excerpt.replace(/^[\s,;:.)]+/, '')
  const start = text.replaceAll(markTags, '').slice(0, beginning)
  const at = content.indexOf(start)
  const isWithin = at > 0 && !/[.!?:][\p{Pf}\p{Pe}"']*\s*$/u.test(content.slice(0, at).slice(-lastSigns))
  return isWithin ? `… ${text}` : text
}

function pointsOf(place: PagefindSubResult, words: readonly string[]): number {
  const said = foldWords(unmarked(place.excerpt))
  const stems = new Set(said.map(stemOf))
  const holdsAll = words.every((word) => stems.has(stemOf(word)))
  const holdsPhrase = ` ${said.join(' ')} `.includes(` ${words.join(' ')} `)
  const points = place.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0)
  return points * (holdsPhrase ? 100 : holdsAll ? 10 : 1)
}

function unmarked(excerpt: string): string {
  return plainText(excerpt.replaceAll(markTags, ''))
}

function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const ends = [0, ...ranges.flatMap(({start, end}) => [start, end]), text.length]
  return ends
    .slice(0, -1)
    .map((start, index) => ({text: text.slice(start, ends[index + 1]), marked: index % 2 === 1}))
    .filter((piece) => piece.text !== '')
}

/** A page that is known by name only, as the lexicon has it. */
export function entryHit(entry: Entry): Hit {
  return {title: entry.title, url: entry.url, kind: kindOf(entry), excerpt: [], places: []}
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
