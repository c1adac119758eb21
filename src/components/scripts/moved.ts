/** Follows a page that has moved. The refresh of the page itself would lose what was sought and the clause that the address names. */

const successor = document.querySelector<HTMLAnchorElement>('a[data-moved]')
if (successor !== null) location.replace(successor.href + location.search + location.hash)
