/** A term opens its card on the spot. Without this it leads to its entry, and still does with a modified click. */

import {fetchPage} from './page.ts'
import {float} from './popover.ts'

const reader = document.querySelector<HTMLElement>('.statement')

/** The page of the statement's terms, fetched when the first card is asked for. */
let page: Promise<Document> | undefined

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const term = event.target.closest<HTMLAnchorElement>('.clause a.term')
  if (term === null || reader === null || !('popover' in HTMLElement.prototype)) return
  event.preventDefault()
  void openCard(term, reader)
})

/** Opens the card of a term beside the words; where there is none, the entry itself. */
async function openCard(link: HTMLAnchorElement, statement: HTMLElement): Promise<void> {
  try {
    page ??= fetchPage(statement.dataset['terms'] ?? '')
    const source = (await page).getElementById(`card-${link.pathname.split('/').at(-2) ?? ''}`)
    if (source === null) throw new Error('The term has no card here.')
    const card = document.createElement('div')
    card.className = 'card'
    card.setAttribute('role', 'dialog')
    card.setAttribute('aria-label', `Term: ${source.querySelector('dt')?.textContent.trim() ?? ''}`)
    const heading = document.createElement('h3')
    heading.append(...copyOf(source.querySelector('dt')))
    card.append(heading, ...copyOf(source.querySelector('dd')))
    float(link, card, 'auto')
    card.querySelector('a')?.focus()
  } catch {
    page = undefined
    location.assign(link.href)
  }
}

function copyOf(element: Element | null): Node[] {
  return [...(element?.childNodes ?? [])].map((node) => document.importNode(node, true))
}
