/**
 * The parser where pages run: micromark, which Sätteri is modelled on. Sätteri’s
 * own build for browsers has ten times the weight and wants memory that threads
 * share, which few hosts allow. `tests/corpus/mdast.test.ts` holds the two to
 * the same tree. What is refused may be refused in other words, and tags that
 * cross emphasis are refused here already.
 */

import {fromMarkdown} from 'mdast-util-from-markdown'
import {mdxJsxFromMarkdown} from 'mdast-util-mdx-jsx'
import {mdxJsx} from 'micromark-extension-mdx-jsx'
import {mdxMd} from 'micromark-extension-mdx-md'
import type {Mdast} from './mdast.ts'

/** Does what `toMdast` of `mdast.ts` does, about eight times as slowly. */
export function toMdast(body: string): Mdast {
  try {
    const root = fromMarkdown(body, {extensions: [mdxMd(), mdxJsx()], mdastExtensions: [mdxJsxFromMarkdown()]})
    return unravel(root as Mdast)
  } catch (error) {
    throw located(error)
  }
}

/** An element alone in its paragraph stands for itself, as in all of MDX. https://github.com/mdx-js/mdx, `remark-mark-and-unravel` */
function unravel(node: Mdast): Mdast {
  const {type, children} = node
  if (children === undefined) return node
  if (type !== 'paragraph' || !isElementsOnly(children)) return {...node, children: children.flatMap(unravelled)}
  return {...node, children: children.map(unravel)}
}

/** A paragraph of elements only as these elements, anything else as it is. */
function unravelled(node: Mdast): readonly Mdast[] {
  const {type, children = []} = node
  if (type !== 'paragraph' || !isElementsOnly(children)) return [unravel(node)]
  return children
    .filter((child) => child.type === 'mdxJsxTextElement')
    .map((child) => unravel({...child, type: 'mdxJsxFlowElement'}))
}

function isElementsOnly(nodes: readonly Mdast[]): boolean {
  return (
    nodes.some(({type}) => type === 'mdxJsxTextElement') &&
    nodes.every(({type, value}) => type === 'mdxJsxTextElement' || (type === 'text' && (value ?? '').trim() === ''))
  )
}

/** The error with the place in its message, where Sätteri has it: the tag that is not closed is the one to look at. */
function located(error: unknown): unknown {
  const {reason, line, column} = error as {reason?: string; line?: number; column?: number}
  if (reason === undefined) return error
  const [, opened] = /\((\d+:\d+)[^)]*\) before the end of/.exec(reason) ?? []
  return new Error(`${opened ?? `${line ?? 1}:${column ?? 1}`}: ${reason}`)
}
