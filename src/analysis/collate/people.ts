/** Persons as the copy names them: their names, and the offices it gives them. */

import {distance} from 'fastest-levenshtein'
import {officesOn} from '../offices.ts'
import {pairsOf} from './exact.ts'
import type {Lexicon} from './lexicon.ts'
import {rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {CollationKit, KitPerson} from './model.ts'
import {parallel} from './parallel.ts'
import type {Sentence} from './text.ts'
import {isFunctionWord, wordsOf} from './words.ts'
import type {Word} from './words.ts'

interface PersonName {
  readonly person: KitPerson
  readonly words: readonly Word[]
}

/** Names of two words and more; a family name alone is many people's. */
function personNames(people: readonly KitPerson[]): PersonName[] {
  return people
    .flatMap((person) => [person.name, ...person.also].map((name) => ({person, words: wordsOf(name)})))
    .filter(({words}) => words.length > 1)
    .sort((a, b) => b.words.length - a.words.length)
}

/** What is wrong about the persons of a copy. `date` is the statement's; without a full day offices are not judged. */
export function peopleMarks(sentences: readonly Sentence[], kit: CollationKit, date: string, lexicon: Lexicon): Mark[] {
  const names = personNames(kit.people)
  const byWord = new Map<string, PersonName[]>()
  for (const name of names)
    for (const form of new Set(name.words.map((word) => word.form))) byWord.set(form, [...(byWord.get(form) ?? []), name])
  const officeWords = new Set(
    kit.people.flatMap(({offices}) =>
      offices.flatMap(({title}) => wordsOf(title).flatMap(({form}) => (isFunctionWord(form) ? [] : [form]))),
    ),
  )
  return sentences.flatMap(({words}) => {
    const marks: Mark[] = []
    for (let at = 0; at < words.length; ) {
      const near = new Set(words.slice(at, at + 2).flatMap(({form}) => byWord.get(form) ?? []))
      const exact = [...near].find((name) => stands(name, words, at))
      if (exact !== undefined) {
        marks.push(...officeMarks(exact.person, words, at, date, {kit, lexicon, officeWords}))
        at += exact.words.length
        continue
      }
      const slip = slipAt(words, at, near)
      if (slip !== undefined) marks.push(slip.mark)
      at += slip?.length ?? 1
    }
    return marks
  })
}

function stands({words: name}: PersonName, words: readonly Word[], at: number): boolean {
  return name.every(({form}, index) => words[at + index]?.form === form)
}

/** A name with a word doubled, or with one word misspelt. */
function slipAt(words: readonly Word[], at: number, near: ReadonlySet<PersonName>): {mark: Mark; length: number} | undefined {
  for (const name of near) {
    const length = name.words.length
    const doubled = words[at]?.form === words[at + 1]?.form && stands(name, words, at + 1)
    if (doubled) return {mark: personMark(words.slice(at, at + 1 + length), name, 'doubles a part of it'), length: length + 1}
    if (length < 2 || !isMisspelt(words.slice(at, at + length), name)) continue
    return {mark: personMark(words.slice(at, at + length), name, 'misspells it'), length}
  }
  return undefined
}

function personMark(found: readonly Word[], {person}: PersonName, what: string): Mark {
  return {
    kind: 'person',
    range: rangeOf(found),
    expected: person.name,
    weight: 'certain',
    because: `The name is ${person.name}; the copy ${what}.`,
    person: person.id,
  }
}

/** Whether all words of a name stand here but one, and that one nearly: one letter in four may differ, two at most. */
function isMisspelt(found: readonly Word[], {words}: PersonName): boolean {
  if (found.length !== words.length || !found.every(({text}) => /^\p{L}/u.test(text))) return false
  const different = words.flatMap(({form}, index) => (found[index]?.form === form ? [] : [[form, found[index]?.form ?? ''] as const]))
  const [pair] = different
  if (different.length !== 1 || pair === undefined || !/^\p{Lu}/u.test(found[0]?.text ?? '')) return false
  const [right, wrong] = pair
  return right.length >= 3 && distance(right, wrong) <= Math.min(2, Math.ceil(right.length / 4))
}

interface Offices {
  readonly kit: CollationKit
  readonly lexicon: Lexicon
  readonly officeWords: ReadonlySet<string>
}

/** The title before a name, against the offices its bearer held on the day. */
function officeMarks(person: KitPerson, words: readonly Word[], at: number, date: string, offices: Offices): Mark[] {
  if (date.length < 10) return []
  const title = titleBefore(words, at, offices)
  const held = officesOn(person, date)
  if (title.length === 0 || held.length === 0) return []
  const shapes = held.flatMap(({title: full}) => shapesOf(full)).map((shape) => ({shape, words: wordsOf(shape)}))
  const content = title.filter(({form}) => !isFunctionWord(form))
  if (shapes.some((shape) => content.every(({form}) => shape.words.some((word) => word.form === form)))) return []
  const units = title.map((word) => ({words: [word], standsFor: new Set<string>()}))
  const [best] = shapes
    .map(({shape, words: record}) => ({shape, ...parallel(units, record)}))
    .sort((a, b) => b.likeness - a.likeness)
  const changed = best === undefined || best.likeness < 0.4 ? [] : best.differences.flatMap(pairsOf)
  const [first] = changed
  const single = changed.length === 1 && first !== undefined ? first : undefined
  const elsewhere = content.every(({form}) => offices.officeWords.has(form))
  return [
    {
      kind: 'office',
      range: rangeOf(single === undefined || elsewhere ? title : single.found),
      expected: single === undefined || elsewhere ? (best?.shape ?? held[0]?.title ?? '') : single.expected.map(({text}) => text).join(' '),
      weight: 'likely',
      because: `On ${date} ${person.name} was ${held.map(({title: full}) => full).join(' and ')}.`,
      person: person.id,
    },
  ]
}

/** Shapes in which a title is said: `Minister of Foreign Affairs` is also the Foreign Minister. */
function shapesOf(title: string): string[] {
  const match = /^(.*?)(Minister) (?:of|for) (?:National )?(\S+)(?: Affairs)?$/.exec(title)
  return match === null ? [title] : [title, `${match[1]}${match[3]} ${match[2]}`]
}

/** The run of capitalised words before a name, from the first that can belong to an office. */
function titleBefore(words: readonly Word[], at: number, {kit, officeWords}: Offices): Word[] {
  let start = at
  while (start > 0 && at - start < 12) {
    const word = words[start - 1]
    const gap = (words[start]?.range.start ?? 0) - (word?.range.end ?? 0)
    // One space, or a comma nowhere: a title runs up to its name.
    if (word === undefined || gap !== 1 || !/^(?:\p{Lu}|of$|for$|and$)/u.test(word.text)) break
    start--
  }
  const countries = kit.terms
    .filter(({kind}) => kind === 'country')
    .flatMap(({label, abbr, aliases}) => [label, abbr ?? '', ...aliases].flatMap((name) => wordsOf(name).map(({form}) => form)))
  const run = words.slice(start, at)
  const title = run.slice(
    run.findIndex(({form}) => !isFunctionWord(form) && !countries.some((country) => country.length > 1 && form.startsWith(country))),
  )
  // Two titles joined by “and” are two people's.
  const last = title.slice(title.findLastIndex(({form}, index) => form === 'and' && officeHead(title.slice(0, index), officeWords)) + 1)
  return last.some(({form}) => officeWords.has(form)) && !last.some(({form}) => form === 'former') ? last : []
}

function officeHead(words: readonly Word[], officeWords: ReadonlySet<string>): boolean {
  return words.some(({form}) => officeWords.has(form))
}
