/** Narrows a table to the rows that fit; the choice stands in the address. */

import {choose} from './choices.ts'

const form = document.querySelector<HTMLFormElement>('[data-table-facets]')
const counter = form?.querySelector<HTMLElement>('[data-table-status]')
const rows = [...document.querySelectorAll<HTMLElement>('tbody tr[data-forum]')]

function apply(): void {
  const chosen = [...(form?.querySelectorAll('select') ?? [])].filter(({value}) => value !== '')
  for (const row of rows) row.hidden = chosen.some(({name, value}) => row.dataset[name] !== value)
  const shown = rows.filter((row) => !row.hidden).length
  if (counter !== null && counter !== undefined) counter.textContent = `${shown} of ${rows.length} shown`
}

if (form !== null) {
  const parameters = new URLSearchParams(location.search)
  for (const select of form.querySelectorAll('select')) choose(select, parameters.get(select.name) ?? '')
  form.addEventListener('change', () => {
    const chosen = [...form.querySelectorAll('select')].filter(({value}) => value !== '')
    const query = new URLSearchParams(chosen.map(({name, value}) => [name, value])).toString()
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`)
    apply()
  })
  apply()
}
