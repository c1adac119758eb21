/** The box people type in, in the dialog and on the search page. */

import './box.css'
import {element} from './element.ts'
import {hitOf, rank} from './hits.ts'
import type {Hit, Piece} from './hits.ts'
import {loadPagefind} from './pagefind.ts'
import type {Filters, Pagefind} from './pagefind.ts'

/** Waiting for the next letter. */
const pause = 120 // milliseconds

/** Pages shown at once. */
const pageLimit = 12

/** Pages among which an exact name is looked for. */
const rankLimit = 24

const facetNames = {kind: 'Kind', forum: 'Forum', year: 'Year'} as const
type Facet = keyof typeof facetNames

/** What one search asks for. */
export interface Query {
  readonly words: string
  readonly facets: Readonly<Partial<Record<Facet, string>>>
}

/** Reads `?q=…&kind=…&forum=…&year=…`. */
export function queryOf(parameters: URLSearchParams): Query {
  const facets: Partial<Record<Facet, string>> = {}
  for (const facet of Object.keys(facetNames) as Facet[]) {
    const value = parameters.get(facet)
    if (value !== null && value !== '') facets[facet] = value
  }
  return {words: parameters.get('q') ?? '', facets}
}

/** Writes a query as the parameters of an address. */
export function parametersOf({words, facets}: Query): URLSearchParams {
  const parameters = new URLSearchParams()
  if (words !== '') parameters.set('q', words)
  for (const [facet, value] of Object.entries(facets)) parameters.set(facet, value)
  return parameters
}

export interface BoxOptions {
  /** Path the site is published under. */
  readonly base: string
  readonly initial: Query
  /** Called with each query that has been answered. */
  readonly onQuery?: (query: Query) => void
}

/** Fills an element with the search box and puts the cursor into it. */
export function mountBox(container: HTMLElement, {base, initial, onQuery}: BoxOptions): void {
  const view = drawBox(initial.words)
  container.replaceChildren(view.root)
  view.input.focus()
  let engine: Promise<Pagefind> | undefined
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = () =>
    (engine ??= loadPagefind(base).then(async (pagefind) => {
      drawFacets(view, await pagefind.filters(), initial)
      return pagefind
    }))

  const search = async () => {
    const mine = ++turn
    if (view.input.value.trim() === '') {
      onQuery?.(readQuery(view))
      return show(view, [], '')
    }
    say(view, 'Searching …')
    try {
      const pagefind = await load()
      // The facets are drawn by now, so the form holds the whole query.
      const query = readQuery(view)
      onQuery?.(query)
      const filters = Object.fromEntries(Object.entries(query.facets).map(([facet, value]) => [facet, [value]]))
      const {results} = await pagefind.search(query.words, {filters})
      const found = await Promise.all(results.slice(0, rankLimit).map((result) => result.data()))
      const hits = rank(found, query.words).slice(0, pageLimit).map(hitOf)
      if (mine === turn) show(view, hits, sentence(results.length, query.words))
    } catch {
      engine = undefined
      if (mine === turn)
        show(
          view,
          [],
          'Search is not available here: its index could not be loaded, or this browser has no WebAssembly. The glossary lists every term.',
        )
    }
  }

  view.input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, pause)
  })
  view.facets.addEventListener('change', search)
  view.root.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    void search()
  })
  view.root.addEventListener('keydown', (event) => moveFocus(view, event))
  if (initial.words === '') void load().catch(() => undefined)
  else void search()
}

function sentence(count: number, words: string): string {
  if (count === 0) return `Nothing was found for “${words}”.`
  const shown = count > pageLimit ? `, the first ${pageLimit} are shown` : ''
  return `${count} ${count === 1 ? 'page' : 'pages'} found${shown}.`
}

// ---------------------------------------------------------------- drawing

interface View {
  readonly root: HTMLFormElement
  readonly input: HTMLInputElement
  readonly facets: HTMLElement
  readonly status: HTMLElement
  readonly hits: HTMLElement
}

function drawBox(words: string): View {
  const input = element('input', {
    type: 'search',
    name: 'q',
    value: words,
    autocomplete: 'off',
    placeholder: 'NCG, 확장억제, swift, overwhelming …',
  })
  const label = element('label', {}, [
    element('span', {className: 'visually-hidden', textContent: 'Search statements, terms, people'}),
    input,
  ])
  const facets = element('div', {className: 'facets'})
  const status = element('p', {className: 'search-status faint sans', role: 'status'})
  const hits = element('ol', {className: 'hits'})
  const root = element('form', {role: 'search'}, [
    element('div', {className: 'search-line'}, [label]),
    facets,
    status,
    hits,
  ])
  return {root, input, facets, status, hits}
}

function drawFacets({facets}: View, filters: Filters, {facets: chosen}: Query): void {
  const selects = (Object.entries(facetNames) as [Facet, string][]).map(([facet, name]) => {
    const values = Object.entries(filters[facet] ?? {}).sort(([a], [b]) =>
      facet === 'year' ? b.localeCompare(a) : a.localeCompare(b),
    )
    const options = values.map(([value, count]) =>
      element('option', {value, textContent: `${value} (${count})`, selected: chosen[facet] === value}),
    )
    return element('label', {}, [
      name,
      element('select', {name: facet}, [element('option', {value: '', textContent: 'any'}), ...options]),
    ])
  })
  facets.replaceChildren(...selects)
}

function readQuery({root, input}: View): Query {
  const selects = [...root.querySelectorAll('select')].map(({name, value}): [string, string] => [name, value])
  return {...queryOf(new URLSearchParams(selects)), words: input.value}
}

function say({status}: View, text: string): void {
  status.textContent = text
}

function show(view: View, hits: readonly Hit[], text: string): void {
  say(view, text)
  view.hits.replaceChildren(...hits.map(drawHit))
}

function drawHit({title, url, kind, excerpt, places}: Hit): HTMLElement {
  const children: HTMLElement[] = [
    element('a', {className: 'page-hit', href: url, textContent: title}),
    element('span', {className: 'sans faint', textContent: ` ${kind}`}),
  ]
  if (places.length === 0) children.push(drawExcerpt(excerpt))
  else {
    const rows = places.map((place) =>
      element('li', {}, [element('a', {href: place.url, textContent: place.title}), drawExcerpt(place.excerpt)]),
    )
    children.push(element('ul', {}, rows))
  }
  return element('li', {}, children)
}

function drawExcerpt(pieces: readonly Piece[]): HTMLElement {
  return element(
    'p',
    {},
    pieces.map(({text, marked}) => (marked ? element('mark', {textContent: text}) : text)),
  )
}

/** Arrow keys walk through the box and its results. */
function moveFocus({input, hits}: View, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.target instanceof HTMLSelectElement) return
  const stops = [input, ...hits.querySelectorAll('a')]
  const at = stops.indexOf(document.activeElement as HTMLInputElement)
  const next = stops[at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
