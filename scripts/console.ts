/** What the commands share: where the project is, how they print, how they end. */

import {witnessFolder} from '../src/site/content.ts'
import {colourPaint, plainPaint} from '../src/check/report/text.ts'
import {resolve} from 'node:path'
import {tellFailure} from './failure.ts'

// Neither reports to anybody nor puts itself into the background.
Object.assign(process.env, {ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0'})

/** The project's root. */
export const root = resolve(import.meta.dirname, '..')

/** Where the witness files lie if they lie anywhere. */
export const witnesses = witnessFolder(root)

/** Prints to standard error and ends with a code; never a stack trace. */
export function fail(sentence: string, code = 1): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
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
