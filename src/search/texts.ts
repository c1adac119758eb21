/** Whether a page really holds what was asked for: the engine drops words it does not know and cuts others short. */

import {foldWords, stemOf} from './normalize.ts'
import {plainText} from './hits.ts'
import type {PagefindData} from './pagefind.ts'

/** A word that a page must hold. */
export interface Demand {
  readonly word: string
  /** Two to four capitals, as an abbreviation is typed: only the same capitals will do. */
  readonly capitals?: string
}

/** What a page says, ready to be asked. */
interface PageText {
  /** Its words with a space before and behind each. */
  readonly joined: string
  readonly stems: ReadonlySet<string>
  readonly sorted: readonly string[]
  readonly text: string
}

/** Pages that were asked before; a page is asked at each letter that is typed. */
const read = new WeakMap<PagefindData, PageText>()

function textOf(page: PagefindData): PageText {
  const known = read.get(page)
  if (known !== undefined) return known
  const text = plainText([page.meta['title'] ?? '', page.meta['forms'] ?? '', page.content].join(' \n '))
  const words = foldWords(text)
  const sorted = [...new Set(words)].toSorted()
  const made = {joined: ` ${words.join(' ')} `, stems: new Set(sorted.map(stemOf)), sorted, text}
  read.set(page, made)
  return made
}

/** Longest run of capitals that is taken for an abbreviation. */
const longestAbbreviation = 5 // letters

/** The words of a query, in small letters, that are typed as abbreviations are; none where everything is in capitals. */
export function abbreviationsIn(typed: string): ReadonlySet<string> {
  if (!/\p{Ll}/u.test(typed)) return new Set()
  const runs = typed.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu)
  const words = Array.from(runs, ([run]) => run.toLowerCase())
  return new Set(words.filter((word) => word.length <= longestAbbreviation))
}

/** The words of a query as demands, content words only; `typed` shows where they were capitals. */
export function demandsOf(words: readonly string[], typed: string): Demand[] {
  const capitals = new Map(
    Array.from(typed.matchAll(/(?<![\p{L}\p{N}])\p{Lu}(?:\.?\p{Lu}){1,3}\.?(?![\p{L}\p{N}])/gu), ([whole]) => {
      const letters = whole.replaceAll('.', '')
      return [letters.toLowerCase(), letters] as const
    }),
  )
  return words.map((word) => {
    const letters = capitals.get(word)
    return letters === undefined ? {word} : {word, capitals: letters}
  })
}

/** Whether a page holds a word: as it is, in another ending, or as the beginning of a longer one. */
export function holdsWord(page: PagefindData, {word, capitals}: Demand): boolean {
  const {text, stems, sorted} = textOf(page)
  if (capitals !== undefined) return holdsCapitals(text, capitals)
  return stems.has(stemOf(word)) || (word.length >= 3 && hasBeginning(sorted, word))
}

/** Whether a page holds words one right after the other, whatever stands between them that is no word. */
export function holdsPhrase(page: PagefindData, phrase: string): boolean {
  return textOf(page).joined.includes(` ${foldWords(phrase).join(' ')} `)
}

/** Words that are typed with hyphens: “six-party”, “F-16”. */
export function compoundsOf(typed: string): string[] {
  return typed.match(/(?<![\p{L}\p{N}.-])\p{L}+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}-])/gu) ?? []
}

/** Whether a page has the parts of a hyphenated word side by side, or as one word; F16 is another thing than F-16. */
export function holdsCompound(page: PagefindData, compound: string): boolean {
  return holdsPhrase(page, compound) || (!/\d/.test(compound) && holdsPhrase(page, compound.replaceAll('-', '')))
}

function holdsCapitals(text: string, letters: string): boolean {
  const dotted = [...letters].join('\\.?')
  return new RegExp(`(?<![\\p{L}\\p{N}])${dotted}(?![\\p{L}\\p{N}])`, 'u').test(text)
}

/** Whether a word of a sorted list begins so. */
export function hasBeginning(sorted: readonly string[], beginning: string): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < beginning) low = middle + 1
    else high = middle
  }
  return sorted[low]?.startsWith(beginning) === true
}
