/**
 * Elements and text, as every format that is XML writes them. A document of the whole edition has millions of nodes,
 * so they are no more than what is written: markup that is finished, and elements that still grow.
 */

import {hangulPieces} from '../corpus/hangul.ts'
import {oneLine} from '../corpus/lines.ts'

/** Attributes by name; one that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** An element that is being written. */
export class Element {
  readonly #name: string
  readonly #start: string
  #children: (Element | string)[] = []

  /** @param name with its prefix, where it has one */
  constructor(name: string, attributes: Attributes = {}) {
    this.#name = name
    this.#start = name
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) this.#start += ` ${key}="${escaped(oneLine(value)).replaceAll('"', '&quot;')}"`
  }

  /** An element at the end of this one. */
  ele(name: string, attributes?: Attributes): Element {
    const child = new Element(name, attributes)
    this.#children.push(child)
    return child
  }

  /** Text at the end of this one, character for character. */
  txt(text: string): this {
    this.#children.push(escaped(text))
    return this
  }

  /** The tags that an element with something in it begins and ends with. */
  get tags(): readonly [string, string] {
    return [`<${this.#start}>`, `</${this.#name}>`]
  }

  /** What is in it so far as markup; it is let go, and what is in there must not be added to any more. */
  take(): string {
    const children = this.#children
    this.#children = []
    return children.map((child) => (typeof child === 'string' ? child : child.markup())).join('')
  }

  /**
   * The element as markup.
   *
   * @param emptyTag whether an element without content is one tag, as in XML, or two, as in HTML
   */
  markup(emptyTag = true): string {
    if (this.#children.length === 0) return emptyTag ? `<${this.#start}/>` : `<${this.#start}></${this.#name}>`
    const within = this.#children.map((child) => (typeof child === 'string' ? child : child.markup(emptyTag)))
    return `<${this.#start}>${within.join('')}</${this.#name}>`
  }

  /** The element as markup, each element of it on a line of its own, but for those within text. */
  lines(indent = ''): string {
    const elements = this.#children.filter((child) => typeof child !== 'string')
    if (elements.length === 0 || elements.length < this.#children.length) return indent + this.markup()
    const within = elements.map((child) => child.lines(`${indent} `))
    return `${indent}<${this.#start}>\n${within.join('\n')}\n${indent}</${this.#name}>`
  }
}

/** What a document begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/** What is markup in a text, and what XML cannot hold; the checks let none of the latter in. */
const special = /[&<>]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const references: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'}

function escaped(text: string): string {
  return text.replaceAll(special, (sign) => references[sign] ?? '\uFFFD')
}

/** An element within a run of text: nothing is put before it. */
export function inline(parent: Element, name: string, attributes: Attributes = {}): Element {
  return parent.ele(name, attributes)
}

/** An element on a line of its own, where white space between elements means nothing. */
export function block(parent: Element, name: string, attributes: Attributes = {}): Element {
  return parent.txt('\n').ele(name, attributes)
}

/**
 * Text, character for character; Hangul stands in an element of its own.
 *
 * @param korean the name and the attributes of that element
 */
export function writeText(parent: Element, text: string, ...korean: readonly [string, Attributes]): void {
  for (const {text: piece, isHangul} of hangulPieces(text)) {
    if (isHangul) inline(parent, ...korean).txt(piece)
    else parent.txt(piece)
  }
}
