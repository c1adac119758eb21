/**
 * Stage two: YAML as plain nested records of strings. No anchors, no tags, no
 * implicit types (`no` is a word, `1.10` keeps its zero), and every value
 * knows its place.
 */

import {isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit} from 'yaml'
import type {Document, Node, Pair, Scalar, YAMLError, YAMLMap} from 'yaml'
import type {Lines} from './lines.ts'
import type {Report} from './message.ts'
import type {Place, Range} from './model.ts'

/** Strings, lists and records; what `zod` schemas then read. */
export type YamlValue = string | YamlValue[] | {[key: string]: YamlValue}

export interface YamlData {
  readonly value: YamlValue
  /** Where the value at a path stands, such as `['absences', 0, 'formula']`; the nearest parent where it is missing. */
  place(path: readonly PropertyKey[]): Place
  /** Where the key at the end of a path stands. */
  keyPlace(path: readonly PropertyKey[]): Place
}

/** Deepest nesting of lists and records. */
const depthLimit = 12

const tooDeepReason = `Unexpected nesting deeper than ${depthLimit} levels, expected a flat record`

/** Line ends and signs that mean something in YAML: each costs the parser time and memory. */
const signLimit = 160_000

/** Keys that mean something to JavaScript. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<', ''])

/**
 * Reads YAML.
 *
 * @param text the YAML
 * @param offset where it begins in its file
 * @returns the data, or `undefined` where it could not be read; every reason
 *   has been reported then
 */
export function readYaml(text: string, offset: number, at: Lines, report: Report): YamlData | undefined {
  // Of what is missing at the end, the parser says that it stands behind the end.
  const within = (point: number) => offset + Math.min(point, text.length)
  const place = (start: number, end: number) => at.place(within(start), within(Math.max(start, end)))
  let failed = false
  const fail: Fail = (start, end, reason, note) => {
    failed = true
    report({rule: 'yaml', severity: 'error', place: place(start, end), reason, note})
  }

  const deep = tooDeep(text)
  if (deep !== undefined) {
    fail(deep, deep + 1, tooDeepReason, 'Write each value on a line of its own.')
    return undefined
  }
  const many = tooMany(text)
  if (many !== undefined) {
    fail(
      many,
      many + 1,
      `Unexpected file with more than ${signLimit.toLocaleString('en-US')} lines and signs of YAML, expected fewer`,
      'Split the file, or ask whether it belongs here.',
    )
    return undefined
  }
  const document = parse(text)
  // What follows the first slip, the parser takes for other than it is; of two at one place, the wider says more.
  const [error] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0] || b.pos[1] - a.pos[1])
  if (error !== undefined) {
    const [start, end] = error.message.startsWith('Missing closing') ? openingOf(document, error.pos) : error.pos
    const {reason, note} = sentenceOf(error, text)
    fail(start, end, reason, note)
    return undefined
  }

  const records: Records = new WeakMap()
  const value = convert(document.contents, 0, {text, records, fail})
  if (failed) return undefined
  const range = (path: readonly PropertyKey[], key: boolean) => {
    const [start, end] = rangeAt(document, records, path, key) ?? [0, 0]
    return place(start, end)
  }
  return {value, place: (path) => range(path, false), keyPlace: (path) => range(path, true)}
}

/** `failsafe` knows strings, lists and records only; nothing is guessed. Keys are compared by `convert`, in linear time. */
function parse(text: string) {
  return parseDocument(text, {
    schema: 'failsafe',
    strict: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
}

/** Where an offset stands in YAML that may be unfinished. */
export interface YamlSpot {
  /** The value, or the record whose key is being written. */
  readonly path: readonly PropertyKey[]
  readonly isKey: boolean
  /** The word at the offset. */
  readonly word: Range
  /** The keys that the record has besides. */
  readonly taken: readonly string[]
}

/** Stands for the word at the offset, so that there is one also where nothing has been written yet. */
const stand = 'wordAtTheCursor'

/** Finds out which value or key an offset belongs to. Of YAML with mistakes, as much is understood as can be. */
export function yamlSpot(text: string, offset: number): YamlSpot | undefined {
  if (tooDeep(text) !== undefined || tooMany(text) !== undefined) return undefined
  const start = offset - (/[\p{L}\p{N}_-]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0)
  const end = offset + (/^[\p{L}\p{N}_-]*/u.exec(text.slice(offset))?.[0].length ?? 0)
  let spot: YamlSpot | undefined
  visit(parse(text.slice(0, start) + stand + text.slice(end)), {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.value.includes(stand)) return undefined
      const isKey = key === 'key'
      const record = ancestors.at(-2)
      spot = {
        path: pathTo([...ancestors, node], isKey),
        isKey,
        word: {start, end},
        taken: isKey && isMap(record) ? keysBeside(record) : [],
      }
      return visit.BREAK
    },
  })
  return spot
}

type Ancestors = readonly (Document | Node | Pair)[]

function pathTo(nodes: Ancestors, isKey: boolean): PropertyKey[] {
  const last = nodes.length - 1
  return nodes.flatMap((node, index): PropertyKey[] => {
    if (isSeq(node)) return [node.items.indexOf(nodes[index + 1])]
    const isOwnKey = isKey && index === last - 1
    return isPair(node) && !isOwnKey && isScalar(node.key) ? [String(node.key.value)] : []
  })
}

/** A word without a colon draws the next key to itself. */
function keysBeside(record: YAMLMap): string[] {
  const names = record.items.map(({key}) => (isScalar(key) ? String(key.value).replace(stand, '').trim() : ''))
  return names.filter((name) => name !== '')
}

interface Sentence {
  /** Of the parser's error: its code, a space, its sentence. */
  readonly pattern: RegExp
  /** `$1` stands for what the first group of the pattern has found. */
  readonly reason: string
  readonly note: string
}

const quoting = 'A value with `: ` or `#` stands between double quotation marks.'

/** What the parser's sentences say to programmers only. */
const sentences: readonly Sentence[] = [
  {
    pattern: /^BLOCK_AS_IMPLICIT_KEY/,
    reason: 'Unexpected second colon in the line, expected the value between double quotation marks',
    note: quoting,
  },
  {
    pattern: /^TAB_AS_INDENT/,
    reason: 'Unexpected tab before a field, expected spaces',
    note: 'Put spaces in its place, two for each level, as in the lines beside it.',
  },
  {
    pattern: /^MULTIPLE_DOCS/,
    reason: 'Unexpected second record after a line `---`, expected one',
    note: 'Delete the line `---`, or what follows it.',
  },
  {
    pattern: /^RESOURCE_EXHAUSTION/,
    reason: tooDeepReason,
    note: 'Write each value on a line of its own.',
  },
  {
    pattern: /end with a ([\]}])/,
    reason: 'Unexpected line within brackets that are not closed, expected `$1` before it',
    note: 'Put the bracket after the last item; where the list goes on, indent its lines.',
  },
  {
    pattern: /Missing closing (["'])/,
    reason: 'Unexpected `$1` without a second one, expected another at the end of the value',
    note: 'Close the value, or take both quotation marks away where it needs none.',
  },
  {
    pattern: /Missing , /,
    reason: 'Unexpected item without a comma before it, expected `,` between two items',
    note: 'Put the comma, or the bracket that closes the list.',
  },
  {
    pattern: /^BAD_INDENT|Sequence item without -/,
    reason: 'Unexpected indentation of the line, expected that of the lines it belongs to',
    note: 'The fields of a record, and the items of a list, all begin in the same column: compare this line with those above and below.',
  },
]

/** The parser's error in our words. */
function sentenceOf({code, message, pos: [start]}: YAMLError, text: string): Pick<Sentence, 'reason' | 'note'> {
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    return before.includes(':') ? unevenLines : withoutColon
  }
  const known = sentences.find(({pattern}) => pattern.test(`${code} ${message}`))
  if (known === undefined)
    return {
      reason: `Unexpected YAML: ${plain(message)}`,
      note: `Check indentation, colons and quotation marks. ${quoting}`,
    }
  const found = known.pattern.exec(`${code} ${message}`)?.[1] ?? ''
  return {reason: known.reason.replace('$1', () => found), note: known.note}
}

const unevenLines = {
  reason:
    'Unexpected value that goes on with a field in the next line, expected both lines to begin in the same column',
  note: `Give the two lines the same number of spaces. ${quoting}`,
}

const withoutColon = {
  reason: 'Unexpected line without a colon after the name of its field, expected `name: value`',
  note: 'Put a colon and a space after the name; a long value is indented below it.',
}

type Fail = (start: number, end: number, reason: string, note: string) => void

type Field = Pair<Node, Node | null>

/** The fields of each record by name. */
type Records = WeakMap<Node, Map<string, Field>>

interface Conversion {
  readonly text: string
  readonly records: Records
  readonly fail: Fail
}

function convert(node: Node | null, depth: number, conversion: Conversion): YamlValue {
  if (node === null) return ''
  const {text, fail} = conversion
  const [start, end] = node.range ?? [0, 0]
  if (depth > depthLimit) {
    fail(start, start + 1, tooDeepReason, 'Write each value on a line of its own.')
  } else if (isAlias(node)) {
    fail(
      start,
      end,
      'Unexpected alias (`*`), expected the value itself',
      'Write the value out, or put it between quotation marks.',
    )
  } else if (node.anchor !== undefined) {
    fail(
      ...wordAt(text, text.lastIndexOf('&', start)),
      'Unexpected anchor (`&`), expected the value itself',
      'Delete it, or put the value between quotation marks.',
    )
  } else if (node.tag !== undefined) {
    fail(
      ...wordAt(text, text.lastIndexOf('!', start - 1)),
      'Unexpected tag (`!`), expected a plain value',
      'Delete it, or put the value between quotation marks.',
    )
  } else if (isScalar(node)) {
    return convertText(node, conversion)
  } else if (isSeq(node)) {
    return node.items.map((item) => convert(item as Node | null, depth + 1, conversion))
  } else if (isMap(node)) {
    return convertRecord(node, depth, conversion)
  }
  return ''
}

function convertText({value, type, range}: Scalar, {text, fail}: Conversion): string {
  const [start, end] = range ?? [0, 0]
  if (type === 'QUOTE_DOUBLE') {
    // What an escape brings in has passed no check of the bytes.
    for (const match of text.slice(start, end).matchAll(/\\(x[\dA-F]{2}|u[\dA-F]{4}|U[\dA-F]{8}|[^])/gi)) {
      if (/["\\\s]/.test(match[1] ?? '')) continue
      const from = start + match.index
      fail(
        from,
        from + match[0].length,
        `Unexpected escape \`${match[0]}\`, expected the character itself`,
        'Type or paste the character; write a backslash twice.',
      )
    }
  }
  return typeof value === 'string' ? value : ''
}

function convertRecord(node: YAMLMap, depth: number, conversion: Conversion): YamlValue {
  const record: {[key: string]: YamlValue} = {}
  const fields = new Map<string, Field>()
  conversion.records.set(node, fields)
  for (const field of node.items as Field[]) {
    const {key, value} = field
    const name =
      isScalar(key) && key.anchor === undefined && key.tag === undefined && typeof key.value === 'string'
        ? key.value
        : ''
    const [start, end] = key.range ?? [0, 0]
    if (forbiddenKeys.has(name)) {
      conversion.fail(
        start,
        end,
        `Unexpected key${name === '' ? '' : ` \`${name}\``}, expected a plain name`,
        'Remove the key.',
      )
    } else if (fields.has(name)) {
      conversion.fail(start, end, `Unexpected second \`${name}\`, expected each field once`, 'Keep one of the two.')
    } else {
      fields.set(name, field)
      record[name] = convert(value, depth + 1, conversion)
    }
  }
  return record
}

/** The range of the value (or key) at a path, or of the nearest parent that is there. */
function rangeAt(
  document: Document,
  records: Records,
  path: readonly PropertyKey[],
  key: boolean,
): readonly [number, number] | undefined {
  let node: Node | null = document.contents
  let range = rangeOf(node)
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const field: Field | undefined = records.get(node)?.get(String(step))
      if (field === undefined) return range
      range = (last && key ? rangeOf(field.key) : (rangeOf(field.value) ?? rangeOf(field.key))) ?? range
      node = field.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] ?? null) as Node | null
      range = rangeOf(node) ?? range
    } else {
      return range
    }
  }
  return range
}

function rangeOf(node: Node | null): readonly [number, number] | undefined {
  return node?.range ? [node.range[0], node.range[1]] : undefined
}

/** The range of the word that stands around an offset. */
function wordAt(text: string, at: number): [start: number, end: number] {
  const ends = /[\s,[\]{}]/
  let start = at
  let end = at
  while (start > 0 && !ends.test(text.charAt(start - 1))) start--
  while (end < text.length && !ends.test(text.charAt(end))) end++
  return [start, end]
}

/** Where the quotation mark stands that is never closed: the parser tells only where the text ends. */
function openingOf(document: Document, [start, end]: readonly [number, number]): readonly [number, number] {
  let opening: readonly [number, number] = [start, end]
  visit(document, {
    Scalar(_, {type, range}) {
      if (type?.startsWith('QUOTE') && range && range[0] <= start) opening = [range[0], range[0] + 1]
    },
  })
  return opening
}

/** Where nesting passes the limit, judged without a parser: brackets, indentation and markers. */
function tooDeep(text: string): number | undefined {
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '[' || character === '{') open++
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
    else if (character === '\n') open = 0
    if (open > depthLimit) return at
  }
  let start = 0
  for (const line of text.split('\n')) {
    const head = /^[\s\-?:]*/.exec(line)?.[0] ?? ''
    if (head.length > depthLimit * 8 || (head.match(/[-?:]/g)?.length ?? 0) > depthLimit) {
      if (!/^-{3,}\s*$/.test(line)) return start
    }
    start += line.length + 1
  }
  return undefined
}

/** Where the signs of YAML pass their limit. */
function tooMany(text: string): number | undefined {
  let left = signLimit
  for (const {index} of text.matchAll(/[\n[\]{},&*!?|>'"%#:-]/g)) if (left-- === 0) return index
  return undefined
}

/** The parser's sentence without its own full stop or place. */
function plain(message: string): string {
  return message.replace(/ at line \d+, column \d+:[\s\S]*$/, '').replace(/\.$/, '')
}
