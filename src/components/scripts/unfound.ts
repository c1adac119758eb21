/** What an address says that asks for a clause or a note which is not here: the page opens as if it had asked for nothing. */

const asked = /^#(\d+\.\d+[a-z]?)(?:-n(\d+))?$/

/** Says what is not here, in the place of what was said before. */
export function tellUnfound(): void {
  document.querySelector('.unfound')?.remove()
  const [, clause, note] = asked.exec(location.hash) ?? []
  if (clause === undefined || document.getElementById(location.hash.slice(1)) !== null) return
  const sentence = document.createElement('p')
  sentence.className = 'unfound'
  sentence.setAttribute('role', 'status')
  sentence.textContent =
    note === undefined ? `There is no clause ${clause} here.` : `There is no note ${note} to clause ${clause} here.`
  document.querySelector('.statement')?.prepend(sentence)
  sentence.scrollIntoView({block: 'nearest'})
}
