/** What one can do with a clause. */

import {copy} from './clipboard.ts'
import {fetchPage} from './page.ts'
import {closeFloating, float} from './popover.ts'
import {quotedText} from './quoting.ts'

const statement = document.querySelector<HTMLElement>('.statement')

/** Opens it beside the number. */
export function openMenu(number: HTMLAnchorElement): void {
  const clause = number.closest<HTMLElement>('.clause')
  if (clause === null || !('popover' in HTMLElement.prototype)) return
  const n = clause.id
  const menu = document.createElement('div')
  menu.className = 'card menu'
  menu.setAttribute('role', 'dialog')
  menu.setAttribute('aria-label', `Clause ${n}`)
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const text = () => quotedText(clause.querySelector('.text') ?? clause)
  const address = () => number.href
  menu.append(
    action('Copy text with citation', async () => {
      try {
        await copy(`${text()}\n\n${await citationOf(n)}`, status)
      } catch {
        status.textContent = 'The citation could not be loaded. Look whether you are connected.'
      }
    }),
    action('Copy text alone', () => copy(text(), status)),
    action('Copy address', () => copy(address(), status)),
    link('Cite this clause', `${statement?.dataset['cite'] ?? ''}#c${n}`),
    link('Source of this clause', `${statement?.dataset['source'] ?? ''}#c${n}`),
    ...repositoryLinks(clause, text(), address()),
    status,
  )
  float(number, menu, 'auto')
  menu.querySelector('button')?.focus()
}

function action(label: string, act: () => void | Promise<void>): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', () => void act())
  return button
}

function link(label: string, url: string): HTMLAnchorElement {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.textContent = label
  anchor.addEventListener('click', closeFloating)
  return anchor
}

/** Links to the host of the files, where the edition names one: the file at its line, an issue with the clause quoted. */
function repositoryLinks(clause: HTMLElement, text: string, address: string): HTMLAnchorElement[] {
  const {edit, suggest} = statement?.dataset ?? {}
  if (edit === undefined || suggest === undefined) return []
  const issue = new URL(suggest)
  issue.searchParams.set('title', `Correction: ${document.querySelector('h1')?.textContent ?? ''}, ${clause.id}`)
  issue.searchParams.set('body', `> ${text}\n\n${address}\n\n`)
  return [
    link('Edit this clause', `${edit}#L${clause.dataset['line'] ?? '1'}`),
    link('Suggest a correction', issue.href),
  ]
}

/**
 * The citation of a clause, as the page of citations prints it.
 *
 * @throws where that page could not be loaded
 */
async function citationOf(n: string): Promise<string> {
  const page = await fetchPage(statement?.dataset['cite'] ?? '')
  return page.getElementById(`c${n}`)?.querySelector('[data-form="chicago"]')?.textContent.trim() ?? ''
}
