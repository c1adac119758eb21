/** Which pages a query names: by a name, by a part of one, or by something near one. */

import {dateInWords} from '../corpus/dates.ts'
import {initialsOf, isInitials} from '../corpus/hangul.ts'
import {hasHangul, jamo, withoutParticle} from './hangul.ts'
import type {Entry, Issue, Lexicon, NameKind} from './lexicon.ts'
import {contentWords, foldName, foldWords, joinFold, reworded, soundOf, stemOf} from './normalize.ts'
import {backgroundOf, calledOf, countStems, rarityOf} from './telling.ts'
import type {Told} from './telling.ts'

/** How a query and a name belong together. */
export type NameFit = 'exact' | 'near' | 'within' | 'part'

/** A page that a query names. */
export interface NameMatch {
  readonly entry: Entry
  readonly name: string
  readonly kind: NameKind
  readonly fit: NameFit
  /** From 0 to 1, to be compared within one fit. */
  readonly score: number
}

interface Name {
  readonly entry: Entry
  readonly text: string
  readonly kind: NameKind
  /** Its words, folded: there are tens of thousands of names, and to fold takes most of opening them. */
  readonly said: readonly string[]
  readonly fold: string
  /** The words that tell it from others. */
  readonly words: readonly string[]
  readonly jamo: string
}

/** A statement as the lexicon has it. */
export type StatementEntry = Entry & {readonly statement: Issue}

/** The names of an edition, ready to be looked up. */
export interface Names extends Told {
  readonly lexicon: Lexicon
  readonly entries: ReadonlyMap<string, Entry>
  readonly all: readonly Name[]
  readonly byFold: ReadonlyMap<string, readonly Name[]>
  /** The words that tell names from others, and the places of these names in `all`. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** Romanizations by their sound. */
  readonly bySound: ReadonlyMap<string, readonly Name[]>
  /** The words of all names but misspelt and spun ones, folded. */
  readonly words: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
  /** The words that names call things by; the words of formulas say something of them besides. */
  readonly telling: ReadonlySet<string>
  /** Addresses of the terms that statements belong to. */
  readonly forums: ReadonlySet<string>
  /** Earliest first. */
  readonly statements: readonly StatementEntry[]
}

/** The kind of page, as the facet has it, by the folder of its address. */
const kinds: Readonly<Record<string, string>> = {
  glossary: 'Glossary',
  formulas: 'Formula',
  people: 'Person',
  changes: 'Change',
  statements: 'Statement',
  witnesses: 'Witness',
}

/** What kind of page an address of the site is. */
export function kindOf({url}: Pick<Entry, 'url'>): string {
  return kinds[url.split('/')[1] ?? ''] ?? ''
}

/** How much a name of each kind counts beside the others. */
const kindWeights: Readonly<Record<NameKind, number>> = {
  label: 1,
  abbr: 1,
  korean: 1,
  wording: 1,
  number: 1,
  alias: 0.98,
  romanization: 0.95,
  misspelt: 0.95,
  spun: 0.9,
}

/** Longest name that is looked for within a query. */
const longestName = 10 // words

/** Makes the names of a lexicon ready. */
export function openNames(lexicon: Lexicon): Names {
  const surnames = Map.groupBy(lexicon.entries, surnameOf)
  const all = lexicon.entries.flatMap((entry) => [
    nameOf(entry, 'label', entry.title),
    ...Object.entries(entry.names).flatMap(([kind, names]) =>
      names.map((name) => nameOf(entry, kind as NameKind, name)),
    ),
    ...issueNames(entry),
    ...(surnames.get(surnameOf(entry))?.length === 1 ? [nameOf(entry, 'alias', surnameOf(entry))] : []),
  ])
  const byFold = new Map<string, Name[]>()
  for (const name of all) {
    const bare = name.words.join('')
    addTo(byFold, name.fold, name)
    if (bare !== name.fold) addTo(byFold, bare, name)
  }
  const romanized = all.filter(({kind}) => kind === 'romanization')
  const called = calledOf(lexicon.entries)
  const sound = all.filter(({kind}) => kind !== 'misspelt' && kind !== 'spun')
  const wordsOf = (some: readonly Name[]) => {
    const words = new Set<string>()
    for (const {said} of some) for (const word of said) words.add(word)
    return words
  }
  return {
    lexicon,
    called,
    counts: countStems(called),
    background: backgroundOf(called),
    entries: new Map(lexicon.entries.map((entry) => [entry.url, entry])),
    all,
    byFold,
    byWord: placesByWord(all),
    bySound: Map.groupBy(romanized, ({fold}) => soundOf(fold)),
    words: wordsOf(sound),
    abbreviations: new Set(sound.filter(({text}) => /^[\p{Lu}.]{2,8}s?$/u.test(text)).map(({fold}) => fold)),
    telling: wordsOf(all.filter(({kind}) => kind !== 'wording')),
    forums: new Set(lexicon.entries.flatMap(({statement}) => statement?.forum ?? [])),
    statements: lexicon.entries
      .filter((entry): entry is StatementEntry => entry.statement !== undefined)
      .toSorted((a, b) => (a.statement.date < b.statement.date ? -1 : 1)),
  }
}

function addTo(byFold: Map<string, Name[]>, fold: string, name: Name): void {
  if (fold === '') return
  const same = byFold.get(fold)
  if (same === undefined) byFold.set(fold, [name])
  else same.push(name)
}

function placesByWord(all: readonly Name[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>()
  for (const [place, {words}] of all.entries()) {
    for (const word of words) {
      const places = byWord.get(word)
      if (places === undefined) byWord.set(word, [place])
      else if (places.at(-1) !== place) places.push(place)
    }
  }
  return byWord
}

function nameOf(entry: Entry, kind: NameKind, text: string): Name {
  const said = foldWords(text)
  const fold = joinFold(said)
  const words = contentWords(said)
  return {entry, text, kind, said, fold, words, jamo: hasHangul(fold) ? jamo(fold) : ''}
}

/** A statement is also called by its day: “2+2, 31 October 2024”. */
function issueNames(entry: Entry): Name[] {
  if (entry.statement === undefined) return []
  return [nameOf(entry, 'label', `${entry.title} ${dateInWords(entry.statement.date)}`)]
}

/** What stands before the comma where a person is sorted by the last of their names; people are called by it alone. */
function surnameOf(entry: Entry): string {
  const sorted = kindOf(entry) === 'Person' ? entry.names.alias?.find((name) => name.includes(',')) : undefined
  return sorted?.split(',')[0] ?? ''
}

/** What a name counts that is found by another word for the same thing. */
const rewordedShare = 0.97

/** The pages that a query names, best first, each once: exact names, then names within it, then names it is part of. */
export function findNames(words: readonly string[], names: Names): NameMatch[] {
  const found = namesOf(words, names)
  for (const others of reworded(words))
    found.push(...namesOf(others, names).map((one) => ({...one, score: one.score * rewordedShare})))
  if (words.some(hasHangul)) found.push(...koreanNames(words.join(''), names))
  return bestOfEach(found)
}

function namesOf(words: readonly string[], names: Names): NameMatch[] {
  return [
    ...exactNames(words, names),
    ...namesWithin(words, names),
    ...namesScattered(words, names),
    ...namesAround(words, names),
  ]
}

/**
 * How much of a query some of its words are: by letters, and the less the more pages are called by a word; a figure,
 * which hardly anything else has, counts for two.
 */
function weightOf(words: readonly string[], names: Names): number {
  return words.reduce((sum, word) => sum + (word.length + digitsOf(word).length) * rarityOf(word, names), 0)
}

/** A slip of the pen makes no other number. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** A name as a match. */
export function match({entry, text, kind}: Name, fit: NameFit, score: number): NameMatch {
  return {entry, name: text, kind, fit, score: score * kindWeights[kind]}
}

const fits: readonly NameFit[] = ['exact', 'near', 'within', 'part']

/** Each page once, by its best name; best first. */
export function bestOfEach(found: readonly NameMatch[]): NameMatch[] {
  const sorted = found
    .map((one, index) => ({one, index}))
    .toSorted(
      (a, b) => fits.indexOf(a.one.fit) - fits.indexOf(b.one.fit) || b.one.score - a.one.score || a.index - b.index,
    )
  const seen = new Set<Entry>()
  return sorted.flatMap(({one}) => {
    if (seen.has(one.entry)) return []
    seen.add(one.entry)
    return [one]
  })
}

function exactNames(words: readonly string[], names: Names): NameMatch[] {
  const found: NameMatch[] = []
  for (const [index, fold] of foldsOf(words).entries()) {
    for (const name of names.byFold.get(fold) ?? []) {
      if (name.kind === 'number' && words.length > 1) continue
      found.push(match(name, 'exact', 1 - index / 100))
    }
  }
  for (const name of names.bySound.get(soundOf(words.join(''))) ?? []) found.push(match(name, 'exact', 0.95))
  return found
}

/** What a query may look up, likeliest first: all its words, its content words, and these without Korean particles. */
function foldsOf(words: readonly string[]): readonly string[] {
  const bare = [words.map((word) => foldName(word)).join(''), contentWords(words).join('')]
  const last = words.at(-1) ?? ''
  const stems = withoutParticle(last).map((stem) => [...words.slice(0, -1), stem].join(''))
  return [...new Set([...bare, ...stems])].filter((fold) => fold !== '')
}

/** The letters of the words that stand in names; a name in a query is measured by these and not by the rest of what is said. */
function tellingWeight(content: readonly string[], names: Names): number {
  const {telling} = names
  const isTelling = (word: string) =>
    hasHangul(word) || [word, ...reworded([word]).flat()].some((one) => telling.has(one))
  const named = content.filter(isTelling)
  return weightOf(named.length === 0 ? content : named, names)
}

/** Names that stand in the query beside other words. One word of a bad copy says too little. */
function namesWithin(words: readonly string[], names: Names): NameMatch[] {
  const content = contentWords(words)
  const whole = tellingWeight(content, names)
  const found: NameMatch[] = []
  for (let start = 0; start < content.length; start++) {
    for (let end = Math.min(content.length, start + longestName); end > start; end--) {
      const span = content.slice(start, end)
      const [last = ''] = span.slice(-1)
      for (const stem of [...withoutParticle(last), ...withoutPlural(last)]) {
        const fold = [...span.slice(0, -1), stem].join('')
        for (const name of names.byFold.get(fold) ?? []) {
          if (name.kind === 'spun' && span.length < 2) continue
          if (name.kind === 'number' && span.length > 1) continue
          found.push(match(name, 'within', Math.min(1, weightOf([...span.slice(0, -1), stem], names) / whole)))
        }
      }
    }
  }
  return found
}

/** “bidens” and “SCMs” name what “biden” and “SCM” do. */
function withoutPlural(word: string): readonly string[] {
  return /^[a-z]{3,}[^s]s$/.test(word) ? [word.slice(0, -1)] : []
}

/** Fewest words of a name of which others may stand between. */
const shortestScattered = 3

/** What a name counts of which the words stand apart. */
const scatteredShare = 0.9

/** Names of which every word stands in the query, with other words between. */
function namesScattered(words: readonly string[], names: Names): NameMatch[] {
  const content = contentWords(words)
  if (content.length <= shortestScattered) return []
  const whole = tellingWeight(content, names)
  const stems = new Set(content.map(stemOf))
  return names.all
    .filter((name) => name.kind !== 'spun' && name.words.length >= shortestScattered)
    .filter((name) => name.words.every((word) => stems.has(stemOf(word))))
    .map((name) => match(name, 'within', scatteredShare * Math.min(1, weightOf(name.words, names) / whole)))
}

/** Names that hold every word of the query. */
function namesAround(words: readonly string[], names: Names): NameMatch[] {
  const content = contentWords(words)
  const length = content.join('').length
  if (length < 3) return []
  const meant = content.map((word) => wordsFor(word, names))
  const found: NameMatch[] = []
  for (const name of rarestOf(meant, names)) {
    if (name.words.length < content.length) continue
    const at = meant.map((wanted) => name.words.findIndex((word) => wanted.has(word)))
    if (at.includes(-1)) continue
    const inOrder = at.every((place, index) => index === 0 || place === (at[index - 1] ?? 0) + 1)
    found.push(match(name, 'part', Math.min(1, length / name.words.join('').length) * (inOrder ? 1 : 0.8)))
  }
  return found
}

/**
 * The words of names that a word of a query may be: itself, another ending of it, one that it begins. Names are many and
 * their words are few, so a word is compared with each of these once and not with each name.
 */
function wordsFor(word: string, {byWord}: Names): ReadonlySet<string> {
  const stem = stemOf(word)
  const begins = word.length >= 3 && /^\p{L}+$/u.test(word)
  const isMeant = (other: string) => other === word || stemOf(other) === stem || (begins && other.startsWith(word))
  // Whichever it is, it begins with the same letter, and that is told sooner.
  return new Set([...byWord.keys()].filter((other) => other[0] === word[0] && isMeant(other)))
}

/** The names with the word of a query that fewest names have, in their order. */
function rarestOf(meant: readonly ReadonlySet<string>[], {all, byWord}: Names): Name[] {
  const places = meant.map((words) => new Set([...words].flatMap((word) => byWord.get(word) ?? [])))
  const [rarest = new Set()] = places.toSorted((a, b) => a.size - b.size)
  return [...rarest].toSorted((a, b) => a - b).flatMap((place) => all[place] ?? [])
}

/** Shortest common run that says something of a longer Korean name. */
const shortestRun = 3 // syllables

/**
 * Korean names that hold the query, share a long run with it, or that it abbreviates: an abbreviation takes syllables
 * of the full name in their order (전작권 from 전시작전통제권). Initial consonants stand for their syllables.
 */
function koreanNames(query: string, names: Names): NameMatch[] {
  const found: NameMatch[] = []
  if (isInitials(query)) {
    for (const name of names.all) {
      if (name.jamo === '') continue
      const letters = initialsOf(name.fold)
      if (letters === query) found.push(match(name, 'exact', 1))
      else if (query.length >= 3 && letters.startsWith(query))
        found.push(match(name, 'part', query.length / letters.length))
    }
    return found
  }
  for (const [index, variant] of withoutParticle(query).entries()) {
    if (variant.length < 2) continue
    for (const name of names.all) {
      if (name.jamo === '') continue
      const score = kinship(variant, name.fold) * (1 - index / 100)
      if (score > 0) found.push(match(name, 'part', score))
    }
  }
  return found
}

function kinship(query: string, name: string): number {
  if (name.includes(query)) return query.length / name.length
  if (query.length < shortestRun) return 0
  if (query[0] === name[0] && isAbbreviation(query, name)) return 0.9 * (query.length / name.length)
  const run = longestRun(query, name)
  return run >= shortestRun && run >= query.length * 0.6 ? (0.8 * run) / Math.max(query.length, name.length) : 0
}

/** Whether a Korean word takes its syllables from a longer one, in their order. */
export function isAbbreviation(short: string, long: string): boolean {
  let at = 0
  for (const syllable of short) {
    at = long.indexOf(syllable, at) + 1
    if (at === 0) return false
  }
  return true
}

function longestRun(a: string, b: string): number {
  for (let length = a.length; length > 0; length--) {
    for (let start = 0; start + length <= a.length; start++)
      if (b.includes(a.slice(start, start + length))) return length
  }
  return 0
}
