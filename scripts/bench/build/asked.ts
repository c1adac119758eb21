/** What `npm run bench -- build` is asked for. */

import {nearest} from '../../../src/corpus/nearest.ts'
import {readArguments} from '../../arguments.ts'

export interface Asked {
  /** Statements of the edition. */
  readonly count: number
  readonly rounds: number
  /** Names of generators; Linchpin is among them where it is to be built. */
  readonly names: readonly string[]
  /** Whether the table goes into the repository. */
  readonly isWritten: boolean
}

/**
 * Reads the arguments behind `build`.
 *
 * @param names of all generators
 * @param refuse is told what is wrong with them, in one sentence
 */
export function readAsked(
  args: readonly string[],
  names: readonly string[],
  refuse: (sentence: string) => never,
): Asked {
  const {switches, values, words} = readArguments({rounds: 'value', only: 'value', write: 'switch'}, args, refuse)
  const [size = '1000', ...rest] = words
  if (rest.length > 0) return refuse(`Unexpected argument “${rest[0]}”, expected one number of statements.`)
  const count = wholeNumber(size)
  if (count === undefined || count < 2)
    return refuse(`Unexpected “${size}”, expected a number of statements from 2 on, such as 50 or 1000.`)
  const rounds = wholeNumber(values.get('rounds') ?? '3')
  if (rounds === undefined || rounds === 0)
    return refuse(`Unexpected “${values.get('rounds')}” rounds, expected a whole number from 1 on.`)
  const only = values.get('only')?.split(',') ?? names
  const stranger = only.find((name) => !names.includes(name))
  if (stranger !== undefined) {
    const near = nearest(stranger, names)
    return refuse(
      `There is no generator “${stranger}”, expected some of ${names.join(',')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    )
  }
  return {count, rounds, names: names.filter((name) => only.includes(name)), isWritten: switches.has('write')}
}

function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined
}
