/** Narrows a table to the rows that fit; the choice stands in the address. */

import {chosenIn, putIntoAddress, takeFromAddress} from './choices.ts'

const form = document.querySelector<HTMLFormElement>('[data-table-facets]')
const rows = [...document.querySelectorAll<HTMLElement>('tbody tr[data-forum]')]

/** Shows the rows that fit, and says how many they are. */
function apply(form: HTMLFormElement): void {
  const chosen = chosenIn(form)
  for (const row of rows) row.hidden = chosen.some(({name, value}) => row.dataset[name] !== value)
  const shown = rows.filter((row) => !row.hidden).length
  const status = form.querySelector<HTMLElement>('[data-table-status]')
  if (status !== null) {
    status.textContent = shown === 0 ? 'No statement fits all of these.' : `${shown} of ${rows.length} shown`
  }
  form.querySelector<HTMLElement>('[data-table-all]')?.toggleAttribute('hidden', chosen.length === 0)
  // The heads of columns that have nothing in them look like an answer that is still to come.
  rows[0]?.closest('table')?.toggleAttribute('hidden', shown === 0)
}

/** Applies a choice that the reader has made, and puts it into the address. */
function narrow(form: HTMLFormElement): void {
  putIntoAddress(form)
  apply(form)
}

if (form !== null) {
  takeFromAddress(form)
  form.addEventListener('change', () => narrow(form))
  form.querySelector('[data-table-all]')?.addEventListener('click', () => {
    const selects = form.querySelectorAll('select')
    for (const select of selects) select.value = ''
    narrow(form)
    // The button is gone, and the focus would be with it.
    selects[0]?.focus()
  })
  apply(form)
}
