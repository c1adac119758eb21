/**
 * Cuts the words of an index into lists. A query fetches the list in which each of its words stands, whole; as Pagefind
 * cuts them, these lists were a fifth of all that the first query costs.
 */

import type {Word} from './words.ts'

/** What a list costs in the file of metadata, which every first query fetches: bytes after compression. */
const lineCost = 16

/** Lists that a first query fetches: one for each word, and those on the way to it while it is typed. */
const listsAsked = 4

/** What all lists have, after compression, for each word of a page. */
const wordCost = 2.75

/** How many times longer a list is before compression. */
const compression = 2

/** Letters at the beginning that keep words in one list, so that a word that is begun or inflected finds it. */
const keyLength = 3

/**
 * The same for a list that is twice as long as it should be, for `sta` begins too many words, and one more for one that
 * is three times as long, as `stat` makes it in ten thousand statements. No ending reaches so far.
 */
const longKeyLengths = [4, 5] as const

/** Above every letter: whatever begins with a list’s last letters belongs to it. */
const last = '\u{10FFFF}'

export interface List {
  readonly words: readonly Buffer[]
  /** A word is looked for in the list where it is neither less than `from` nor more than `to`. */
  readonly from: string
  readonly to: string
}

/**
 * Cuts as soon as a list has its size and the first letters change.
 *
 * @param count how many words the texts of all pages have, each as often as it stands there
 */
export function* cutWords(words: Iterable<Word>, count: number): Generator<List> {
  // Longer lists cost more themselves, shorter ones a longer list of lists: where both are equal, they cost least.
  const size = compression * Math.sqrt((count * wordCost * lineCost) / listsAsked)
  let list: Buffer[] = []
  let length = 0
  let from = ''
  let previous = ''
  for (const {text, item} of words) {
    const letters = length < 2 * size ? keyLength : longKeyLengths[length < 3 * size ? 0 : 1]
    if (length >= size && beginning(text, letters) !== beginning(previous, letters)) {
      yield {words: list, from, to: endOf(previous, letters)}
      list = []
      length = 0
      from = beginning(text, letters)
    }
    list.push(item)
    length += item.length
    previous = text
  }
  if (list.length > 0) yield {words: list, from, to: last}
}

function beginning(word: string, letters: number): string {
  return Array.from(word).slice(0, letters).join('')
}

/** What no word that begins like this one exceeds. */
function endOf(word: string, letters: number): string {
  const key = beginning(word, letters)
  return Array.from(key).length < letters ? key : key + last
}
