/**
 * Stage one: from bytes to text, before any parser sees them, in linear time.
 * A parser can hang or die on a few hundred hostile bytes; what passes here
 * cannot be hostile in that way any more.
 */

import {fileStart, lineStarts, lines} from './lines.ts'
import {repeatLimit} from './message.ts'
import type {Report} from './message.ts'
import type {Range, SourceFile} from './model.ts'
import {findStrayLetters} from './scripts.ts'

/** Largest file, in bytes. */
export const sizeLimit = 2_000_000

/** Largest file that a program writes and that is read line by line, in bytes: every statement adds to each of them. */
export const lockLimit = 64_000_000

/** Longest line, in UTF-16 units. */
export const lineLimit = 20_000

/** The text of a file as one would see it, also where it is not UTF-8. With its byte order mark: places count it. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}

/**
 * Decodes a file.
 *
 * @param limit how many bytes it may have
 * @returns its text, or `undefined` where no parser should see it; every
 *   reason has been reported then
 */
export function decode({path, bytes}: SourceFile, report: Report, limit = sizeLimit): string | undefined {
  if (bytes.length > limit) {
    report({
      rule: 'file-encoding',
      severity: 'error',
      place: fileStart(path),
      reason: `Unexpected file of ${bytes.length.toLocaleString('en-US')} bytes, expected at most ${limit.toLocaleString('en-US')}`,
      note: 'Split the file, or ask whether it belongs here.',
    })
    return undefined
  }
  const text = textOf(bytes)
  const problems = problemsOf(bytes, text)
  const at = lines(path, text)
  for (const {rule, reason, note, start, end, mend} of problems) {
    const fix = mend && {title: mend.title, edits: [{place: at.place(mend.start, mend.end), text: mend.text}]}
    report({rule, severity: 'error', place: at.place(start, end), reason, note, ...(fix === undefined ? {} : {fix})})
  }
  return problems.length === 0 ? text : undefined
}

interface Problem {
  readonly rule: string
  readonly reason: string
  readonly note: string
  readonly start: number
  readonly end: number
  /** What can safely be put for which range. */
  readonly mend?: Mend | undefined
}

interface Mend extends Range {
  readonly title: string
  readonly text: string
}

/** All that is wrong with a text. Of what is no text, or two versions of one, nothing more can be said. */
function problemsOf(bytes: Uint8Array, text: string): Problem[] {
  const first = findUtf16(bytes) ?? findUndecodable(text) ?? findConflict(text)
  if (first !== undefined) return [first]
  return [...findCharacters(text), ...findDecomposed(text), ...findLongLines(text), ...findMixed(text)]
}

/** How many bytes tell UTF-16 by its zeros, where it has no byte order mark. */
const sampleLength = 512

/** In UTF-16, every Latin letter has a byte that is zero. */
function findUtf16(bytes: Uint8Array): Problem | undefined {
  const sample = bytes.subarray(0, sampleLength)
  const [first, second] = sample
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (!isMarked && sample.filter((byte) => byte === 0).length * 4 <= sample.length) return undefined
  return {
    rule: 'file-encoding',
    reason: 'Unexpected file in UTF-16, expected UTF-8',
    note: 'Save it as UTF-8; most editors show the encoding in the status bar, where a click changes it.',
    start: 0,
    end: 1,
  }
}

function findUndecodable(text: string): Problem | undefined {
  const at = text.indexOf('\uFFFD')
  if (at === -1) return undefined
  return {
    rule: 'file-encoding',
    reason:
      'Unexpected bytes that are not UTF-8, or the sign U+FFFD that a program has put in their place, expected a UTF-8 file',
    note: 'Save the file again as UTF-8 and write the character anew. The place is the first of them.',
    start: at,
    end: at + 1,
  }
}

/** Git writes both versions into a file that it could not merge, each between lines of seven signs. */
function findConflict(text: string): Problem | undefined {
  const first = /^(?:<{7}|>{7})(?: .*)?$/m.exec(text)
  if (first === null) return undefined
  const start = first.index
  const end = start + first[0].length
  const length = /^>{7}/m.exec(text.slice(start))?.index ?? 0
  const line = lineStarts(text.slice(0, start)).length
  const last = line + lineStarts(text.slice(start, start + length)).length - 1
  return {
    rule: 'merge-conflict',
    reason:
      last === line
        ? 'Unexpected line that marks a conflict of two versions, expected text'
        : `Unexpected conflict of two versions in lines ${line} to ${last}, expected one of them`,
    note: 'Keep one, or make one of both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
    start,
    end,
  }
}

interface Forbidden {
  readonly pattern: RegExp
  readonly rule: 'file-encoding' | 'invisible-character'
  readonly name: string
  readonly expected: string
  readonly note: string
  /** A file has it throughout or not at all; the first is enough. */
  readonly once?: boolean
  /** Those that can go without taking anything with them: none that stands for a space, a line end or a letter. */
  readonly spare?: RegExp
}

/** More marks on one letter than any language has; to put them in order takes the square of their number. */
const pileOfMarks = /\p{M}{31,}/gu

// One table instead of branches; each pattern is a plain class, so the search is linear.
const forbidden: readonly Forbidden[] = [
  {
    pattern: /^\uFEFF/gu,
    rule: 'file-encoding',
    name: 'byte order mark',
    expected: 'the text itself',
    note: 'Save the file as UTF-8 without BOM.',
    spare: /^\uFEFF$/,
  },
  {
    pattern: /\r\n?/gu,
    rule: 'file-encoding',
    name: 'carriage return',
    expected: 'a line feed alone',
    note: 'Save the file with LF line ends; most editors show CRLF or LF in the status bar.',
    once: true,
  },
  {
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu,
    rule: 'invisible-character',
    name: 'control character',
    expected: 'visible text',
    note: 'Delete it; it shows nothing and breaks the exports.',
    // What is above U+007F is often the apostrophe or dash of a file that was read as another encoding.
    spare: /^[\u0000-\u0008\u000E-\u001B\u007F]$/,
  },
  {
    pattern: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    rule: 'invisible-character',
    name: 'bidirectional control character',
    expected: 'visible text',
    note: 'Delete it: it can make a text read otherwise than it is stored.',
    spare: /^.$/u,
  },
  {
    // Among them the fillers for missing parts of a Hangul syllable.
    pattern: /[\uFE00-\uFE0F\u00AD\u115F\u1160\u180E\u200B-\u200D\u2060-\u2064\u206A-\u206F\u3164\uFFA0]|(?!^)\uFEFF/gu,
    rule: 'invisible-character',
    name: 'invisible character',
    expected: 'visible text',
    note: 'Delete it: nobody sees it, and a search no longer finds the word.',
    spare: /^[^\u180E\u3164\uFFA0]$/,
  },
  {
    pattern: /[\u2028\u2029\uFFF9-\uFFFB\p{Co}\p{Noncharacter_Code_Point}\u{E0000}-\u{E01EF}]/gu,
    rule: 'invisible-character',
    name: 'character without a common meaning',
    expected: 'visible text',
    note: 'Delete it or write the character you mean.',
  },
  {
    pattern: pileOfMarks,
    rule: 'invisible-character',
    name: 'pile of combining marks, the first',
    expected: 'visible text',
    note: 'Keep the letter and delete the marks.',
  },
]

function* findCharacters(text: string): Generator<Problem> {
  for (const {pattern, rule, name, expected, note, once, spare} of forbidden) {
    let left = once === true ? 1 : repeatLimit + 1
    for (const match of text.matchAll(pattern)) {
      if (left-- === 0) break
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      yield {
        rule,
        reason: `Unexpected ${name} U+${code}, expected ${expected}`,
        note,
        start: match.index,
        end: match.index + match[0].length,
        ...(spare?.test(match[0]) === true ? {mend: takeOut(`${name} U+${code}`, match.index, match[0].length)} : {}),
        ...(once === true ? {mend: unifyLineEnds(text)} : {}),
      }
    }
  }
}

function takeOut(what: string, start: number, length: number): Mend {
  return {title: `Take out the ${what}`, start, end: start + length, text: ''}
}

/** All line ends of a file as LF, unless one of them may be something else. */
function unifyLineEnds(text: string): Mend | undefined {
  if (/\r(?!\n)/.test(text)) return undefined
  return {title: 'End every line with LF', start: 0, end: text.length, text: text.replaceAll('\r\n', '\n')}
}

function* findMixed(text: string): Generator<Problem> {
  let left = repeatLimit + 1
  for (const stray of findStrayLetters(text)) {
    if (left-- === 0) return
    yield {rule: 'mixed-script', ...stray}
  }
}

/** Below these, no character has parts or is one, and most files have nothing above. */
const composable = /[\u0300-\uFFFF]/

function* findDecomposed(text: string): Generator<Problem> {
  if (!composable.test(text)) return
  if (text.search(pileOfMarks) !== -1 || text === text.normalize('NFC')) return
  let start = 0
  let first = true
  for (const line of text.split('\n')) {
    const composed = line.normalize('NFC')
    if (composed !== line) {
      let from = 0
      while (line[from] === composed[from]) from++
      yield {
        rule: 'not-normalized',
        reason: 'Unexpected decomposed characters (NFD), expected composed ones (NFC)',
        note: `Write \`${composed.slice(from, from + 12).trim()}\` again, or paste it through a plain-text editor; some systems split Hangul and accents into parts that no search finds.`,
        start: start + from,
        end: start + from + 1,
        // A file of this kind has thousands; one fix is for all of them.
        ...(first ? {mend: compose(text)} : {}),
      }
      first = false
    }
    start += line.length + 1
  }
}

function compose(text: string): Mend {
  return {title: 'Compose the characters of the file', start: 0, end: text.length, text: text.normalize('NFC')}
}

function* findLongLines(text: string): Generator<Problem> {
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    if (end - start > lineLimit) {
      yield {
        rule: 'nesting-limit',
        reason: `Unexpected line of ${end - start} characters, expected at most ${lineLimit}`,
        note: 'Break the line.',
        start,
        end: start + 1,
      }
    }
    start = end + 1
  }
}
