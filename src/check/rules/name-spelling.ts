import {distance} from 'fastest-levenshtein'
import {take} from '../../corpus/hazards.ts'
import type {Inline, Person, Place} from '../../corpus/model.ts'
import {keptBy, keptByAll} from '../kept.ts'
import {locator, passagesOf} from '../prose.ts'
import type {Passage, Passages} from '../prose.ts'
import type {Rule} from '../rule.ts'

/** A name that comes near to somebody's is written as that person's file has it. */
export const nameSpelling: Rule = {
  id: 'name-spelling',
  severity: 'warning',
  check({corpus, texts}, report) {
    const missesIn = missesByNames(namesOf(corpus.people.values()))
    const locate = locator(texts)
    for (const passages of passagesOf(corpus)) {
      for (const {from, skip, written, words, form} of missesIn(passages)) {
        report({
          place: locate(from, words, skip),
          reason: `Unexpected name \`${written}\`, expected \`${form.spelling}\`, as \`${form.person.path}\` has it`,
          note: 'Somebody else needs a file in `content/people/`; another spelling of the same name stands there under `also`.',
        })
      }
    }
  },
}

/** A near miss, and where in its file it is looked for. */
interface PlacedMiss extends NearMiss {
  readonly from: Place
  readonly skip: number
}

const missesByNames = keptBy((names: Names) =>
  keptBy((passages: Passages): readonly PlacedMiss[] =>
    passages.flatMap((passage) =>
      plainText(passage)
        .filter(({text}) => namesSomebody(text, names))
        .flatMap(({text, from}) =>
          nearMisses(text, names).map((miss) => ({
            ...miss,
            from,
            skip: passage.content === undefined ? 0 : miss.start,
          })),
        ),
    ),
  ),
)

/** A full name as it can be written, and its words in small letters. */
interface Form {
  readonly person: Person
  readonly spelling: string
  readonly words: readonly string[]
}

interface Names {
  /** Forms by each of their longer words. */
  readonly byWord: ReadonlyMap<string, readonly Form[]>
  readonly known: ReadonlySet<string>
  /** Most words of a form. */
  readonly longest: number
}

/** Shortest word that says whose name it may be, and shortest that can be misspelt and recognized, in letters. */
const least = {telling: 3, misspelt: 4}

const namesOf = keptByAll((people: readonly Person[]): Names => {
  const byWord = new Map<string, Form[]>()
  const known = new Set<string>()
  let longest = 0
  for (const person of people) {
    const {name, also, korean} = person
    for (const spelling of [name, ...also, ...(korean?.romanization === undefined ? [] : [korean.romanization])]) {
      const words = Array.from(spelling.matchAll(namePart), ([part]) => fold(part))
      known.add(words.join(' '))
      // Whoever is known by one name only is no full name.
      if (words.length < 2 || spelling === korean?.romanization) continue
      longest = Math.max(longest, words.length)
      for (const word of new Set(words)) {
        if (word.length >= least.telling) byWord.set(word, [...(byWord.get(word) ?? []), {person, spelling, words}])
      }
    }
  }
  return {byWord, known, longest}
})

interface Stretch {
  readonly text: string
  readonly from: Place
}

/** A passage without what it quotes: quotations, words in italics and between quotation marks. */
function plainText({content, text, place}: Passage): Stretch[] {
  return content === undefined ? [{text: withoutQuoted(text), from: place}] : textNodes(content)
}

function textNodes(nodes: readonly Inline[]): Stretch[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{text: withoutQuoted(node.value), from: node.place}]
    if (node.type === 'emphasis' || !('children' in node)) return []
    return textNodes(node.children)
  })
}

function withoutQuoted(text: string): string {
  return text.replaceAll(/“[^“”]*”/g, (quoted) => ' '.repeat(quoted.length))
}

/** A part of a name: `Tae-yul` has two. */
const namePart = /\p{L}[\p{L}\p{M}]*\.?/gu

function fold(part: string): string {
  return part.replace(/\.$/, '').toLowerCase()
}

interface NearMiss {
  readonly written: string
  /** Its parts, without the spaces and hyphens between them. */
  readonly words: readonly string[]
  readonly start: number
  readonly form: Form
}

/** A word that can be part of a name; of each full name one such part at least is written as it should be. */
const capitalized = /\p{Lu}\p{L}{2,}/gu

function namesSomebody(text: string, {byWord}: Names): boolean {
  for (const [word] of text.matchAll(capitalized)) if (byWord.has(word.toLowerCase())) return true
  return false
}

/** Where a part of a name can begin that has a capital: most words that are part of a name elsewhere have none. */
const nameStart = /(?<![\p{L}\p{M}])\p{Lu}/gu

/** Names of which one part is not as in any known form, and the other parts are. */
function nearMisses(text: string, names: Names): NearMiss[] {
  return Array.from(text.matchAll(nameStart), ({index}) => nearMiss(text, index, names)).filter(
    (miss) => miss !== undefined,
  )
}

function nearMiss(text: string, start: number, {byWord, known, longest}: Names): NearMiss | undefined {
  const parts = partsFrom(text, start, longest)
  for (const [at, {folded}] of parts.entries()) {
    for (const form of byWord.get(folded) ?? []) {
      if (form.words.indexOf(folded) !== at || form.words.length > parts.length) continue
      const window = parts.slice(0, form.words.length)
      if (known.has(window.map((part) => part.folded).join(' '))) continue
      const differing = form.words.flatMap((word, index) => {
        const written = window[index]?.folded ?? ''
        return written === word ? [] : [[written, word] as const]
      })
      const [difference] = differing
      if (differing.length !== 1 || difference === undefined || !isSlip(...difference, form.person)) continue
      return {written: text.slice(start, window.at(-1)?.end), words: window.map(({word}) => word), start, form}
    }
  }
  return undefined
}

interface Part {
  readonly word: string
  readonly folded: string
  readonly end: number
}

const namePartHere = new RegExp(namePart.source, 'uy')

/** The parts of a name that begins at `start`, with one space or hyphen between them; at most so many. */
function partsFrom(text: string, start: number, most: number): Part[] {
  const parts: Part[] = []
  for (let at = start; parts.length < most; at++) {
    const word = take(namePartHere, text, at)
    if (word === '') break
    at += word.length
    parts.push({word, folded: fold(word), end: at})
    if (text[at] !== ' ' && text[at] !== '-') break
  }
  return parts
}

/** One letter too many, too few or another, two exchanged, or another way to write the same Korean sound. */
function isSlip(written: string, word: string, {party}: Person): boolean {
  if ((party === 'rok' || party === 'dprk') && sound(written) === sound(word)) return true
  if (Math.min(written.length, word.length) < least.misspelt) return false
  const steps = distance(written, word)
  return steps === 1 || (steps === 2 && written.length === word.length && sorted(written) === sorted(word))
}

function sorted(word: string): string {
  return word.split('').sort().join('')
}

/** What romanizations of a syllable have in common: `yeol` and `yul`, `kyun` and `gyun`, `yoon` and `yun`. */
function sound(syllable: string): string {
  return syllable
    .replaceAll(/eo|oo|ou|u/g, 'u')
    .replaceAll(/ae|e/g, 'e')
    .replaceAll('sh', 's')
    .replaceAll('ch', 'j')
    .replaceAll('k', 'g')
    .replaceAll('t', 'd')
    .replaceAll('p', 'b')
    .replaceAll('r', 'l')
}
