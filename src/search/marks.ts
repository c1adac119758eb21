/** Marks the words of a search on the page that it led to, and walks from one to the next. */

import './box.css'
import {element} from './element.ts'
import {findParameter, fragmentId, rangesOf} from './found.ts'

/** Most marks that are drawn; a page with more is no place to walk through. */
const limit = 500

/** Marks the words that the address names, with a bar to walk through them. Nothing of the page is changed. */
export function markWords(): void {
  const words = new URLSearchParams(location.search).get(findParameter) ?? ''
  const main = document.querySelector('main')
  if (main === null || words === '' || !('highlights' in CSS)) return
  const ranges = [...rangesIn(main, words)].slice(0, limit)
  if (ranges.length === 0) return
  CSS.highlights.set('found', new Highlight(...ranges))
  /** Where Next leads first. */
  let start = 0
  /** Where one is, once a step is taken. */
  let at: number | undefined
  const count = element('span', {role: 'status'})
  const go = (index: number) => {
    at = (index + ranges.length) % ranges.length
    const range = ranges[at]
    if (range === undefined) return
    CSS.highlights.set('found-here', new Highlight(range))
    count.textContent = `${at + 1} of ${ranges.length}`
    range.startContainer.parentElement?.scrollIntoView({block: 'center'})
  }
  const button = (name: string, work: () => void) => {
    const made = element('button', {type: 'button', textContent: name})
    made.addEventListener('click', work)
    return made
  }
  const bar: HTMLElement = element('div', {className: 'found-bar sans'}, [
    count,
    button('Previous', () => go((at ?? start) - 1)),
    button('Next', () => go(at === undefined ? start : at + 1)),
    button('Clear', () => {
      CSS.highlights.delete('found')
      CSS.highlights.delete('found-here')
      bar.remove()
      const address = new URL(location.href)
      address.searchParams.delete(findParameter)
      history.replaceState(history.state, '', address)
    }),
  ])
  bar.setAttribute('role', 'region')
  bar.setAttribute('aria-label', 'Words of your search')
  count.textContent = `${ranges.length} found`
  document.body.append(bar)
  const target = document.getElementById(fragmentId(location.hash))
  const first = target === null ? -1 : ranges.findIndex(({startContainer}) => isAtOrAfter(startContainer, target))
  start = Math.max(first, 0)
}

function isAtOrAfter(node: Node, target: Node): boolean {
  return target.contains(node) || (target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function* rangesIn(root: Element, words: string): Generator<globalThis.Range> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const {start, end} of rangesOf(node.nodeValue ?? '', words)) {
      const range = new Range()
      range.setStart(node, start)
      range.setEnd(node, end)
      yield range
    }
  }
}
