/** Text of the edition, and what its words are. */

import {basisName} from '../../corpus/label.ts'
import type {Block, Inline} from '../../corpus/model.ts'
import {targetKey} from '../../corpus/target.ts'
import {urlOf, wholeUrl} from '../../corpus/urls.ts'
import type {MarkData, ProseData} from './shapes.ts'

/**
 * The text of inline nodes, character for character that of the tree
 * (`inlineText`), with what its words are.
 *
 * @param page the whole address of the page the text stands on, which its fragments belong to
 * @param site where the edition is published, without a slash at its end
 */
export function proseOf(nodes: readonly Inline[], page: string, site: string): ProseData {
  const writer = new Writer(page, site)
  writer.inline(nodes)
  return {text: writer.text, marks: writer.marks}
}

/** The same of blocks, one a line, as `blockText` has them. */
export function proseOfBlocks(blocks: readonly Block[], page: string, site: string): ProseData {
  const writer = new Writer(page, site)
  writer.blocks(blocks)
  return {text: writer.text, marks: writer.marks}
}

class Writer {
  text = ''
  readonly marks: MarkData[] = []
  readonly #page: string
  readonly #site: string

  constructor(page: string, site: string) {
    this.#page = page
    this.#site = site
  }

  blocks(blocks: readonly Block[]): void {
    this.#lines(blocks, (block) => {
      if (block.type === 'list') this.#lines(block.items, (item) => this.blocks(item))
      else this.inline(block.children)
    })
  }

  #lines<Item>(items: readonly Item[], write: (item: Item) => void): void {
    for (const [index, item] of items.entries()) {
      if (index > 0) this.text += '\n'
      write(item)
    }
  }

  inline(nodes: readonly Inline[]): void {
    for (const node of nodes) {
      const start = this.text.length
      const at = this.marks.length
      if (node.type === 'text') this.text += node.value
      else if (node.type === 'quotation') this.text += node.words
      else if (node.type !== 'citation') this.inline(node.children)
      const mark = this.#markOf(node, {start, end: this.text.length})
      // Before those within it: the order of where they begin.
      if (mark !== undefined) this.marks.splice(at, 0, mark)
    }
  }

  #markOf(node: Inline, range: {readonly start: number; readonly end: number}): MarkData | undefined {
    switch (node.type) {
      case 'term':
        return {type: 'term', ...range, term: node.id}
      case 'person':
        return {type: 'person', ...range, person: node.id}
      case 'quotation':
        return {type: 'quotation', ...range, formulas: node.formulas, basis: basisName(node.basis)}
      case 'reference':
        return {type: 'reference', ...range, to: targetKey(node.to), url: this.#site + urlOf(node.to)}
      case 'citation':
        return {type: 'citation', ...range, source: node.source}
      case 'link':
        return {type: 'link', ...range, url: wholeUrl(node.url, this.#page, this.#site)}
      case 'text':
      case 'emphasis':
      case 'strong':
        return undefined
    }
  }
}
