/** Something that floats beside the words it belongs to, one at a time. */

export interface Floating {
  readonly element: HTMLElement
  close(): void
}

let current: Floating | undefined

/**
 * Opens a floating element beside an anchor.
 *
 * `auto` closes with Escape or a click elsewhere and gives the focus back;
 * `manual` is for what opened by hovering, which takes no focus.
 */
export function float(anchor: HTMLElement, element: HTMLElement, kind: 'auto' | 'manual'): Floating {
  current?.close()
  element.popover = kind
  anchor.after(element)
  element.showPopover()
  place(element, anchor)
  const opened: Floating = {
    element,
    close() {
      const inside = element.contains(document.activeElement)
      element.remove()
      if (current === opened) current = undefined
      if (inside) anchor.focus()
    },
  }
  element.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return
    const lost = document.activeElement === document.body || element.contains(document.activeElement)
    opened.close()
    if (lost && kind === 'auto') anchor.focus()
  })
  current = opened
  return opened
}

/** Closes what is open. */
export function closeFloating(): void {
  current?.close()
}

const edge = 12 // pixels to the window's edge

/** Under the anchor's first line, or above it where there is more room; always within the window. */
function place(element: HTMLElement, anchor: HTMLElement): void {
  const words = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
  const left = Math.max(edge, Math.min(words.left, document.documentElement.clientWidth - element.offsetWidth - edge))
  const below = words.bottom + 6
  const fits = below + element.offsetHeight < document.documentElement.clientHeight - edge
  const top = fits ? below : Math.max(edge, words.top - element.offsetHeight - 6)
  // Through the object model, which the policy allows; an attribute would be an inline style.
  element.style.left = `${left + scrollX}px`
  element.style.top = `${top + scrollY}px`
}
