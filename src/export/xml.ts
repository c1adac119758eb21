/** Elements and text, as every format that is XML writes them. */

import {create} from 'xmlbuilder2'
import type {XMLBuilder} from 'xmlbuilder2/lib/interfaces.js'
import {oneLine} from '../corpus/lines.ts'

export type Element = XMLBuilder

/** Attributes by name; one that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>

const hangul = /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+(?:[\s·()]*[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+)*/g

/** A document without elements. A character that XML cannot hold is replaced; the checks let none of them in. */
export function emptyDocument(): Element {
  return create({version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD'})
}

/** An element within a run of text: nothing is put before it. */
export function inline(parent: Element, name: string, attributes: Attributes = {}): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return parent.ele(name, Object.fromEntries(given.map(([key, value]) => [key, oneLine(value)])))
}

/** An element on a line of its own, where white space between elements means nothing. */
export function block(parent: Element, name: string, attributes: Attributes = {}): Element {
  parent.txt('\n')
  return inline(parent, name, attributes)
}

/**
 * Text, character for character; Hangul stands in an element of its own.
 *
 * @param korean the name and the attributes of that element
 */
export function writeText(parent: Element, text: string, ...korean: readonly [string, Attributes]): void {
  let at = 0
  for (const match of text.matchAll(hangul)) {
    if (match.index > at) parent.txt(text.slice(at, match.index))
    inline(parent, ...korean).txt(match[0])
    at = match.index + match[0].length
  }
  if (at < text.length) parent.txt(text.slice(at))
}
