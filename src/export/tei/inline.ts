/** Inline text as TEI: the text of an element is that of the tree, character for character. */

import type {Block, Clause, Inline, Note, Quotation} from '../../corpus/model.ts'
import type {Place} from './place.ts'
import {block, inline} from '../xml.ts'
import type {Element} from '../xml.ts'
import {write} from './write.ts'

/** Writes inline nodes into an element. */
function writeInline(parent: Element, nodes: readonly Inline[], place: Place): void {
  new Writer(place).list(parent, nodes)
}

/** Writes the text of a clause, with anchors where the words of notes begin and end. */
export function writeClause(parent: Element, clause: Clause, place: Place): void {
  new Writer(place, clause).list(parent, clause.content)
}

/** Writes paragraphs and lists into an element. Headings do not stand in notes. */
export function writeBlocks(parent: Element, blocks: readonly Block[], place: Place): void {
  for (const each of blocks) {
    if (each.type !== 'list') writeInline(block(parent, 'p'), each.children, place)
    else {
      const list = block(parent, 'list', {rend: each.ordered ? 'numbered' : 'bulleted'})
      for (const item of each.items) writeBlocks(block(list, 'item'), item, place)
    }
  }
}

/** The names of the anchors between which the words of a note stand, within their statement. */
export function anchorsOf({n}: Pick<Clause, 'n'>, note: Pick<Note, 'n'>): readonly [from: string, to: string] {
  return [`c${n}-n${note.n}.from`, `c${n}-n${note.n}.to`]
}

class Writer {
  readonly #place: Place
  readonly #clause: Clause | undefined
  readonly #notes: readonly Note[]
  /** How much of the text has been written. */
  #at = 0

  constructor(place: Place, clause?: Clause) {
    this.#place = place
    this.#clause = clause
    this.#notes = clause?.notes.filter(({lemma}) => lemma.range !== undefined) ?? []
  }

  list(parent: Element, nodes: readonly Inline[]): void {
    for (const node of nodes) this.#node(parent, node)
  }

  #node(parent: Element, node: Inline): void {
    const place = this.#place
    switch (node.type) {
      case 'text':
        return this.#text(parent, node.value)
      case 'emphasis':
        return this.list(inline(parent, 'emph'), node.children)
      case 'strong':
        return this.list(inline(parent, 'emph', {rend: 'strong'}), node.children)
      case 'link':
        return this.list(inline(parent, 'ref', {target: place.link(node.url)}), node.children)
      case 'term':
        return this.list(inline(parent, 'term', {ref: place.term(node.id)}), node.children)
      case 'person':
        return this.list(inline(parent, 'persName', {ref: place.person(node.id)}), node.children)
      case 'quotation':
        return this.#text(inline(parent, 'quote', this.#quotation(node)), node.words)
      case 'reference':
        if (node.children.length === 0) inline(parent, 'ptr', {target: place.target(node.to)})
        else this.list(inline(parent, 'ref', {target: place.target(node.to)}), node.children)
        return
      case 'citation':
        inline(parent, 'ptr', {type: 'source', target: place.source(node.source)})
    }
  }

  #quotation({basis, formulas, n}: Quotation) {
    const answers = this.#clause?.from.map(({witness}) => witness) ?? []
    const [place, ids] = [this.#place, formulas.map((id) => this.#place.formula(id))]
    const sources =
      basis.type === 'source' ? [basis.source] : basis.type === 'witness' ? [basis.witness] : [...new Set(answers)]
    return {
      type: basis.type,
      n: n?.toString(),
      ana: ids.length === 0 ? undefined : ids.join(' '),
      source: place.evidences(sources),
    }
  }

  /** A run of text, cut where the words of notes begin and end. */
  #text(parent: Element, value: string): void {
    const start = this.#at
    const end = start + value.length
    const cuts = new Set([start, end])
    for (const {lemma} of this.#notes)
      for (const cut of [lemma.range?.start, lemma.range?.end])
        if (cut !== undefined && cut > start && cut < end) cuts.add(cut)
    const points = [...cuts].sort((a, b) => a - b)
    for (const [index, from] of points.slice(0, -1).entries()) {
      const to = points[index + 1] ?? end
      this.#anchors(parent, 0, ({start: at}) => at === from)
      write(parent, value.slice(from - start, to - start))
      this.#anchors(parent, 1, ({end: at}) => at === to)
    }
    this.#at = end
  }

  #anchors(parent: Element, which: 0 | 1, here: (range: {start: number; end: number}) => boolean): void {
    for (const note of this.#notes)
      if (this.#clause !== undefined && note.lemma.range !== undefined && here(note.lemma.range))
        inline(parent, 'anchor', {'xml:id': this.#place.own(anchorsOf(this.#clause, note)[which])})
  }
}
