/**
 * Runs of words of the witnesses, as digests that can be committed where the
 * words cannot: with them, text carried over from a witness is found also by
 * those who do not have its file.
 *
 * The lock must not give the text away. Digests of every run of eight words
 * would: whoever knows seven words in a row (they stand in our quotations)
 * could try every word as the eighth, then the next, and so on to the end; no
 * salt helps, since the check has to know it, and no slow digest, since the
 * check has to make a million of them. Therefore
 *
 * - runs do not overlap. They are the blocks of eight words of each sentence,
 *   and no block says anything of the next: to find one, all of its eight words
 *   have to be guessed at once;
 * - a digest has 36 bits, while a good compressor needs about 120 for eight
 *   words of such texts, so the lock does not hold what it would take to
 *   restore them: of the 10³² blocks that ten thousand words allow, some 10²¹
 *   have the same digest;
 * - blocks are sorted by digest; their order is not told.
 *
 * What remains: who guesses a block well, such as a formula that stands in
 * every statement, can confirm the guess, and is misled once in about a hundred
 * million guesses; more seldom where a block stands there as read and as
 * restored, since the apparatus says how the two differ. A digest of SHA-256 instead of the rolling sum of SHA-256
 * words below would change nothing of that; what protects is how little is kept.
 *
 * The price: without the file only a run of fifteen words in a row is sure to
 * hold a whole block; of eight words one in eight does.
 */

import {sha256} from '@noble/hashes/sha2.js'
import {utf8ToBytes} from '@noble/hashes/utils.js'
import {restore, rowsOn} from '../corpus/apparatus.ts'
import {kinds} from '../corpus/kinds.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus, Emendation, LockedShingles, Witness, WitnessId} from '../corpus/model.ts'
import {keptBy} from './kept.ts'
import type {WitnessText} from './rule.ts'

/** Where the digests are recorded. */
export const shinglesPath = kinds.shingles.path

/** Words in a row that are hardly ever chance. */
export const runLength = 8

/** The words of a text without capitals and punctuation. */
export function foldedWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '')
}

const folded = new Map<string, string>()

function fold(word: string): string {
  return remember(folded, word, () => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
}

/** Most words that are remembered; the edition has some ten thousand. */
const remembered = 100_000

/** What was made of a word before, since the same words return all the time. */
function remember<Value>(made: Map<string, Value>, word: string, make: () => Value): Value {
  const known = made.get(word)
  if (known !== undefined) return known
  if (made.size >= remembered) made.clear()
  const value = make()
  made.set(word, value)
  return value
}

/** The sentences of a witness, each as it reads and as its apparatus restores it, in folded words. */
export function foldedReadings({apparatus}: Witness, {sentences}: WitnessText): string[][] {
  return [...sentences].flatMap(([sentence, text]) => {
    const restored = restore(text, rowsOn(sentence, apparatus)).text
    return restored === text ? [foldedWords(text)] : [foldedWords(text), foldedWords(restored)]
  })
}

/** Odd, so that every word counts whatever its place. */
const base = 0x01000193

/** What stands before the first word. */
const nothing = [0, 0] as const

/** What the first word of a run has been multiplied by when the run ends. */
const leading = Array.from({length: runLength - 1}).reduce<number>((power) => Math.imul(power, base), 1)

/**
 * The digest of every run of eight words, by where it begins: a number of 36
 * bits. Rolling sums over the first bytes of each word's SHA-256 (Karp and
 * Rabin, Efficient Randomized Pattern-Matching Algorithms, 1987): time grows
 * with the number of words.
 */
export function runDigests(list: readonly string[]): number[] {
  const digests: number[] = []
  const each = list.map(wordDigest)
  let high = 0
  let low = 0
  for (let index = 0; index < each.length; index++) {
    const [wordHigh, wordLow] = each[index] ?? nothing
    const [oldHigh, oldLow] = each[index - runLength] ?? nothing
    high = (Math.imul(high - Math.imul(oldHigh, leading), base) + wordHigh) | 0
    low = (Math.imul(low - Math.imul(oldLow, leading), base) + wordLow) | 0
    if (index >= runLength - 1) digests.push((mix(high) >>> 14) * 2 ** 18 + (mix(low) >>> 14))
  }
  return digests
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A digest as the lock spells it: six characters of base64 for URLs. */
export function spell(digest: number): string {
  return [30, 24, 18, 12, 6, 0].map((bits) => alphabet[Math.floor(digest / 2 ** bits) % 64]).join('')
}

/** What `spell` spelt. */
export function unspell(spelt: string): number {
  return Array.from(spelt).reduce((digest, character) => digest * 64 + alphabet.indexOf(character), 0)
}

/** Spreads each bit over all of them; the finalizer of MurmurHash3 (Appleby, public domain). */
function mix(sum: number): number {
  const once = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const wordDigests = new Map<string, readonly [number, number]>()

/** The first eight bytes of a word's SHA-256 as two numbers. */
function wordDigest(word: string): readonly [number, number] {
  return remember(wordDigests, word, () => {
    const view = new DataView(sha256(utf8ToBytes(word)).buffer)
    return [view.getInt32(0), view.getInt32(4)]
  })
}

/** What the lock holds, by witness; the first where one stands there twice. */
export const lockedByWitness = keptBy(
  (entries: Corpus['shingles']): ReadonlyMap<WitnessId, LockedShingles> =>
    new Map(entries.toReversed().map((entry) => [entry.witness, entry])),
)

/** What the lock is to hold of a witness: the blocks of eight words of each sentence, read and restored. */
export function lockShingles(witness: Witness, text: WitnessText): LockedShingles {
  const blocks = foldedReadings(witness, text).flatMap((reading) =>
    runDigests(reading).filter((_, index) => index % runLength === 0),
  )
  return {
    witness: witness.id,
    witnessSha256: text.sha256,
    shingles: [...new Set(blocks)].map(spell).sort(compareText),
    rows: witness.apparatus.map(rowDigest),
  }
}

/**
 * The digest of what a row of an apparatus changes, and where: 36 bits of a
 * SHA-256, which do for a slip and give nothing away, since the row itself is
 * published.
 */
export function rowDigest({row, reads, nth, should}: Emendation): string {
  const view = new DataView(sha256(utf8ToBytes(JSON.stringify([row, reads, nth ?? 0, should]))).buffer)
  return spell((view.getUint32(0) >>> 14) * 2 ** 18 + (view.getUint32(4) >>> 14))
}

/** Digests on one line of the lock. */
const perLine = 14

/** Writes the lock: YAML, sorted by witness. */
export function writeShingles(entries: readonly LockedShingles[]): string {
  const records = entries
    .toSorted((a, b) => compareText(a.witness, b.witness))
    .map(
      ({witness, witnessSha256, shingles, rows}) =>
        `- witness: ${witness}\n  witnessSha256: ${witnessSha256}\n  shingles:${folding(shingles)}\n  rows:${folding(rows)}\n`,
    )
  return `# Digests of words of the witnesses, so that text carried over from one is found, and of the rows of their\n# apparatus. Written by npm run verify; not edited by hand. src/check/shingles.ts says why they do not give it away.\n${records.join('') || '[]\n'}`
}

/** Digests as a folded scalar of YAML. */
function folding(digests: readonly string[]): string {
  const lines = Array.from({length: Math.ceil(digests.length / perLine)}, (_, line) =>
    digests.slice(line * perLine, (line + 1) * perLine).join(' '),
  )
  return lines.length === 0 ? ' ""' : ` >-\n    ${lines.join('\n    ')}`
}
