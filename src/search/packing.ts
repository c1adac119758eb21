/**
 * The lexicon as it is published. Statements are most of it at length, and what each says is of one form: in columns and
 * in the order of time, where like stands beside like, and with numbers as what is to be added to the one before, ten
 * thousand take little more than ten.
 */

import {compareText} from '../corpus/message.ts'
import type {StatementId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import type {Entry, Issue, Lexicon} from './lexicon.ts'

export interface PackedLexicon extends Lexicon {
  /** Those that are of no two statements. */
  readonly comparisons: readonly string[]
  /** Of each statement, in the order of time. */
  readonly statements: {
    readonly ids: Counted
    readonly titles: Counted
    /** How many days after the one before; a date that is no day as it is. */
    readonly dates: readonly (number | string)[]
    /** Places in `series`, from 1; 0 where it belongs to none. */
    readonly forums: readonly number[]
    /** 0 where it is not known. */
    readonly ordinals: readonly number[]
    /** 1 where there is a report. */
    readonly reported: readonly number[]
    readonly korean: readonly (readonly string[])[]
    /** How many places before it the others stand that it is compared with. */
    readonly pairs: readonly (readonly number[])[]
  }
  /** Addresses of the forums. */
  readonly series: readonly string[]
  /** Before which of the other entries the statements stand. */
  readonly at: number
}

/** Texts with their numbers apart. */
interface Counted {
  /** Each with `gap` for a number. */
  readonly texts: readonly string[]
  /** The numbers of each, as what is to be added to that in the same place of the one before. */
  readonly steps: readonly (readonly number[])[]
}

/** Packs a lexicon. The predecessors of statements are left out: they follow from forum and date. */
export function pack({entries, comparisons}: Lexicon): PackedLexicon {
  const statements = entries
    .flatMap(({title, names, statement}) =>
      statement === undefined ? [] : [{title, korean: names.korean ?? [], ...statement}],
    )
    .toSorted(byTime)
  const series = [...new Set(statements.flatMap(({forum}) => forum ?? []))]
  const places = new Map(statements.map(({id}, index) => [id, index]))
  const pairs: number[][] = statements.map(() => [])
  const others = comparisons.filter((pair) => {
    const [earlier, later] = pair.split(' ').map((id) => places.get(id))
    if (earlier === undefined || later === undefined) return true
    pairs[later]?.push(later - earlier)
    return false
  })
  return {
    entries: entries.filter(({statement}) => statement === undefined),
    comparisons: others,
    statements: {
      ids: countedOf(statements.map(({id}) => id)),
      titles: countedOf(statements.map(({title}) => title)),
      dates: daysOf(statements.map(({date}) => date)),
      forums: statements.map(({forum}) => (forum === undefined ? 0 : series.indexOf(forum) + 1)),
      ordinals: statements.map(({ordinal = 0}) => ordinal),
      reported: statements.map(({reported}) => (reported === true ? 1 : 0)),
      korean: statements.map(({korean}) => korean),
      pairs,
    },
    series,
    at: Math.max(
      0,
      entries.findIndex(({statement}) => statement !== undefined),
    ),
  }
}

/** What was packed; comparisons in the order of the later statement. */
export function unpack({entries, comparisons, statements, series, at}: PackedLexicon): Lexicon {
  const [ids, titles] = [textsOf(statements.ids), textsOf(statements.titles)]
  const dates = datesOf(statements.dates)
  const issues = ids.map((id, index): Issue => {
    const forum = series[(statements.forums[index] ?? 0) - 1]
    const ordinal = statements.ordinals[index] ?? 0
    return {
      id,
      date: dates[index] ?? '',
      ...(forum === undefined ? {} : {forum}),
      ...(ordinal === 0 ? {} : {ordinal}),
      ...(statements.reported[index] === 1 ? {reported: true} : {}),
    }
  })
  const previous = predecessors(issues)
  const unpacked = issues
    .map((issue, index): Entry => {
      const before = previous.get(issue.id)
      const korean = statements.korean[index] ?? []
      return {
        url: urls.statement(issue.id as StatementId),
        title: titles[index] ?? '',
        names: korean.length === 0 ? {} : {korean},
        statement: {...issue, ...(before === undefined ? {} : {previous: before})},
      }
    })
    .toSorted((a, b) => compareText(fileOf(a), fileOf(b)))
  const pairs = statements.pairs.flatMap((steps, later) => steps.map((step) => `${ids[later - step]} ${ids[later]}`))
  return {
    entries: [...entries.slice(0, at), ...unpacked, ...entries.slice(at)],
    comparisons: [...comparisons, ...pairs],
  }
}

/** Statements stand in the order of their files. */
const fileOf = ({statement}: Entry) => `${statement?.id}.mdx`

const day = 86_400_000 // milliseconds

function byTime(a: Issue, b: Issue): number {
  return compareText(a.date, b.date) || compareText(a.id, b.id)
}

// ---------------------------------------------------------------- numbers

/** Stands for a number; no title has it. */
const gap = '\u0000'

/** Numbers that are written in one way: without zeros before them, and exact. */
const number = /(?<!\d)(?:0|[1-9]\d{0,8})(?!\d)/g

function countedOf(texts: readonly string[]): Counted {
  const last: number[] = []
  const steps = texts.map((text) =>
    Array.from(text.matchAll(number), ([digits], place) => {
      const step = Number(digits) - (last[place] ?? 0)
      last[place] = Number(digits)
      return step
    }),
  )
  return {texts: texts.map((text) => text.replaceAll(number, gap)), steps}
}

function textsOf({texts, steps}: Counted): string[] {
  const last: number[] = []
  return texts.map((text, index) => {
    let place = 0
    return text.replaceAll(gap, () => {
      const next = (last[place] ?? 0) + (steps[index]?.[place] ?? 0)
      last[place++] = next
      return `${next}`
    })
  })
}

function daysOf(dates: readonly string[]): (number | string)[] {
  let last = 0
  return dates.map((date) => {
    if (date.length < 'YYYY-MM-DD'.length) return date
    const days = Date.parse(date) / day
    const step = days - last
    last = days
    return step
  })
}

function datesOf(steps: readonly (number | string)[]): string[] {
  let last = 0
  return steps.map((step) => {
    if (typeof step === 'string') return step
    last += step
    return new Date(last * day).toISOString().slice(0, 10)
  })
}

// ---------------------------------------------------------------- forums

/** Of each statement the one before it in its forum; they come in the order of time. */
function predecessors(issues: readonly Issue[]): Map<string, string> {
  const last = new Map<string, string>()
  const found = new Map<string, string>()
  for (const {id, forum} of issues) {
    if (forum === undefined) continue
    const before = last.get(forum)
    if (before !== undefined) found.set(id, before)
    last.set(forum, id)
  }
  return found
}
