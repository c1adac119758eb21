// Before the first line is drawn: what the reader chose to see, from the address or from the last visit.
;(() => {
  const views = new Set(['text', 'terms', 'notes', 'all'])
  const asked = new URLSearchParams(location.search).get('view') ?? location.hash.replace('#view-', '')
  let kept = null
  try {
    kept = localStorage.getItem('linchpin:view')
  } catch {
    // Storage is blocked; the address still works.
  }
  const view = [asked, kept].find((candidate) => views.has(candidate))
  if (view !== undefined) document.documentElement.dataset.view = view
})()
