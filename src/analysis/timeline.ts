import {firstDay, lastDay} from '../corpus/dates.ts'
import {forumLabel} from '../corpus/label.ts'
import {compareText} from '../corpus/message.ts'
import type {
  Corpus,
  Evidence,
  Office,
  PartialDate,
  Party,
  Person,
  Statement,
  Target,
  Term,
  TermKind,
} from '../corpus/model.ts'
import {compareStatements} from '../corpus/statement.ts'
import type {Axis} from './axis.ts'
import {pageSize, spansOf, yearOf} from './spans.ts'
import type {Span} from './spans.ts'

/** Something that has a date. */
export interface Moment {
  readonly date: PartialDate
  readonly kind: 'statement' | TermKind
  readonly label: string
  /** The label where there is little room: an abbreviation, if there is one. */
  readonly short: string
  /** What happened, where the label does not say it. */
  readonly text?: string
  readonly target: Target
  readonly evidence: Evidence
}

/** Moments of one sort, earliest first. */
export interface Lane {
  /** Names the lane’s own page. */
  readonly id: string
  readonly label: string
  /** Whether its moments are statements. */
  readonly isForum: boolean
  readonly moments: readonly Moment[]
}

/** A principal office and who held it, earliest first; holders whose beginning is not known come last. */
export interface OfficeLane {
  readonly title: string
  /** For the margin of a drawing. */
  readonly short: string
  readonly party: Party
  readonly holders: readonly {readonly person: Person; readonly office: Office}[]
}

export interface Timeline {
  readonly lanes: readonly Lane[]
  readonly offices: readonly OfficeLane[]
  /**
   * From the first statement’s year to the year of the last moment; without moments it has no year. What is earlier
   * stands in the lanes all the same.
   */
  readonly axis: Axis
}

/** Sorts of glossary entries that have a place in time, and their lanes. */
const glossaryLanes = [
  ['agreements', 'Treaties and law', ['treaty', 'agreement', 'law']],
  ['documents', 'Documents', ['document']],
  ['events', 'Events, exercises', ['event', 'exercise']],
  ['bodies', 'Bodies', ['body']],
] as const satisfies readonly (readonly [id: string, label: string, kinds: readonly TermKind[]])[]

/** An office counts by the beginning of its title: a secretary may be styled in another way for a time. */
const principalOffices = [
  ['us', 'President of the United States', 'President, U.S.'],
  ['rok', 'President of the Republic of Korea', 'President, ROK'],
  ['us', 'Secretary of State', 'Secretary of State'],
  ['rok', 'Minister of Foreign Affairs', 'Foreign Minister'],
  ['us', 'Secretary of Defense', 'Secretary of Defense'],
  ['rok', 'Minister of National Defense', 'Defense Minister'],
] as const satisfies readonly (readonly [party: Party, title: string, short: string])[]

/**
 * Puts the edition in the order of time.
 *
 * - every statement, in the lane of its forum; national documents share one
 * - of the glossary: the founding of treaties, agreements, documents, events
 *   and bodies, and the dated facts of all but bodies, whose facts are their
 *   meetings
 * - who held a principal office
 *
 * A fact of a day on which a statement was issued is what that statement says
 * or does; it is left to the statement, and so is a document that is one.
 */
export function timelineOf(corpus: Corpus): Timeline {
  const statements = [...corpus.statements.values()].sort(compareStatements)
  const issued = new Set(statements.map(({date}) => date))
  const terms = [...corpus.terms.values()]
  const forums = Map.groupBy(statements, ({forum}) => forum)
  const lanes: Lane[] = [...forums].map(([forum, members]) => ({
    id: forum ?? 'national-documents',
    label: forumLabel(members[0] ?? {}, corpus),
    isForum: forum !== undefined,
    moments: members.map(statementMoment),
  }))
  for (const [id, label, kinds] of glossaryLanes) {
    const moments = terms
      .filter(({kind}) => kinds.some((candidate) => candidate === kind))
      .flatMap((term) => termMoments(term, issued))
    if (moments.length > 0) lanes.push({id, label, isForum: false, moments: moments.sort(compareMoments)})
  }
  const ordered = [...lanes.filter(({isForum}) => isForum), ...lanes.filter(({isForum}) => !isForum)]
  return {lanes: ordered, offices: officeLanes(corpus), axis: axisOf(statements, lanes)}
}

/** Moments of several lanes by year, earliest first. */
export function byYear(lanes: readonly Lane[]): {readonly year: string; readonly moments: readonly MomentInLane[]}[] {
  const all = lanes.flatMap((lane) => lane.moments.map((moment): MomentInLane => ({...moment, lane})))
  const years = Map.groupBy(all.sort(compareMoments), ({date}) => date.slice(0, 4))
  return [...years].map(([year, moments]) => ({year, moments}))
}

export interface MomentInLane extends Moment {
  readonly lane: Lane
}

/** The stretches of years that have a page of their own; none where one page holds the lanes. */
export function timelineSpans(lanes: readonly Lane[]): Span<MomentInLane>[] {
  return spansOf(
    byYear(lanes).flatMap(({moments}) => moments),
    pageSize,
    yearOf,
  )
}

/** A timeline cut down to some of its moments: the lanes that have any, and who held office in their years. */
export function timelineDuring({offices}: Timeline, moments: readonly MomentInLane[]): Timeline {
  const years = moments.map(({date}) => Number(yearOf({date})))
  const axis = {firstYear: Math.min(...years), lastYear: Math.max(...years)}
  const lanes = [...Map.groupBy(moments, ({lane}) => lane)].map(([lane, found]) => ({...lane, moments: found}))
  return {
    lanes,
    axis,
    offices: offices.flatMap((office) => {
      const holders = office.holders.filter((holder) => isHeldDuring(holder.office, axis))
      return holders.length === 0 ? [] : [{...office, holders}]
    }),
  }
}

function isHeldDuring({from, to}: Office, {firstYear, lastYear}: Axis): boolean {
  if (from === undefined && to === undefined) return false
  return (
    (from === undefined || Number(from.slice(0, 4)) <= lastYear) &&
    (to === undefined || Number(to.slice(0, 4)) >= firstYear)
  )
}

function statementMoment(statement: Statement): Moment {
  return {
    date: statement.date,
    kind: 'statement',
    label: statement.short,
    short: statement.short,
    text: statement.title,
    target: {type: 'statement', statement: statement.id},
    evidence: statement,
  }
}

function termMoments(term: Term, issued: ReadonlySet<string>): Moment[] {
  const {kind, label, abbr: short = label, established} = term
  const target: Target = {type: 'term', term: term.id}
  const founding = term.facts.find(({date}) => date !== undefined && date === established)
  const isStatement = kind === 'document' && established !== undefined && issued.has(established)
  const moments: Moment[] = []
  if (established !== undefined && !isStatement) {
    const text = founding === undefined ? {} : {text: founding.text}
    moments.push({date: established, kind, label, short, ...text, target, evidence: founding ?? term})
  }
  if (kind === 'body') return moments
  for (const fact of term.facts) {
    const {date, text} = fact
    if (date === undefined || issued.has(date) || fact === founding) continue
    moments.push({date, kind, label, short, text, target, evidence: fact})
  }
  return moments
}

function officeLanes({people}: Corpus): OfficeLane[] {
  return principalOffices.flatMap(([party, title, short]): OfficeLane[] => {
    const holders = [...people.values()].flatMap((person) =>
      person.offices
        .filter((office) => office.party === party && office.title.startsWith(title))
        .map((office) => ({person, office})),
    )
    holders.sort((a, b) => compareText(a.office.from ?? '9999', b.office.from ?? '9999'))
    return holders.length === 0 ? [] : [{party, title, short, holders}]
  })
}

function axisOf(statements: readonly Statement[], lanes: readonly Lane[]): Axis {
  const years = lanes.flatMap(({moments}) => moments.map(({date}) => Number(date.slice(0, 4))))
  if (years.length === 0) return {firstYear: 0, lastYear: -1}
  const firstYear = Number(statements[0]?.date.slice(0, 4) ?? Math.min(...years))
  return {firstYear, lastYear: Math.max(firstYear, ...years)}
}

/** By the first day a date can mean, then by the last. */
function compareMoments(a: Moment, b: Moment): number {
  const key = ({date, label}: Moment) => `${firstDay(date)} ${lastDay(date)} ${label}`
  return compareText(key(a), key(b))
}
