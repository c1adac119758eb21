/** Elements and text, as every part of the TEI writes them. */

import type {XMLBuilder} from 'xmlbuilder2/lib/interfaces.js'
import {oneLine} from '../../corpus/lines.ts'
import type {Attributes} from './place.ts'

export type Element = XMLBuilder

const hangul = /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+(?:[\s·()]*[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]+)*/g

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

/** An element on a line of its own with a text; none where the text is `undefined`. */
export function line(parent: Element, name: string, text: string | undefined, attributes: Attributes = {}): void {
  if (text !== undefined) write(block(parent, name, attributes), text)
}

/** Text, character for character; Hangul carries its language. */
export function write(parent: Element, text: string): void {
  let at = 0
  for (const match of text.matchAll(hangul)) {
    if (match.index > at) parent.txt(text.slice(at, match.index))
    parent.ele('foreign', {'xml:lang': 'ko'}).txt(match[0])
    at = match.index + match[0].length
  }
  if (at < text.length) parent.txt(text.slice(at))
}
