/**
 * Finds the tags of a body before the MDX parser does, in one pass, for two
 * purposes: nothing hostile goes on to the parser, and attributes get places
 * (the parser gives them none).
 */

import {findLineHazards, referenceHazard, signHazard, take} from './hazards.ts'
import type {Hazard} from './hazards.ts'
import {oneOf} from './message.ts'
import type {Range} from './model.ts'
import {nearest} from './nearest.ts'
import {contentParts, elementNames, elementRow} from './vocabulary.ts'

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

export interface TagScan {
  /** By the offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>
  /** Where each element ends, by the offset of its `<`. */
  readonly ends: ReadonlyMap<number, number>
  readonly problems: readonly Hazard[]
}

/** Elements inside elements: a clause, a note and a few words need four. */
export const elementLimit = 8

/** Attributes of one tag; no element has as many. */
const attributeLimit = 16

/** Problems of one body after which the rest is not looked for. */
const problemLimit = 100

/** What may begin something: between two of these there is only text. */
const sign = /[\\<{}`~&\]]/g

/** Scans a body. Time is proportional to its length. */
export function scanTags(body: string): TagScan {
  const tags = new Map<number, Tag>()
  const ends = new Map<number, number>()
  const problems: Hazard[] = []
  for (const problem of findLineHazards(body))
    if (problems.push(problem) === problemLimit) return {tags, ends, problems}
  const open: OpenTag[] = []
  const next = (from: number) => {
    sign.lastIndex = from
    return sign.exec(body)?.index ?? body.length
  }
  for (let at = next(0); at < body.length && problems.length < problemLimit; at = next(at + 1)) {
    const character = body.charAt(at)
    if (character === '\\') at++
    else if (character === '<') {
      const closing = readClosingTag(body, at)
      if (closing !== undefined) {
        problems.push(...close(closing, open, ends, body))
        at = closing.end - 1
        continue
      }
      const read = readTag(body, at)
      if ('problem' in read) {
        problems.push(read.problem)
        // What follows an unfinished tag cannot be told from the tag.
        if (read.fatal) return {tags, ends, problems}
        continue
      }
      tags.set(at, read.tag)
      if (read.selfClosing) ends.set(at, read.tag.end)
      else open.push({...read.tag, isTold: false})
      if (open.length > elementLimit) return {tags, ends, problems: [...problems, tooDeep(read.tag)]}
      at = read.tag.end - 1
    } else {
      const problem = signHazard(body, at)
      if (problem === undefined) continue
      problems.push(problem)
      at = problem.end - 1
    }
  }
  return {tags, ends, problems: [...problems, ...unclosed(open)]}
}

function tooDeep({name, start, end}: Tag): Hazard {
  return {
    rule: 'nesting-limit',
    start,
    end,
    reason: `Unexpected \`<${name}>\` inside more than ${elementLimit} open elements, expected closing tags before it`,
    note: 'Close the elements that are finished.',
  }
}

function tooMany(name: string, {start, end}: Range): Hazard {
  return {
    rule: 'nesting-limit',
    start,
    end,
    reason: `Unexpected attribute of \`<${name}>\` after ${attributeLimit} others, expected \`>\``,
    note: 'No element of the edition has as many.',
  }
}

/** An element that is not closed yet. */
interface OpenTag extends Tag {
  /** Whether a message about another closing tag has said how it is closed. */
  isTold: boolean
}

interface ClosingTag extends Range {
  readonly name: string
}

const closingTag = /<\/([A-Za-z][\w.:-]*)\s{0,64}>/y

function readClosingTag(body: string, start: number): ClosingTag | undefined {
  closingTag.lastIndex = start
  const name = closingTag.exec(body)?.[1]
  return name === undefined ? undefined : {name, start, end: closingTag.lastIndex}
}

/** Closes an element, and those inside it that should have been closed before. */
function close(closing: ClosingTag, open: OpenTag[], ends: Map<number, number>, body: string): Hazard[] {
  const index = open.findLastIndex(({name}) => name === closing.name)
  const [element, ...inside] = index === -1 ? [] : open.splice(index)
  if (element === undefined) return [unopened(closing, open.at(-1))]
  ends.set(element.start, closing.end)
  const problems = unclosed(inside)
  const text = body.slice(element.end, closing.start)
  if (isBlock(element, body)) {
    if (!isFirst(closing.start, body)) problems.push(astray(closing, 'within a line', 'on a line of its own'))
  } else if (isHeading(element.start, body) && text.includes('\n')) {
    problems.push(astray(closing, 'after the end of the heading', 'in the same line'))
  } else if (/\n\s*\n/.test(text)) {
    problems.push(astray(closing, 'after the end of the paragraph', 'in the same paragraph'))
  }
  return problems
}

/** Whether an offset stands in a line that begins with `#`. */
function isHeading(at: number, body: string): boolean {
  return /^\s*#/.test(body.slice(body.lastIndexOf('\n', at - 1) + 1, at))
}

/** Whether a tag stands alone on its line and so begins a block. */
function isBlock({start, end}: Tag, body: string): boolean {
  const lineEnd = body.indexOf('\n', end)
  return isFirst(start, body) && body.slice(end, lineEnd === -1 ? body.length : lineEnd).trim() === ''
}

/** Whether only spaces and markers stand before an offset on its line. */
function isFirst(at: number, body: string): boolean {
  return /^[\s>*+\-\d.)]*$/.test(body.slice(body.lastIndexOf('\n', at - 1) + 1, at))
}

/** A closing tag of nothing that is open, told as what closes the innermost element; of these two one may be misspelt. */
function unopened({name, start, end}: ClosingTag, inside: OpenTag | undefined): Hazard {
  const note = 'Every element is closed by its own tag.'
  if (inside === undefined)
    return {rule: 'mdx-syntax', start, end, reason: `Unexpected \`</${name}>\`, expected \`<${name}>\` before it`, note}
  inside.isTold = true
  if (elementRow(inside.name) !== undefined || elementRow(name) === undefined)
    return {rule: 'mdx-syntax', start, end, reason: `Unexpected \`</${name}>\`, expected \`</${inside.name}>\``, note}
  return {
    rule: 'mdx-syntax',
    start: inside.start,
    end: inside.end,
    reason: `Unexpected \`<${inside.name}>\` that \`</${name}>\` closes, expected \`<${name}>\``,
    note: `The edition has an element \`<${name}>\` and none that is called \`<${inside.name}>\`.`,
  }
}

/** Says of each element that it is not closed, unless that was told with a closing tag that is not its own. */
function unclosed(tags: readonly OpenTag[]): Hazard[] {
  return tags
    .filter(({isTold}) => !isTold)
    .map(({name, start, end}) => ({
      start,
      end,
      // Who would close it would be told next that there is no such element.
      ...(elementRow(name) === undefined && isHtml(name)
        ? unknownElement(name)
        : {
            rule: 'mdx-syntax',
            reason: `Unexpected \`<${name}>\` that is not closed, expected \`</${name}>\` after it`,
            note: 'Every element is closed by its own tag; one without text ends with `/>`.',
          }),
    }))
}

/** What is said of an element that the vocabulary does not have. */
export function unknownElement(name: string): Omit<Hazard, keyof Range> {
  const near = nearest(name, elementNames)
  return {
    rule: 'element',
    reason: `Unexpected ${isHtml(name) ? 'HTML ' : ''}element \`<${name}>\`, expected ${oneOf(elementNames)}`,
    note: near === undefined ? 'Content uses these elements and plain Markdown only.' : `Did you mean \`<${near}>\`?`,
  }
}

function isHtml(name: string): boolean {
  return /^[a-z]/.test(name)
}

function astray({name, start, end}: ClosingTag, found: string, expected: string): Hazard {
  return {
    rule: 'mdx-syntax',
    start,
    end,
    reason: `Unexpected \`</${name}>\` ${found}, expected it ${expected}, like its \`<${name}>\``,
    note: 'The two tags of an element stand either both on lines of their own or both within one paragraph.',
  }
}

type ReadTag = {readonly tag: Tag; readonly selfClosing: boolean} | {readonly problem: Hazard; readonly fatal: boolean}

const tagName = /[A-Za-z][\w.:-]*/y
const space = /\s*/y
const attributeName = /[^\s=/>"'<{}]+/y

/** Reads the tag whose `<` stands at `start`. */
function readTag(body: string, start: number): ReadTag {
  const name = take(tagName, body, start + 1)
  if (name === '') return {fatal: false, problem: body.startsWith('<!--', start) ? comment(start) : bareLessThan(start)}
  if (name.endsWith(':')) return {fatal: false, problem: bareAddress(name, start)}
  const attributes: TagAttribute[] = []
  let at = start + 1 + name.length
  for (;;) {
    at += take(space, body, at).length
    if (body.startsWith('/>', at)) return {tag: {name, attributes, start, end: at + 2}, selfClosing: true}
    if (body[at] === '>') return {tag: {name, attributes, start, end: at + 1}, selfClosing: false}
    const attribute = readAttribute(body, at)
    if ('wrong' in attribute) return {fatal: true, problem: unfinished(name, body, attribute.wrong)}
    const problem = valueProblem(body, attribute)
    if (problem !== undefined) return {fatal: true, problem}
    if (attributes.push(attribute) > attributeLimit) return {fatal: true, problem: tooMany(name, attribute)}
    at = attribute.end
  }
}

/** Reads an attribute, or tells where it ceases to be one. */
function readAttribute(body: string, start: number): TagAttribute | {readonly wrong: number} {
  const name = take(attributeName, body, start)
  if (name === '') return {wrong: start}
  let at = start + name.length
  const afterName = at
  at += take(space, body, at).length
  if (body[at] !== '=') return {name, start, end: afterName, value: {start: afterName, end: afterName}}
  at += 1
  at += take(space, body, at).length
  const mark = body[at]
  if (mark !== '"' && mark !== "'") return {wrong: at}
  const end = body.indexOf(mark, at + 1)
  return end === -1 ? {wrong: at} : {name, start, end: end + 1, value: {start: at + 1, end}}
}

/** What an offset belongs to. */
export type TagPart =
  (Range & {readonly type: 'name' | 'attribute'}) | (Range & {readonly type: 'value'; readonly attribute: string})

/** Where an offset stands in a tag that may be unfinished. */
export interface TagSpot {
  readonly name: string
  readonly part: TagPart
  /** The names of the attributes before it. */
  readonly taken: readonly string[]
}

/** Finds out what an offset stands in, where it stands in a tag; the end of the tag may be missing. */
export function tagSpot(body: string, offset: number): TagSpot | undefined {
  const start = body.lastIndexOf('<', offset - 1)
  if (offset === 0 || start === -1 || body[start - 1] === '\\') return undefined
  const name = take(tagName, body, start + 1)
  const nameEnd = start + 1 + name.length
  if (offset <= nameEnd) return {name, part: {type: 'name', start: start + 1, end: nameEnd}, taken: []}
  const taken: string[] = []
  for (let at = nameEnd; ;) {
    at += take(space, body, at).length
    if (at >= offset) return {name, part: {type: 'attribute', start: offset, end: offset}, taken}
    const attribute = take(attributeName, body, at)
    if (attribute === '') return undefined
    const end = at + attribute.length
    if (offset <= end) return {name, part: {type: 'attribute', start: at, end}, taken}
    taken.push(attribute)
    const opening = take(valueOpening, body, end)
    if (opening === '') return undefined
    const value = valueRange(body, end + opening.length)
    if (offset < value.start) return undefined
    if (offset <= value.end) return {name, part: {type: 'value', attribute, ...value}, taken}
    at = value.end + 1
  }
}

const valueOpening = /\s*=\s*["']/y

/** The value that begins at an offset; where its quotation mark is missing, it ends with its tag or its line. */
function valueRange(body: string, start: number): Range {
  const mark = body.charAt(start - 1)
  const closing = body.indexOf(mark, start)
  const stop = start + body.slice(start).search(/[<>]|$/)
  if (closing !== -1 && closing < stop) return {start, end: closing}
  const lineEnd = body.indexOf('\n', start)
  return {start, end: lineEnd === -1 ? stop : Math.min(stop, lineEnd)}
}

/** A value with tags or expressions in it is one whose quotation mark is missing, or an attack. */
function valueProblem(body: string, {name, value}: TagAttribute): Hazard | undefined {
  for (let at = value.start; at < value.end; at++) {
    const character = body.charAt(at)
    if (character === '&') {
      const problem = referenceHazard(body, at)
      if (problem !== undefined) return problem
    } else if (character === '<' || character === '{' || character === '}') {
      return {
        rule: 'mdx-syntax',
        start: at,
        end: at + 1,
        reason: `Unexpected \`${character}\` in the value of \`${name}\`, expected plain words and then a quotation mark`,
        note: 'Perhaps the quotation mark at the end of the value is missing, or is a curly one.',
      }
    }
  }
  return undefined
}

function bareLessThan(start: number): Hazard {
  return {
    rule: 'mdx-syntax',
    start,
    end: start + 1,
    reason: 'Unexpected `<` that begins no element, expected the name of one',
    note: 'Write `\\<` where you mean the character itself.',
  }
}

function comment(start: number): Hazard {
  return {
    rule: 'forbidden-mdx',
    start,
    end: start + '<!--'.length,
    reason: `Unexpected comment, expected ${contentParts}`,
    note: 'Delete it; what readers should know is a note.',
  }
}

function bareAddress(name: string, start: number): Hazard {
  return {
    rule: 'mdx-syntax',
    start,
    end: start + 1 + name.length,
    reason: `Unexpected \`<${name}\`, expected a link such as \`[words](https://…)\``,
    note: 'Say in words what the link leads to.',
  }
}

function unfinished(name: string, body: string, at: number): Hazard {
  const character = body[at]
  const what =
    character === undefined
      ? 'end of the text'
      : character === '"' || character === "'"
        ? 'quotation mark without a second one'
        : `\`${character}\``
  return {
    rule: 'mdx-syntax',
    start: at,
    end: Math.min(at + 1, body.length),
    reason: `Unexpected ${what} in the tag \`<${name}\`, expected attributes like \`name="value"\` and then \`>\` or \`/>\``,
    note: 'Put every value between straight double quotation marks and close the tag.',
  }
}
