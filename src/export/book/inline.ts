/** Inline text of the book. Without the marks of notes, the text of an element is that of the tree. */

import {targetLabel} from '../../corpus/label.ts'
import type {Block, Clause, Inline, Note, Quotation} from '../../corpus/model.ts'
import {urlOf, urls} from '../../corpus/urls.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import type {Place} from './place.ts'
import {link, write} from './write.ts'

/** Writes what stands behind the words of a note. */
export type WriteMark = (parent: Element, note: Note) => void

/** Writes inline nodes into an element. */
export function writeInline(parent: Element, nodes: readonly Inline[], place: Place): void {
  new Writer(place).all(parent, nodes)
}

/** Writes the text of a clause, with a mark behind the words of each note. */
export function writeClause(parent: Element, clause: Clause, place: Place, mark: WriteMark): void {
  new Writer(place, clause.notes, mark).all(parent, clause.content)
}

/**
 * Writes paragraphs, lists and headings into an element.
 *
 * @param under how many levels deeper a heading stands than on its page, where the first is of level 2
 */
export function writeBlocks(parent: Element, blocks: readonly Block[], place: Place, under = 0): void {
  for (const each of blocks) {
    if (each.type === 'list') {
      const list = block(parent, each.ordered ? 'ol' : 'ul')
      for (const item of each.items) writeBlocks(block(list, 'li'), item, place, under)
    } else {
      const name = each.type === 'heading' ? `h${each.depth + under}` : 'p'
      writeInline(block(parent, name), each.children, place)
    }
  }
}

class Writer {
  readonly #place: Place
  readonly #notes: readonly Note[]
  readonly #mark: WriteMark
  /** How much of the text has been written. */
  #at = 0
  /** Notes whose words are written and whose mark is not. */
  #pending: Note[] = []

  constructor(place: Place, notes: readonly Note[] = [], mark: WriteMark = () => undefined) {
    this.#place = place
    this.#notes = notes
    this.#mark = mark
  }

  all(parent: Element, nodes: readonly Inline[]): void {
    this.#list(parent, nodes, false)
    // A note whose words were not found is about the whole.
    this.#pending.push(...this.#notes.filter(({lemma}) => lemma.range === undefined))
    this.#marks(parent)
  }

  /** @param inLink a link may not hold a mark, which is a link itself */
  #list(parent: Element, nodes: readonly Inline[], inLink: boolean): void {
    for (const node of nodes) {
      // The mark of words that end with a node stands behind the node.
      if (!inLink) this.#marks(parent)
      this.#node(parent, node, inLink)
    }
  }

  #node(parent: Element, node: Inline, inLink: boolean): void {
    const place = this.#place
    switch (node.type) {
      case 'text':
        return this.#text(parent, node.value, inLink)
      case 'emphasis':
        return this.#list(inline(parent, 'em'), node.children, inLink)
      case 'strong':
        return this.#list(inline(parent, 'strong'), node.children, inLink)
      case 'link':
        return this.#link(parent, node.url, 'link', node.children)
      case 'term':
        return this.#link(parent, urls.term(node.id), 'term', node.children)
      case 'person':
        return this.#link(parent, urls.person(node.id), 'person', node.children)
      case 'quotation':
        return this.#quotation(parent, node, inLink)
      case 'reference':
        if (node.children.length > 0) return this.#link(parent, urlOf(node.to), 'ref', node.children)
        return link(parent, place.href(urlOf(node.to)), targetLabel(node.to, place.corpus), {class: 'target'})
      case 'citation':
        return link(parent, place.href(urls.source(node.source)), `[${node.source.toUpperCase()}]`, {class: 'cite'})
    }
  }

  #link(parent: Element, url: string, kind: string, children: readonly Inline[]): void {
    this.#list(inline(parent, 'a', {class: kind, href: this.#place.href(url)}), children, true)
  }

  #quotation(parent: Element, {words, formulas: [formula]}: Quotation, inLink: boolean): void {
    const quote = inline(parent, 'q', {class: 'operative'})
    if (formula === undefined || inLink) return this.#text(quote, words, inLink)
    this.#text(inline(quote, 'a', {class: 'formula', href: this.#place.href(urls.formula(formula))}), words, true)
  }

  /** A run of text, cut where the words of notes end. */
  #text(parent: Element, value: string, inLink: boolean): void {
    const start = this.#at
    const end = start + value.length
    const ends = this.#notes.flatMap(({lemma: {range}}) => range?.end ?? []).filter((at) => at > start && at <= end)
    let from = start
    for (const to of new Set([...ends.toSorted((a, b) => a - b), end])) {
      if (from > start && !inLink) this.#marks(parent)
      write(parent, value.slice(from - start, to - start))
      this.#pending.push(...this.#notes.filter(({lemma: {range}}) => range?.end === to))
      from = to
    }
    this.#at = end
  }

  #marks(parent: Element): void {
    const pending = this.#pending
    this.#pending = []
    for (const note of pending) this.#mark(parent, note)
  }
}
