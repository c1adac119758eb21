import {dateInWords, firstDay, lastDay} from './dates.ts'
import type {PartialDate} from './model.ts'

/** When an office was held. */
interface Tenure {
  readonly from?: PartialDate
  readonly to?: PartialDate
}

/**
 * The offices a person held on a day. An office with an unknown end is taken
 * to last; one with an unknown beginning is left out, since nothing says that
 * it had begun.
 */
export function officesOn<Held extends Tenure>(person: {readonly offices: readonly Held[]}, day: string): Held[] {
  return officesDuring(person, day)
}

/** The offices a person held at any time of a year, a month or a day, by the same rule. */
export function officesDuring<Held extends Tenure>(
  {offices}: {readonly offices: readonly Held[]},
  date: PartialDate,
): Held[] {
  return offices.filter(
    ({from, to}) =>
      from !== undefined && firstDay(from) <= lastDay(date) && (to === undefined || firstDay(date) <= lastDay(to)),
  )
}

/** When an office was held, in words, as far as it is recorded. */
export function spanInWords({from, to}: Tenure): string {
  if (from === undefined && to === undefined) return 'dates not recorded'
  if (from === undefined) return `until ${dateInWords(to ?? '')}`
  return to === undefined ? `from ${dateInWords(from)}` : `${dateInWords(from)} to ${dateInWords(to)}`
}
