/** Which statement a text claims to be. */

import {months} from '../../corpus/dates.ts'
import type {Party} from '../../corpus/model.ts'
import {likenessesOf} from './align.ts'
import {namesIn} from './lexicon.ts'
import type {Lexicon} from './lexicon.ts'
import type {Candidate, CollationKit, KitQuotation, KitStatement} from './model.ts'
import {parallel} from './parallel.ts'
import type {Sentence} from './text.ts'
import {formsOf, wordsOf} from './words.ts'
import type {Word} from './words.ts'

/** The glossary entries of the parties; some have none, and their names are not looked for. */
const partyTerms: Readonly<Partial<Record<Party, string>>> = {
  rok: 'rok',
  us: 'united-states',
  japan: 'japan',
  russia: 'russia',
  dprk: 'dprk',
}

/** A sentence answers to a clause from here on. */
const answers = 0.3

/** A text answers to a statement from here on. */
export const threshold = 0.3

/** What all exact words of a statement are worth, and its day, where its clauses do not speak. */
const weights = {attested: 0.45, day: 0.25}

/** One attested phrase found of one is little: as if so many more had not been found. */
const fewAttested = 2

/** An attested wording of so many words is no accident: the sentence in which it stands answers to the statement. */
const telling = 4

/** The share of a text that answers to any statement of the genre. */
const chance = 0.25

function beyondChance(share: number): number {
  return Math.max(0, share - chance) / (1 - chance)
}

/**
 * Statements by how much of a text answers to them, likeliest first.
 *
 * The score is the share of the text’s content words that stand in sentences
 * which answer to a clause, lowered where the text hardly names the issuers:
 * treaties of other allies speak the same language. Where too few clauses
 * stand in the edition, or none, exact words and the day speak instead. Of
 * those that are about as like, the one comes first whose exact words the text
 * is more like.
 */
export function identify(sentences: readonly Sentence[], kit: CollationKit, lexicon: Lexicon): Candidate[] {
  const named = namedParties(sentences, kit, lexicon)
  const forms = sentences.map(({words}) => phrase(words.map(({form}) => form)))
  const copy = {sentences, forms, text: forms.join('').replaceAll('  ', ' ')}
  const candidates = kit.statements
    .map((statement) => ({statement, found: candidate(statement, copy, named, lexicon)}))
    .sort((a, b) => b.found.score - a.found.score || (a.found.id < b.found.id ? -1 : 1))
  const best = candidates[0]?.found.score ?? 0
  const rivals = candidates.filter(({found}) => found.score > 0 && found.score >= best * near)
  if (rivals.length < 2) return candidates.map(({found}) => found)
  const ranked = rivals
    .map(({statement, found}) => ({found, exact: exactWords(statement, sentences)}))
    .sort((a, b) => b.exact - a.exact)
  return [...ranked, ...candidates.slice(rivals.length)].map(({found}) => found)
}

/** Statements with this share of the best score are about as like the text. */
const near = 0.9

/** A quotation is taken to stand in a sentence from this likeness on; a few of its words stand anywhere. */
const stands = 0.6

/**
 * How many of a statement’s exact words stand in a text: of each quotation, by
 * the square of its likeness, since one that stands whole tells more than some
 * that stand in part.
 */
function exactWords(statement: KitStatement, sentences: readonly Sentence[]): number {
  return quotationsOf(statement)
    .map(({words}) => wordsOf(words))
    .reduce((sum, record) => sum + record.length * nearest(record, sentences) ** 2, 0)
}

/** The likeness of some words to the sentence that is most like them; 0 where they do not stand there. */
function nearest(record: readonly Word[], sentences: readonly Sentence[]): number {
  const stems = new Set(record.map(({stem}) => stem))
  const likenesses = sentences
    .filter(({words}) => words.filter(({stem}) => stems.has(stem)).length * 2 >= stems.size)
    .map(
      ({words}) =>
        parallel(
          words.map((word) => ({words: [word], standsFor: none})),
          record,
        ).likeness,
    )
  return Math.max(0, ...likenesses.filter((likeness) => likeness >= stands))
}

const none: ReadonlySet<string> = new Set()

function quotationsOf({clauses, attested}: KitStatement): KitQuotation[] {
  return [...clauses.flatMap(({quotations}) => quotations), ...attested]
}

/** The sentences of a text, and its words as they are compared, between spaces: of each sentence, and of all. */
interface Copy {
  readonly sentences: readonly Sentence[]
  readonly forms: readonly string[]
  readonly text: string
}

/** In how many sentences each country is named, by a name or by the last word of one: spun copies damage names. */
function namedParties(sentences: readonly Sentence[], {terms}: CollationKit, lexicon: Lexicon): Map<string, number> {
  const countries = terms
    .filter(({kind}) => kind === 'country')
    .map(({id, label, aliases}) => ({id, heads: [label, ...aliases].flatMap((name) => formsOf(name).slice(-1))}))
    .map(({id, heads}) => ({id, heads: heads.filter((head) => head.length > 3)}))
  const named = new Map<string, number>()
  for (const {words} of sentences) {
    const names = namesIn(words, lexicon)
    const here = new Set<string>(names.map(({name}) => name.term.id))
    // The “Korea” of North Korea names no other country.
    const intact = new Set(names.flatMap(({start, end}) => words.slice(start, end)))
    const capitalised = words.filter((word) => /^\p{Lu}/u.test(word.text) && !intact.has(word))
    for (const {id, heads} of countries)
      if (capitalised.some(({form}) => heads.some((head) => form.startsWith(head)))) here.add(id)
    for (const id of here) named.set(id, (named.get(id) ?? 0) + 1)
  }
  return named
}

function candidate(
  statement: KitStatement,
  copy: Copy,
  named: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Candidate {
  const quotations = quotationsOf(statement).map(({words}) => formsOf(words))
  const quoted = quotations.filter((forms) => copy.text.includes(phrase(forms)))
  const answered = share(copy, statement, quoted, lexicon)
  const attested = quoted.length / (quotations.length + fewAttested)
  const day = dayIn(copy.text, statement.date)
  const bare = statement.clauses.length === 0
  const byRecord = weights.attested * attested + (day ? weights.day : 0)
  const score = Math.max(beyondChance(answered), byRecord) * issuers(statement, copy.sentences, named)
  return {
    id: statement.id,
    short: statement.short,
    score: Math.min(1, score),
    because: [
      ...(bare ? [] : [`${Math.round(answered * 100)} % of its words stand in sentences that answer to a clause`]),
      ...(quotations.length === 0
        ? []
        : [`${quoted.length} of ${quotations.length} quotations stand in it word for word`]),
      ...(day ? [`it names the day, ${statement.date}`] : []),
    ],
  }
}

function phrase(forms: readonly string[]): string {
  return ` ${forms.join(' ')} `
}

/** The share of the content words in sentences that answer to a clause or hold a telling wording. */
function share(
  {sentences, forms}: Copy,
  {clauses}: KitStatement,
  quoted: readonly (readonly string[])[],
  lexicon: Lexicon,
): number {
  const phrases = quoted.filter(({length}) => length >= telling).map(phrase)
  const likenesses = likenessesOf(sentences, clauses, lexicon)
  let all = 0
  let answered = 0
  for (const [index, {words}] of sentences.entries()) {
    const size = words.filter(({light}) => !light).length
    const likeness = Math.max(0, ...(likenesses[index] ?? []))
    all += size
    if (likeness >= answers || phrases.some((each) => forms[index]?.includes(each))) answered += size
  }
  return all === 0 ? 0 : answered / all
}

/** What is added to the count of the United States, which goes unnamed more easily than its ally. */
const tacit = 0.25

/** 1 where each issuer is named about once in six sentences, less where they are named less: the geometric mean. */
function issuers(
  {issuers: parties}: KitStatement,
  sentences: readonly Sentence[],
  named: ReadonlyMap<string, number>,
): number {
  const due = sentences.length / 6
  const shares = parties.flatMap((party) => {
    const term = partyTerms[party]
    if (term === undefined) return []
    const credit = party === 'us' ? tacit : 0
    return [Math.min(1, ((named.get(term) ?? 0) + credit) / (due + credit))]
  })
  return shares.reduce((product, each) => product * each, 1) ** (1 / Math.max(1, shares.length))
}

/** Whether a text names a day, in either order. A month or a year alone says too little. */
function dayIn(text: string, date: string): boolean {
  const [year, month, day] = date.split('-')
  if (year === undefined || month === undefined || day === undefined) return false
  const name = months[Number(month) - 1]?.toLowerCase() ?? ''
  return text.includes(` ${name} ${Number(day)} ${year} `) || text.includes(` ${Number(day)} ${name} ${year} `)
}
