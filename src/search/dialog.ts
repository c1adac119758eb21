/**
 * Opens the search over any page: `/`, Ctrl K, or the link in the head. The box itself is loaded when it is asked for,
 * and so is what marks the words of a search on the page that it led to.
 */

const base = document.body.dataset['base'] ?? '/'
const link = document.querySelector<HTMLAnchorElement>('[data-open-search]')
let dialog: HTMLDialogElement | undefined

async function open(): Promise<void> {
  // On the search page itself the box is already there.
  const onPage = document.querySelector<HTMLElement>('[data-search-page] input')
  if (onPage !== null) return onPage.focus()
  dialog ??= makeDialog()
  if (dialog.open) return
  dialog.showModal()
  try {
    const {mountBox} = await import('./box.ts')
    const container = dialog.querySelector<HTMLElement>('dialog > div:empty')
    if (container === null) dialog.querySelector('input')?.select()
    else mountBox(container, {base, initial: {words: '', facets: {}}})
  } catch {
    // The search page names the scripts of a newer edition. Whoever has closed the dialog stays.
    if (!dialog.open) return
    dialog.close()
    location.assign(`${base}search/`)
  }
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog')
  made.className = 'search'
  made.setAttribute('aria-label', 'Search')
  made.append(document.createElement('div'))
  // A click beside the box closes it, as Escape does; with a result on the page that is open, the dialog must go, too.
  made.addEventListener('click', ({target}) => {
    if (target === made || target instanceof HTMLAnchorElement) made.close()
  })
  document.body.append(made)
  // Without it the box asks for itself.
  import('./ahead.ts').then(({askAhead}) => askAhead(base)).catch(() => undefined)
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
  // What a browser fills into a field comes as a key that has no name.
  const commandK = event.key?.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  if (!slash && !commandK) return
  event.preventDefault()
  void open()
})
if (/[?&]find=/.test(location.search)) void import('./marks.ts').then(({markWords}) => markWords())
