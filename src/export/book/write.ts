/** Text, as every part of the book writes it. */

import {block, inline, writeText} from '../xml.ts'
import type {Attributes, Element} from '../xml.ts'

/** An element on a line of its own with a text; none where the text is `undefined`. */
export function line(parent: Element, name: string, text: string | undefined, attributes: Attributes = {}): void {
  if (text !== undefined) write(block(parent, name, attributes), text)
}

/** Text, character for character; Hangul carries its language. */
export function write(parent: Element, text: string): void {
  writeText(parent, text, 'span', {lang: 'ko', 'xml:lang': 'ko'})
}

/** A link with a text. */
export function link(parent: Element, href: string, text: string, attributes: Attributes = {}): void {
  write(inline(parent, 'a', {href, ...attributes}), text)
}

/** Things in one line, each written by a function, with commas between them. */
export function listed<T>(parent: Element, things: readonly T[], writeOne: (thing: T) => void): void {
  for (const [index, thing] of things.entries()) {
    if (index > 0) parent.txt(', ')
    writeOne(thing)
  }
}
