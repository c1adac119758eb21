/** What the commands share: where the project is, how they print, how they end. */

import {readContent, readWitnessTexts} from '../src/site/content.ts'
import {check} from '../src/check/check.ts'
import {formatAnnotation} from '../src/check/report/github.ts'
import {colourPaint, formatMessage, plainPaint, summary} from '../src/check/report/text.ts'
import type {Message} from '../src/corpus/message.ts'
import {resolve} from 'node:path'

// Neither reports to anybody nor puts itself into the background.
Object.assign(process.env, {ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0'})

/** The project's root. */
export const root = resolve(import.meta.dirname, '..')

/** Where the witness files lie if they lie anywhere; they are not part of the project. */
export const witnessFolder = resolve(root, process.env.LINCHPIN_WITNESSES ?? '../shared/witnesses')

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
    fail(`Linchpin stopped: ${error instanceof Error ? error.message : String(error)}`, 2)
  }
}

/**
 * Checks the content and prints every message.
 *
 * @param annotate whether to print them once more for GitHub, errors first: it shows ten of a step
 * @returns whether there is no error
 */
export function checkContent(annotate = false): boolean {
  const files = readContent(root)
  const {messages, texts} = check(files, readWitnessTexts(witnessFolder))
  const paint = process.stderr.isTTY ? colourPaint : plainPaint
  for (const message of messages)
    process.stderr.write(`${formatMessage(message, texts.get(message.place.path), paint)}\n\n`)
  const isError = ({severity}: Message) => severity === 'error'
  if (annotate)
    for (const message of messages.toSorted((a, b) => Number(isError(b)) - Number(isError(a))))
      process.stdout.write(`${formatAnnotation(message)}\n`)
  if (messages.length > 0) process.stderr.write(`${summary(messages, files.length)}\n`)
  return !messages.some(isError)
}
