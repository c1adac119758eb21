/**
 * Comfort on the reading page. Without it a term leads to its entry and a
 * note's number to the note; with it a term opens its card on the spot, and a
 * note opens and closes where it stands.
 */

/** The card that is open, and the link that opened it. */
let opened: {readonly card: HTMLElement; readonly link: HTMLElement} | undefined

/** Modified clicks mean "open the entry elsewhere". */
function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !isPlain(event)) return
  const term = event.target.closest<HTMLAnchorElement>('.clause a.term, .note a.term')
  if (term !== null && openCard(term)) event.preventDefault()
  const mark = event.target.closest<HTMLAnchorElement>('a.noteref')
  if (mark !== null && toggleNote(mark)) event.preventDefault()
})

/** Opens the card of a term beside the words; false where the page has none. */
function openCard(link: HTMLAnchorElement): boolean {
  const source = document.getElementById(`card-${link.dataset['term'] ?? ''}`)
  if (source === null || !('popover' in HTMLElement.prototype)) return false
  opened?.card.remove()
  const card = document.createElement('div')
  card.className = 'card'
  card.popover = 'auto'
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', `Term: ${source.querySelector('dt')?.textContent.trim() ?? ''}`)
  const heading = document.createElement('h3')
  heading.append(...(source.querySelector('dt')?.cloneNode(true).childNodes ?? []))
  card.append(heading, ...(source.querySelector('dd')?.cloneNode(true).childNodes ?? []))
  link.after(card)
  card.showPopover()
  placeBelow(card, link)
  card.querySelector('a')?.focus()
  card.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return
    const inside = card.contains(document.activeElement) || document.activeElement === document.body
    card.remove()
    opened = undefined
    if (inside) link.focus()
  })
  opened = {card, link}
  return true
}

/** Puts the card under the words, within the window. */
function placeBelow(card: HTMLElement, link: HTMLElement): void {
  const words = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const edge = 12 // pixels to the window's edge
  const left = Math.max(edge, Math.min(words.left, document.documentElement.clientWidth - card.offsetWidth - edge))
  const below = words.bottom + 6
  const fits = below + card.offsetHeight < document.documentElement.clientHeight
  const top = fits ? below : Math.max(edge, words.top - card.offsetHeight - 6)
  card.style.left = `${left + scrollX}px`
  card.style.top = `${top + scrollY}px`
}

/** Opens or closes a note in place; the address is left alone, so Back leaves the page. */
function toggleNote(mark: HTMLAnchorElement): boolean {
  const note = document.getElementById(mark.hash.slice(1))
  if (note === null) return false
  const open = note.classList.toggle('open')
  mark.setAttribute('aria-expanded', String(open))
  if (open) note.scrollIntoView({block: 'nearest'})
  return true
}
