/** What questions ask for: a meaning, a difference, a change, who was there. */

import type {StatementId} from '../corpus/model.ts'
import {spanInWords} from '../corpus/offices.ts'
import {urls} from '../corpus/urls.ts'
import {holdersMeant} from './holders.ts'
import type {Holder} from './holders.ts'
import {issuesMeant} from './issues.ts'
import type {Entry} from './lexicon.ts'
import type {Names, StatementEntry} from './names.ts'
import {findNames, kindOf} from './names.ts'
import {findNearNames} from './near.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'
import {readOrdinal} from './ordinal.ts'

/** A page, or a place in one, that answers a question as such. */
export interface Answer {
  /** From the root of the site. */
  readonly url: string
  readonly title: string
  readonly kind: string
  readonly text: string
}

/** A question taken apart. */
export interface Question {
  readonly answers: readonly Answer[]
  /** What it is about, without the words that ask. */
  readonly about: string
  /** Whether it asks what changed, or why. */
  readonly change: boolean
}

/** “what does X stand for”; the first group is what is asked about. */
const meanings: readonly RegExp[] = [
  /^what (?:is|was) meant by (?:the )?(.+)$/,
  /^what (?:does|do|did) (?:the |an? )?(.+?) (?:stand for|mean|do|say)$/,
  /^(?:what(?:'s| is| are| was| were)|who(?:'s| is| was| are)|define|explain|meaning of|definition of) (?:the |an? )?(?:meaning of |definition of )?(.+)$/,
  /^what (?:happened|became|has become) (?:to|of|with) (?:the )?(.+)$/,
  /^where (?:does|do|is|did|can i find) (?:the )?(?:phrase|term|words?|formula|expression|wording)? ?(.+?) (?:appear|occur|stand|come from|used|found|mentioned)$/,
  /^(?:when|how) will (?:the )?(.+?) (?:happen|end|be .+)$/,
  /^(?:was|is|were|are|has|have) (?:the |an? )?(.+?) (?:ever |finally |still |yet |already )?(?:been )?(?:ever )?(?:signed|concluded|agreed|in force|ratified|published|in effect|alive|over|dead)$/,
  /^who (?:said|says|uses|used|coined) (.+)$/,
  /^(.+?) (?:meaning|definition|stands for|means|뜻|의미|abbreviation)$/,
  /^(?:when|where) (?:was|were|is|did) (?:the |an? )?(.+?) (?:founded|established|created|signed|held|formed|set up|start|begin|launched|concluded|agreed|announced|enter into force)$/,
  /^(.+?)(?:이|가|은|는|란|이란)? (?:뭐야|뭐예요|무엇인가요|무엇인가|무엇|뭔가요)$/,
]

/** “difference between A and B”; two groups. */
const differences: readonly RegExp[] = [
  /\b(?:differences?|distinction|distinguish|changed?|changes) (?:\S+ ){0,2}?between (.+?) (?:and|&) (.+)$/,
  /^compare (.+?) (?:and|with|to|&|vs\.?|against) (.+)$/,
  /^comparison (?:of|between) (.+?) (?:and|with|to) (.+)$/,
  /^(.+?) (?:vs\.?|versus|compared (?:to|with)) (.+?)(?:,? (?:differences?|compared|comparison))?$/,
  /^(?:how|why) (?:is|are|does|do|did) (.+?) (?:be )?(?:different|differ|distinct) from (.+)$/,
  /\b(?:changed?|changes|different) (?:\S+ ){0,2}?from (.+?) to (.+)$/,
  /^(?:what(?:'?s| is) )?(?:the )?differences? (?:(?:of|in|among) )?(?:the )?(.+?) (?:and|&) (.+)$/,
  /^(.+?) (?:and|&) (.+?) (?:differences?|compared|comparison)$/,
  /^(.+?) (?:or|and|vs\.?|versus),? ?(.+?),? what(?:'s| is) the difference$/,
  /^(?:is|are) (?:the )?(.+?) (?:the )?same (?:thing )?as (.+)$/,
  /^(.+?)(?:와|과|하고|이?랑) (.+?)(?:의)? ?차이(?:점)?[은는이가을를]?(?: (?:뭐야|뭐예요|뭔가요|무엇인가요?|무엇|알려줘|설명))?$/,
]

/** “how did the 2+2 change between 2021 and 2024”, “what changed in SCM from 2024 to 2025”: two years, and what is said besides. */
const years = /\b(?:between|from) (?:the )?((?:19|20)\d\d) (?:and|to) (?:the )?((?:19|20)\d\d)\b/

/** Words of a question about two years that name nothing. */
const changed =
  /\b(?:changed?|changes|changing|different|differences?|differ|compare[ds]?|new|evolved?|develop(?:ed)?)\b/g

/** “how did X react to Y”; two groups. */
const reaction =
  /^(?:how|what) (?:did|does|was|were|is) (?:the )?(.+?)(?:'s)? (?:react(?:ions?)?|respon(?:d|se)|answer|repl(?:y|ied)|say|said) (?:to|about|on) (?:the )?(.+)$/

/** “A or B”: a question only where both are names. */
const choice = /^(?:is it )?(.+?) or (.+)$/

/** “what changed since X”: against the next of its forum. */
const since = /^what(?:'s| has| is)? ?(?:changed|new|different) (?:since|after) (.+)$/

/** “what is new in X”, “what is missing from X”: the first group where something is missed. */
const single =
  /^(?:what(?:'s| is| was| has)? (?:is |was )?(?:new|changed|different|(missing|absent|left out|dropped|gone|not))|what changed|changes) (?:in|at|with|from) (.+)$/

const attendance =
  /^who (?:led|leads|attended|signed|chaired|headed|hosted|represented|met|took part|was|were|participated) ?(?:in|at|of|the delegations? (?:at|to))? (.+)$/

/** Words that ask how a wording changed. */
const changing =
  /\b(?:why|changed?|changes|changing|drop(?:s|ped)?|disappear(?:ed)?|removed?|new wording|gone|still|no longer|evolution|history of|evolved?)\b/g

/** Reads a query as a question; `about` is the query itself where it is none. */
export function readQuestion(query: string, names: Names): Question {
  const text = query
    .toLowerCase()
    .replaceAll(/[?\uff1f!.…]+$/g, '')
    .replaceAll(/[“”"]/g, '')
    .trim()
  const reactions = reactionsOf(text, names)
  if (reactions.length > 0) return {answers: reactions, about: text, change: false}
  const pair = [
    ...ofTwoYears(text, names),
    ...[...differences, choice].flatMap((form) => {
      const [, first, second] = form.exec(text) ?? []
      return first === undefined || second === undefined ? [] : pairOf(first, second, names)
    }),
  ]
  if (pair.length > 0) return {answers: pair, about: text, change: false}
  const apart = differences.map((form) => form.exec(text)?.slice(1)).find((groups) => groups !== undefined)
  if (apart !== undefined) {
    // What the edition knows by name stands before the texts that hold both.
    const known = apart.flatMap((part) => namedBy(part ?? '', names) ?? [])
    return {answers: known.map(pageOf), about: apart.join(' '), change: false}
  }
  const before = issueOf(since.exec(text)?.[1], names)
  const after = before === undefined ? undefined : nextOf(before, names)
  if (before !== undefined && after !== undefined)
    return {answers: [comparison(before, after, names)], about: text, change: true}
  const [, missed, asked] = single.exec(text) ?? []
  const issue = issueOf(asked, names)
  if (issue !== undefined) return {answers: reports(issue, missed !== undefined, names), about: text, change: true}
  const meeting = issueOf(attendance.exec(text)?.[1], names)
  if (meeting !== undefined) return {answers: [pageOf(meeting)], about: text, change: false}
  const holders = holdersMeant(text, names)
  if (holders.length > 0) return {answers: holders.map(holderAnswer), about: text, change: false}
  const about = meanings.map((form) => form.exec(text)?.[1]).find((group) => group !== undefined)
  const change = text.search(changing) >= 0
  return {
    answers: [],
    about: about ?? (change ? text.replaceAll(changing, ' ').replaceAll(/\s+/g, ' ').trim() : query),
    change,
  }
}

/** The two statements of a forum in two years. */
function ofTwoYears(text: string, names: Names): Answer[] {
  const [span, from, to] = years.exec(text) ?? []
  if (span === undefined || text.search(changed) < 0) return []
  const series = contentWords(foldWords(text.replace(span, ' ').replaceAll(changed, ' '))).join(' ')
  return pairOf(`${series} ${from}`, `${series} ${to}`, names)
}

/** Statements that are called by the one who reacts and by what is reacted to. */
function reactionsOf(text: string, names: Names): Answer[] {
  const [, who, what] = reaction.exec(text) ?? []
  const [one, other] = [who, what].map((part) => (part === undefined ? undefined : namedBy(part, names)))
  if (one === undefined || other === undefined) return []
  const forms = [one, other].map((entry) =>
    names.all.filter((name) => name.entry === entry).map(({words}) => words.map(stemOf)),
  )
  const isCalled = (stems: ReadonlySet<string>) =>
    forms.every((some) => some.some((form) => form.every((stem) => stems.has(stem))))
  return names.called
    .filter(({entry, stems}) => kindOf(entry) === 'Statement' && isCalled(stems))
    .filter(({entry}) => entry.statement?.forum === undefined)
    .map(({entry}) => pageOf(entry))
}

function issueOf(text: string | undefined, names: Names): StatementEntry | undefined {
  const found = text === undefined ? [] : issuesMeant(foldWords(text), names)
  return found.length === 1 ? found[0] : undefined
}

function nextOf({statement: {id}}: StatementEntry, {statements}: Names): StatementEntry | undefined {
  return statements.find(({statement}) => statement.previous === id)
}

function pageOf(entry: Entry): Answer {
  return {url: entry.url, title: entry.title, kind: kindOf(entry), text: ''}
}

function holderAnswer({entry, office}: Holder): Answer {
  return {...pageOf(entry), text: `${office.title}, ${spanInWords(office)}.`}
}

/**
 * What is new in a statement: the report on it, and the comparison with the one before. Where there is no report, what
 * is known to be missing stands on its own page.
 */
function reports(entry: StatementEntry, isMissed: boolean, names: Names): Answer[] {
  const {id, reported, previous} = entry.statement
  const before = names.entries.get(previous === undefined ? '' : urls.statement(previous as StatementId))
  const answers: Answer[] = []
  if (reported === true)
    answers.push({
      url: urls.silence(id as StatementId),
      title: `New and missing in ${entry.title}`,
      kind: 'Report',
      text: 'Which usual formulas it repeats, changes, adds and leaves out.',
    })
  else if (isMissed) answers.push(pageOf(entry))
  if (before?.statement !== undefined) answers.push(comparison(before as StatementEntry, entry, names))
  return answers.length === 0 ? [pageOf(entry)] : answers
}

/** Two statements lead to their comparison; two names to where the one page tells itself from the other. */
function pairOf(first: string, second: string, names: Names): Answer[] {
  const [a, b] = issuesOf(foldWords(first), foldWords(second), names)
  if (a !== undefined && b !== undefined && a !== b) return [comparison(...inTime(a, b), names)]
  const next = second.split(/ (?:vs\.?|versus) /)[0] ?? ''
  const one = namedBy(first, names)
  const other = namedBy(next, names) ?? begunBy(first, next, names)
  if (one === undefined || other === undefined || one === other) return []
  if (one.statement !== undefined && other.statement !== undefined)
    return [comparison(...inTime(one as StatementEntry, other as StatementEntry), names)]
  const told = (entry: Entry, from: Entry) => entry.distinguish?.includes(from.url) === true
  const boxes = [...(told(one, other) ? [boxOf(one, other)] : []), ...(told(other, one) ? [boxOf(other, one)] : [])]
  return boxes.length > 0 ? boxes : [pageOf(one), pageOf(other)]
}

function inTime(a: StatementEntry, b: StatementEntry): readonly [StatementEntry, StatementEntry] {
  const [one, other] = [a.statement, b.statement]
  const isEarlier = one.date < other.date || (one.date === other.date && one.id < other.id)
  return isEarlier ? [a, b] : [b, a]
}

function boxOf(entry: Entry, from: Entry): Answer {
  return {
    url: `${entry.url}#distinguish`,
    title: `${entry.title} and ${from.title}: do not confuse`,
    kind: kindOf(entry),
    text: 'What tells the one from the other, in a line.',
  }
}

function comparison(a: StatementEntry, b: StatementEntry, {lexicon}: Names): Answer {
  const ids = [a.statement.id as StatementId, b.statement.id as StatementId] as const
  return {
    url: lexicon.comparisons.includes(ids.join(' ')) ? urls.compare(...ids) : urls.comparePair(...ids),
    title: `${a.title} and ${b.title}, compared`,
    kind: 'Comparison',
    text: 'What changed in the wording, clause by clause.',
  }
}

/** The two statements; one that is named without its forum (“the 55th and 56th SCM”) is of the other’s. */
function issuesOf(
  first: readonly string[],
  second: readonly string[],
  names: Names,
): readonly (StatementEntry | undefined)[] {
  const count = (word: string) => readOrdinal(word) !== undefined || /^\d+$/.test(word)
  const forumOf = (words: readonly string[]) => words.filter((word) => !count(word))
  const one = (words: readonly string[], other: readonly string[]) => {
    const found = words.every(count) ? issuesMeant([...words, ...forumOf(other)], names) : issuesMeant(words, names)
    return found.length === 1 ? found[0] : undefined
  }
  const [a, b] = [first, second].map((words) => words.filter((word) => word !== 'the'))
  return [one(a ?? [], b ?? []), one(b ?? [], a ?? [])]
}

/** The page that words name exactly, or nearly. */
function namedBy(text: string, names: Names): Entry | undefined {
  const words = foldWords(text.replace(/^(?:the|an?) /, ''))
  const [best] = findNames(words, names)
  return best?.fit === 'exact' ? best.entry : findNearNames(words, names)[0]?.entry
}

/** The page that the second is named by as the first begins: “Camp David Principles vs Spirit”. */
function begunBy(first: string, second: string, names: Names): Entry | undefined {
  const words = first.split(' ')
  for (let length = words.length - 1; length > 0; length--) {
    const [best] = findNames(foldWords([...words.slice(0, length), second].join(' ')), names)
    if (best?.fit === 'exact') return best.entry
  }
  return undefined
}
