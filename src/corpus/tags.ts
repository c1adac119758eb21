/**
 * Finds the tags of a body before the MDX parser does, in one pass, for two
 * purposes: nothing hostile goes on to the parser, and attributes get places
 * (the parser gives them none).
 */

import type {Range} from './model.ts'

/** An attribute as it stands in the file. */
export interface TagAttribute extends Range {
  readonly name: string
  /** The value between its quotation marks. */
  readonly value: Range
}

/** An opening or self-closing tag. */
export interface Tag extends Range {
  readonly name: string
  readonly attributes: readonly TagAttribute[]
}

/** Something that must not reach the parser. */
export interface TagProblem extends Range {
  readonly rule: 'forbidden-mdx' | 'mdx-syntax' | 'nesting-limit'
  readonly reason: string
  readonly note: string
}

export interface TagScan {
  /** By the offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>
  readonly problems: readonly TagProblem[]
}

/** Elements inside elements: a clause, a note and a few words need four. */
export const elementLimit = 8

/** Quote and list markers at the beginning of one line. */
const markerLimit = 8

/** Square brackets, emphasis marks and back-quotes in one line: more is an attack or an accident. */
const markLimit = 400

/** Spaces before the text of a line. */
const indentLimit = 64

/** Scans a body. Time is proportional to its length. */
export function scanTags(body: string): TagScan {
  const tags = new Map<number, Tag>()
  const problems: TagProblem[] = [...findLineProblems(body)]
  let depth = 0
  for (let at = 0; at < body.length; at++) {
    const character = body[at]
    if (character === '\\') at++
    else if (character === '{' || character === '}') problems.push(brace(body, at))
    else if (character === '<') {
      const end = closingTagEnd(body, at)
      if (end !== undefined) {
        depth--
        at = end - 1
        continue
      }
      const read = readTag(body, at)
      if ('problem' in read) {
        problems.push(read.problem)
        // What follows an unfinished tag cannot be told from the tag.
        if (read.fatal) break
        continue
      }
      tags.set(at, read.tag)
      if (!read.selfClosing) depth++
      if (depth > elementLimit) {
        problems.push(tooDeep(read.tag))
        break
      }
      at = read.tag.end - 1
    }
  }
  return {tags, problems}
}

function brace(body: string, at: number): TagProblem {
  return {
    rule: 'forbidden-mdx',
    start: at,
    end: at + 1,
    reason: `Unexpected \`${body[at]}\`, expected text: content is data and holds no expressions`,
    note: `Write \`\\${body[at]}\` where you mean the character itself.`,
  }
}

function tooDeep({name, start, end}: Tag): TagProblem {
  return {
    rule: 'nesting-limit',
    start,
    end,
    reason: `Unexpected \`<${name}>\` inside more than ${elementLimit} open elements, expected closing tags before it`,
    note: 'Close the elements that are finished.',
  }
}

const closingTag = /<\/[A-Za-z][\w.:-]*\s{0,64}>/y

function closingTagEnd(body: string, at: number): number | undefined {
  closingTag.lastIndex = at
  return closingTag.test(body) ? closingTag.lastIndex : undefined
}

type ReadTag = {readonly tag: Tag; readonly selfClosing: boolean} | {readonly problem: TagProblem; readonly fatal: boolean}

const tagName = /[A-Za-z][\w.:-]*/y
const space = /\s*/y
const attributeName = /[^\s=/>"'<{}]+/y

/** Reads the tag whose `<` stands at `start`. */
function readTag(body: string, start: number): ReadTag {
  const name = take(tagName, body, start + 1)
  if (name === '') return {fatal: false, problem: bareLessThan(start)}
  const attributes: TagAttribute[] = []
  let at = start + 1 + name.length
  for (;;) {
    at += take(space, body, at).length
    if (body.startsWith('/>', at)) return {tag: {name, attributes, start, end: at + 2}, selfClosing: true}
    if (body[at] === '>') return {tag: {name, attributes, start, end: at + 1}, selfClosing: false}
    const attribute = readAttribute(body, at)
    if (attribute === undefined) return {fatal: true, problem: unfinished(name, start, at)}
    attributes.push(attribute)
    at = attribute.end
  }
}

function readAttribute(body: string, start: number): TagAttribute | undefined {
  const name = take(attributeName, body, start)
  if (name === '') return undefined
  let at = start + name.length
  const afterName = at
  at += take(space, body, at).length
  if (body[at] !== '=') return {name, start, end: afterName, value: {start: afterName, end: afterName}}
  at += 1
  at += take(space, body, at).length
  const mark = body[at]
  if (mark !== '"' && mark !== "'") return undefined
  const end = body.indexOf(mark, at + 1)
  return end === -1 ? undefined : {name, start, end: end + 1, value: {start: at + 1, end}}
}

/** What a sticky pattern matches at an offset, or the empty string. */
function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function bareLessThan(start: number): TagProblem {
  return {
    rule: 'mdx-syntax',
    start,
    end: start + 1,
    reason: 'Unexpected `<` that begins no element, expected the name of one',
    note: 'Write `\\<` where you mean the character itself.',
  }
}

function unfinished(name: string, start: number, at: number): TagProblem {
  return {
    rule: 'mdx-syntax',
    start,
    end: Math.max(at, start + 1),
    reason: `Unexpected end of the tag \`<${name}\`, expected attributes like \`name="value"\` and then \`>\` or \`/>\``,
    note: 'Put every value between double quotation marks and close the tag.',
  }
}

function* findLineProblems(body: string): Generator<TagProblem> {
  let start = 0
  for (const line of body.split('\n')) {
    const head = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
    const end = start + Math.max(1, head.length)
    const markers = head.match(/[>*+]|-|\d[.)]/g)?.length ?? 0
    if (markers > markerLimit && !/^\s*([-*_]\s*)+$/.test(line)) yield limit('list or quote markers', markers, markerLimit, start, end)
    const indent = head.length - head.trimStart().length
    if (indent > indentLimit) yield limit('spaces before the text', indent, indentLimit, start, end)
    const marks = line.match(/[[\]*_`~!]/g)?.length ?? 0
    if (marks > markLimit) yield limit('brackets and emphasis marks', marks, markLimit, start, start + 1)
    start += line.length + 1
  }
}

function limit(what: string, found: number, most: number, start: number, end: number): TagProblem {
  return {
    rule: 'nesting-limit',
    start,
    end,
    reason: `Unexpected ${found} ${what} in one line, expected at most ${most}`,
    note: 'Write it more simply; content needs no nesting of this depth.',
  }
}
