/** What is shown: the links work by themselves; here the choice goes into the address and is remembered. */

const root = document.documentElement

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-view-link]') : null
  const view = link?.dataset['viewLink']
  if (view === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  keepPlace(() => (root.dataset['view'] = view))
  const address = new URL(location.href)
  address.searchParams.set('view', view)
  history.replaceState(history.state, '', address)
  try {
    localStorage.setItem('linchpin:view', view)
  } catch {
    // Storage is blocked: the address keeps the choice.
  }
})

/** Changes the page and keeps the clause that is being read where it is. */
function keepPlace(change: () => void): void {
  const clause = [...document.querySelectorAll('.clause')].find(
    (candidate) => candidate.getBoundingClientRect().bottom > 80,
  )
  const before = clause?.getBoundingClientRect().top ?? 0
  change()
  if (scrollY > 0) scrollBy(0, (clause?.getBoundingClientRect().top ?? 0) - before)
}
