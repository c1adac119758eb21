/** The kit, read once for a collation: which words tell statements apart, which names there are. */

import type {CollationKit, KitClause, KitTerm} from './model.ts'
import {formsOf, stemOf, wordsOf} from './words.ts'
import type {Word} from './words.ts'

/** A name as it is looked for: one of the forms of a term. */
export interface Name {
  readonly term: KitTerm
  readonly words: readonly Word[]
  /** As it is printed. */
  readonly text: string
}

export interface Lexicon {
  /** How much a stem tells: the rarer among the clauses of the edition, the more (Spärck Jones 1972). */
  weightOf(stem: string): number
  /** Whether the edition uses a word of this stem anywhere. */
  knows(stem: string): boolean
  /** Whether a word is of no family that the edition uses: nothing that begins like it stands there. */
  isForeign(word: Word): boolean
  /** Whether a form stands in a name of a term or in the title of an office. */
  isNamePart(form: string): boolean
  /** Names by their first form, longest first. */
  readonly names: ReadonlyMap<string, readonly Name[]>
  readonly terms: ReadonlyMap<string, KitTerm>
  /** Names of several words, by each of the stems they are made of. */
  readonly namesByStem: ReadonlyMap<string, readonly Name[]>
}

export function lexiconOf(kit: CollationKit): Lexicon {
  const clauses = kit.statements.flatMap((statement) => statement.clauses)
  const frequencies = new Map<string, number>()
  for (const clause of clauses)
    for (const stem of bagOf(clause)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
  const forms = new Set(knownWords(kit))
  const known = new Set([...forms].map(stemOf))
  const beginnings = new Set([...forms].flatMap((form) => lengths(form).map((length) => form.slice(0, length))))
  const names = kit.terms.flatMap(namesOf)
  const parts = new Set([
    ...names.flatMap(({words}) => words.map(({form}) => form)),
    ...kit.people.flatMap(({offices}) => offices.flatMap(({title}) => formsOf(title))),
  ])
  return {
    weightOf: (stem) => Math.log((clauses.length + 1) / ((frequencies.get(stem) ?? 0) + 0.5)),
    knows: (stem) => known.has(stem),
    isForeign: ({form, stem}) => !known.has(stem) && !beginnings.has(form.slice(0, familyLength(form))),
    isNamePart: (form) => parts.has(form),
    names: group(names, ({words}) => words.slice(0, 1).map(({form}) => form)),
    terms: new Map(kit.terms.map((term) => [term.id, term])),
    namesByStem: group(
      names.filter(({words}) => words.length > 1),
      ({words}) => words.filter(({light}) => !light).map(({stem}) => stem),
    ),
  }
}

/** How many letters at the beginning make a family: five, or three in five. */
function familyLength(form: string): number {
  return Math.max(5, Math.ceil(form.length * 0.6))
}

/** The beginnings of a word that can make it one of a family with another. */
function lengths(form: string): number[] {
  return Array.from({length: Math.max(0, form.length - 4)}, (_, index) => index + 5)
}

/** What a clause is about: stems of its content words, and its terms. */
export function bagOf(clause: KitClause): ReadonlySet<string> {
  return new Set([
    ...wordsOf(clause.text)
      .filter(({light}) => !light)
      .map(({stem}) => stem),
    ...clause.terms.map(termKey),
  ])
}

/** A term among stems. */
export function termKey(id: string): string {
  return `@${id}`
}

function knownWords(kit: CollationKit): string[] {
  return [
    ...kit.register.split(' '),
    ...kit.statements
      .flatMap(({clauses, attested}) => [...clauses.map(({text}) => text), ...attested.map(({words}) => words)])
      .flatMap(formsOf),
    ...kit.formulas.flatMap(({wordings}) => wordings).flatMap(formsOf),
    ...kit.terms.flatMap(({label, abbr, aliases}) => [label, abbr ?? '', ...aliases]).flatMap(formsOf),
    ...kit.people
      .flatMap(({name, also, offices}) => [name, ...also, ...offices.map(({title}) => title)])
      .flatMap(formsOf),
  ]
}

function namesOf(term: KitTerm): Name[] {
  return [term.label, ...(term.abbr === undefined ? [] : [term.abbr]), ...term.aliases].map((text) => ({
    term,
    text,
    words: wordsOf(text),
  }))
}

function group(names: readonly Name[], keysOf: (name: Name) => readonly string[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of names) for (const key of new Set(keysOf(name))) groups.set(key, [...(groups.get(key) ?? []), name])
  for (const list of groups.values()) list.sort((a, b) => b.words.length - a.words.length)
  return groups
}

/** A name where it stands. */
export interface NameMatch {
  readonly name: Name
  /** Indexes into the words. */
  readonly start: number
  readonly end: number
}

/** Every name that stands in words, longest first, without overlaps. Capitals of abbreviations count. */
export function namesIn(words: readonly Word[], {names}: Lexicon): NameMatch[] {
  const matches: NameMatch[] = []
  for (let at = 0; at < words.length;) {
    const name = names.get(words[at]?.form ?? '')?.find((each) => standsAt(each, words, at))
    if (name !== undefined) matches.push({name, start: at, end: at + name.words.length})
    at += name?.words.length ?? 1
  }
  return matches
}

function standsAt(name: Name, words: readonly Word[], at: number): boolean {
  return name.words.every(({form, text}, index) => {
    const word = words[at + index]
    if (word?.form !== form) return false
    return !/^[\p{Lu}.]{2,}$/u.test(text) || /^[\p{Lu}.]+$/u.test(word.text)
  })
}
