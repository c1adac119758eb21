/** An address of a clause or a note that is not here says so: the page opens as if nothing had been asked for. */

const asked = /^#(\d+\.\d+[a-z]?)(?:-n(\d+))?$/

function tell(): void {
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

addEventListener('hashchange', tell)
tell()
