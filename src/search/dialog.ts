/**
 * Opens the search over any page: `/`, Ctrl K, or the link in the head. The box itself is loaded when it is asked for,
 * and so is what marks the words of a search on the page that it led to.
 */

const link = document.querySelector<HTMLAnchorElement>('[data-open-search]')
let dialog: HTMLDialogElement | undefined

async function open(): Promise<void> {
  // On the search page itself the box is already there.
  const onPage = document.querySelector<HTMLElement>('[data-search-page] input')
  if (onPage !== null) return onPage.focus()
  dialog ??= makeDialog()
  if (dialog.open) return
  dialog.showModal()
  const {mountBox} = await import('./box.ts')
  const container = dialog.querySelector<HTMLElement>('div')
  if (container === null || container.hasChildNodes()) dialog.querySelector('input')?.select()
  else mountBox(container, {base: document.body.dataset['base'] ?? '/', initial: {words: '', facets: {}}})
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog')
  made.className = 'search'
  made.setAttribute('aria-label', 'Search')
  made.append(document.createElement('div'))
  // A click beside the box closes it, as Escape does.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close()
  })
  // A result on the page that is open: the address changes, the dialog must go.
  made.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) made.close()
  })
  document.body.append(made)
  return made
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void open()
})
document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const commandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  if (!slash && !commandK) return
  event.preventDefault()
  void open()
})
if (/[?&]find=/.test(location.search)) void import('./marks.ts').then(({markWords}) => markWords())
