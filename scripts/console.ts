/** What the commands share: where the project is, how they read what they are asked, print and end. */

import {witnessFolder} from '../src/site/content.ts'
import {colourPaint, plainPaint} from '../src/check/report/text.ts'
import {basename, resolve} from 'node:path'
import {readArguments} from './arguments.ts'
import type {Arguments, Options} from './arguments.ts'
import {tellFailure} from './failure.ts'

// Neither reports to anybody nor puts itself into the background.
Object.assign(process.env, {ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0'})

// Whoever reads may stop early, as `| head` does: what is said is lost then, and what is done goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(`Linchpin stopped: ${tellFailure(error)}`, 2)
})
process.stderr.on('error', () => undefined)

/** The project's root. */
export const root = resolve(import.meta.dirname, '..')

/** Where the witness files lie if they lie anywhere. */
export const witnesses = witnessFolder(root)

/** Prints to standard error and ends with a code; never a stack trace. */
export function fail(sentence: string, code = 1): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

/** Refuses what stands behind the command, in one line, and ends with 2. A command has the name of its file. */
export function refuse(sentence: string): never {
  const name = basename(process.argv[1] ?? '', '.ts')
  return fail(`${sentence} npm run ${name} -- --help lists what there is.`, 2)
}

/** Prints the usage and ends, where `--help` or `-h` is among the arguments. */
export function offerHelp(usage: string, args: readonly string[]): void {
  if (!args.includes('--help') && !args.includes('-h')) return
  process.stdout.write(usage)
  process.exit(0)
}

/**
 * Reads what stands behind the command. Ends it where that is to be refused, or where help is asked for.
 *
 * @param options beside `--help`
 */
export function readCommand(usage: string, options: Options = {}): Arguments {
  const args = process.argv.slice(2)
  offerHelp(usage, args)
  return readArguments({...options, help: 'switch'}, args, refuse)
}

/** The same for a command that takes nothing but `--help`. */
export function expectNothing(usage: string): void {
  const [word] = readCommand(usage).words
  if (word !== undefined) refuse(`Unexpected “${word}”, expected no argument.`)
}

/** Runs a command's body; what it throws becomes one sentence. `LINCHPIN_DEBUG=1` shows the trace. */
export async function run(main: () => Promise<void> | void): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (process.env.LINCHPIN_DEBUG === '1') throw error
    fail(`Linchpin stopped: ${tellFailure(error)}`, 2)
  }
}

/** How messages look on standard error; a guarded process has no terminal of its own. */
export const paint = process.stderr.isTTY || process.env['LINCHPIN_COLOUR'] === '1' ? colourPaint : plainPaint
