/** What was probably meant, where nothing was found for what was typed. */

import type * as Asking from './asking.ts'
import {partsOf} from './compounds.ts'
import type {Finding} from './find.ts'
import {fuse} from './fusion.ts'
import {hasHangul} from './hangul.ts'
import type {Hit} from './hits.ts'
import {knownOf} from './known.ts'
import type {Vocabulary} from './lexicon.ts'
import {findNames} from './names.ts'
import type {NameMatch, Names} from './names.ts'
import {contentWords, foldName, foldWords, joinFold, reworded} from './normalize.ts'
import type {PagefindData} from './pagefind.ts'
import {findKoreanParts} from './parts.ts'
import {coverage, nothing, Search, unclaimed, withoutRepeats} from './search.ts'
import type {Texts} from './search.ts'
import {distance} from './spelling.ts'
import {abbreviationsIn, demandsOf} from './texts.ts'

const nearestLimit = 4

/** Letters of a name that are compared with what was typed. */
const longest = 40

/** Share of a Korean query that must belong to words of the edition. */
const enoughKorean = 0.4

/** Share of a query that a name in it must be, where no text holds nearly all of it. */
const enoughNamed = 0.5

/** How much a name counts beside the texts that hold all but one word, by the share of the query that it is. */
const namedWeight = 1.5

/** Fewest content words of a query that is answered without one of them. */
const longQuery = 4

/**
 * What was probably meant, where nothing was found for what was typed; else what comes nearest.
 *
 * @param asking what reads several words; it comes in a piece of its own
 */
export async function mend(search: Search, asking: typeof Asking): Promise<Finding> {
  const {names} = search.kit
  const {text, phrases} = search.syntax
  const about = asking.readQuestion(text, names).about
  const words = foldWords(about)
  if (phrases.length > 0) return {...nothing, nearest: await nearest(search, words, [])}
  const near = asking.findNearNames(words, names).filter(({entry}) => search.admits(entry))
  if (near.length > 0) {
    const meant = near.slice(0, search.limit).map((match) => asWritten(match, words))
    const [best] = meant
    // What is meant comes with its text, and with the pages that the same name would have found.
    const again = best === undefined ? nothing : await searchFor(best.name, search).answer(best.name)
    const hits = meant.map(
      (match) =>
        again.hits.find(({url}) => url === search.address(match.entry.url)) ??
        search.shown(search.address(match.entry.url), [], [match]),
    )
    return {
      ...nothing,
      hits: withoutRepeats([...hits, ...again.hits]).slice(0, search.limit),
      more: again.more,
      ...(best === undefined ? {} : {corrected: best.name}),
    }
  }
  const vocabulary = await search.kit.vocabulary()
  const known = knownOf(names, vocabulary)
  const typed = abbreviationsIn(text)
  const content = contentWords(words)
  const strange = content.filter((word) => !known.has(word))
  const corrections = new Map(
    strange.map((word) => [
      word,
      reworded([word])
        .flat()
        .find((other) => known.has(other)) ?? known.correct(word, typed.has(word)),
    ]),
  )
  const unknown = strange.filter((word) => corrections.get(word) === undefined)
  if (words.some(hasHangul) && unknown.every(hasHangul)) {
    const inParts = await koreanParts(search, content, vocabulary)
    if (inParts.hits.length > 0) return inParts
  }
  // Of a longer query one word may stand nowhere.
  if (unknown.length > 1 || (unknown.length === 1 && content.length < longQuery))
    return {...nothing, nearest: await nearest(search, words, unknown), unknown}
  const rest = words.filter((word) => !unknown.includes(word)).map((word) => corrections.get(word) ?? word)
  const corrected = rest.join(' ')
  if (strange.length > 0) {
    const again = await search.answer(corrected)
    if (again.hits.length > 0) {
      const shown = rest.map((word) => spelled(word, names)).join(' ')
      return {...again, unknown, ...(strange.length > unknown.length ? {corrected: shown} : {})}
    }
  }
  if (unknown.length > 0) return {...nothing, nearest: await nearest(search, words, unknown), unknown}
  return await together(search, rest, asking)
}

/** The same search for other words, so that these are marked. */
function searchFor(text: string, {syntax, filters, kit, limit}: Search): Search {
  return new Search({...syntax, text}, filters, kit, limit)
}

/** A name that nobody should write, as that of the same page which is nearest to what was typed. */
function asWritten(match: NameMatch, words: readonly string[]): NameMatch {
  if (match.kind !== 'misspelt' && match.kind !== 'spun') return match
  const {title, names} = match.entry
  const typed = joinFold(words)
  const apart = (name: string) => distance(typed, foldName(name), longest)
  const [name = title] = [title, ...(names.abbr ?? []), ...(names.alias ?? [])].toSorted((a, b) => apart(a) - apart(b))
  return {...match, name, kind: names.abbr?.includes(name) === true ? 'abbr' : 'label'}
}

/** A folded word as the edition writes it where it is the name of a page: USFK. */
function spelled(word: string, {byFold}: Names): string {
  return (
    byFold.get(word)?.find(({kind, text}) => kind === 'abbr' || (kind === 'label' && text.length === word.length))
      ?.text ?? word
  )
}

/** The edition has Korean in its names and in few words of its texts: what of the query belongs to these, if it is enough. */
async function koreanParts(search: Search, words: readonly string[], vocabulary: Vocabulary): Promise<Finding> {
  const {names} = search.kit
  const {matches, cuts, parts, rest} = findKoreanParts(words, names, hangulOf(vocabulary))
  const covered = parts.join('').length
  if (covered < enoughKorean * (covered + rest.join('').length)) return nothing
  const named = matches.filter(({entry, score}) => score >= coverage(matches) / 2 && search.admits(entry))
  const rankings = [{keys: named.map(({entry}) => search.address(entry.url)), weight: coverage(named)}]
  const pages: PagefindData[] = []
  // A text must hold all the parts of a compound; which of several words it holds is counted.
  for (const cut of cuts.filter((one) => one.parts.length > 1)) {
    const texts = await search.verified(cut.parts.join(' '), demandsOf(cut.parts, ''))
    pages.push(...texts.pages)
    rankings.push({keys: texts.pages.map(({url}) => url), weight: cut.parts.join('').length / covered})
  }
  const hits = fuse(rankings)
    .slice(0, nearestLimit)
    .map((url) => search.shown(url, pages, named))
  return {...nothing, hits: hits.map((hit) => search.located(hit)), unknown: rest}
}

/**
 * Where every word is known and no page has them all: the names among them, by how much of the query they tell, and the
 * texts that hold all of a longer query but one word.
 */
async function together(search: Search, words: readonly string[], {findCalled}: typeof Asking): Promise<Finding> {
  const within = unclaimed(search.named(words).filter(({fit, entry}) => fit === 'within' && entry.isCountry !== true))
  const called = findCalled(words, search.kit.names, enoughNamed).filter(({entry}) => search.admits(entry))
  const lists = await withoutOne(search, words)
  const texts = lists.flatMap((list) => list.pages)
  const isEnough = texts.length > 0 || Math.max(coverage(within), coverage(called)) >= enoughNamed
  if (!isEnough) return {...nothing, nearest: await nearest(search, words, [])}
  const named = namedWeight * Math.max(1, lists.length)
  const order = fuse([
    {keys: within.map(({entry}) => search.address(entry.url)), weight: named * coverage(within)},
    {keys: called.map(({entry}) => search.address(entry.url)), weight: named * coverage(called)},
    ...lists.map((list) => ({keys: list.pages.map(({url}) => url), weight: 1})),
  ])
  const hits = order.slice(0, nearestLimit).map((url) => search.shown(url, texts, [...within, ...called]))
  return {...nothing, hits: hits.map((hit) => search.located(hit))}
}

/** Pages that hold all of a longer query but one word, word by word. */
async function withoutOne(search: Search, words: readonly string[]): Promise<readonly Texts[]> {
  const content = contentWords(words)
  if (content.length < longQuery) return []
  const lists: Texts[] = []
  for (const at of content.keys()) {
    const rest = content.toSpliced(at, 1)
    lists.push(await search.verified(rest.join(' '), demandsOf(rest, ''), {batch: 2}))
  }
  return lists
}

/** Pages that come near: those named in the query, then those that hold the words that are known. */
async function nearest(search: Search, words: readonly string[], unknown: readonly string[]): Promise<readonly Hit[]> {
  const rest = contentWords(words).filter((word) => !unknown.includes(word))
  if (rest.length === 0) return []
  const named = findNames(rest, search.kit.names).filter(({entry}) => search.admits(entry))
  const pages = (
    await new Search({...search.syntax, phrases: []}, search.filters, search.kit, search.limit).verified(
      rest.join(' '),
      demandsOf(rest, ''),
    )
  ).pages
  const hits = [
    ...named.map(({entry}) => search.shown(search.address(entry.url), pages, named)),
    ...pages.map((page) => search.hitOf(page)),
  ]
  return withoutRepeats(hits.map((hit) => search.located(hit))).slice(0, nearestLimit)
}

function hangulOf({common, rare}: Vocabulary): ReadonlySet<string> {
  return partsOf(`${common} ${rare}`.split(' ').filter(hasHangul))
}
