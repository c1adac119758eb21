/** Words as the collation compares them. */

import type {Range} from '../../corpus/model.ts'

/** A word of a text and where it stands. */
export interface Word {
  readonly range: Range
  /** As it stands. */
  readonly text: string
  /** As it is compared: lower case, no points, no possessive, American spelling. */
  readonly form: string
  /** The form without its endings. */
  readonly stem: string
  /** Whether it is a function word. */
  readonly light: boolean
}

/** Words without a referent: they hold a sentence together and are no evidence of what it is about. */
const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor as at by for from in into of off on onto over to up with within ' +
    'without is are was were be been being am do does did has have had having it its they their them he his him she ' +
    'her we our us i you your who whom whose which what when where why how if then than so not no all any each both ' +
    'either such there here also too very more most other others one will would can could may might shall should must'
  ).split(' '),
)

/** Verbs that say how firmly something is promised. */
export const modals: ReadonlySet<string> = new Set('will would can could may might shall should must'.split(' '))

/** Cuts a text into words. Points within initials (`U.S.`) and apostrophes belong to a word; hyphens part two. */
export function wordsOf(text: string, offset = 0): Word[] {
  return Array.from(text.matchAll(/(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu), (match) => {
    const form = formOf(match[0])
    const start = offset + match.index
    return {
      range: {start, end: start + match[0].length},
      text: match[0],
      form,
      stem: stemOf(form),
      light: functionWords.has(form),
    }
  })
}

/** Words of a phrase as they are compared. */
export function formsOf(phrase: string): string[] {
  return wordsOf(phrase).map(({form}) => form)
}

/** British and American spellings of one word are one form. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(def|off|pret)ence/, '$1ense'],
  [/(.{3})isation/, '$1ization'],
  [/(.{4})is(e|ed|es|ing)$/, '$1iz$2'],
  [/(.{2})our(s|ed|ing|able)?$/, '$1or$2'],
  [/gramme(s?)$/, 'gram$1'],
]

function formOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[’']s?$/, '')
  return spellings.reduce((form, [pattern, american]) => form.replace(pattern, american), plain)
}

const endings = ['ations', 'ation', 'ments', 'ment', 'ances', 'ance', 'ences', 'ence', 'ants', 'ant', 'ents', 'ent']
const verbal = ['ating', 'ated', 'ates', 'ate', 'ings', 'ing', 'ied', 'ies', 'ed', 'es', 'ly', 's', 'e', 'y']

/**
 * A light stemmer for English: one derivational and one inflectional ending at
 * most, never below four letters. It is coarser than Porter’s (1980) and need
 * not be more: it only has to bring `committed` and `commitment` together.
 */
export function stemOf(form: string): string {
  if (form.length < 5 || /\p{N}/u.test(form)) return form
  const ending = [...endings, ...verbal].find((each) => form.endsWith(each) && form.length - each.length >= 4)
  if (ending === undefined || form.endsWith('ss')) return form
  const stem = form.slice(0, -ending.length)
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
