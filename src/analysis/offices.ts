import {firstDay, lastDay} from '../corpus/dates.ts'
import type {Office, Person} from '../corpus/model.ts'

/**
 * The offices a person held on a day. An office with an unknown end is taken
 * to last; one with an unknown beginning is left out, since nothing says that
 * it had begun.
 */
export function officesOn(person: Person, day: string): Office[] {
  return person.offices.filter(
    ({from, to}) => from !== undefined && firstDay(from) <= day && (to === undefined || day <= lastDay(to)),
  )
}
