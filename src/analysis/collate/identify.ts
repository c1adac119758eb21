/** Which statement a text claims to be. */

import type {Party} from '../../corpus/model.ts'
import {likenessesOf} from './align.ts'
import {namesIn} from './lexicon.ts'
import type {Lexicon} from './lexicon.ts'
import type {Candidate, CollationKit, KitStatement} from './model.ts'
import type {Sentence} from './text.ts'
import {formsOf} from './words.ts'

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
 * stand in the edition, or none, exact words and the day speak instead. Of two
 * with the same score, the one of which more words stand in the text word for
 * word comes first.
 */
export function identify(sentences: readonly Sentence[], kit: CollationKit, lexicon: Lexicon): Candidate[] {
  const named = namedParties(sentences, kit, lexicon)
  const forms = sentences.map(({words}) => phrase(words.map(({form}) => form)))
  const copy = {sentences, forms, text: forms.join('').replaceAll('  ', ' ')}
  return kit.statements
    .map((statement) => candidate(statement, copy, named, lexicon))
    .sort((a, b) => b.found.score - a.found.score || b.verbatim - a.verbatim || (a.found.id < b.found.id ? -1 : 1))
    .map(({found}) => found)
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

/** A candidate, and how many words of its quotations stand in the text. */
function candidate(
  statement: KitStatement,
  copy: Copy,
  named: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): {readonly found: Candidate; readonly verbatim: number} {
  const quotations = [...statement.clauses.flatMap((clause) => clause.quotations), ...statement.attested].map(
    ({words}) => formsOf(words),
  )
  const quoted = quotations.filter((forms) => copy.text.includes(phrase(forms)))
  const answered = share(copy, statement, quoted, lexicon)
  const attested = quoted.length / (quotations.length + fewAttested)
  const day = dayIn(copy.text, statement.date)
  const bare = statement.clauses.length === 0
  const byRecord = weights.attested * attested + (day ? weights.day : 0)
  const score = Math.max(beyondChance(answered), byRecord) * issuers(statement, copy.sentences, named)
  const found = {
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
  return {found, verbatim: quoted.reduce((sum, forms) => sum + forms.length, 0)}
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

const months = 'january february march april may june july august september october november december'.split(' ')

/** Whether a text names a day, in either order. A month or a year alone says too little. */
function dayIn(text: string, date: string): boolean {
  const [year, month, day] = date.split('-')
  if (year === undefined || month === undefined || day === undefined) return false
  const name = months[Number(month) - 1] ?? ''
  return text.includes(` ${name} ${Number(day)} ${year} `) || text.includes(` ${Number(day)} ${name} ${year} `)
}
