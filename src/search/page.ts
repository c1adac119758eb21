/** The search page: the box, with the query in the address. */

import {mountBox, parametersOf, queryOf} from './box.ts'

const container = document.querySelector<HTMLElement>('[data-search-page]')
if (container !== null) {
  mountBox(container, {
    base: document.body.dataset['base'] ?? '/',
    initial: queryOf(new URLSearchParams(location.search)),
    onQuery(query) {
      const parameters = parametersOf(query).toString()
      history.replaceState(null, '', parameters === '' ? location.pathname : `?${parameters}`)
    },
  })
}
