/** What stopped a build, said to a person. */

/** What the system says where it refuses something, by its code; the numbers are Linux’s and macOS’s. */
const refusals: readonly {readonly codes: RegExp; readonly sentence: string}[] = [
  {
    codes: /\bENOSPC\b|\bEDQUOT\b|os error (?:28|122)\b|no space left on device/i,
    sentence: 'The disk is full. Make room and build again.',
  },
  {
    codes: /\bEFBIG\b|\bSIGXFSZ\b|os error 27\b/,
    sentence: 'A file grew larger than this system lets a program write. Raise the limit (ulimit -f) and build again.',
  },
  {
    codes: /\bE[MN]FILE\b|os error (?:23|24)\b|too many open files/i,
    sentence:
      'More files were to be open at once than this system lets a program have. Raise the limit (ulimit -n) and build again.',
  },
  {
    codes: /\bEROFS\b|os error 30\b|read-only file system/i,
    sentence: 'The disk cannot be written to. Build where it can, and look why it is read-only.',
  },
  {
    codes: /\b(?:EACCES|EPERM|EBUSY)\b|os error (?:1|13|16)\b/,
    sentence:
      'The system does not let this program write a file or folder: it belongs to somebody else, is in use or is mounted there.',
  },
  {
    codes: /\bENOMEM\b|os error 12\b|out of memory/i,
    sentence: 'There was not enough memory. End what else is running and build again.',
  },
]

/**
 * One or a few sentences about an error.
 *
 * @returns what the system refused and where, or the error’s own message without a trace
 */
export function tellFailure(error: unknown): string {
  const message = messagesOf(error).join('\n')
  const refusal = refusals.find(({codes}) => codes.test(message))
  if (refusal === undefined) return plain(message)
  const [, place] = /'([^'\n]+)'|Failed to write file in (\S+)/.exec(message) ?? []
  return place === undefined ? refusal.sentence : `${refusal.sentence} It stopped at ${place}.`
}

/** The messages of an error, of what caused it and of what it gathers. */
function messagesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  const gathered = error instanceof AggregateError ? error.errors : []
  const causes = error.cause === undefined ? [] : [error.cause]
  return [error.message, ...[...gathered, ...causes].flatMap(messagesOf)]
}

/** Without colours, and without the addresses of a program’s functions. */
function plain(message: string): string {
  return message
    .replaceAll(/\u001B\[[\d;]*m/g, '')
    .replace(/\n\s*Stack backtrace:[^]*/, '')
    .replaceAll(/\n\s+at [^\n]*/g, '')
    .trim()
}
