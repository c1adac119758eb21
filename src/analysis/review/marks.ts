/** What a text marks besides its words: links to terms and people, references, citations, emphasis. */

import {basisName} from '../../corpus/label.ts'
import {inlineText} from '../../corpus/text.ts'
import {targetKey} from '../../corpus/target.ts'
import type {Inline} from '../../corpus/model.ts'
import type {MarkChange} from './model.ts'
import {surplus} from './pairing.ts'

/** The marks that only one of two texts has; `undefined` where both have the same. */
export function markChange(base: Iterable<Inline>, head: Iterable<Inline>): MarkChange | undefined {
  const [before, after] = [marksOf(base), marksOf(head)]
  const change = {added: surplus(after, before, String), removed: surplus(before, after, String)}
  return change.added.length + change.removed.length === 0 ? undefined : change
}

function marksOf(nodes: Iterable<Inline>): string[] {
  return [...nodes].flatMap((node) => {
    switch (node.type) {
      case 'text':
        return []
      case 'quotation':
        return [`quotation “${node.words}” (${basisName(node.basis)})`]
      case 'citation':
        return [`citation of ${node.source}`]
      case 'reference':
        return [`reference to ${targetKey(node.to)}`]
      case 'term':
      case 'person':
        return [`${node.type} ${node.id} “${inlineText(node.children)}”`]
      case 'link':
        return [`link to ${node.url}`]
      case 'emphasis':
      case 'strong':
        return [`${node.type} “${inlineText(node.children)}”`]
    }
  })
}
