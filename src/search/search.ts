/** One query on its way: the names it names, the texts that hold its words, and both in one order. */

import type {Finding, Kit} from './find.ts'
import {fuse} from './fusion.ts'
import {hasHangul} from './hangul.ts'
import {entryHit, hitOf} from './hits.ts'
import type {Hit} from './hits.ts'
import type {Entry} from './lexicon.ts'
import {findNames, kindOf} from './names.ts'
import type {NameMatch} from './names.ts'
import {contentWords, foldName, foldWords, reworded, stemOf} from './normalize.ts'
import type {Filters, PagefindData} from './pagefind.ts'
import type {Answer, Question} from './questions.ts'
import type {Syntax} from './syntax.ts'
import {compoundsOf, demandsOf, holdsCompound, holdsPhrase, holdsWord} from './texts.ts'
import type {Demand} from './texts.ts'

/** Pages shown at once. */
export const pageLimit = 8

/** Pages whose text is fetched at once: each costs a request. A name that answers the query needs fewer beside it. */
const batchSize = 8
const batchBesideName = 4

/** The same in a large edition: there are more wherever these come from, and four fill a screen. */
const batchOfMany = 4

/** An edition of more pages than this is large: the texts of eight would be a third of what its first query fetches. */
const manyPages = 1000

/** Pages whose text is fetched for one that holds the words. */
const patience = 4

/** How much a name within the query counts beside a text that holds all of it, by the share of the query that it covers. */
const withinWeight = 2.2

/** How much it counts that a page is called by all the words of a query, in whichever of its names. */
const calledWeight = 1.8

/** Share of what a query tells that the names of a page must have, where texts hold all of it. */
const enoughCalled = 0.5

/** The same where a question asks what one thing has to do with another: the texts that hold both say it. */
const relationWeight = 0.8

/** A name that is as near as this is meant rather than the words one by one. */
const nearEnough = 0.85

/** Fewer than this many pages that hold the words, and other words for the same are tried. */
const enough = 4

/** Before anything is found. */
export const nothing: Finding = {hits: [], nearest: [], more: false, unknown: []}

/** Facets with the values that pages have; several values mean any of them. */
export type Selected = Readonly<Record<string, {readonly any: readonly string[]}>>

/**
 * The words of which the index is asked. With a single letter some word of every page begins: to put ten thousand pages
 * in order takes seconds, their lists of words weigh 200 kB, and it tells nothing. A page is asked for it all the same.
 */
function withoutLetters(text: string): string {
  return text
    .split(' ')
    .filter((word) => !/^[a-z]$/i.test(word))
    .join(' ')
}

const twoLetters = /^[a-z]{2}$/i

/** A word of which one or two letters are typed is no slip for another. */
export const begun = /^[a-z]{1,2}$/i

/** One query on its way. */
export class Search {
  readonly syntax: Syntax
  readonly filters: Selected
  readonly kit: Kit
  readonly limit: number

  constructor(syntax: Syntax, filters: Selected, kit: Kit, limit: number) {
    this.limit = limit
    this.syntax = syntax
    this.filters = filters
    this.kit = kit
  }

  /** Hits for a text as it stands. */
  async answer(text: string): Promise<Finding> {
    const question = await this.#question(text)
    const words = foldWords(question.about)
    if (words.length === 0) return nothing
    const all = foldWords(text)
    const asked = this.named(all)
    const found = all.join(' ') === words.join(' ') ? asked : [...asked, ...this.named(words)]
    const near = found.some(({fit}) => fit === 'exact') ? [] : await this.#near(words)
    const exact = (matches: readonly NameMatch[]) => matches.flatMap(({fit, entry}) => (fit === 'exact' ? [entry] : []))
    const issues = await this.#issues(words)
    const held = await this.#texts(words, text, found)
    const [meant] = near
    // What is nearly named comes with its text, and with the pages that have its name.
    const texts =
      meant === undefined || held.pages.length > 0 ? held : await this.#texts(foldWords(meant.entry.title), '', near)
    const dated = issues.length > 0 ? [] : await this.#dated(words, text)
    const changes = question.change ? await this.#changes(words) : []
    const called = await this.#called(words, texts)
    const pinned = [
      ...copiesAsked(called, text).map(({entry}) => this.shown(entry.url, texts.pages, called)),
      ...(Object.keys(this.filters).length === 0 ? question.answers : []).map((answer) => answerHit(answer)),
      ...[...issues, ...exact(asked)].map((entry) => this.shown(entry.url, texts.pages, found)),
      ...[...dated, ...changes].map((page) => this.hitOf(page)),
      ...exact(found).map((entry) => this.shown(entry.url, texts.pages, found)),
      ...near.map(({entry}) => this.shown(entry.url, texts.pages, near)),
    ]
    // A name that only stands within the query answers it where texts hold the rest, too.
    const partial = found.filter(({fit}) => fit === 'part')
    const isHeld = texts.pages.length + partial.length > 0
    const within = isHeld
      ? unclaimed(found.filter((one) => one.fit === 'within' && this.#hasFigures(one, words, texts)))
      : []
    const fused = fuse([
      {keys: partial.map(({entry}) => this.address(entry.url)), weight: partialWeight(partial)},
      {
        keys: within.map(({entry}) => this.address(entry.url)),
        weight: (isRelation(text) ? relationWeight : withinWeight) * backgroundShare(within) * coverage(within),
      },
      {keys: called.map(({entry}) => this.address(entry.url)), weight: calledWeight * coverage(called)},
      {keys: texts.pages.map(({url}) => url), weight: 1},
      {
        keys: texts.pages.filter((page) => words.length > 1 && holdsPhrase(page, text)).map(({url}) => url),
        weight: 1.2,
      },
      {keys: texts.pages.filter((page) => words.length > 1 && isReading(page, text)).map(({url}) => url), weight: 1.5},
    ])
    const rest = copiesBehind(
      fused.map((url) => this.shown(url, texts.pages, found)),
      text,
      texts,
      found,
    )
    const hits = withoutRepeats([...pinned, ...rest].map((hit) => this.located(hit)))
    return {...nothing, hits: hits.slice(0, this.limit), more: texts.more || hits.length > this.limit}
  }

  /** A phrase is never taken apart; only what asks for it falls away. */
  async #question(text: string): Promise<Question> {
    if (isBare(foldWords(text))) return {answers: [], about: text, change: false}
    const {readCitation, readQuestion} = await import('./asking.ts')
    const question = (await readCitation(text, this.kit)) ?? readQuestion(text, this.kit.names)
    if (this.syntax.phrases.length === 0) return question
    return {answers: [], about: question.change ? text : question.about, change: false}
  }

  /** Statements that the words describe. */
  async #issues(words: readonly string[]): Promise<readonly Entry[]> {
    if (isBare(words)) return []
    const {issuesMeant} = await import('./asking.ts')
    return issuesMeant(words, this.kit.names).filter((entry) => this.admits(entry))
  }

  /** Statements of the year that a query says, where it asks for a statement and not for a meeting of a forum. */
  async #dated(words: readonly string[], typed: string): Promise<readonly PagefindData[]> {
    if (isBare(words) || Object.keys(this.filters).length > 0 || this.syntax.phrases.length > 0) return []
    const {titledFirst, yearMeant} = await import('./asking.ts')
    const meant = yearMeant(words)
    if (meant === undefined) return []
    const filters = {kind: {any: ['Statement']}, year: {any: [meant.year]}}
    const reach = {filters, batch: batchSize}
    const {pages} = await this.verified(meant.rest.join(' '), demandsOf(meant.rest, typed), reach)
    return titledFirst(pages, [...meant.rest, meant.year])
  }

  /** Pages named, as far as the facets and the excluded words admit them. */
  named(words: readonly string[]): NameMatch[] {
    const {phrases} = this.syntax
    return findNames(words, this.kit.names).filter(
      ({entry, name}) => this.admits(entry) && phrases.every((phrase) => nameHolds(name, phrase)),
    )
  }

  /** The name that the whole query nearly is, where it is hardly anything else. A phrase is meant as it stands. */
  async #near(words: readonly string[]): Promise<readonly NameMatch[]> {
    if (words.length < 2 || this.syntax.phrases.length > 0) return []
    const {findNearNames} = await import('./asking.ts')
    const best = findNearNames(words, this.kit.names).find(({entry}) => this.admits(entry))
    return best !== undefined && best.score >= nearEnough ? [best] : []
  }

  /** Pages called by enough of the words, or by all of them where no text holds these; a phrase is never taken apart. */
  async #called(words: readonly string[], {pages}: Texts): Promise<readonly NameMatch[]> {
    if (words.length < 2 || this.syntax.phrases.length > 0) return []
    const {findCalled} = await import('./asking.ts')
    return findCalled(words, this.kit.names, pages.length > 0 ? enoughCalled : 1).filter(({entry}) =>
      this.admits(entry),
    )
  }

  /** Whether a name, or its page among the texts, has the figures that are asked for: a resolution 84 is no other. */
  #hasFigures({entry, name}: NameMatch, words: readonly string[], {pages}: Texts): boolean {
    const said = foldWords(name)
    const figures = words.filter((word) => /^\d{2,}$/.test(word))
    return (
      figures.every((figure) => said.includes(figure)) ||
      pages.length === 0 ||
      pages.some(({url}) => url === this.address(entry.url))
    )
  }

  admits({url, title, names, statement}: Entry): boolean {
    const {kind: kinds, year: years, ...others} = this.filters
    if (kinds !== undefined && !kinds.any.includes(kindOf({url}))) return false
    if (years !== undefined && !years.any.some((year) => statement?.date.startsWith(year) === true)) return false
    // Of the other facets only the index knows; it answers with texts.
    if (Object.keys(others).length > 0) return false
    const called = [title, ...Object.values(names).flat()]
    return !this.syntax.excluded.some((phrase) => called.some((name) => nameHolds(name, phrase)))
  }

  /** Pages that hold the words, in the engine’s order, with other words for the same where there are few. */
  async #texts(words: readonly string[], typed: string, found: readonly NameMatch[]): Promise<Texts> {
    const [phrase] = this.syntax.phrases
    const isOnePhrase = phrase !== undefined && foldWords(phrase).length === words.length
    const content = finished(contentWords(words), typed)
    const batch = found.some(({fit}) => fit === 'exact') ? batchBesideName : batchSize
    const compounds = compoundsOf(typed)
    const first = await this.verified(isOnePhrase ? `"${phrase}"` : content.join(' '), demandsOf(content, typed), {
      batch,
      compounds,
    })
    // A phrase is demanded; where no page has the words beside it, they fall away.
    if (phrase !== undefined && !isOnePhrase && first.pages.length === 0)
      return await this.verified(this.syntax.phrases.map((one) => `"${one}"`).join(' '), [], {batch})
    if (first.pages.length >= enough || this.syntax.phrases.length > 0) return first
    const lists = [first]
    for (const variant of variantsOf(content, found))
      lists.push(await this.verified(variant.join(' '), demandsOf(variant, '')))
    const pages = new Map(lists.flatMap((list) => list.pages.map((page) => [page.url, page] as const)))
    const order = fuse(
      lists.map((list, index) => ({keys: list.pages.map(({url}) => url), weight: index === 0 ? 1 : 0.6})),
    )
    return {pages: order.flatMap((url) => pages.get(url) ?? []), more: lists.some(({more}) => more)}
  }

  async verified(
    text: string,
    demands: readonly Demand[],
    {filters = this.filters, batch = batchBesideName, compounds = []}: Reach = {},
  ): Promise<Texts> {
    const {engine} = this.kit
    const asked = text.startsWith('"') ? text : withoutLetters(text)
    if (engine === undefined || asked === '') return {pages: [], more: false}
    const {phrases, excluded} = this.syntax
    const isLarge = pagesIn(await engine.filters()) > manyPages
    const size = isLarge ? Math.min(batch, batchOfMany) : batch
    const wanted = size + this.limit - pageLimit
    const {results} = await engine.search(asked, {filters, enough: wanted * patience})
    const pages: PagefindData[] = []
    const most = Math.min(results.length, wanted * patience)
    let at = 0
    while (at < most && pages.length < wanted) {
      const read = await Promise.all(results.slice(at, at + size).map((result) => result.data()))
      at += read.length
      pages.push(
        ...read.filter(
          (page) =>
            demands.every((demand) => holdsWord(page, demand)) &&
            phrases.every((phrase) => holdsPhrase(page, phrase)) &&
            compounds.every((compound) => holdsCompound(page, compound)) &&
            !excluded.some((word) => holdsPhrase(page, word)),
        ),
      )
      // Pages that have two letters for a word come first; behind them are all that have words which begin so.
      if (isLarge && pages.length === 0 && twoLetters.test(asked)) break
    }
    return {pages, more: at < results.length && pages.length > 0}
  }

  /** The essays on changes that hold the words. */
  async #changes(words: readonly string[]): Promise<readonly PagefindData[]> {
    const content = contentWords(words)
    if (content.length === 0 || Object.keys(this.filters).length > 0) return []
    return (
      await this.verified(content.join(' '), demandsOf(content, ''), {filters: {kind: {any: ['Change']}}})
    ).pages.slice(0, 2)
  }

  address(url: string): string {
    const {base} = this.kit
    return url.startsWith(base) && base !== '/' ? url : `${base}${url.slice(1)}`
  }

  /** A page as it is shown: with its text where the engine found it, else as the lexicon has it. */
  shown(url: string, pages: readonly PagefindData[], found: readonly NameMatch[]): Hit {
    const address = this.address(url)
    const match = found.find(({entry}) => this.address(entry.url) === address)
    const page = pages.find((candidate) => candidate.url === address)
    const entry = match?.entry ?? this.kit.names.entries.get(url) ?? {url, title: url, names: {}}
    const hit = page === undefined ? entryHit(entry) : this.hitOf(page)
    return match === undefined ? hit : {...hit, ...reasonOf(match)}
  }

  hitOf(page: PagefindData): Hit {
    return hitOf(page, this.syntax.text)
  }

  located(hit: Hit): Hit {
    return {...hit, url: this.address(hit.url)}
  }
}

/** How many pages are searched: each has one kind. */
function pagesIn({kind = {}}: Filters): number {
  return Object.values(kind).reduce((sum, count) => sum + count, 0)
}

/** How far the texts are looked through. */
interface Reach {
  readonly filters?: Selected
  /** Pages that are wanted. */
  readonly batch?: number
  /** Words typed with hyphens: a page must have their parts together. */
  readonly compounds?: readonly string[]
}

/** Pages that hold what was asked for. */
export interface Texts {
  readonly pages: readonly PagefindData[]
  readonly more: boolean
}

/** Whether a name has words one right after the other. */
function nameHolds(name: string, phrase: string): boolean {
  return ` ${foldWords(name).join(' ')} `.includes(` ${foldWords(phrase).join(' ')} `)
}

/** Whether the apparatus of a copy has the words as a reading: they are the copy’s. */
function isReading(page: PagefindData, words: string): boolean {
  return page.filters['kind']?.[0] === 'Witness' && holdsPhrase(page, `reads ${words}`)
}

/** Words that ask for a copy. */
const copying = /\b(?:cop(?:y|ies)|fakes?|mirrors?|spun|witness(?:es)?)\b/i

/** The copies that are called by every word of a query which asks for a copy. */
function copiesAsked(called: readonly NameMatch[], typed: string): readonly NameMatch[] {
  return copying.test(typed) ? called.filter(({entry, score}) => entry.copy !== undefined && score === 1) : []
}

/**
 * The record of a copy has the words of its statement, which goes before it, but where a copy is asked for: as such, by
 * whose it is, or by what only it reads.
 */
function copiesBehind(
  hits: readonly Hit[],
  typed: string,
  {pages}: Texts,
  found: readonly NameMatch[],
): readonly Hit[] {
  if (copying.test(typed) || pages.some((page) => isReading(page, typed))) return hits
  const ofPublishers = found.filter(({entry, kind}) => kind === 'alias' && kindOf(entry) === 'Witness')
  const isBehind = ({kind, title}: Hit) => kind === 'Witness' && !ofPublishers.some(({entry}) => entry.title === title)
  const end = hits.findLastIndex(({kind}) => kind === 'Statement') + 1
  const before = hits.slice(0, end)
  return [...before.filter((hit) => !isBehind(hit)), ...before.filter(isBehind), ...hits.slice(end)]
}

/** The words without a last one that is only begun: one letter or two behind others, but for two capitals such as US. */
function finished(words: readonly string[], typed: string): readonly string[] {
  const [last = ''] = words.slice(-1)
  const isTyped = begun.test(last) && typed.toLowerCase().endsWith(last) && !/\p{Lu}{2}$/u.test(typed)
  return words.length > 1 && isTyped ? words.slice(0, -1) : words
}

/**
 * Names within a query without those that take a word from a better one: “U.S. forces in Korea” names no country. A
 * country is the background before which the others stand.
 */
export function unclaimed(matches: readonly NameMatch[]): NameMatch[] {
  const claims = new Map<string, string>()
  const isCountry = ({entry}: NameMatch) => entry.isCountry === true
  return [...matches.filter((one) => !isCountry(one)), ...matches.filter(isCountry)].filter(({name}) => {
    const fold = foldName(name)
    const words = contentWords(foldWords(name)).map(stemOf)
    if (words.some((word) => (claims.get(word) ?? fold) !== fold)) return false
    for (const word of words) claims.set(word, fold)
    return true
  })
}

/** How much of the query the best of the names covers. */
export function coverage(matches: readonly NameMatch[]): number {
  return matches[0]?.score ?? 0
}

/**
 * Whether this is one word of Latin letters: it asks nothing and describes nothing. So every query begins; what reads
 * more is fetched with the second word.
 */
function isBare(words: readonly string[]): boolean {
  return words.length < 2 && !words.some((word) => hasHangul(word) || /\d/.test(word))
}

/** Whether a question asks if one thing does something to another: “does A trigger B”. */
function isRelation(text: string): boolean {
  return /^(?:does|do|did|can|could|would|will) /i.test(text)
}

/** A country that nothing else is named beside is the background of what the texts say. */
function backgroundShare([first]: readonly NameMatch[]): number {
  return first?.entry.isCountry === true ? 0.4 : 1
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
        .filter((other) => fit === 'exact' || other !== name)
        .map((other) => {
          const into = contentWords(foldWords(other)).join(' ')
          return fit === 'exact' ? into : text.replace(from, into)
        })
    })
  return [...new Set([...variants, ...reworded(content).map((others) => others.join(' '))])]
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

/** Each page once, where it stands first. */
export function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>()
  return hits.filter(({url}) => {
    const [page = ''] = url.split('#')
    return seen.has(page) ? false : seen.add(page)
  })
}
