/** Whoever copies has selected words before: until then, no page needs what keeps their quotation marks. */

document.addEventListener('selectionchange', () => {
  // Words selected in a field are of the type of a range in Chromium, yet nothing of the page is selected.
  if (getSelection()?.isCollapsed === false) void import('./quoting.ts').catch(() => undefined)
})
