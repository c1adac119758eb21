/** Who held an office when: “US defense secretary 2023”, “한국 국방장관 2024”. */

import {firstDay} from '../corpus/dates.ts'
import type {PartialDate, Party} from '../corpus/model.ts'
import {officesDuring} from '../corpus/offices.ts'
import {hasHangul} from './hangul.ts'
import {dateIn, issuesMeant} from './issues.ts'
import type {Entry, Tenure} from './lexicon.ts'
import type {Names} from './names.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'

/** A person, and the office that was asked for. */
export interface Holder {
  readonly entry: Entry
  readonly office: Tenure
}

/** How people name those whose offices the edition knows; the longer name stands before the one that it holds. */
const countries: readonly (readonly [RegExp, Party])[] = [
  [/\bnorth korean?\b|\bdprk\b|북한/, 'dprk'],
  [/\b(?:south )?korean?\b|\brepublic of korea\b|\brok\b|한국|대한민국/, 'rok'],
  [/\bunited states\b|\bamerican?\b|\busa?\b|미국|미(?= |$)/, 'us'],
  [/\bjapan(?:ese)?\b|일본/, 'japan'],
  [/\brussian?\b|러시아/, 'russia'],
  [/\bcanad(?:a|ian)\b|캐나다/, 'canada'],
]

/** What Korean names of offices are put together from, in the words of the titles; the longer stands first. */
const korean: readonly (readonly [string, string])[] = [
  ['부장관', 'deputy secretary'],
  ['차관', 'vice minister'],
  ['장관', 'minister'],
  ['대통령', 'president'],
  ['총리', 'prime minister'],
  ['대사', 'ambassador'],
  ['외교', 'foreign'],
  ['국방', 'defense'],
  ['국무', 'state'],
]

/** What may stand between and behind these: the ministry’s syllable, particles, and who is asked for. */
const furniture = /^(?:부|의|은|는|이|가|을|를|누구|누구야|누구였나|누구였|나|였나|당시|때|에)+$/

/** Words of a title that make it another office than the one without them. */
const ranks = ['vice', 'deputy', 'under', 'assistant', 'principal', 'prime']

/** Words that ask for a person and name no office. */
const asking = new Set('who then serving served serve held holding name as time during'.split(' '))

/** Heads of an office; a query without one asks for none. */
const heads = /^(?:minister|secretary|president|ambassador|adviser|advisor|coordinator|director|chairman|leader)$/

/**
 * Those who held the office that a query names, at any time of the year, month or day that it says, in the order in
 * which they came to it: two where it changed hands. Without a date everybody, the last first, where a person is asked
 * for or a country is named; of an office alone the last that is known of each country.
 *
 * @returns none where the query says something else besides, or nothing is recorded
 */
export function holdersMeant(text: string, names: Names): Holder[] {
  const isKorean = hasHangul(text)
  const said = foldWords(text)
  const {date, rest} = dateSaid(said, names)
  const asksForPerson = said[0] === 'who' || /누구/.test(text)
  const all = names.lexicon.entries.flatMap((entry) => (entry.offices ?? []).map((office) => ({entry, office})))
  const inTime = all.filter(({office}) => date === undefined || officesDuring({offices: [office]}, date).length > 0)
  for (const {party, words} of readings(rest.join(' '), isKorean)) {
    if (!words.some((word) => heads.test(word)) || (words.length < 2 && party === undefined)) continue
    const holders = inTime.filter(
      ({office}) => (party === undefined || office.party === party) && isTitled(office, words, isKorean),
    )
    if (holders.length === 0) continue
    const sorted = sortHolders(holders)
    if (date !== undefined) return sorted
    return party === undefined && !asksForPerson ? lastOfEach(sorted) : sorted.toReversed()
  }
  return []
}

/** Of each country the last, the last of all first. */
function lastOfEach(sorted: readonly Holder[]): Holder[] {
  return [...new Map(sorted.map((holder) => [holder.office.party, holder])).values()].toSorted(
    (a, b) => sorted.indexOf(b) - sorted.indexOf(a),
  )
}

function sortHolders(holders: readonly Holder[]): Holder[] {
  return holders.toSorted((a, b) => (firstDay(a.office.from ?? '') < firstDay(b.office.from ?? '') ? -1 : 1))
}

/** The date, or that of the meeting at which: “at the 2014 2+2”. */
function dateSaid(
  words: readonly string[],
  names: Names,
): {readonly date?: PartialDate; readonly rest: readonly string[]} {
  const at = words.lastIndexOf('at')
  const meetings = at < 0 ? [] : issuesMeant(words.slice(at + 1), names)
  const [meeting] = meetings
  if (meeting !== undefined && meetings.length === 1) return {date: meeting.statement.date, rest: words.slice(0, at)}
  const day = dateIn(words)
  if (day !== undefined) return day
  const years = words.filter((word) => /^(?:19|20)\d\d(?:년.?)?$/.test(word))
  const [year] = years
  return year === undefined || years.length > 1
    ? {rest: words}
    : {date: year.slice(0, 4), rest: words.filter((word) => word !== year)}
}

/** The words of an office, first with the country they name taken out of them, then as they are: “ambassador to the U.S.”. */
function readings(
  text: string,
  isKorean: boolean,
): readonly {readonly party?: Party; readonly words: readonly string[]}[] {
  const country = countries.find(([name]) => name.test(text))
  const whole = {words: officeWords(text, isKorean)}
  if (country === undefined) return [whole]
  const [name, party] = country
  return [{party, words: officeWords(text.replace(name, ' '), isKorean)}, whole]
}

function officeWords(text: string, isKorean: boolean): readonly string[] {
  const english = isKorean ? korean.reduce((part, [from, to]) => part.replaceAll(from, ` ${to} `), text) : text
  return contentWords(foldWords(english)).filter((word) => !asking.has(word) && !furniture.test(word))
}

/** Korean has one word for ministers and secretaries, and so have those who ask for the American minister. */
function isTitled({title, party}: Tenure, words: readonly string[], isKorean: boolean): boolean {
  const stems = new Set(contentWords(foldWords(title)).map(stemOf))
  const has = (word: string) =>
    stems.has(stemOf(word)) || (word === 'minister' && (isKorean || party === 'us') && stems.has('secretary'))
  return words.every(has) && ranks.every((rank) => !stems.has(stemOf(rank)) || words.includes(rank))
}
