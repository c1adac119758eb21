/** The text field, and the layer behind it that underlines words. */

import type {Range} from '../corpus/model.ts'
import {piecesOf} from './marks.ts'
import {element} from '../search/element.ts'

/** Longest text whose words are underlined, in UTF-16 units: a longer one takes too long to set twice. */
const markLimit = 200_000

/** A text area with its layer. */
export interface Field {
  readonly area: HTMLTextAreaElement
  readonly backdrop: HTMLElement
}

/** Keeps the layer where the text is. */
export function followScrolling({area, backdrop}: Field): void {
  area.addEventListener('scroll', () => {
    backdrop.scrollTop = area.scrollTop
  })
}

/** Underlines ranges of the text as it stands; the layer holds the same text in the same type. */
export function underline({area, backdrop}: Field, ranges: readonly Range[]): void {
  if (area.value.length > markLimit) return backdrop.replaceChildren()
  const pieces = piecesOf(area.value, ranges).map(({text, isMarked}) =>
    isMarked ? element('mark', {textContent: text}) : text,
  )
  // A last line that is empty has its height only where something follows.
  backdrop.replaceChildren(...pieces, '\u200B')
  backdrop.scrollTop = area.scrollTop
}

/** Takes all underlines away: the text has changed under them. */
export function clear({backdrop}: Field): void {
  backdrop.replaceChildren()
}

/** Selects words and brings them into view. */
export function select(field: Field, {start, end}: Range): void {
  const {area, backdrop} = field
  area.focus({preventScroll: true})
  area.setSelectionRange(start, end)
  const top = topOf(field, start)
  if (top !== undefined) area.scrollTop = top - area.clientHeight / 3
  backdrop.scrollTop = area.scrollTop
  area.scrollIntoView({block: 'nearest'})
}

/** How far below the beginning of the text the mark stands that holds an offset; `undefined` where nothing is marked. */
function topOf({backdrop}: Field, offset: number): number | undefined {
  let at = 0
  for (const piece of backdrop.childNodes) {
    at += piece.textContent?.length ?? 0
    if (at > offset) return piece instanceof HTMLElement ? piece.offsetTop : undefined
  }
  return undefined
}
