/** Narrows and sorts the glossary as one types, over the rows that stand on the page; the choice stands in the address. */

import type {FormKind} from '../../analysis/glossary.ts'
import {findName, foldName, nameQuery} from '../../analysis/names.ts'
import type {FoldedName, NameQuery} from '../../analysis/names.ts'
import {choose} from './choices.ts'

interface Row {
  readonly element: HTMLElement
  readonly home: HTMLElement
  readonly forms: readonly (readonly [FormKind, string])[]
  readonly folded: readonly FoldedName[]
  readonly korean: string
  readonly uses: number
}

const collator = new Intl.Collator('ko')
/** By name is the order of the page. What has no Korean name comes last. */
const orders: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  use: (a, b) => b.uses - a.uses,
  korean: (a, b) => Number(a.korean === '') - Number(b.korean === '') || collator.compare(a.korean, b.korean),
}

const means: Readonly<Record<FormKind, string>> = {
  name: '',
  abbreviation: '',
  alias: 'also',
  korean: 'also',
  romanization: 'romanized',
  spun: 'in bad copies',
  misspelt: 'often misspelt',
}

const form = document.querySelector<HTMLFormElement>('[data-glossary-tools]')
const glossary = document.querySelector<HTMLElement>('[data-glossary]')
if (form !== null && glossary !== null) begin(form, glossary)

function begin(tools: HTMLFormElement, list: HTMLElement): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-forms]')].map(rowOf)
  const sections = [...list.querySelectorAll('section')]
  const flat = document.createElement('dl')
  const parameters = new URLSearchParams(location.search)
  for (const field of tools.querySelectorAll('input, select')) {
    if (!isField(field)) continue
    const asked = parameters.get(field.name)
    if (asked === null) continue
    if (field instanceof HTMLSelectElement) choose(field, asked)
    else field.value = asked
  }
  const apply = () => {
    const {q, kind, statement, sort} = choice(tools)
    const query = nameQuery(q)
    const shown = rows.filter((row) => show(row, query, kind, statement))
    for (const section of sections) section.hidden = section.querySelector('[data-forms]:not([hidden])') === null
    const narrowed = shown.length < rows.length
    toggle('[data-glossary-letters], [data-glossary-korean]', narrowed || sort !== 'name')
    toggle('[data-glossary-none]', shown.length > 0)
    const elsewhere = document.querySelector<HTMLAnchorElement>('[data-glossary-none] a')
    if (elsewhere !== null) elsewhere.search = q === '' ? '' : `?${new URLSearchParams({q})}`
    const status = tools.querySelector('[data-glossary-status]')
    if (status !== null)
      status.textContent = narrowed ? `${shown.length} of ${rows.length} terms` : `${rows.length} terms`
  }
  const arrange = () => {
    const order = orders[choice(tools).sort]
    if (order === undefined) {
      for (const {home, element} of rows) home.append(element)
      flat.remove()
    } else {
      flat.replaceChildren(...rows.toSorted(order).map(({element}) => element))
      list.append(flat)
    }
  }
  const keep = () => {
    const chosen = Object.entries(choice(tools)).filter(([name, value]) => value !== (name === 'sort' ? 'name' : ''))
    const query = new URLSearchParams(chosen).toString()
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`)
  }
  tools.addEventListener('input', apply)
  tools.addEventListener('change', () => {
    arrange()
    apply()
    keep()
  })
  tools.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector<HTMLElement>('[data-forms]:not([hidden]) a')?.focus()
  })
  arrange()
  apply()
}

function rowOf(element: HTMLElement): Row {
  const forms = JSON.parse(element.dataset['forms'] ?? '[]') as Row['forms']
  return {
    element,
    home: element.parentElement ?? element,
    forms,
    folded: forms.map(([, name]) => foldName(name)),
    korean: forms.find(([kind]) => kind === 'korean')?.[1] ?? '',
    uses: Number(element.dataset['uses']),
  }
}

function isField(element: Element): element is HTMLInputElement | HTMLSelectElement {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
}

function choice(tools: HTMLFormElement) {
  const data = new FormData(tools)
  const value = (name: string) => {
    const found = data.get(name)
    return typeof found === 'string' ? found : ''
  }
  return {q: value('q'), kind: value('kind'), statement: value('statement'), sort: value('sort')}
}

/** Shows a row or hides it, and says under which name it was found where the row does not show that name. */
function show({element, forms, folded}: Row, query: NameQuery, kind: string, statement: string): boolean {
  const at =
    (kind === '' || element.dataset['kind'] === kind) &&
    (statement === '' || element.dataset['statements']?.split(' ').includes(statement) === true)
      ? findName(query, folded)
      : undefined
  element.hidden = at === undefined
  element.querySelector('.why')?.remove()
  const found = at === undefined ? undefined : forms[at]
  if (found !== undefined && element.querySelector('dt')?.textContent.includes(found[1]) === false)
    element.querySelector('dt')?.append(why(...found))
  return at !== undefined
}

function why(kind: FormKind, name: string): HTMLElement {
  const reason = document.createElement('span')
  reason.className = 'why evidence'
  const words = document.createElement('span')
  if (kind === 'korean') words.lang = 'ko'
  words.textContent = `“${name}”`
  reason.append(`${means[kind]} `, words)
  return reason
}

function toggle(selector: string, hidden: boolean): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = hidden
}
