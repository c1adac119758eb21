/** Whoever copies has selected words before: until then, no page needs what keeps their quotation marks. */

document.addEventListener('selectionchange', () => {
  if (getSelection()?.type === 'Range') void import('./quoting.ts').catch(() => undefined)
})
