/** Small parts that the sections of a report have in common. */

import type {DifferencePart} from '../../../analysis/collate/model.ts'
import type {Presence} from '../../../analysis/presence.ts'
import {href} from '../../../site/href.ts'
import {element} from '../../../search/element.ts'
import {counted} from '../../counted.ts'
import {signSvg} from '../../sign.ts'
import {nodesOf} from '../markup.ts'

/** A section with its heading. */
export function section(id: string, title: string, children: readonly (Node | string)[]): HTMLElement {
  const heading = element('h3', {id: `collation-${id}`, textContent: title})
  const root = element('section', {}, [heading, ...children])
  root.setAttribute('aria-labelledby', heading.id)
  return root
}

/** A link within the site. */
export function link(url: string, text: string): HTMLAnchorElement {
  return element('a', {href: href(url), textContent: text})
}

/** A sign of the matrix. */
export function sign(presence: Presence): Element {
  const [drawn] = nodesOf(signSvg(presence))
  return drawn instanceof Element ? drawn : element('span')
}

/** A table in a region of its own that scrolls where it must. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLElement {
  const head = element(
    'tr',
    {},
    heads.map((text) => element('th', {scope: 'col', textContent: text})),
  )
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell, index) => {
        const drawn = element('td', {}, [cell])
        // Where the table is narrow its cells stand below each other and bear their heads.
        drawn.dataset['head'] = heads[index] ?? ''
        return drawn
      }),
    ),
  )
  const root = element('table', {className: 'collation-table'}, [
    element('caption', {className: 'visually-hidden', textContent: caption}),
    element('thead', {}, [head]),
    element('tbody', {}, body),
  ])
  root.dataset['columns'] = String(heads.length)
  return root
}

/** Words for those who hear the page and see no strokes. */
export function aside(text: string): HTMLElement {
  return element('span', {className: 'visually-hidden', textContent: text})
}

/** What stands here struck, and what stands there behind it. */
export interface DifferenceNames {
  readonly found: string
  readonly expected: string
}

/** The words of copy and record. */
export const copyAndRecord: DifferenceNames = {found: 'the copy', expected: 'the record'}

/** A difference, word by word. */
export function difference(parts: readonly DifferencePart[], names: DifferenceNames): HTMLElement {
  const drawn = parts.map(({type, text}) => {
    if (type === 'same') return text
    return element(type === 'found' ? 'del' : 'ins', {}, [aside(`${names[type]}: `), text])
  })
  return element('span', {className: 'difference'}, drawn)
}

/** Found words struck, and the right ones behind them where they are known. */
export function correction(found: string, expected: string | undefined): HTMLElement {
  const root = difference([{type: 'found', text: found}], copyAndRecord)
  if (expected === '') root.append(element('span', {className: 'sans faint', textContent: ' not in the record'}))
  else if (expected !== undefined) root.append(' ', difference([{type: 'expected', text: expected}], copyAndRecord))
  return root
}

/** The first rows of a long list, and the others behind a line to open. */
export function folded(
  draw: (from: number, to: number) => HTMLElement,
  length: number,
  limit: number,
  noun: string,
): Node[] {
  if (length <= limit) return [draw(0, length)]
  const rest = element('details', {}, [
    element('summary', {className: 'sans', textContent: counted(length - limit, `more ${noun}`)}),
    draw(limit, length),
  ])
  return [draw(0, limit), rest]
}
