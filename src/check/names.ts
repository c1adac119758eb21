/** By which names running text speaks of the terms of the edition, and where it does. */

import type {Range, Term, TermId} from '../corpus/model.ts'

/** A name that stands in a text. */
export interface FoundName {
  readonly term: TermId
  /** Offsets into the text. */
  readonly range: Range
}

/** Finds the names of terms in a text, in time in line with its length. */
export type NameFinder = (text: string) => Generator<FoundName>

/** A spelling and the term it names; none where several terms have it. */
interface Spelling {
  readonly form: string
  readonly term: TermId | undefined
}

/**
 * Prepares the names of all terms.
 *
 * A name counts as it is written: whole words, capitals as capitals; only the
 * first letter of a name without other capitals may be either, if it is no
 * country’s or place’s. Where names
 * overlap, the longest is meant. A name that several terms have names none,
 * and one that a capitalised word follows is the beginning of a longer name.
 */
export function nameFinder(terms: Iterable<Term>): NameFinder {
  const owners = new Map<string, TermId | undefined>()
  for (const term of terms) {
    for (const form of formsOf(term)) {
      const owner = owners.get(form)
      owners.set(form, owners.has(form) && owner !== term.id ? undefined : term.id)
    }
  }
  const byFirstWord = new Map<string, Spelling[]>()
  for (const [form, term] of owners) {
    const [first = ''] = /[A-Za-z0-9]+/.exec(form) ?? []
    const list = byFirstWord.get(first)
    if (list === undefined) byFirstWord.set(first, [{form, term}])
    else list.push({form, term})
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.form.length - a.form.length)
  // Of a text, no more is looked at than the words with which a name begins.
  const word = new RegExp(`(?<![A-Za-z0-9])(?:${[...byFirstWord.keys()].join('|')})(?![A-Za-z0-9])`, 'g')

  return function* (text) {
    let end = 0
    for (const {0: first, index: start} of text.matchAll(word)) {
      const found = start < end ? undefined : byFirstWord.get(first)?.find(({form}) => standsAt(text, start, form))
      if (found === undefined) continue
      end = start + found.form.length
      if (found.term !== undefined && !goesOn(text, start, end)) yield {term: found.term, range: {start, end}}
    }
  }
}

/**
 * The names by which people write of a term: its label, its abbreviation, and
 * its aliases. An alias without capitals that is one word (`space`) means too
 * much, and one with a comma is a phrase and no name.
 */
function formsOf({label, abbr, aliases, kind}: Term): string[] {
  const plain = label.replace(/ \(.*\)$/, '')
  const certain = aliases.filter((alias) => /[A-Z0-9]|^[^,]* [^,]*$/.test(alias))
  const names = [plain, ...(abbr === undefined ? [] : [abbr]), ...certain]
  return kind === 'country' || kind === 'place' ? names : names.flatMap(spellings)
}

/** A name without capitals inside can begin a sentence, and need not. */
function spellings(name: string): string[] {
  if (!/^[A-Za-z][^A-Z]+$/.test(name)) return [name]
  const rest = name.slice(1)
  return [`${name.charAt(0).toUpperCase()}${rest}`, `${name.charAt(0).toLowerCase()}${rest}`]
}

const partOfWord = /[\p{L}\p{M}\p{N}\-–]/u

function standsAt(text: string, start: number, form: string): boolean {
  const end = start + form.length
  return text.startsWith(form, start) && !partOfWord.test(text.charAt(start - 1)) && !partOfWord.test(text.charAt(end))
}

/** Whether the words begin a longer name: China in China Coast Guard. */
function goesOn(text: string, start: number, end: number): boolean {
  return /[A-Z]/.test(text.charAt(start)) && /^ \p{Lu}/u.test(text.slice(end, end + 2))
}
