/** The box people type in, in the dialog and on the search page. */

import './box.css'
import {element} from './element.ts'
import {find} from './find.ts'
import type {Finding, Kit, Query} from './find.ts'
import {findParameter} from './found.ts'
import type {Hit, Piece} from './hits.ts'
import {loadKit} from './kit.ts'
import type {Filters} from './pagefind.ts'
import {forgetRecent, readRecent, remember} from './recent.ts'
import {begun, nothing, pageLimit} from './search.ts'
import {facetNames} from './syntax.ts'
import type {FacetName} from './syntax.ts'

/** Letters that come together, as a syllable or a repeated key does, are one question. */
const pause = 20 // milliseconds

/** How long an answer may take before the box says that it is looking. */
const patience = 250 // milliseconds

const facetLabels: Readonly<Record<FacetName, string>> = {
  kind: 'Kind',
  forum: 'Forum',
  year: 'Year',
  party: 'Party',
  theme: 'Theme',
  language: 'Language',
}

/** Reads `?q=…&kind=…&forum=…`, one parameter for each facet. */
export function queryOf(parameters: URLSearchParams): Query {
  const facets: Partial<Record<FacetName, string>> = {}
  for (const facet of facetNames) {
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
  expectWords(initial.words)
  let kit: Promise<Kit> | undefined
  let turn = 0
  let limit = pageLimit
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = () =>
    (kit ??= loadKit(base).then(async (loaded) => {
      drawFacets(view, (await loaded.engine?.filters()) ?? {}, initial)
      if (loaded.engine === undefined) view.notice.textContent = withoutEngine
      return loaded
    }))

  const search = async (asked = pageLimit) => {
    const mine = ++turn
    limit = asked
    if (view.input.value.trim() === '' && Object.keys(readQuery(view).facets).length === 0) {
      onQuery?.(readQuery(view))
      return showNothingAsked(view, base, search)
    }
    const waiting = setTimeout(() => mine === turn && say(view, 'Searching …'), patience)
    try {
      const loaded = await load()
      // The facets are drawn by now, so the form holds the whole query.
      const query = readQuery(view)
      const current = whileCurrent(loaded, () => mine === turn)
      const finding = await find({...query, limit: asked}, current)
      const isNarrowed = finding.hits.length === 0 && Object.keys(query.facets).length > 0
      const wider = isNarrowed ? await find({words: query.words, facets: {}}, current) : nothing
      if (mine !== turn) return
      show(view, finding, query, asked > pageLimit)
      if (wider.hits.length > 0) view.results.prepend(liftButton(wider, query))
      if (view.results.childElementCount === 0) view.results.append(hints(base))
      onQuery?.(query)
    } catch {
      if (mine !== turn) return
      kit = undefined
      clear(view)
      say(
        view,
        'Search could not be loaded. Look whether you are connected and try again; the glossary lists every term.',
      )
    } finally {
      clearTimeout(waiting)
    }
  }

  const keep = () => remember(view.input.value)
  view.input.addEventListener('input', () => {
    expectWords(view.input.value)
    clearTimeout(timer)
    timer = setTimeout(() => void search(), pause)
  })
  view.facets.addEventListener('change', () => void search())
  view.root.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    keep()
    void search()
  })
  view.results.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('.hits a') !== null) keep()
    if (event.target.closest('[data-more]') !== null) void search(limit + pageLimit)
    if (event.target.closest('[data-lift]') !== null) {
      liftFacets(view)
      void search()
    }
  })
  view.root.addEventListener('keydown', (event) => moveFocus(view, event))
  if (initial.words === '' && Object.keys(initial.facets).length === 0) {
    showNothingAsked(view, base, search)
    void load().catch(() => undefined)
  } else
    void load().then(
      () => search(),
      () => search(),
    )
}

/** With a second word on its way, what reads several is fetched beside the rest, and not once that is there. */
function expectWords(words: string): void {
  if (/\S\s/.test(words)) import('./asking.ts').catch(() => undefined)
}

/** A kit whose engine does no more work once the next letter has been typed. */
function whileCurrent({engine, ...kit}: Kit, isCurrent: () => boolean): Kit {
  if (engine === undefined) return kit
  const ifCurrent = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    // A key that was pressed meanwhile is heard before more work is begun.
    await new Promise((resolve) => setTimeout(resolve))
    if (!isCurrent()) throw new Error('The query has changed.')
    return await work()
  }
  return {
    ...kit,
    engine: {
      filters: () => engine.filters(),
      search: (words, options) => ifCurrent(() => engine.search(words, options)),
    },
  }
}

const withoutEngine =
  'Only names are searched: the index of the texts could not be loaded, or this browser has no WebAssembly.'

function sentence({hits, more, corrected, unknown}: Finding, {words, facets}: Query): string {
  const typed = words.length > 60 ? `${words.slice(0, 60)} …` : words
  if (hits.length === 0) {
    const strange =
      unknown.length === 0 ? '' : ` No page of the edition has ${unknown.map((word) => `“${word}”`).join(', ')}.`
    return begun.test(words)
      ? `Nothing was found for “${typed}” yet; type on.`
      : `Nothing was found${typed === '' ? '' : ` for “${typed}”`}${choice(facets)}.${strange}`
  }
  const count = `${hits.length} ${hits.length === 1 ? 'page' : 'pages'}`
  const told = more ? `The best ${count} are shown; there are more.` : `${count} found.`
  return corrected === undefined
    ? told
    : `Nothing was found for “${typed}”. Shown is what was found for “${corrected}”: ${told}`
}

/** What is chosen in the facets, as the end of a sentence. */
function choice(facets: Query['facets']): string {
  const chosen = facetNames.filter((facet) => facets[facet] !== undefined)
  const said = chosen.map((facet) => `${facetLabels[facet].toLowerCase()} ${facets[facet]}`)
  return said.length === 0 ? '' : ` with ${said.join(', ')}`
}

// ---------------------------------------------------------------- drawing

interface View {
  readonly root: HTMLFormElement
  readonly input: HTMLInputElement
  readonly facets: HTMLElement
  /** What holds for every answer. */
  readonly notice: HTMLElement
  readonly status: HTMLElement
  readonly results: HTMLElement
}

function drawBox(words: string): View {
  const input = element('input', {
    type: 'search',
    name: 'q',
    value: words,
    autocomplete: 'off',
    spellcheck: false,
    placeholder: 'NCG, overwhelming …',
  })
  const label = element('label', {}, [
    element('span', {
      className: 'visually-hidden',
      textContent: 'Search statements, terms, people, in English or Korean',
    }),
    input,
  ])
  const facets = element('div', {className: 'facets'})
  const notice = element('p', {className: 'search-notice faint sans'})
  if (import.meta.env.DEV) notice.textContent = 'Texts are searched in the index of the last build.'
  const status = element('p', {className: 'search-status faint sans', role: 'status'})
  const results = element('div', {className: 'results'})
  const root = element('form', {role: 'search'}, [label, facets, notice, status, results])
  return {root, input, facets, notice, status, results}
}

function drawFacets({facets}: View, filters: Filters, {facets: chosen}: Query): void {
  const shown = facetNames.filter((facet) => Object.keys(filters[facet] ?? {}).length > 0)
  const selects = shown.map((facet) => {
    const values = Object.entries(filters[facet] ?? {}).sort(([a], [b]) =>
      facet === 'year' ? b.localeCompare(a) : a.localeCompare(b),
    )
    const options = values.map(([value, count]) =>
      element('option', {value, textContent: `${value} (${count})`, selected: chosen[facet] === value}),
    )
    return element('label', {}, [
      facetLabels[facet],
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

function clear({results}: View): void {
  results.replaceChildren()
}

function show(view: View, finding: Finding, query: Query, isContinued: boolean): void {
  const {words} = query
  const {hits, nearest, corrected, more} = finding
  const shown = view.results.querySelectorAll('.page-hit').length
  say(view, sentence(finding, query))
  const list = (shown: readonly Hit[], className: string) =>
    element(
      'ol',
      {className},
      shown.map((hit) => drawHit(hit, corrected ?? words)),
    )
  view.results.replaceChildren(
    ...(hits.length > 0 ? [list(hits, 'hits')] : []),
    ...(nearest.length > 0
      ? [element('p', {className: 'sans', textContent: 'What comes nearest:'}), list(nearest, 'hits nearest')]
      : []),
    ...(more ? [element('p', {className: 'sans'}, [moreButton()])] : []),
  )
  // Whoever asked for more goes on where the list ended.
  if (isContinued) view.results.querySelectorAll<HTMLElement>('.page-hit')[shown]?.focus()
}

function moreButton(): HTMLElement {
  const button = element('button', {type: 'button', textContent: 'Show more'})
  button.dataset['more'] = ''
  return button
}

/** What there is without the choice that hides it. */
function liftButton({hits, more}: Finding, {facets}: Query): HTMLElement {
  const count = `${more ? 'best ' : ''}${hits.length === 1 ? 'page' : `${hits.length} pages`}`
  const those = Object.keys(facets).length === 1 ? 'this choice' : 'these choices'
  const button = element('button', {type: 'button', textContent: `Show the ${count} without ${those}`})
  button.dataset['lift'] = ''
  return element('p', {className: 'sans'}, [button])
}

function liftFacets({facets, input}: View): void {
  for (const select of facets.querySelectorAll('select')) select.value = ''
  // The button that was pressed goes away.
  input.focus()
}

/** Without a query: what was searched for on this device, and how to ask. */
function showNothingAsked(view: View, base: string, search: () => Promise<void>): void {
  say(view, '')
  const recent = readRecent()
  const again = recent.map((words) => {
    const button = element('button', {type: 'button', textContent: words})
    button.addEventListener('click', () => {
      view.input.value = words
      view.input.focus()
      void search()
    })
    return element('li', {}, [button])
  })
  const forget = element('button', {type: 'button', className: 'faint', textContent: 'Forget them'})
  forget.addEventListener('click', () => {
    forgetRecent()
    showNothingAsked(view, base, search)
    view.input.focus()
  })
  view.results.replaceChildren(
    ...(recent.length === 0
      ? []
      : [
          element('p', {className: 'faint sans', textContent: 'Searched before, kept on this device only: '}, [forget]),
          element('ul', {className: 'recent'}, again),
        ]),
    hints(base),
  )
}

/** How to ask, and where else to look. */
function hints(base: string): HTMLElement {
  const kbd = (textContent: string) => element('kbd', {textContent})
  return element('p', {className: 'faint sans'}, [
    'Write in English or Korean. Quotation marks keep a phrase together; ',
    kbd('-word'),
    ' leaves pages out. ',
    kbd('forum:edscg'),
    ', ',
    kbd('year:2022..2024'),
    ', ',
    kbd('kind:formula'),
    ', ',
    kbd('party:japan'),
    ' and ',
    kbd('theme:sanctions'),
    ' narrow the search; ',
    kbd('language:korean'),
    ' keeps the pages that have a Korean name or a Korean source. ',
    element('a', {href: `${base}guide/#how-to-search`, textContent: 'How to search'}),
    // No line begins with the point.
    '\u00A0·\u00A0',
    element('a', {href: `${base}glossary/`, textContent: 'All terms'}),
  ])
}

function drawHit({title, url, kind, reason, excerpt, places}: Hit, words: string): HTMLElement {
  const children: HTMLElement[] = [
    element('a', {className: 'page-hit', href: withWords(url, words), textContent: title}),
    element('span', {className: 'sans faint', textContent: ` ${kind}`}),
  ]
  if (reason !== undefined) children.push(element('p', {className: 'reason faint sans', textContent: reason}))
  if (places.length === 0) children.push(drawExcerpt(excerpt))
  else {
    const rows = places.map((place) =>
      element('li', {}, [
        element('a', {href: withWords(place.url, words), textContent: place.title}),
        ...(place.excerpt.length === 0 ? [] : [drawExcerpt(place.excerpt)]),
      ]),
    )
    children.push(element('ul', {}, rows))
  }
  return element('li', {}, children)
}

/** The address of a page that is to mark the words when it is opened. */
function withWords(url: string, words: string): string {
  if (url.includes('?')) return url
  const [page = '', fragment] = url.split('#')
  const asked = `${page}?${new URLSearchParams({[findParameter]: words.slice(0, 120)})}`
  return fragment === undefined ? asked : `${asked}#${fragment}`
}

function drawExcerpt(pieces: readonly Piece[]): HTMLElement {
  return element(
    'p',
    {},
    pieces.map(({text, marked}) => (marked ? element('mark', {textContent: text}) : text)),
  )
}

/** Arrow keys walk through the box and its results. */
function moveFocus({input, results}: View, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.target instanceof HTMLSelectElement) return
  const stops = [input, ...results.querySelectorAll<HTMLElement>('a, button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
