/**
 * The lexicon as it is published. Statements are most of it at length, and what each says is of one form: in columns,
 * where like stands beside like, they compress to less than half.
 */

import {compareText} from '../corpus/message.ts'
import type {StatementId} from '../corpus/model.ts'
import {urls} from '../corpus/urls.ts'
import type {Entry, Issue, Lexicon} from './lexicon.ts'

export interface PackedLexicon extends Lexicon {
  /** Of each statement, in one order. */
  readonly statements: {
    readonly ids: readonly string[]
    readonly titles: readonly string[]
    readonly dates: readonly string[]
    /** Places in `series`, from 1; 0 where it belongs to none. */
    readonly forums: readonly number[]
    /** 0 where it is not known. */
    readonly ordinals: readonly number[]
    /** 1 where there is a report. */
    readonly reported: readonly number[]
    readonly korean: readonly (readonly string[])[]
  }
  /** Addresses of the forums. */
  readonly series: readonly string[]
  /** Before which of the other entries the statements stand. */
  readonly at: number
}

/** Packs a lexicon. The predecessors of statements are left out: they follow from forum and date. */
export function pack({entries, comparisons}: Lexicon): PackedLexicon {
  const statements = entries.flatMap(({title, names, statement}) =>
    statement === undefined ? [] : [{title, korean: names.korean ?? [], ...statement}],
  )
  const series = [...new Set(statements.flatMap(({forum}) => forum ?? []))]
  return {
    entries: entries.filter(({statement}) => statement === undefined),
    comparisons,
    statements: {
      ids: statements.map(({id}) => id),
      titles: statements.map(({title}) => title),
      dates: statements.map(({date}) => date),
      forums: statements.map(({forum}) => (forum === undefined ? 0 : series.indexOf(forum) + 1)),
      ordinals: statements.map(({ordinal = 0}) => ordinal),
      reported: statements.map(({reported}) => (reported === true ? 1 : 0)),
      korean: statements.map(({korean}) => korean),
    },
    series,
    at: Math.max(
      0,
      entries.findIndex(({statement}) => statement !== undefined),
    ),
  }
}

/** What was packed. */
export function unpack({entries, comparisons, statements, series, at}: PackedLexicon): Lexicon {
  const issues = statements.ids.map((id, index): Issue => {
    const forum = series[(statements.forums[index] ?? 0) - 1]
    const ordinal = statements.ordinals[index] ?? 0
    return {
      id,
      date: statements.dates[index] ?? '',
      ...(forum === undefined ? {} : {forum}),
      ...(ordinal === 0 ? {} : {ordinal}),
      ...(statements.reported[index] === 1 ? {reported: true} : {}),
    }
  })
  const previous = predecessors(issues)
  const unpacked = issues.map((issue, index): Entry => {
    const before = previous.get(issue.id)
    const korean = statements.korean[index] ?? []
    return {
      url: urls.statement(issue.id as StatementId),
      title: statements.titles[index] ?? '',
      names: korean.length === 0 ? {} : {korean},
      statement: {...issue, ...(before === undefined ? {} : {previous: before})},
    }
  })
  return {entries: [...entries.slice(0, at), ...unpacked, ...entries.slice(at)], comparisons}
}

/** Of each statement the one before it in its forum, as the graph of the edition has them in order. */
function predecessors(issues: readonly Issue[]): Map<string, string> {
  const last = new Map<string, string>()
  const found = new Map<string, string>()
  for (const {id, forum} of issues.toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))) {
    if (forum === undefined) continue
    const before = last.get(forum)
    if (before !== undefined) found.set(id, before)
    last.set(forum, id)
  }
  return found
}
