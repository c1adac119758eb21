/**
 * The number of a clause opens what one can do with it; without this it is the clause's address. An address with a number
 * that is not here says so.
 */

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const number = event.target.closest<HTMLAnchorElement>('.clause > .n a')
  if (number !== null) void import('./menu.ts').then(({openMenu}) => openMenu(number)).catch(() => undefined)
})

/** The element that an address asks for is looked up here, for nearly always it is there. */
function follow(): void {
  const isHere = location.hash === '' || document.getElementById(location.hash.slice(1)) !== null
  if (isHere && document.querySelector('.unfound') === null) return
  void import('./unfound.ts').then(({tellUnfound}) => tellUnfound()).catch(() => undefined)
}

addEventListener('hashchange', follow)
follow()
