/**
 * Runs what reads a stranger’s files in a process of its own. Where a file makes
 * that process hang, crash or run out of memory, it is ended, and the command is
 * run again with a message in the place of that file. The native parser can do
 * all three; what stands before it lets no such input through that is known.
 */

import {fork} from 'node:child_process'
import {join} from 'node:path'
import type {ContentDigest} from '../src/site/content.ts'
import {compiledFolder} from './compiling.ts'

/** Longest time between two signs of life, in milliseconds, and largest heap, in megabytes. */
const limits = {silence: 60_000, memory: 2_048} as const

/** So many files are told of in one run, for each may take the time of a silence. */
const endingLimit = 5

/** What a guarded process says when it begins a file, and when it goes on to something else. */
export interface SignOfLife {
  /** The path of the file, after the revision and a colon where a command reads two; nothing of one that was read before. */
  readonly file?: string
  /** Every file has been read, and what was read is kept: a digest of it. */
  readonly read?: ContentDigest
}

/** How a process has ended. */
interface Ending {
  readonly code: number
  /** All it wrote to standard error. */
  readonly said: string
  /** The trouble, where it did not end by itself, in some words. */
  readonly how?: string
  /** The file that was being read then. */
  readonly file?: string
}

/**
 * Runs a command of `scripts/guarded/` to its end. Its standard output is this
 * one’s; what it writes to standard error is written when it has ended.
 *
 * @param environment settings for it, beside those of this process
 * @param onRead is told what it has read, when that is every file and is kept, unless one of them has ended it
 * @returns its exit code; 1 or 2 where it could not be brought to an end
 */
export async function runGuarded(
  command: 'check' | 'diff',
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  onRead: (content: ContentDigest) => void = () => undefined,
): Promise<number> {
  const ended = new Map<string, string>()
  for (let runs = 1; ; runs++) {
    const {code, said, how, file} = await runOnce(command, args, ended, environment, onRead)
    if (how === undefined) {
      process.stderr.write(said)
      return code
    }
    if (file === undefined) {
      process.stderr.write(
        `The command ended (${how}) while no file was being read. That is a fault of the program: please report it.\n`,
      )
      return 2
    }
    ended.set(file, how)
    if (runs < endingLimit) continue
    for (const [path, trouble] of ended)
      process.stderr.write(`${path}:1:1 error Unexpected end of the program that read this file (${trouble})\n`)
    process.stderr.write('These files each ended the program that read them. Take them out and check the rest again.\n')
    return 1
  }
}

function runOnce(
  command: string,
  args: readonly string[],
  ended: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string>>,
  onRead: (content: ContentDigest) => void,
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'guarded', `${command}.ts`), args, {
      execArgv: [...process.execArgv, `--max-old-space-size=${limits.memory}`],
      env: {
        ...process.env,
        ...environment,
        NODE_COMPILE_CACHE: compiledFolder,
        LINCHPIN_ENDED: JSON.stringify(Object.fromEntries(ended)),
        LINCHPIN_COLOUR: process.stderr.isTTY ? '1' : '',
      },
      // A crash writes traces to standard error, so it is held back until the end is known.
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    const said: Buffer[] = []
    let file: string | undefined
    let isSilent = false
    const silence = setTimeout(() => {
      isSilent = true
      child.kill('SIGKILL')
    }, limits.silence)
    const end = () => {
      child.kill('SIGKILL')
      process.exit(2)
    }
    process.once('SIGINT', end).once('SIGTERM', end)
    child.on('message', (sign: SignOfLife) => {
      file = sign.file
      silence.refresh()
      if (sign.read !== undefined && ended.size === 0) onRead(sign.read)
    })
    child.stderr?.on('data', (data: Buffer) => said.push(data))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(silence)
      process.off('SIGINT', end).off('SIGTERM', end)
      const text = Buffer.concat(said).toString()
      // The commands themselves end with 0, 1 or 2.
      if (code !== null && code <= 2) return resolve({code, said: text})
      const how = isSilent
        ? `no answer in ${limits.silence / 1_000} seconds`
        : text.includes('heap out of memory')
          ? `more than ${limits.memory} MB of memory`
          : (signal ?? `code ${code}`)
      resolve({code: 1, said: text, how, ...(file === undefined ? {} : {file})})
    })
  })
}
