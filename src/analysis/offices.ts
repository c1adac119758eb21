import type {PartialDate} from '../corpus/model.ts'

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
  return person.offices.filter(
    ({from, to}) => from !== undefined && startOf(from) <= day && (to === undefined || day <= endOf(to)),
  )
}

/** First day of a year, a month or a day. */
function startOf(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day of a year, a month or a day; compared as text, so the 31st serves for every month. */
function endOf(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date
}
