/**
 * Words as often as in real texts: the r-th most frequent of them stands about 1/(r + 2.7) as often as the first
 * would (Zipf’s law with Mandelbrot’s shift), so a longer text keeps bringing new ones, as real texts do.
 */

import type {Chance} from './random.ts'

/** The words that carry English sentences and diplomatic ones, about in the order of their frequency. */
const ordinary =
  `the of and to in a that for on with their as is by both its they at from will this sides are be also which an or
  not it has have other all these was security defense nuclear cooperation alliance peace peninsula commitment
  deterrence states region stability including support continue ministers two response strategic reaffirm joint
  military between strengthen capabilities international efforts welcome further against forces including threat
  sanctions missile provocation combined posture consult extended partners global shared values rules order sea
  cyber space resolution council program exercise readiness regular high level agree note pledge call upon each`.split(
    /\s+/,
  )

const onsets = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'pr', 'tr', 'gr', 'pl']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou']
const codas = ['', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'ct']
const endings = ['', '', '', 's', 'ed', 'ing', 'ion', 'al', 'ity', 'ment']

/** Different words in English as far as a large edition uses it. */
const size = 40_000

/** Two, three or four syllables that no other rank has, the longer the rarer, with an ending that a stemmer knows. */
function madeWord(rank: number): string {
  const syllables = rank < 3_000 ? 2 : rank < 15_000 ? 3 : 4
  let left = rank * 7919
  const take = (items: readonly string[]) => {
    const item = items[left % items.length] ?? ''
    left = Math.floor(left / items.length)
    return item
  }
  const stem = Array.from({length: syllables}, () => take(onsets) + take(vowels)).join('')
  return stem + take(codas) + (endings[rank % endings.length] ?? '')
}

/** Every word, most frequent first. */
export const vocabulary: readonly string[] = [
  ...new Set([...ordinary, ...Array.from({length: size}, (_, rank) => madeWord(rank + ordinary.length))]),
]

const shift = 2.7

/** How much of all text the words up to each rank make up, from 0 to 1. */
const shares = cumulated(vocabulary.map((_, index) => 1 / (index + 1 + shift)))

function cumulated(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return Float64Array.from(weights, (weight) => (sum += weight) / total)
}

/** A word, the frequent ones as often as texts have them. */
export function word(random: Chance): string {
  const share = random.next()
  let [low, high] = [0, shares.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shares[middle] ?? 1) < share) low = middle + 1
    else high = middle
  }
  return vocabulary[low] ?? ''
}

/** Sentences of a number of words together. */
export function prose(count: number, random: Chance): string {
  const sentences: string[] = []
  for (let left = count; left > 0;) {
    const length = Math.min(left, 12 + random.below(14))
    left -= length
    const words = Array.from({length}, () => word(random))
    const [first = '', ...rest] = words
    sentences.push(`${capital(first)} ${rest.join(' ')}.`)
  }
  return sentences.join(' ')
}

/** The word with a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const hangul = [...'가나다라마바사아자차카타파하국민방위협의제안보동맹핵전략억확장평화정책연합군사외교해양우주사이버']

/** A Korean name of some syllables; a syllable longer as often as somebody has it already. */
export function koreanName(syllables: number, random: Chance, taken: Set<string>): string {
  let name = ''
  for (let length = syllables; name === '' || taken.has(name); length++)
    name = Array.from({length}, () => random.pick(hangul)).join('')
  taken.add(name)
  return name
}
