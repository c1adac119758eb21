/** What a check finds, and where. The wording guide is `src/check/README.md`. */

import type {Place} from './model.ts'

/** An error stops the build; a warning is printed; a suggestion may be declined. */
export type Severity = 'error' | 'warning' | 'suggestion'

/** Other words for a range of a file. */
export interface Edit {
  /** What is taken out; nothing where it has no width. */
  readonly place: Place
  /** What stands there afterwards. */
  readonly text: string
}

/**
 * A change that mends a finding whatever the author meant, and loses no letter
 * and no digit. What rests on a guess, such as the nearest id, is a note and no
 * fix. `npm run check -- --fix` makes it, that of a suggestion excepted.
 */
export interface Fix {
  /** What it does, as a command without a full stop: *Take out the invisible character*. */
  readonly title: string
  /** They do not overlap; all are made or none. */
  readonly edits: readonly Edit[]
}

/** What the author may have meant. A person decides; editors offer it, and `--fix` leaves it alone. */
export interface Guess {
  /** What stands somewhere in the place of the message. */
  readonly found: string
  /** What could stand there instead. */
  readonly meant: string
}

/** One finding: what stands there, what was expected, what to do. */
export interface Message {
  /** Name of the rule; its page is `src/check/rules/RULE.md` and `/rules/RULE/`. */
  readonly rule: string
  readonly severity: Severity
  readonly place: Place
  /** *Unexpected …, expected …* in one sentence without a full stop. */
  readonly reason: string
  /** What to do, or why it matters; full sentences. */
  readonly note?: string
  /** What a program can do about it safely. */
  readonly fix?: Fix
  readonly guess?: Guess
}

/** Takes a finding; everything that can fail in the corpus is given one. */
export type Report = (message: Message) => void

/** Findings of one rule in one file that are shown. */
export const repeatLimit = 20

/** Longest reason, in UTF-16 units: names that stand in the content can be of any length. */
const reasonLimit = 500

/** Passes on the first findings of each rule in one file, and tells where it leaves out the rest. */
export function limited(report: Report): Report {
  const counts = new Map<string, number>()
  return (message) => {
    const {rule, severity, place, reason} = message
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    if (count <= repeatLimit)
      report(reason.length > reasonLimit ? {...message, reason: `${reason.slice(0, reasonLimit)}…`} : message)
    if (count !== repeatLimit + 1) return
    report({
      rule,
      severity,
      place,
      reason: `Unexpected finding after ${repeatLimit} of this kind in one file, expected none`,
      note: 'Mend those and run the check again; what follows is not shown.',
    })
  }
}

/** Orders messages by file, line and column, then by rule, so that a run prints the same each time. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.place.path, b.place.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.reason, b.reason)
  )
}

/** Orders strings by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Joins alternatives for a sentence: `` `a`, `b` or `c` ``. */
export function oneOf(values: Iterable<string>): string {
  const quoted = [...values].map((value) => `\`${value}\``)
  const last = quoted.pop()
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} or ${last}`
}
