/** What the codes of the edition’s data mean. */

import type {Presence} from '../../analysis/presence.ts'

/** How a formula can stand in a statement, and what that means. */
export const presences: Readonly<Record<Presence, string>> = {
  exact: 'its canonical words are attested',
  variant: 'one of its variants is attested',
  reported: 'it is known to stand there, its words are not',
  absent: 'its absence is on record, and somebody found it so',
  doubted: 'it is called absent, and that is unsure, in conflict or not checked',
  'not-found': 'the whole text was seen and no clause is marked with it; nobody has called it absent',
  unknown: 'the text was not seen whole, so nothing follows from what is not marked',
}

/** A description in which each of a closed list of values is explained. */
export function explained(help: string, values: Readonly<Record<string, string>>): string {
  return `${help}. ${Object.entries(values)
    .map(([value, meaning]) => `${value}: ${meaning}`)
    .join('; ')}`
}
