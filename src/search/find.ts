/** From what was typed to what is shown: names first, then texts that really hold the words, then what is near. */

import {fuse} from './fusion.ts'
import {hasHangul, withoutParticle} from './hangul.ts'
import {entryHit, hitOf} from './hits.ts'
import type {Hit} from './hits.ts'
import {issuesMeant} from './issues.ts'
import type {Entry, Vocabulary} from './lexicon.ts'
import {findNames, findNearNames, kindOf} from './names.ts'
import type {NameMatch, Names} from './names.ts'
import {contentWords, foldWords, stemOf} from './normalize.ts'
import type {Filters, Pagefind, PagefindData} from './pagefind.ts'
import {readQuestion} from './questions.ts'
import type {Answer} from './questions.ts'
import {correct} from './spelling.ts'
import {facetNames, parseSyntax, valuesMeant} from './syntax.ts'
import type {FacetName, Syntax} from './syntax.ts'
import {demandsOf, hasBeginning, holdsPhrase, holdsWord} from './texts.ts'
import type {Demand} from './texts.ts'

/** What one search asks for. */
export interface Query {
  readonly words: string
  readonly facets: Readonly<Partial<Record<FacetName, string>>>
  /** How many pages are asked for; `pageLimit` without it. */
  readonly limit?: number
}

/** What a search needs of the site. */
export interface Kit {
  /** Path the site is published under, with a slash at both ends. */
  readonly base: string
  readonly names: Names
  /** Absent where the browser cannot run it; names are found without it. */
  readonly engine?: Pagefind
  /** The edition’s words, fetched once a query holds one that is not known. */
  readonly vocabulary: () => Promise<Vocabulary>
}

export interface Finding {
  readonly hits: readonly Hit[]
  /** Where nothing was found: what comes nearest, to be shown as such. */
  readonly nearest: readonly Hit[]
  /** Whether there are more than are shown. */
  readonly more: boolean
  /** The words that were searched instead of what was typed. */
  readonly corrected?: string
  /** Words that stand nowhere in the edition. */
  readonly unknown: readonly string[]
}

/** Pages shown at once. */
export const pageLimit = 8

/** Pages whose text is fetched at once: each costs a request. A name that answers the query needs fewer beside it. */
const batchSize = 8
const batchBesideName = 4

/** Pages whose text is fetched for one that holds the words. */
const patience = 4

/** Fewer than this many pages that hold the words, and other words for the same are tried. */
const enough = 4

const nearestLimit = 4

const nothing: Finding = {hits: [], nearest: [], more: false, unknown: []}

/** Answers a query. Nothing that is typed is an error. */
export async function find(query: Query, kit: Kit): Promise<Finding> {
  const {limit = pageLimit} = query
  const syntax = parseSyntax(query.words)
  const filters = await filtersOf({...syntax.facets, ...query.facets}, kit.engine)
  if (filters === undefined) return nothing
  const asked = foldWords(syntax.text)
  if (asked.length === 0) return Object.keys(filters).length === 0 ? nothing : await everything(filters, kit, limit)
  const search = new Search(syntax, filters, kit, limit)
  const direct = await search.answer(syntax.text)
  if (direct.hits.length > 0) return direct
  return await search.mend()
}

/** All that the facets leave. */
async function everything(filters: Selected, {engine}: Kit, limit: number): Promise<Finding> {
  if (engine === undefined) return nothing
  const {results} = await engine.search(null, {filters})
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()))
  return {...nothing, hits: pages.map((page) => hitOf(page)), more: results.length > limit}
}

/** Facets with the values that pages have; several values mean any of them. */
type Selected = Readonly<Record<string, {readonly any: readonly string[]}>>

async function filtersOf(facets: Query['facets'], engine: Pagefind | undefined): Promise<Selected | undefined> {
  const asked = facetNames.flatMap((name) => (facets[name] === undefined ? [] : [[name, facets[name]] as const]))
  if (asked.length === 0) return {}
  const known: Filters = (await engine?.filters()) ?? {}
  const selected = asked.map(
    ([name, typed]) => [name, {any: valuesMeant(typed.toLowerCase(), Object.keys(known[name] ?? {}))}] as const,
  )
  return selected.some(([, {any}]) => any.length === 0) ? undefined : Object.fromEntries(selected)
}

/** One query on its way. */
class Search {
  readonly #syntax: Syntax
  readonly #filters: Selected
  readonly #kit: Kit
  readonly #limit: number

  constructor(syntax: Syntax, filters: Selected, kit: Kit, limit: number) {
    this.#limit = limit
    this.#syntax = syntax
    this.#filters = filters
    this.#kit = kit
  }

  /** Hits for a text as it stands. */
  async answer(text: string): Promise<Finding> {
    const {names} = this.#kit
    const isPlain = this.#syntax.phrases.length === 0
    const question = isPlain ? readQuestion(text, names) : {answers: [], about: text, change: false}
    const words = foldWords(question.about)
    if (words.length === 0) return nothing
    const asked = this.#named(foldWords(text))
    const found = [...asked, ...this.#named(words)]
    const exact = (matches: readonly NameMatch[]) => matches.flatMap(({fit, entry}) => (fit === 'exact' ? [entry] : []))
    const issues = issuesMeant(words, names).filter((entry) => this.#admits(entry))
    const texts = await this.#texts(words, text, found)
    const changes = question.change ? await this.#changes(words) : []
    const pinned = [
      ...(Object.keys(this.#filters).length === 0 ? question.answers : []).map((answer) => answerHit(answer)),
      ...[...issues, ...exact(asked)].map((entry) => this.#shown(entry.url, texts.pages, found)),
      ...changes.map((page) => this.#hitOf(page)),
      ...exact(found).map((entry) => this.#shown(entry.url, texts.pages, found)),
    ]
    // A name that only stands within the query answers it where texts hold the rest, too.
    const partial = found.filter(({fit}) => fit === 'part')
    const within = texts.pages.length > 0 ? found.filter(({fit}) => fit === 'within') : []
    const fused = fuse([
      {keys: partial.map(({entry}) => this.#address(entry.url)), weight: partialWeight(partial)},
      {keys: within.map(({entry}) => this.#address(entry.url)), weight: 1.2 * coverage(within)},
      {keys: texts.pages.map(({url}) => url), weight: 1},
      {
        keys: texts.pages.filter((page) => words.length > 1 && holdsPhrase(page, text)).map(({url}) => url),
        weight: 1.5,
      },
    ])
    const rest = fused.map((url) => this.#shown(url, texts.pages, found))
    const hits = withoutRepeats([...pinned, ...rest].map((hit) => this.#located(hit)))
    return {...nothing, hits: hits.slice(0, this.#limit), more: texts.more || hits.length > this.#limit}
  }

  /** What was probably meant, where nothing was found for what was typed; else what comes nearest. */
  async mend(): Promise<Finding> {
    const {names} = this.#kit
    const {text, phrases} = this.#syntax
    const about = readQuestion(text, names).about
    const words = foldWords(about)
    if (phrases.length > 0) return {...nothing, nearest: await this.#nearest(words, [])}
    const near = findNearNames(words, names).filter(({entry}) => this.#admits(entry))
    if (near.length > 0) {
      const hits = near.slice(0, this.#limit).map((match) => this.#shown(this.#address(match.entry.url), [], [match]))
      const [best] = near
      return {...nothing, hits, ...(best === undefined ? {} : {corrected: best.name})}
    }
    const vocabulary = await this.#kit.vocabulary()
    const known = knownOf(names, vocabulary)
    const content = contentWords(words)
    const strange = content.filter((word) => !known.has(word))
    const corrections = new Map(strange.map((word) => [word, known.correct(word)]))
    const unknown = strange.filter((word) => corrections.get(word) === undefined)
    // The edition has Korean in its names only; what an ordinary word adds to one is no part of it.
    const korean = words.some(hasHangul) ? this.#named(words).filter(({fit}) => fit === 'within') : []
    if (unknown.length > 0 && unknown.every(hasHangul) && coverage(korean) >= 0.4)
      return {...this.#listed(korean), unknown}
    if (unknown.length > 0) return {...nothing, nearest: await this.#nearest(words, unknown), unknown}
    const corrected = words.map((word) => corrections.get(word) ?? word).join(' ')
    if (strange.length > 0) {
      const again = await this.answer(corrected)
      if (again.hits.length > 0) return {...again, corrected}
    }
    // Every word is known, and no page has them together: the names among them are what there is.
    const within = this.#named(foldWords(corrected)).filter(({fit}) => fit === 'within')
    return coverage(within) < 0.5 ? {...nothing, nearest: await this.#nearest(words, [])} : this.#listed(within)
  }

  #listed(matches: readonly NameMatch[]): Finding {
    const hits = matches.slice(0, nearestLimit).map((one) => this.#shown(this.#address(one.entry.url), [], [one]))
    return {...nothing, hits: hits.map((hit) => this.#located(hit))}
  }

  /** Pages named, as far as the facets and the excluded words admit them. */
  #named(words: readonly string[]): NameMatch[] {
    const {phrases} = this.#syntax
    return findNames(words, this.#kit.names).filter(
      ({entry, name}) =>
        this.#admits(entry) &&
        phrases.every((phrase) => ` ${foldWords(name).join(' ')} `.includes(` ${foldWords(phrase).join(' ')} `)),
    )
  }

  #admits({url, names, statement}: Entry): boolean {
    const {kind: kinds, year: years, ...others} = this.#filters
    if (kinds !== undefined && !kinds.any.includes(kindOf({url}))) return false
    if (years !== undefined && !years.any.some((year) => statement?.date.startsWith(year) === true)) return false
    // Of the other facets only the index knows; it answers with texts.
    if (Object.keys(others).length > 0) return false
    if (this.#syntax.excluded.length === 0) return true
    const said = foldWords(Object.values(names).flat().join(' '))
    return !this.#syntax.excluded.some((word) => said.includes(foldWords(word).join(' ')))
  }

  /** Pages that hold the words, in the engine’s order, with other words for the same where there are few. */
  async #texts(words: readonly string[], typed: string, found: readonly NameMatch[]): Promise<Texts> {
    const [phrase] = this.#syntax.phrases
    const isOnePhrase = phrase !== undefined && foldWords(phrase).length === words.length
    const content = finished(contentWords(words), typed)
    const first = await this.#verified(isOnePhrase ? `"${phrase}"` : content.join(' '), demandsOf(content, typed), {
      batch: found.some(({fit}) => fit === 'exact') ? batchBesideName : batchSize,
    })
    if (first.pages.length >= enough || this.#syntax.phrases.length > 0) return first
    const lists = [first]
    for (const variant of variantsOf(content, found))
      lists.push(await this.#verified(variant.join(' '), demandsOf(variant, '')))
    const pages = new Map(lists.flatMap((list) => list.pages.map((page) => [page.url, page] as const)))
    const order = fuse(
      lists.map((list, index) => ({keys: list.pages.map(({url}) => url), weight: index === 0 ? 1 : 0.6})),
    )
    return {pages: order.flatMap((url) => pages.get(url) ?? []), more: lists.some(({more}) => more)}
  }

  async #verified(
    text: string,
    demands: readonly Demand[],
    {filters = this.#filters, batch = batchBesideName}: {readonly filters?: Selected; readonly batch?: number} = {},
  ): Promise<Texts> {
    const {engine} = this.#kit
    if (engine === undefined || text === '') return {pages: [], more: false}
    const {phrases, excluded} = this.#syntax
    const {results} = await engine.search(text, {filters})
    const pages: PagefindData[] = []
    let at = 0
    const wanted = batch + this.#limit - pageLimit
    while (at < Math.min(results.length, wanted * patience) && pages.length < wanted) {
      const read = await Promise.all(results.slice(at, at + batch).map((result) => result.data()))
      at += read.length
      pages.push(
        ...read.filter(
          (page) =>
            demands.every((demand) => holdsWord(page, demand)) &&
            phrases.every((phrase) => holdsPhrase(page, phrase)) &&
            !excluded.some((word) => holdsPhrase(page, word)),
        ),
      )
    }
    return {pages, more: at < results.length && pages.length > 0}
  }

  /** The essays on changes that hold the words. */
  async #changes(words: readonly string[]): Promise<readonly PagefindData[]> {
    const content = contentWords(words)
    if (content.length === 0 || Object.keys(this.#filters).length > 0) return []
    return (
      await this.#verified(content.join(' '), demandsOf(content, ''), {filters: {kind: {any: ['Change']}}})
    ).pages.slice(0, 2)
  }

  /** Pages that come near: those named in the query, then those that hold the words that are known. */
  async #nearest(words: readonly string[], unknown: readonly string[]): Promise<readonly Hit[]> {
    const rest = contentWords(words).filter((word) => !unknown.includes(word))
    if (rest.length === 0) return []
    const named = findNames(rest, this.#kit.names).filter(({entry}) => this.#admits(entry))
    const pages = (
      await new Search({...this.#syntax, phrases: []}, this.#filters, this.#kit, this.#limit).#verified(
        rest.join(' '),
        demandsOf(rest, ''),
      )
    ).pages
    const hits = [
      ...named.map(({entry}) => this.#shown(this.#address(entry.url), pages, named)),
      ...pages.map((page) => this.#hitOf(page)),
    ]
    return withoutRepeats(hits.map((hit) => this.#located(hit))).slice(0, nearestLimit)
  }

  #address(url: string): string {
    const {base} = this.#kit
    return url.startsWith(base) && base !== '/' ? url : `${base}${url.slice(1)}`
  }

  /** A page as it is shown: with its text where the engine found it, else as the lexicon has it. */
  #shown(url: string, pages: readonly PagefindData[], found: readonly NameMatch[]): Hit {
    const address = this.#address(url)
    const match = found.find(({entry}) => this.#address(entry.url) === address)
    const page = pages.find((candidate) => candidate.url === address)
    const entry = match?.entry ?? this.#kit.names.entries.get(url) ?? {url, title: url, names: {}}
    const hit = page === undefined ? entryHit(entry) : this.#hitOf(page)
    return match === undefined ? hit : {...hit, ...reasonOf(match)}
  }

  #hitOf(page: PagefindData): Hit {
    return hitOf(page, this.#syntax.text)
  }

  #located(hit: Hit): Hit {
    return {...hit, url: this.#address(hit.url)}
  }
}

interface Texts {
  readonly pages: readonly PagefindData[]
  readonly more: boolean
}

/** Made once: a query is mended at each letter that is typed. */
const made = new WeakMap<Vocabulary, Known>()

function knownOf(names: Names, vocabulary: Vocabulary): Known {
  const known = made.get(vocabulary) ?? new Known(names, vocabulary)
  made.set(vocabulary, known)
  return known
}

/** Which words the edition has. */
class Known {
  readonly #lists: readonly (readonly string[])[]
  readonly #sorted: readonly string[]
  readonly #stems: ReadonlySet<string>
  readonly #abbreviations: ReadonlySet<string>

  constructor({words, abbreviations}: Names, {common, rare}: Vocabulary) {
    this.#abbreviations = abbreviations
    const named = [...words]
    this.#lists = [named, common.split(' '), rare.split(' ')]
    const all = this.#lists.flat()
    this.#sorted = all.toSorted()
    this.#stems = new Set(all.map(stemOf))
  }

  has(word: string): boolean {
    if (hasHangul(word)) return withoutParticle(word).some((stem) => hasBeginning(this.#sorted, stem))
    return this.#stems.has(stemOf(word)) || (word.length >= 3 && hasBeginning(this.#sorted, word))
  }

  correct(word: string): string | undefined {
    return correct(word, this.#lists, this.#abbreviations)
  }
}

/** The words without a last one that is only begun: one or two small letters behind others. */
function finished(words: readonly string[], typed: string): readonly string[] {
  const [last = ''] = words.slice(-1)
  return words.length > 1 && /^[a-z]{1,2}$/.test(last) && typed.endsWith(last) ? words.slice(0, -1) : words
}

/** How much of the query the best of the names covers. */
function coverage(matches: readonly NameMatch[]): number {
  return matches[0]?.score ?? 0
}

/** A name that the query nearly is counts more than one of which it is a small part. */
function partialWeight(matches: readonly NameMatch[]): number {
  return 0.8 + coverage(matches)
}

/** The query with a name’s other forms in its place, two at most. */
function variantsOf(content: readonly string[], found: readonly NameMatch[]): string[][] {
  const text = content.join(' ')
  const variants = found
    .filter(({fit}) => fit === 'exact' || fit === 'within')
    .flatMap(({entry, name, fit}) => {
      const others = [entry.title, ...(entry.names.abbr ?? []), ...(entry.names.alias ?? []).slice(0, 1)]
      const from = contentWords(foldWords(name)).join(' ')
      return others
        .filter((other) => other !== name)
        .map((other) => {
          const into = contentWords(foldWords(other)).join(' ')
          return fit === 'exact' ? into : text.replace(from, into)
        })
    })
  return [...new Set(variants)]
    .filter((variant) => variant !== text)
    .slice(0, 2)
    .map((variant) => variant.split(' '))
}

/** Why a page was found, where its title does not say so. */
function reasonOf({entry, name, kind, fit}: NameMatch): {readonly reason?: string} {
  if (fit === 'within' && kind === 'label') return {}
  if (foldWords(entry.title).join(' ').includes(foldWords(name).join(' '))) return {}
  switch (kind) {
    case 'korean':
      return {reason: `Korean label: ${name}`}
    case 'romanization':
      return {reason: `Korean, romanized: ${name}`}
    case 'spun':
      return {reason: `bad copies print “${name}”`}
    case 'misspelt':
      return {reason: `often misspelt “${name}”`}
    case 'wording':
      return {reason: `its words: “${name}”`}
    case 'abbr':
      return {reason: `abbreviated ${name}`}
    case 'number':
      return {reason: `number ${name}`}
    case 'alias':
    case 'label':
      return {reason: `also known as ${name}`}
  }
}

function answerHit({url, title, kind, text}: Answer): Hit {
  return {title, url, kind, excerpt: [{text, marked: false}], places: []}
}

function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter(({url}) => {
    const [page = ''] = url.split('#')
    return seen.has(page) ? false : seen.add(page)
  })
}
