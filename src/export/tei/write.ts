/** Text, as every part of the TEI writes it. */

import {block, writeText} from '../xml.ts'
import type {Attributes, Element} from '../xml.ts'

/** An element on a line of its own with a text; none where the text is `undefined`. */
export function line(parent: Element, name: string, text: string | undefined, attributes: Attributes = {}): void {
  if (text !== undefined) write(block(parent, name, attributes), text)
}

/** Text, character for character; Hangul carries its language. */
export function write(parent: Element, text: string): void {
  writeText(parent, text, 'foreign', {'xml:lang': 'ko'})
}
