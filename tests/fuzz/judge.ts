/** What an answer must be: messages with places, and every letter that went in. */

import type {Message} from '../../src/corpus/message.ts'
import type {Place} from '../../src/corpus/model.ts'

/** What an input can show. */
export const faultKinds = ['crash', 'hang', 'message without a place', 'text lost', 'two answers'] as const
export type FaultKind = (typeof faultKinds)[number]

/** An input that got no answer, or a wrong one. */
export class Fault extends Error {
  readonly kind: FaultKind
  constructor(kind: FaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** Longest reason and note, in UTF-16 units: a person reads it. */
const sentenceLimit = 1_000

/**
 * Judges the form of messages: each stands in a file that was checked, within its lines, and is a sentence.
 *
 * @param texts the files by path
 */
export function judgeMessages(messages: readonly Message[], texts: ReadonlyMap<string, string>): void {
  const known = new Map<string, readonly string[]>()
  const linesOf = (path: string) => {
    const lines = known.get(path) ?? texts.get(path)?.split('\n')
    if (lines !== undefined) known.set(path, lines)
    return lines
  }
  for (const message of messages) {
    for (const place of [message.place, ...(message.fix?.edits.map((edit) => edit.place) ?? [])])
      if (!isInside(place, linesOf(place.path)))
        throw new Fault('message without a place', `${JSON.stringify(place)}: ${message.reason}`)
    for (const sentence of [message.reason, message.note ?? 'x'])
      if (
        sentence.length > sentenceLimit ||
        /^\s*$|\n\s+at |RangeError|TypeError|undefined is|\[object /.test(sentence)
      )
        throw new Fault('message without a place', `no sentence: ${sentence}`)
    if (!/^Unexpected .*[^.]$/s.test(message.reason))
      throw new Fault('message without a place', `not worded as ours are: ${message.reason}`)
  }
}

function isInside({line, column, endLine, endColumn}: Place, lines: readonly string[] | undefined): boolean {
  if (lines === undefined) return false
  const holds = (row: number, at: number) => {
    const text = lines[row - 1]
    return text !== undefined && Number.isInteger(at) && at >= 1 && at <= text.length + 1
  }
  return holds(line, column) && holds(endLine, endColumn) && (endLine > line || endColumn >= column)
}

/** Judges that two texts are the same, character for character. */
export function judgeTexts(found: readonly string[], expected: readonly string[]): void {
  for (const [index, text] of expected.entries())
    if (found[index] !== text)
      throw new Fault(
        'text lost',
        `text ${index + 1} is ${JSON.stringify(found[index])}, written was ${JSON.stringify(text)}`,
      )
  if (found.length !== expected.length)
    throw new Fault(
      'text lost',
      `${found.length} texts, written were ${expected.length}: ${JSON.stringify(found.at(-1))}`,
    )
}

/** The letters of a text, without signs, spaces and numbers. */
export function lettersOf(text: string): string {
  return text.replaceAll(/\P{L}/gu, '')
}

/** A link’s address, with the bracket before it: letters that show only where no link begins before the bracket. */
const address = /\]\((?:\\.|\((?:\\.|[^\s()\\])*\)|[^\s()\\])*\)/g

/**
 * Judges that a reader sees every letter of a body, and no other: all but those of tags, of addresses of links and of
 * references to signs. They are found without any parser; the body must have been accepted.
 */
export function judgeLetters(shown: string, body: string): void {
  const plain = body.replaceAll(
    /\\[\s\S]|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^>"'])*>|&(?:amp|lt|gt|quot|apos);/g,
    (found) => (found.startsWith('\\') ? found : ''),
  )
  let pattern = ''
  let end = 0
  for (const {0: found, index} of plain.matchAll(address)) {
    pattern += lettersOf(plain.slice(end, index))
    if (lettersOf(found) !== '') pattern += `(?:${lettersOf(found)})?`
    end = index + found.length
  }
  pattern += lettersOf(plain.slice(end))
  const seen = lettersOf(shown)
  if (new RegExp(`^${pattern}$`, 'u').test(seen)) return
  const written = pattern.replaceAll(/\(.*?\)\?/g, '')
  const at = Array.from(written).findIndex((letter, index) => Array.from(seen)[index] !== letter)
  const near = (letters: string) =>
    Array.from(letters)
      .slice(Math.max(0, at - 10), at + 30)
      .join('')
  throw new Fault('text lost', `shown is …${near(seen)}…, written was …${near(written)}…`)
}
