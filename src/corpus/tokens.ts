/**
 * What the signs of a content file are, for showing it in colours. It is told by what reads the file too, the scanner
 * of tags and the lexer of YAML, and needs no grammar of its own.
 */

import {CST, Lexer} from 'yaml'
import {splitMatter} from './frontmatter.ts'
import type {Range} from './model.ts'
import {scanTags} from './tags.ts'
import type {Tag} from './tags.ts'

/**
 * - `fence`: the lines around the front matter
 * - `key`, `scalar`, `comment`: of the front matter
 * - `tag`, `attribute`, `value`: the name of an element, that of an attribute, its value with its quotation marks
 * - `heading`, `emphasis`, `address`: of Markdown: a line, the asterisks, where a link leads
 */
export type TokenType =
  'address' | 'attribute' | 'comment' | 'emphasis' | 'fence' | 'heading' | 'key' | 'scalar' | 'tag' | 'value'

/** A piece of a line; plain text has no type. */
export interface Token {
  readonly text: string
  readonly type?: TokenType
}

interface Mark extends Range {
  readonly type: TokenType
}

/**
 * Cuts an MDX file into lines and these into tokens. The texts of the tokens, with a line end between two lines, are
 * the file, character for character, whatever it holds. Time is proportional to its length.
 */
export function tokenLines(text: string): Token[][] {
  const {yaml, yamlOffset, bodyOffset} = splitMatter('', text, () => undefined) ?? {
    yaml: '',
    yamlOffset: 0,
    bodyOffset: 0,
  }
  const fences = bodyOffset === 0 ? [] : [0, text.lastIndexOf('---', bodyOffset - 1)].map(fenceAt)
  return cut(text, [
    ...fences.slice(0, 1),
    ...yamlMarks(yaml, yamlOffset),
    ...fences.slice(1),
    ...bodyMarks(text.slice(bodyOffset), bodyOffset),
  ])
}

/** Cuts a text at its line ends and where marks begin and end. The marks are in order and do not overlap. */
function cut(text: string, marks: readonly Mark[]): Token[][] {
  let line: Token[] = []
  const lines = [line]
  const add = (start: number, end: number, type?: TokenType) => {
    for (const [index, part] of text.slice(start, end).split('\n').entries()) {
      if (index > 0) lines.push((line = []))
      if (part !== '') line.push(type === undefined ? {text: part} : {text: part, type})
    }
  }
  let at = 0
  for (const {start, end, type} of marks) {
    add(at, start)
    add(start, end, type)
    at = end
  }
  add(at, text.length)
  return lines
}

function fenceAt(start: number): Mark {
  return {start, end: start + 3, type: 'fence'}
}

/** A scalar that a colon follows is a key. */
function yamlMarks(yaml: string, offset: number): Mark[] {
  const marks: Mark[] = []
  let at = offset
  let before: string | null = null
  for (const lexeme of new Lexer().lex(yaml)) {
    // The lexer announces an unquoted scalar, whose own first sign means nothing.
    const type: ReturnType<typeof CST.tokenType> = before === 'scalar' ? null : CST.tokenType(lexeme)
    before = type
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue
    const start = at
    at += lexeme.length
    const last = marks.at(-1)
    if (type === 'comment') marks.push({start, end: at, type})
    else if (type === null || type.endsWith('quoted-scalar')) marks.push({start, end: at, type: 'scalar'})
    else if (type === 'map-value-ind' && last?.type === 'scalar') marks.splice(-1, 1, {...last, type: 'key'})
  }
  return marks
}

/** What Markdown means something by, escapes, which hide a sign, and where a tag may begin. */
const signs = /\\.|<|(?<heading>^#{1,6} [^<\n]*)|(?<emphasis>\*+)|(?<=\]\()(?<address>[^\s()<]+)/gm

/** Names and attributes of elements, headings, emphasis and addresses. */
function* bodyMarks(body: string, offset: number): Generator<Mark> {
  const {tags, ends} = scanTags(body)
  const closings = new Map<number, Tag>()
  for (const [start, tag] of tags) {
    const end = ends.get(start) ?? tag.end
    if (end > tag.end) closings.set(body.lastIndexOf('</', end), tag)
  }
  const mark = (start: number, end: number, type: TokenType): Mark => ({start: offset + start, end: offset + end, type})
  signs.lastIndex = 0
  for (let sign = signs.exec(body); sign !== null; sign = signs.exec(body)) {
    const {index: at, 0: found, groups} = sign
    const tag = tags.get(at)
    const closed = closings.get(at)
    if (tag !== undefined) {
      yield mark(at + 1, at + 1 + tag.name.length, 'tag')
      for (const {name, value, start, end} of tag.attributes) {
        yield mark(start, start + name.length, 'attribute')
        if (value.end < end) yield mark(value.start - 1, end, 'value')
      }
      signs.lastIndex = tag.end
    } else if (closed !== undefined) yield mark(at + 2, at + 2 + closed.name.length, 'tag')
    else {
      const type = (['heading', 'emphasis', 'address'] as const).find((name) => groups?.[name] !== undefined)
      if (type !== undefined) yield mark(at, at + found.length, type)
    }
  }
}
