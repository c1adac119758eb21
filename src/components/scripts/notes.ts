/** Notes open where they stand, are stepped through from the keyboard, and can be narrowed to one kind. */

import {closeFloating, float} from './popover.ts'
import type {Floating} from './popover.ts'

const marks = [...document.querySelectorAll<HTMLAnchorElement>('a.noteref')]
const tools = document.querySelector<HTMLElement>('[data-note-tools]')

function noteOf(mark: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(mark.hash.slice(1))
}

/** Opens or closes a note; the address is left alone, so Back leaves the page. */
function toggle(mark: HTMLAnchorElement, open?: boolean): void {
  const note = noteOf(mark)
  if (note === null) return
  const isOpen = note.classList.toggle('open', open)
  mark.setAttribute('aria-expanded', String(isOpen))
  if (isOpen) note.scrollIntoView({block: 'nearest'})
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const mark = event.target.closest<HTMLAnchorElement>('a.noteref')
  if (mark !== null) {
    event.preventDefault()
    closeFloating()
    toggle(mark)
  }
  const step = event.target.closest<HTMLElement>('[data-note-step]')
  if (step !== null) walk(Number(step.dataset['noteStep']))
})

// ---------------------------------------------------------------- stepping

let at = -1

/** Goes to the next or the previous note that is shown, opens it and closes the one before. */
function walk(step: number): void {
  const shown = marks.filter((mark) => !mark.hidden)
  if (shown.length === 0) return
  const focused = shown.indexOf(document.activeElement as HTMLAnchorElement)
  if (focused !== -1) at = focused
  const previous = shown[at]
  at = at === -1 ? firstInView(shown) : (at + step + shown.length) % shown.length
  const mark = shown[at]
  if (mark === undefined) return
  if (previous !== undefined && previous !== mark) toggle(previous, false)
  mark.focus({preventScroll: true})
  mark.scrollIntoView({block: 'center'})
  toggle(mark, true)
}

function firstInView(shown: readonly HTMLElement[]): number {
  return Math.max(
    0,
    shown.findIndex((mark) => mark.getBoundingClientRect().top > 0),
  )
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
  if (event.key === 'n') walk(1)
  else if (event.key === 'p') walk(-1)
  else if (event.key === 'Escape') closeFloating()
})

// ---------------------------------------------------------------- one kind

tools?.querySelector<HTMLSelectElement>('[data-note-kind]')?.addEventListener('change', (event) => {
  const kind = event.target instanceof HTMLSelectElement ? event.target.value : ''
  at = -1
  for (const mark of marks) {
    const note = noteOf(mark)
    const hidden = kind !== '' && note?.querySelector('.kind')?.textContent !== kind
    mark.hidden = hidden
    if (note !== null) note.hidden = hidden
  }
})

// ---------------------------------------------------------------- hovering, a bonus for a mouse

/** Long enough not to flicker under a pointer that passes by. */
const hoverPause = 400 // milliseconds
/** Time to move from the mark to what it opened (WCAG 2.2, 1.4.13). */
const leavePause = 250 // milliseconds

let timer: ReturnType<typeof setTimeout> | undefined
let hovered: Floating | undefined

function later(act: () => void, pause: number): void {
  clearTimeout(timer)
  timer = setTimeout(act, pause)
}

for (const mark of marks) {
  mark.addEventListener('pointerenter', (event) => {
    if (event.pointerType === 'mouse') later(() => hover(mark), hoverPause)
  })
  mark.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') later(leave, leavePause)
  })
}

/** Closes what hovering opened, and nothing that was asked for. */
function leave(): void {
  hovered?.close()
  hovered = undefined
}

/** Shows a note beside its mark, unless all of it is in view already. */
function hover(mark: HTMLAnchorElement): void {
  const note = noteOf(mark)
  if (note === null || isWhole(note)) return
  const card = document.createElement('div')
  card.className = 'card'
  card.append(...note.cloneNode(true).childNodes)
  for (const link of card.querySelectorAll('[role="doc-backlink"]')) link.remove()
  hovered = float(mark, card, 'manual')
  card.addEventListener('pointerenter', () => clearTimeout(timer))
  card.addEventListener('pointerleave', () => later(leave, leavePause))
}

function isWhole(note: HTMLElement): boolean {
  const {top, bottom} = note.getBoundingClientRect()
  return (
    note.offsetHeight > 0 &&
    note.scrollHeight <= note.clientHeight + 1 &&
    top >= 0 &&
    bottom <= innerHeight &&
    note.querySelector('.evidence')?.checkVisibility() === true
  )
}
