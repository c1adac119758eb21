/**
 * Inline text as HTML. One pure function instead of a component a node: a page
 * has thousands of them, and a string costs a fraction of a component.
 */

import {hangulPieces} from '../corpus/hangul.ts'
import type {Block, Clause, Corpus, Inline, Note, SourceId} from '../corpus/model.ts'
import {targetLabel} from '../corpus/label.ts'
import {noteFragment, urlOf, urls} from '../corpus/urls.ts'
import {href} from '../site/href.ts'

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Escapes a text for HTML, in content and in attribute values. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A text of at most `length` characters, for where there is room for no more. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

const capitals = /(?<![\p{L}\p{N}])(?:(?:[A-Z]\.){2,}|[A-Z]{2,}[0-9]*(?![\p{Ll}]))/gu

/** Most texts have none: it costs far less to see this than to look for all there are. */
const anyCapitals = /[A-Z][A-Z.]/

/** A text as HTML: Hangul carries its language, abbreviations are set in small capitals. Nothing is added to the text. */
export function textHtml(text: string): string {
  let html = ''
  for (const {text: piece, isHangul} of hangulPieces(text))
    html += isHangul ? `<span lang="ko">${escapeHtml(piece)}</span>` : capsHtml(piece)
  return html
}

function capsHtml(text: string): string {
  if (!anyCapitals.test(text)) return escapeHtml(text)
  let html = ''
  let at = 0
  for (const match of text.matchAll(capitals)) {
    html += escapeHtml(text.slice(at, match.index)) + `<span class="caps">${escapeHtml(match[0])}</span>`
    at = match.index + match[0].length
  }
  return html + escapeHtml(text.slice(at))
}

/**
 * Inline nodes as HTML.
 *
 * @param reader address of the page that the text belongs to, where it is
 *   printed on another one: fragments then lead there
 */
export function inlineHtml(nodes: readonly Inline[], corpus: Corpus, reader = ''): string {
  return new Writer(corpus, [], reader).list(nodes, false, true)
}

/** Blocks as HTML; `reader` as for `inlineHtml`. */
export function blocksHtml(blocks: readonly Block[], corpus: Corpus, reader = ''): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return `<p>${inlineHtml(block.children, corpus, reader)}</p>`
      if (block.type === 'heading')
        return `<h${block.depth}>${inlineHtml(block.children, corpus, reader)}</h${block.depth}>`
      const items = block.items.map((item) => `<li>${blocksHtml(item, corpus, reader)}</li>`).join('')
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    })
    .join('\n')
}

/** The text of a clause as HTML, with a link behind the words of each note; `reader` as for `inlineHtml`. */
export function clauseHtml(clause: Clause, corpus: Corpus, reader = ''): string {
  return new Writer(corpus, clause.notes, reader, clause).list(clause.content, false, true)
}

class Writer {
  readonly #corpus: Corpus
  readonly #notes: readonly Note[]
  readonly #reader: string
  readonly #clause: Clause | undefined
  /** How much of the text has been written. */
  #at = 0
  /** Notes whose words are written and whose mark is not. */
  #pending: Note[] = []

  constructor(corpus: Corpus, notes: readonly Note[], reader: string, clause?: Clause) {
    this.#corpus = corpus
    this.#reader = reader
    this.#notes = notes.filter(({lemma}) => lemma.range !== undefined)
    this.#clause = clause
  }

  /**
   * @param inLink a link may not hold a note's mark, which is a link itself
   * @param outermost whether a mark may follow the last node here
   */
  list(nodes: readonly Inline[], inLink: boolean, outermost: boolean): string {
    let html = ''
    for (const [index, node] of nodes.entries()) {
      html += this.#node(node, inLink)
      if (!inLink && (outermost || index < nodes.length - 1)) html += this.#marks()
    }
    return html
  }

  #node(node: Inline, inLink: boolean): string {
    switch (node.type) {
      case 'text':
        return this.#text(node.value, inLink)
      case 'emphasis':
        return `<em>${this.list(node.children, inLink, false)}</em>`
      case 'strong':
        return `<strong>${this.list(node.children, inLink, false)}</strong>`
      case 'link':
        return this.#link(
          node.url.startsWith('#') ? this.#reader + node.url : href(node.url),
          'external',
          node.children,
        )
      case 'term':
        return this.#link(href(urls.term(node.id)), 'term', node.children)
      case 'person':
        return this.#link(href(urls.person(node.id)), 'person', node.children)
      case 'quotation':
        return this.#quotation(node, inLink)
      case 'reference':
        return node.children.length > 0
          ? this.#link(href(urlOf(node.to)), 'ref', node.children)
          : `<a class="ref" href="${href(urlOf(node.to))}">${textHtml(targetLabel(node.to, this.#corpus))}</a>`
      case 'citation':
        return `<a class="cite" href="${href(urls.source(node.source))}" aria-label="Source ${node.source.toUpperCase()}">${node.source.toUpperCase()}</a>`
    }
  }

  #link(url: string, kind: string, children: readonly Inline[]): string {
    return `<a class="${kind}" href="${escapeHtml(url)}">${this.list(children, true, false)}</a>`
  }

  #quotation({words, formulas, basis}: Inline & {type: 'quotation'}, inLink: boolean): string {
    const [formula] = formulas
    const inner = this.#text(words, inLink || formula !== undefined)
    const content =
      formula === undefined || inLink ? inner : `<a class="formula" href="${href(urls.formula(formula))}">${inner}</a>`
    return `<q class="operative" data-basis="${basis.type}">${content}</q>${inLink || basis.type !== 'source' ? '' : this.#seenAt(words, basis.source)}`
  }

  /** A link to the very words on the page where they were seen, by a text fragment. https://wicg.github.io/scroll-to-text-fragment/ */
  #seenAt(words: string, id: SourceId): string {
    const url = this.#corpus.sources.get(id)?.url
    if (url === undefined) return ''
    // A hyphen means something in a fragment and is escaped as well.
    const fragment = encodeURIComponent(words).replaceAll('-', '%2D')
    return `<a class="seen" href="${escapeHtml(`${url}#:~:text=${fragment}`)}" rel="external" aria-label="These words in ${id.toUpperCase()}" data-source="${id.toUpperCase()}"></a>`
  }

  /** A run of text, cut where the words of notes begin and end. */
  #text(value: string, inLink: boolean): string {
    const start = this.#at
    const end = start + value.length
    const cuts = new Set<number>([start, end])
    for (const {
      lemma: {range},
    } of this.#notes) {
      for (const cut of [range?.start, range?.end]) if (cut !== undefined && cut > start && cut < end) cuts.add(cut)
    }
    const points = [...cuts].sort((a, b) => a - b)
    let html = ''
    for (const [index, from] of points.slice(0, -1).entries()) {
      const to = points[index + 1] ?? end
      html += this.#segment(value.slice(from - start, to - start), from, to)
      this.#at = to
      this.#pending.push(...this.#notes.filter(({lemma: {range}}) => range?.end === to))
      if (to < end && !inLink) html += this.#marks()
    }
    return html
  }

  #segment(text: string, from: number, to: number): string {
    const count = this.#notes.filter(
      ({lemma: {range}}) => range !== undefined && range.start < to && from < range.end,
    ).length
    const html = textHtml(text)
    return count === 0 ? html : `<span class="lemma${count > 1 ? ' shared' : ''}">${html}</span>`
  }

  #marks(): string {
    const marks = this.#pending.map((note) => this.#mark(note)).join('')
    this.#pending = []
    return marks
  }

  // The number is drawn by the style sheet: it is no part of the text, so it is neither copied nor searched.
  #mark({n}: Note): string {
    const fragment = this.#clause === undefined ? '' : noteFragment(this.#clause.n, n)
    const label = `Note ${n} to ${this.#clause?.n ?? ''}`
    // Away from its page the mark is not what the note leads back to.
    const id = this.#reader === '' ? ` id="ref-${fragment}"` : ''
    return `<a class="noteref" role="doc-noteref" data-n="${n}" aria-label="${label}"${id} href="${this.#reader}#${fragment}"></a>`
  }
}

/** Links with commas between them; a component would put spaces before the commas. */
export function linksHtml(links: Iterable<readonly [url: string, label: string]>): string {
  return [...links].map(([url, label]) => `<a href="${escapeHtml(href(url))}">${textHtml(label)}</a>`).join(', ')
}

/** Links of a list that may be longer than anybody reads: beyond this many, its ends, and how many stand between. */
export const linkLimit = 60

/** Links as `linksHtml` writes them; of many only the first and the last, with the number of those between. */
export function fewLinksHtml(links: readonly (readonly [url: string, label: string])[]): string {
  if (links.length <= linkLimit) return linksHtml(links)
  const end = 5
  const between = (links.length - 2 * end).toLocaleString('en-US')
  return `${linksHtml(links.slice(0, end))}, … <span class="faint">${between} others</span> …, ${linksHtml(links.slice(-end))}`
}
