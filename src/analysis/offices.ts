import {firstDay, lastDay} from '../corpus/dates.ts'
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
    ({from, to}) => from !== undefined && firstDay(from) <= day && (to === undefined || day <= lastDay(to)),
  )
}
