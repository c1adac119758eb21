/** What stands behind the name of a command. */

import {parseArgs} from 'node:util'
import {nearest} from '../src/corpus/nearest.ts'

/** The options of a command: a switch, or one with a value. */
export type Options = Readonly<Record<string, 'switch' | 'value'>>

/** What was asked for. Switches are `true`, values are words. */
export interface Arguments {
  readonly switches: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  /** What is no option, in order. */
  readonly words: readonly string[]
}

/** Reads arguments; what is wrong with them becomes one sentence and goes to `refuse`. */
export function readArguments(
  options: Options,
  args: readonly string[],
  refuse: (sentence: string) => never,
): Arguments {
  const {tokens} = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [name, {type: kind === 'value' ? 'string' : 'boolean'} as const]),
    ),
  })
  const switches = new Set<string>()
  const values = new Map<string, string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const {name, value} = token
    const kind = Object.hasOwn(options, name) ? options[name] : undefined
    if (kind === undefined) return refuse(unknownOption(token.rawName, Object.keys(options)))
    if (kind === 'switch') {
      if (value !== undefined) return refuse(`Unexpected value “${value}” of --${name}, expected none.`)
      switches.add(name)
    } else {
      if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-')))
        return refuse(`Unexpected --${name} without a value, expected one after it.`)
      values.set(name, value)
    }
  }
  return {switches, values, words}
}

function unknownOption(rawName: string, names: readonly string[]): string {
  const near = nearest(rawName.replace(/^-+/, ''), names)
  const known = names.map((name) => `--${name}`).join(', ')
  const expected = names.length === 1 ? `none but ${known}` : `one of ${known}`
  return `Unexpected option ${rawName}, expected ${expected}.${near === undefined ? '' : ` Did you mean --${near}?`}`
}
