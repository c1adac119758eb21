/** The plain text of a tree: what a page shows, character for character. */

import type {Block, Inline, Quotation, Reference} from './model.ts'

/** What a reference without words of its own stands for in a text. */
export type LabelOf = (reference: Reference) => string

/**
 * The text of inline nodes. Citations print marks, which are not text.
 *
 * @param labelOf what stands for a reference without words; nothing, unless the
 *   text is to be read where the reference cannot be followed
 */
export function inlineText(nodes: readonly Inline[], labelOf: LabelOf = () => ''): string {
  let text = ''
  for (const node of nodes) text += ownText(node, labelOf) ?? inlineText(childrenOf(node), labelOf)
  return text
}

/** The text of a node in which no other stands; nothing where others do, which have it. */
export function ownText(node: Inline, labelOf: LabelOf): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type === 'quotation') return node.words
  if (node.type === 'citation') return ''
  return node.type === 'reference' && node.children.length === 0 ? labelOf(node) : undefined
}

/** The nodes that stand in another. */
export function childrenOf(node: Inline): readonly Inline[] {
  return 'children' in node ? node.children : []
}

/** Citations leave the spaces before them; read without their marks, the text closes up. */
export function closeUp(text: string): string {
  // Beginning only where a run of spaces begins keeps a long run from costing the square of its length.
  return text.replaceAll(/(?<! ) +([.,;:!?)])/g, '$1')
}

/** The text of blocks, one a line; `labelOf` as for `inlineText`. */
export function blockText(blocks: readonly Block[], labelOf?: LabelOf): string {
  return blocks
    .map((block) =>
      block.type === 'list'
        ? block.items.map((item) => blockText(item, labelOf)).join('\n')
        : inlineText(block.children, labelOf),
    )
    .join('\n')
}

/** Visits every inline node, parents before children, in the order of the text. */
export function* walkInline(nodes: readonly Inline[]): Generator<Inline> {
  for (const node of nodes) {
    yield node
    yield* walkInline(childrenOf(node))
  }
}

/** Visits every inline node of blocks. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* walkBlocks(item)
    else yield* walkInline(block.children)
  }
}

/** The quotations among inline nodes that were visited, in their order. */
export function quotationsIn(nodes: Iterable<Inline>): Quotation[] {
  return [...nodes].filter((node) => node.type === 'quotation')
}

/** The words of a text, as one counts them: runs between spaces that hold a letter or a digit. */
export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
