/** Which statements a query means: “the 2023 EDSCG”, “54th SCM”, “31 October 2024”. */

import {months} from '../corpus/dates.ts'
import type {Names, StatementEntry} from './names.ts'
import {contentWords} from './normalize.ts'
import {readOrdinal} from './ordinal.ts'

/** What a query says of a statement. */
interface Description {
  readonly forum?: string
  readonly year?: string
  readonly ordinal?: number
  readonly date?: string
  /** Whether the last of those is meant that the rest describes. */
  readonly isLatest?: true
}

/** Words that a statement may be called with besides. */
const titles = new Set(
  'statement joint meeting communique readout text press release no number 회의 공동성명 성명 공동'.split(' '),
)

/** Words for the last of several. */
const latest = new Set('latest newest last recent most current 최근 최신'.split(' '))

/** Highest number of a meeting that a bare figure is taken for. */
const highestOrdinal = 99

/**
 * The statements that a query describes, earliest first: by forum with year or number, by the number of a meeting alone
 * where one forum only has met so often, by date, or as the latest of these.
 *
 * @returns none where the query says something else besides, or does not tell one from another
 */
export function issuesMeant(words: readonly string[], names: Names): StatementEntry[] {
  const description = describe(contentWords(words), names)
  if (description === undefined) return []
  const {forum, year, ordinal, date, isLatest = false} = description
  if (date === undefined && ordinal === undefined && (forum === undefined || year === undefined) && !isLatest) return []
  const meant = names.statements.filter(
    ({statement}) =>
      (forum === undefined || statement.forum === forum) &&
      (year === undefined || statement.date.startsWith(year)) &&
      (ordinal === undefined || statement.ordinal === ordinal) &&
      (date === undefined || statement.date.startsWith(date)),
  )
  return isLatest ? meant.slice(-1) : meant
}

/** The address of the forum that words name, and how many words. */
function forumAt(words: readonly string[], names: Names): {readonly url: string; readonly length: number} | undefined {
  for (let length = Math.min(8, words.length); length > 0; length--) {
    const found = names.byFold.get(words.slice(0, length).join('')) ?? []
    const url = found.find(({entry, kind}) => names.forums.has(entry.url) && kind !== 'spun')?.entry.url
    if (url !== undefined) return {url, length}
  }
  return undefined
}

/** The number of a meeting that begins at a word, and how many words it has: `fifty-fifth` has two. */
function ordinalAt(words: readonly string[], at: number): readonly [number | undefined, number] {
  const two = readOrdinal(words.slice(at, at + 2).join('-'))
  return two === undefined ? [readOrdinal(words[at] ?? ''), 1] : [two, 2]
}

function describe(words: readonly string[], names: Names): Description | undefined {
  const date = dateIn(words)
  const rest = date === undefined ? words : date.rest
  const said: {-readonly [Key in keyof Description]: Description[Key]} = date === undefined ? {} : {date: date.date}
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    const forum = forumAt(rest.slice(at), names)
    const [ordinal, length] = ordinalAt(rest, at)
    if (forum !== undefined) {
      said.forum = forum.url
      at += forum.length - 1
    } else if (latest.has(word)) said.isLatest = true
    else if (/^(?:19|20)\d\d$/.test(word)) said.year = word
    else if (/^(?:19|20)\d\d년$/.test(word)) said.year = word.slice(0, 4)
    else if (ordinal !== undefined) {
      said.ordinal = ordinal
      at += length - 1
    } else if (/^\d{1,2}$/.test(word) && Number(word) <= highestOrdinal) said.ordinal = Number(word)
    else if (!titles.has(word)) return undefined
  }
  return said
}

/** The day or month that words say, in either order, and the words without it. */
export function dateIn(
  words: readonly string[],
): {readonly date: string; readonly rest: readonly string[]} | undefined {
  const written = readFigures(words.join(' '))
  if (written !== undefined) {
    const {whole, year, month, day} = written
    return {
      date: isoDate(year, Number(month), day === undefined ? undefined : Number(day)),
      rest: without(words.join(' '), whole),
    }
  }
  const at = words.findIndex((word) => monthOf(word) !== undefined)
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word))
  if (at < 0 || year === undefined) return undefined
  const isDay = (word: string | undefined) => word !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(word)
  const beside = [at - 1, at + 1].find((index) => isDay(words[index]))
  const day = beside === undefined ? undefined : Number.parseInt(words[beside] ?? '', 10)
  return {
    date: isoDate(year, monthOf(words[at] ?? '') ?? 0, day),
    rest: words.filter((word, index) => index !== at && index !== beside && word !== year),
  }
}

interface Figures {
  readonly whole: string
  readonly year: string
  readonly month: string
  readonly day?: string
}

/** `2024 10 31`, `2024년 10월 31일`, `2024년 10월`; `10 31 2024` as Americans write it, `31 10 2024` where it cannot be. */
function readFigures(text: string): Figures | undefined {
  const yearFirst = /(?<=^| )(\d{4})(?:년? (\d{1,2})월? (\d{1,2})일?|년 (\d{1,2})월)(?= |$)/.exec(text)
  if (yearFirst !== null) {
    const [whole, year = '', month, day, only = ''] = yearFirst
    return {whole, year, month: month ?? only, ...(day === undefined ? {} : {day})}
  }
  const yearLast = /(?<=^| )(\d{1,2}) (\d{1,2}) (\d{4})(?= |$)/.exec(text)
  if (yearLast === null) return undefined
  const [whole, a = '', b = '', year = ''] = yearLast
  return Number(a) > 12 ? {whole, year, month: b, day: a} : {whole, year, month: a, day: b}
}

function without(text: string, part: string): string[] {
  return text
    .replace(part, ' ')
    .split(' ')
    .filter((word) => word !== '')
}

function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined
  const index = months.findIndex((month) => month.toLowerCase() === word || month.toLowerCase().slice(0, 3) === word)
  return index < 0 ? undefined : index + 1
}

function isoDate(year: string, month: number, day: number | undefined): string {
  const parts = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [String(day).padStart(2, '0')])]
  return parts.join('-')
}
