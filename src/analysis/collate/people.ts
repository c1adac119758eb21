/** Persons as the copy names them: their names, and the offices it gives them. */

import {distance} from 'fastest-levenshtein'
import {officesOn} from '../../corpus/offices.ts'
import {pairsOf} from './exact.ts'
import {rangeOf} from './marks.ts'
import type {Mark} from './marks.ts'
import type {CollationKit, KitPerson} from './model.ts'
import {parallel} from './parallel.ts'
import type {Sentence} from './text.ts'
import {formsOf, wordsOf} from './words.ts'
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
export function peopleMarks(sentences: readonly Sentence[], kit: CollationKit, date: string): Mark[] {
  const names = personNames(kit.people)
  const byWord = new Map<string, PersonName[]>()
  for (const name of names)
    for (const form of new Set(name.words.map((word) => word.form)))
      byWord.set(form, [...(byWord.get(form) ?? []), name])
  const offices = officesOf(kit)
  return sentences.flatMap(({words}) => {
    const marks: Mark[] = []
    for (let at = 0; at < words.length;) {
      const near = new Set(words.slice(at, at + 2).flatMap(({form}) => byWord.get(form) ?? []))
      const exact = [...near].find((name) => stands(name, words, at))
      if (exact !== undefined) {
        marks.push(...officeMarks(exact.person, words, at, date, offices))
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
function slipAt(
  words: readonly Word[],
  at: number,
  near: ReadonlySet<PersonName>,
): {mark: Mark; length: number} | undefined {
  for (const name of near) {
    const length = name.words.length
    const doubled = words[at]?.form === words[at + 1]?.form && stands(name, words, at + 1)
    if (doubled)
      return {mark: personMark(words.slice(at, at + 1 + length), name, 'doubles a part of it'), length: length + 1}
    if (!isMisspelt(words.slice(at, at + length), name)) continue
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
  const different = words.flatMap(({form}, index) =>
    found[index]?.form === form ? [] : [[form, found[index]?.form ?? ''] as const],
  )
  const [pair] = different
  if (different.length !== 1 || pair === undefined || !/^\p{Lu}/u.test(found[0]?.text ?? '')) return false
  const [right, wrong] = pair
  return right.length >= 3 && distance(right, wrong) <= Math.min(2, Math.ceil(right.length / 4))
}

/** What is known of offices, whoever holds them. */
interface Offices {
  /** Content words of titles. */
  readonly words: ReadonlySet<string>
  /** Words that titles begin with: `Minister`, `Acting`. */
  readonly heads: ReadonlySet<string>
  /** Words of the names of countries, which come before a title and are no part of it. */
  readonly countries: readonly string[]
}

function officesOf({people, terms}: CollationKit): Offices {
  const titles = people.flatMap(({offices}) => offices.flatMap(({title}) => shapesOf(title)).map(wordsOf))
  return {
    words: new Set(titles.flatMap((title) => title.flatMap(({form, light}) => (light ? [] : [form])))),
    heads: new Set(titles.flatMap((title) => title.slice(0, 1).map(({form}) => form))),
    countries: terms
      .filter(({kind}) => kind === 'country')
      .flatMap(({label, abbr = '', aliases}) => formsOf([label, abbr, ...aliases].join(' ')))
      .filter((form) => form.length > 1),
  }
}

/** The title before a name, against the offices its bearer held on the day. */
function officeMarks(person: KitPerson, words: readonly Word[], at: number, date: string, offices: Offices): Mark[] {
  if (date.length < 10) return []
  const title = titleBefore(words, at, offices)
  const held = officesOn(person, date)
  if (title.length === 0 || held.length === 0) return []
  const shapes = held.flatMap((office) => shapesOf(office.title))
  if (shapes.some((shape) => isSameOffice(title, wordsOf(shape)))) return []
  const {found, expected} = changeOf(title, shapes, offices)
  return [
    {
      kind: 'office',
      range: rangeOf(found),
      expected,
      weight: 'likely',
      because: `On ${date} ${person.name} was ${held.map((office) => office.title).join(' and ')}.`,
      person: person.id,
    },
  ]
}

/** The one word of a title that belongs to no office, and the right one; else the title whole. */
function changeOf(
  title: readonly Word[],
  shapes: readonly string[],
  {words}: Offices,
): {found: readonly Word[]; expected: string} {
  const units = title.map((word) => ({words: [word], standsFor: new Set<string>()}))
  const [best] = shapes
    .map((shape) => ({shape, ...parallel(units, wordsOf(shape))}))
    .sort((a, b) => b.likeness - a.likeness)
  const [change, ...more] = (best?.differences ?? []).flatMap(pairsOf)
  const strange = title.some(({form, light}) => !light && !words.has(form))
  if (strange && change !== undefined && more.length === 0 && change.found.length > 0) {
    return {found: change.found, expected: change.expected.map(({text}) => text).join(' ')}
  }
  return {found: title, expected: best?.shape ?? ''}
}

/** Words without which a title is that of another office. An acting minister is called minister; a vice minister is not. */
const ranks: ReadonlySet<string> = new Set(['assistant', 'deputy', 'under', 'vice'])

/** Whether two titles are of the same office: of the same rank, and one has all words of the other in their order. */
function isSameOffice(a: readonly Word[], b: readonly Word[]): boolean {
  const [left, right] = [titleForms(a), titleForms(b)]
  const rankOf = (forms: readonly string[]) => forms.filter((form) => ranks.has(form)).join(' ')
  return rankOf(left) === rankOf(right) && (isWithin(left, right) || isWithin(right, left))
}

/** Content words of a title; the `Undersecretary` is an Under Secretary. */
function titleForms(title: readonly Word[]): string[] {
  return title.flatMap(({form, light}) => {
    if (form === 'undersecretary') return ['under', 'secretary']
    return light && !ranks.has(form) ? [] : [form]
  })
}

/** Whether words stand among others in the same order. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let at = 0
  for (const form of many) if (form === few[at]) at++
  return at === few.length
}

/** Shapes in which a title is said: the `Minister of Foreign Affairs` is also the Foreign Minister. */
function shapesOf(title: string): string[] {
  const match = /^(.*?)(Minister|Secretary) (?:of|for) (?:National )?(\S+)/.exec(title)
  return match === null ? [title] : [title, `${match[1]}${match[3]} ${match[2]}`]
}

/** Most words of a title. */
const longestTitle = 12

/** The capitalised words before a name, from the first that can belong to an office; none where they name no office. */
function titleBefore(words: readonly Word[], at: number, {words: known, heads, countries}: Offices): readonly Word[] {
  let start = at
  while (start > 0 && at - start < longestTitle) {
    const word = words[start - 1]
    // A comma or a bracket parts a title from what stands before it.
    if (word === undefined || (words[start]?.range.start ?? 0) - word.range.end !== 1) break
    if (!/^(?:\p{Lu}|of$|for$|and$)/u.test(word.text)) break
    start--
  }
  const run = words.slice(start, at)
  // After “and”, a word that titles begin with begins the title of somebody else.
  const cut = run.findLastIndex(
    ({form}, index) => form === 'and' && run.slice(index + 1).some((word) => heads.has(word.form)),
  )
  const own = run.slice(cut + 1)
  const first = own.findIndex(({form, light}) => !light && !countries.some((country) => form.startsWith(country)))
  const title = first === -1 ? [] : own.slice(first)
  return title.some(({form}) => known.has(form)) && !title.some(({form}) => form === 'former') ? title : []
}
