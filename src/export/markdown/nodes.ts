/** The tree of the edition as mdast (https://github.com/syntax-tree/mdast), which a library then writes. */

import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {defaultHandlers, toMarkdown} from 'mdast-util-to-markdown'
import type {Info, State, Unsafe} from 'mdast-util-to-markdown'
import {basisName, certaintyWords, targetLabel} from '../../corpus/label.ts'
import type {Basis, Block, Corpus, Evidence, Inline, SourceId, WitnessId} from '../../corpus/model.ts'
import {evidenceKind} from '../../corpus/named.ts'
import {evidenceUrl, urlOf, urls, wholeUrl} from '../../corpus/urls.ts'

type Node = Parameters<typeof toMarkdown>[0]
/** A node of text: words, emphasis, a link. */
export type Phrase = Extract<Node, {type: 'paragraph'}>['children'][number]
/** A node that stands by itself: a paragraph, a list, a heading. */
export type Part = Extract<Node, {type: 'root'}>['children'][number]
type ListItem = Extract<Node, {type: 'listItem'}>

/** Markdown in which no text is markup. Ended by a line end. */
export function written(parts: readonly Part[]): string {
  return toMarkdown(
    {type: 'root', children: [...parts]},
    {
      bullet: '-',
      emphasis: '*',
      listItemIndent: 'one',
      extensions: [gfmFootnoteToMarkdown()],
      handlers: {
        text(node: {readonly value: string}, parent, state, info) {
          return isPlain(node.value, info, state)
            ? node.value
            : defaultHandlers.text(node as never, parent, state, info)
        },
      },
    },
  )
}

/**
 * Whether a text is written as it stands. The library looks for each of forty patterns in turn; most texts hold none,
 * and here all are one.
 */
function isPlain(value: string, {before, after}: Info, state: State): boolean {
  if (value.includes('\\')) return false
  const unsafe = unsafeIn(state)
  unsafe.lastIndex = before.length
  const found = unsafe.exec(before + value + after)
  return found === null || found.index >= before.length + value.length
}

const unsafeWithin = new Map<string, RegExp>()

/** Finds every character that the library would escape within the constructs that it has come to. */
function unsafeIn({stack, unsafe}: State): RegExp {
  const key = stack.join(' ')
  const known = unsafeWithin.get(key)
  if (known !== undefined) return known
  const isWithin = (constructs: Unsafe['inConstruct']) => [constructs ?? []].flat().some((one) => stack.includes(one))
  const patterns = unsafe
    .filter(
      ({inConstruct, notInConstruct}) =>
        (inConstruct === undefined || isWithin(inConstruct)) && !isWithin(notInConstruct),
    )
    .map(({atBreak, before, character, after}) => {
      const lead = (atBreak === true ? String.raw`[\r\n][\t ]*` : '') + `(?:${before ?? ''})`
      return `(?<=${lead})${character.replace(/[$()*+.?[\\\]^{|}]/, String.raw`\$&`)}(?=${after ?? ''})`
    })
  const pattern = new RegExp(patterns.join('|'), 'gu')
  unsafeWithin.set(key, pattern)
  return pattern
}

export function text(value: string): Phrase {
  return {type: 'text', value}
}

export function strong(value: string): Phrase {
  return {type: 'strong', children: [{type: 'text', value}]}
}

export function paragraph(...children: readonly (Phrase | string)[]): Part & {type: 'paragraph'} {
  return {type: 'paragraph', children: children.map((child) => (typeof child === 'string' ? text(child) : child))}
}

export function heading(depth: 1 | 2 | 3, value: string): Part {
  return {type: 'heading', depth, children: [text(value)]}
}

/** A list of one paragraph each; nothing where there are no items. */
export function list(items: readonly (readonly (Phrase | string)[])[]): Part[] {
  if (items.length === 0) return []
  const children = items.map((item): ListItem => ({type: 'listItem', spread: false, children: [paragraph(...item)]}))
  return [{type: 'list', ordered: false, spread: false, children}]
}

/** Turns nodes of the edition into those of a page of it, with whole addresses. */
export class PageNodes {
  readonly #corpus: Corpus
  readonly #site: string
  readonly #page: string

  /**
   * @param site origin and base without the last slash
   * @param page the address of the page from the root of the site: fragments lead there
   */
  constructor(corpus: Corpus, site: string, page: string) {
    this.#corpus = corpus
    this.#site = site
    this.#page = page
  }

  /** An address of this site or another as it is written elsewhere. */
  #whole(url: string): string {
    return wholeUrl(url, this.#site + this.#page, this.#site)
  }

  link(url: string, label: string): Phrase {
    return {type: 'link', url: this.#whole(url), children: [{type: 'text', value: label}]}
  }

  /** Running text. A quotation stands in quotation marks, its basis in brackets after it. */
  inline(nodes: readonly Inline[]): Phrase[] {
    return nodes.flatMap((node) => this.#inline(node, false))
  }

  #inline(node: Inline, inLink: boolean): Phrase[] {
    switch (node.type) {
      case 'text':
        return [text(node.value)]
      case 'emphasis':
      case 'strong':
        return [{type: node.type, children: node.children.flatMap((child) => this.#inline(child, inLink))}]
      case 'link':
        return this.#linked(node.url, node.children, inLink)
      case 'term':
        return this.#linked(urls.term(node.id), node.children, inLink)
      case 'person':
        return this.#linked(urls.person(node.id), node.children, inLink)
      case 'quotation':
        return [text(`“${node.words}” (`), this.#basis(node.basis, inLink), text(')')]
      case 'reference': {
        const label = [text(targetLabel(node.to, this.#corpus))]
        if (node.children.length > 0) return this.#linked(urlOf(node.to), node.children, inLink)
        return inLink ? label : [{type: 'link', url: this.#whole(urlOf(node.to)), children: label}]
      }
      case 'citation':
        return [inLink ? text(sourceName(node.source)) : this.link(urls.source(node.source), sourceName(node.source))]
    }
  }

  /** No link stands in another. */
  #linked(url: string, children: readonly Inline[], inLink: boolean): Phrase[] {
    const phrases = children.flatMap((child) => this.#inline(child, true))
    return inLink ? phrases : [{type: 'link', url: this.#whole(url), children: phrases}]
  }

  #basis(basis: Basis, inLink: boolean): Phrase {
    const name = basisName(basis)
    if (inLink || basis.type === 'restored') return text(name)
    return basis.type === 'witness' ? this.#evidenceLink(basis.witness) : this.#evidenceLink(basis.source)
  }

  #evidenceLink(id: SourceId | WitnessId): Phrase {
    return this.link(evidenceUrl(id), evidenceKind(id) === 'witness' ? id : sourceName(id))
  }

  blocks(blocks: readonly Block[]): Part[] {
    return blocks.map((block): Part => {
      if (block.type === 'paragraph') return {type: 'paragraph', children: this.inline(block.children)}
      if (block.type === 'heading')
        return {type: 'heading', depth: block.depth as 2 | 3 | 4, children: this.inline(block.children)}
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.items.map((item): ListItem => ({
          type: 'listItem',
          spread: false,
          children: this.blocks(item) as ListItem['children'],
        })),
      }
    })
  }

  /** How sure an assertion is, its sources, and whose reading it is: `Found in S09, w-spun-9pt.` */
  evidence({certainty, sources, by}: Evidence): Phrase[] {
    const {words, pause} = certaintyWords[certainty]
    const links = sources.flatMap((id, index) => [text(index === 0 ? ' ' : ', '), this.#evidenceLink(id)])
    return [
      text(links.length > 0 ? words + pause : words),
      ...links,
      text(by === undefined ? '.' : `; a reading of the ${by}.`),
    ]
  }
}

function sourceName(id: string): string {
  return id.toUpperCase()
}
