/** The plain text of a tree: what a page shows, character for character. */

import type {Block, Inline} from './model.ts'

/** The text of inline nodes. References and citations print marks, which are not text. */
export function inlineText(nodes: readonly Inline[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'quotation') text += node.words
    else if (node.type !== 'citation') text += inlineText(node.children)
  }
  return text
}

/** The text of blocks, one a line. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.type === 'list' ? block.items.map(blockText).join('\n') : inlineText(block.children))).join('\n')
}

/** Visits every inline node, parents before children, in the order of the text. */
export function* walkInline(nodes: readonly Inline[]): Generator<Inline> {
  for (const node of nodes) {
    yield node
    if ('children' in node) yield* walkInline(node.children)
  }
}

/** Visits every inline node of blocks. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* walkBlocks(item)
    else yield* walkInline(block.children)
  }
}

/** The words of a text, as one counts them: runs between spaces that hold a letter or a digit. */
export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
