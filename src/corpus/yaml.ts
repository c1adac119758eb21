/**
 * Stage two: YAML as plain nested records of strings. No anchors, no tags, no
 * implicit types (`no` is a word, `1.10` keeps its zero), and every value
 * knows its place.
 */

import {isAlias, isMap, isScalar, isSeq, parseDocument} from 'yaml'
import type {Document, Node, Pair} from 'yaml'
import type {Lines} from './lines.ts'
import type {Report} from './message.ts'
import type {Place} from './model.ts'

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

/** Keys that mean something to JavaScript. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<'])

/**
 * Reads YAML.
 *
 * @param text the YAML
 * @param offset where it begins in its file
 * @returns the data, or `undefined` where it could not be read; every reason
 *   has been reported then
 */
export function readYaml(text: string, offset: number, at: Lines, report: Report): YamlData | undefined {
  const place = (start: number, end: number) => at.place(offset + start, offset + Math.max(start, end))
  let failed = false
  const fail = (start: number, end: number, reason: string, note: string) => {
    failed = true
    report({rule: 'yaml', severity: 'error', place: place(start, end), reason, note})
  }

  const deep = tooDeep(text)
  if (deep !== undefined) {
    fail(deep, deep + 1, `Unexpected nesting deeper than ${depthLimit} levels, expected a flat record`, 'Write each value on a line of its own.')
    return undefined
  }
  // `failsafe` knows strings, lists and records only; nothing is guessed.
  const document = parseDocument(text, {schema: 'failsafe', strict: true, uniqueKeys: true, prettyErrors: false, logLevel: 'silent'})
  for (const error of document.errors) {
    fail(error.pos[0], error.pos[1], `Unexpected YAML: ${plain(error.message)}`, 'Check indentation, colons and quotation marks; a value with `: ` or `#` stands between double quotation marks.')
  }
  if (failed) return undefined

  const value = convert(document.contents, fail)
  if (failed) return undefined
  const range = (path: readonly PropertyKey[], key: boolean) => {
    const [start, end] = rangeAt(document, path, key) ?? [0, 0]
    return place(start, end)
  }
  return {value, place: (path) => range(path, false), keyPlace: (path) => range(path, true)}
}

type Fail = (start: number, end: number, reason: string, note: string) => void

function convert(node: Node | null, fail: Fail): YamlValue {
  if (node === null) return ''
  const [start, end] = node.range ?? [0, 0]
  if (isAlias(node) || node.anchor !== undefined) {
    fail(start, end, 'Unexpected anchor or alias (`&` or `*`), expected the value itself', 'Write the value out, or put it between quotation marks.')
    return ''
  }
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
    fail(start, end, 'Unexpected tag (`!`), expected a plain value', 'Put the value between quotation marks.')
    return ''
  }
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : ''
  if (isSeq(node)) return node.items.map((item) => convert(item as Node | null, fail))
  if (isMap(node)) return convertRecord(node.items as Pair<Node, Node | null>[], fail)
  return ''
}

function convertRecord(pairs: readonly Pair<Node, Node | null>[], fail: Fail): YamlValue {
  const record: {[key: string]: YamlValue} = {}
  for (const {key, value} of pairs) {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined
    const [start, end] = key.range ?? [0, 0]
    if (name === undefined || forbiddenKeys.has(name)) {
      fail(start, end, `Unexpected key${name === undefined ? '' : ` \`${name}\``}, expected a plain name`, 'Remove the key.')
    } else {
      record[name] = convert(value, fail)
    }
  }
  return record
}

/** The range of the value (or key) at a path, or of the nearest parent that is there. */
function rangeAt(document: Document, path: readonly PropertyKey[], key: boolean): readonly [number, number] | undefined {
  let node: Node | null = document.contents as Node | null
  let range = rangeOf(node)
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(({key: k}) => isScalar(k) && k.value === step)
      if (pair === undefined) return range
      range = (last && key ? rangeOf(pair.key) : (rangeOf(pair.value) ?? rangeOf(pair.key))) ?? range
      node = pair.value
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

/** The parser's sentence without its own full stop or place. */
function plain(message: string): string {
  return message.replace(/ at line \d+, column \d+:[\s\S]*$/, '').replace(/\.$/, '')
}
