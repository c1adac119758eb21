/**
 * What must not reach the MDX parser, apart from tags: signs that run code or
 * hide tags, and more of anything than the parser bears. Linear time.
 */

import type {Range} from './model.ts'
import {contentParts} from './vocabulary.ts'

/** Something that must not reach the parser. */
export interface Hazard extends Range {
  readonly rule: 'element' | 'forbidden-mdx' | 'invisible-character' | 'link-address' | 'mdx-syntax' | 'nesting-limit'
  readonly reason: string
  readonly note: string
}

/** Quote and list markers at the beginning of one line. */
const markerLimit = 8

/** Spaces before the text of a line. */
const indentLimit = 64

/** Square brackets, emphasis marks and back-quotes in one paragraph: more is an attack or an accident. */
const markLimit = 400

/**
 * Signs that begin something, in a whole body of a megabyte or more. Each costs
 * the parser memory, and elements that cross each other cost it the square of
 * their number in time.
 */
const signLimit = 40_000

/** What the sign at an offset is, if it is none that a body may hold. `scanTags` stops at each of these. */
export function signHazard(body: string, at: number): Hazard | undefined {
  return signs[body.charAt(at)]?.(body, at)
}

/**
 * What no body may hold. Expressions run code; code, link titles and link
 * definitions hide tags, so that the depth of elements could not be counted.
 */
const signs: Readonly<Record<string, (body: string, at: number) => Hazard | undefined>> = {
  '{': brace,
  '}': brace,
  '`': code,
  '~': tildes,
  '&': referenceHazard,
  ']': link,
}

function brace(body: string, at: number): Hazard {
  return {
    rule: 'forbidden-mdx',
    start: at,
    end: at + 1,
    reason: `Unexpected \`${body[at]}\`, expected text: content is data and holds no expressions`,
    note: `Write \`\\${body[at]}\` where you mean the character itself.`,
  }
}

const backQuotes = /`+/y

function code(body: string, at: number): Hazard {
  const marks = take(backQuotes, body, at)
  const open = at + marks.length
  const close = body.indexOf(marks, open)
  // A code block may hold empty lines; code within a line ends with its paragraph.
  const whole = close !== -1 && (marks.length >= 3 || !body.slice(open, close).includes('\n\n'))
  return {
    rule: 'forbidden-mdx',
    start: at,
    end: whole ? close + marks.length : open,
    reason: `Unexpected code, expected ${contentParts}`,
    note: 'Write plain text; the words of a bad copy stand in *emphasis*.',
  }
}

const tildeMarks = /~+/y

function tildes(body: string, at: number): Hazard | undefined {
  const marks = take(tildeMarks, body, at)
  if (marks.length < 2) return undefined
  return {
    rule: 'forbidden-mdx',
    start: at,
    end: at + marks.length,
    reason: `Unexpected \`${marks.slice(0, 3)}\`, expected ${contentParts}`,
    note: 'The edition has no struck-out words and no code blocks.',
  }
}

const characterReference = /&(?:#\w{1,10}|[A-Za-z]\w{1,40});/y

/** References to the signs of the markup itself; any other can bring in what the bytes are not allowed to hold. */
const allowedReferences = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;'])

/** Judges the `&` at an offset. */
export function referenceHazard(body: string, at: number): Hazard | undefined {
  const found = take(characterReference, body, at)
  if (found === '' || allowedReferences.has(found)) return undefined
  return {
    rule: 'invisible-character',
    start: at,
    end: at + found.length,
    reason: `Unexpected character reference \`${found}\`, expected the character itself`,
    note: 'Type or paste the character, so that one sees what is there.',
  }
}

function link(body: string, at: number): Hazard | undefined {
  if (body[at + 1] === ':') {
    return {
      rule: 'forbidden-mdx',
      start: at,
      end: at + 2,
      reason: `Unexpected link definition, expected ${contentParts}`,
      note: 'Write the address in the link: `[words](https://…)`; write `\\]:` where you mean the characters themselves.',
    }
  }
  if (body[at + 1] !== '(' || isPlainAddress(body, at + 2)) return undefined
  return {
    rule: 'link-address',
    start: at + 1,
    end: at + 2,
    reason: 'Unexpected title, space or bracket in the address of a link, expected `[words](https://…)`',
    note: 'Leave out the title and write a space as `%20`; write `\\]` where you mean the character itself.',
  }
}

/** Whether an address without spaces, brackets and quotation marks ends with its own parenthesis. */
function isPlainAddress(body: string, start: number): boolean {
  let open = 1
  for (let at = start; at < body.length && !/[\s<>"[\]]/.test(body.charAt(at)); at++) {
    if (body[at] === '\\') at++
    else if (body[at] === '(') open++
    else if (body[at] === ')' && --open === 0) return true
  }
  return false
}

/** What a sticky pattern matches at an offset, or the empty string. */
export function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** What lines and paragraphs have too much of, and what they are by their beginning. */
export function* findLineHazards(body: string): Generator<Hazard> {
  let start = 0
  let marks = 0
  let signCount = 0
  let previous = ''
  for (const line of body.split('\n')) {
    const head = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
    const end = start + Math.max(1, head.length)
    const markers = head.match(/[>*+]|-|\d[.)]/g)?.length ?? 0
    if (markers > markerLimit && !/^\s*([-*_]\s*)+$/.test(line))
      yield limit('list or quote markers in one line', markers, markerLimit, start, end)
    const indent = head.length - head.trimStart().length
    if (indent > indentLimit) yield limit('spaces before the text of one line', indent, indentLimit, start, end)
    const found = line.match(/[[\]*_`~!]/g)?.length ?? 0
    if (line.trim() === '') marks = 0
    else if (marks <= markLimit && marks + found > markLimit)
      yield limit('brackets and emphasis marks in one paragraph', marks + found, markLimit, start, start + 1)
    marks += found
    signCount += 1 + markers + found + (line.match(/[<&\\]/g)?.length ?? 0)
    if (signCount > signLimit) return yield tooLong(start)
    yield* lineHazards(line, start, previous)
    previous = line
    start += line.length + 1
  }
}

/** What a line is by its beginning alone. */
function* lineHazards(line: string, start: number, previous: string): Generator<Hazard> {
  const end = start + line.length
  // Within a paragraph these are words like any other: “… import and\nexport controls”.
  if (/^(?:import|export)\s/.test(line) && !/^\p{L}[^<]*$/u.test(previous)) {
    yield {
      rule: 'forbidden-mdx',
      start,
      end,
      reason: `Unexpected \`import\` or \`export\` at the beginning of a line, expected ${contentParts}`,
      note: 'Content is data and runs nothing; delete the line. Where you mean the word, join it to the line before.',
    }
  }
  if (/^[\s|:-]+$/.test(line) && line.includes('|') && line.includes('-')) {
    yield {
      rule: 'forbidden-mdx',
      start,
      end,
      reason: `Unexpected table, expected ${contentParts}`,
      note: 'Write a list, or a sentence for each row.',
    }
  }
}

function tooLong(start: number): Hazard {
  return {
    rule: 'nesting-limit',
    start,
    end: start + 1,
    reason: `Unexpected text after ${signLimit.toLocaleString('en-US')} lines and signs of Markdown, expected a shorter file`,
    note: 'Split the file, or ask whether it belongs here.',
  }
}

function limit(what: string, found: number, most: number, start: number, end: number): Hazard {
  return {
    rule: 'nesting-limit',
    start,
    end,
    reason: `Unexpected ${found} ${what}, expected at most ${most}`,
    note: 'Write it more simply; content needs no nesting of this depth.',
  }
}
