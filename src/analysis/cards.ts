/**
 * What one learns of the edition, as cards with a question and an answer. The
 * id of a card says what is asked and never how: a card whose words are mended
 * is the same card, and what a person knows of it stays known.
 */

import {fullName, targetLabel} from '../corpus/label.ts'
import {remembering} from '../corpus/memo.ts'
import type {
  Clause,
  Corpus,
  Emendation,
  Korean,
  QuotedInClause,
  Statement,
  StatementId,
  Term,
  TermId,
  TermKind,
  Witness,
} from '../corpus/model.ts'
import {clausesOf} from '../corpus/statement.ts'
import {words} from '../corpus/text.ts'
import {urls} from '../corpus/urls.ts'
import {modals} from './collate/words.ts'
import {firstId, quotationsByKey} from './identity.ts'

/** What is asked. */
export type Deck = 'meaning' | 'name' | 'korean' | 'english' | 'cloze' | 'pair' | 'restore'

/** In the order in which they are offered. */
export const decks: readonly Deck[] = ['meaning', 'name', 'korean', 'english', 'cloze', 'pair', 'restore']

/** A question and its answer, as plain text. */
export interface Card {
  /** Permanent: `meaning:ncg`, `cloze:2p2-2024#ironclad`, `pair:edscg+ncg`, `restore:w-spun-9pt#r5.3-1`. */
  readonly id: string
  readonly deck: Deck
  readonly front: string
  readonly back: string
  /** What stands in `front` for the words of `back`, where a clause is asked. */
  readonly gap?: string
  /** Said with the answer: how it sounds, how sure it is. */
  readonly note?: string
  /** Where one reads more: the address from the root of the site, and what it is called. */
  readonly url: string
  readonly place: string
  /** Of the term that is asked. */
  readonly kind?: TermKind
  readonly forums: readonly TermId[]
  readonly statements: readonly StatementId[]
}

/** Longest reading of a copy that is asked, in words. */
const longestReading = 15

/** Every card: by deck; of terms, what the edition uses most comes first. */
export const cardsOf = remembering((corpus: Corpus): readonly Card[] => {
  const uses = (id: TermId) => corpus.graph.occurrences.get(id)?.length ?? 0
  const terms = [...corpus.terms.values()].toSorted(
    (a, b) => uses(b.id) - uses(a.id) || a.label.localeCompare(b.label, 'en'),
  )
  const statements = [...corpus.statements.values()]
  const witnesses = [...corpus.witnesses.values()].filter(({grade}) => grade === 'W6')
  const cards = [
    ...terms.flatMap((term) => termCards(term, corpus)),
    ...statements.flatMap((statement) => clozeCards(statement, corpus)),
    ...pairCards(terms, corpus),
    ...witnesses.flatMap((witness) => restoreCards(witness, corpus)),
  ]
  return cards.toSorted((a, b) => decks.indexOf(a.deck) - decks.indexOf(b.deck))
})

// ---------------------------------------------------------------- terms

function termCards(term: Term, corpus: Corpus): Card[] {
  const name = fullName(term)
  const {korean} = term
  const shared = {url: urls.term(term.id), place: term.label, kind: term.kind, ...standing([term], corpus)}
  const card = (deck: Deck, front: string, back: string, note?: string): Card => ({
    id: `${deck}:${firstId(term)}`,
    deck,
    front,
    back,
    ...(note === undefined ? {} : {note}),
    ...shared,
  })
  const cards = [card('meaning', name, term.cardText), card('name', withoutName(term), name)]
  if (korean === undefined) return cards
  return [
    ...cards,
    card('korean', name, korean.label, soundOf(korean)),
    card('english', korean.label, name, soundOf(korean)),
  ]
}

/** The definition without the names of what it defines. */
function withoutName({cardText, label, abbr, aliases}: Term): string {
  const names = [label, ...(abbr === undefined ? [] : [abbr]), ...aliases].toSorted((a, b) => b.length - a.length)
  // Capitals tell a short abbreviation from a word: US, us.
  const blank = (text: string, name: string) =>
    mayHold(text, name)
      ? text.replace(
          new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])`, name.length < 5 ? 'gu' : 'giu'),
          '[…]',
        )
      : text
  return names.reduce(blank, cardText)
}

/** Whether a text can hold a name, in whatever capitals: a pattern costs more than most cards have names of their own. */
function mayHold(text: string, name: string): boolean {
  return !isPlain.test(text + name) || text.toLowerCase().includes(name.toLowerCase())
}

/** Letters beyond these can be the same as one another, and as these, in more ways than by small and capital ones. */
const isPlain = /^[\0-\x7F…]*$/

/** A pattern that finds these very characters. */
function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** How a Korean name sounds, and how sure the form is. */
function soundOf({romanization, certainty}: Korean): string | undefined {
  const sure = {certain: undefined, likely: 'a likely form', unsure: 'unsure, to be checked'}[certainty]
  const parts = [romanization, sure].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** Every term asks for the forums of the statements it stands in. */
const forumsOf = remembering(
  ({statements}: Corpus): ReadonlyMap<StatementId, TermId | undefined> =>
    new Map(Array.from(statements, ([id, {forum}]) => [id, forum])),
)

/** Where terms stand, and in which forums. A forum is its own. */
function standing(terms: readonly Term[], corpus: Corpus): Pick<Card, 'forums' | 'statements'> {
  const statements = new Set<StatementId>()
  const forums = new Set<TermId>()
  const forumOf = forumsOf(corpus)
  // Whoever goes through a list has read it once; whoever flattens it, each of its items.
  for (const {id} of terms) {
    if (corpus.graph.series.has(id)) forums.add(id)
    for (const statement of corpus.graph.standing.get(id) ?? []) {
      statements.add(statement)
      const forum = forumOf.get(statement)
      if (forum !== undefined) forums.add(forum)
    }
  }
  return {statements: [...statements], forums: [...forums].toSorted()}
}

/** One card for two terms, whichever entry tells them apart; where both do, that of the term used more. */
function pairCards(terms: readonly Term[], corpus: Corpus): Card[] {
  const pairs = new Map<string, Card>()
  for (const term of terms) {
    for (const {term: other, because} of term.distinguish) {
      const second = corpus.terms.get(other)
      if (second === undefined) continue
      const id = `pair:${[firstId(term), firstId(second)].toSorted().join('+')}`
      if (pairs.has(id)) continue
      pairs.set(id, {
        id,
        deck: 'pair',
        front: `${fullName(term)}\n${fullName(second)}`,
        back: because,
        url: urls.term(term.id),
        place: term.label,
        ...standing([term, second], corpus),
      })
    }
  }
  return [...pairs.values()]
}

// ---------------------------------------------------------------- clauses

/** Each clause with one of its quotations left out: those that a key of their own tells from the others. */
function clozeCards(statement: Statement, corpus: Corpus): Card[] {
  return [...quotationsByKey(statement, corpus)].flatMap(([key, [quotation, ...others]]) => {
    // Of two that share a key either could be the one that a person knows.
    if (quotation === undefined || others.length > 0) return []
    const {clause, text, range, words: back, basis} = quotation
    const count = words(back).length
    const gap = `[… ${count} ${count === 1 ? 'word' : 'words'} …]`
    return [
      {
        id: `cloze:${firstId(statement)}${key}`,
        deck: 'cloze',
        // Once it was written, the whole clause would stay in memory a second time, in one text.
        get front() {
          return text.slice(0, range.start) + gap + text.slice(range.end)
        },
        back,
        gap,
        ...(basis.type === 'restored' ? {note: 'restored wording'} : {}),
        url: urls.clause(statement.id, clause),
        place: `${statement.short}, ${clause}`,
        ...inStatement(statement),
      } satisfies Card,
    ]
  })
}

function inStatement({id, forum}: Statement): Pick<Card, 'forums' | 'statements'> {
  return {statements: [id], forums: forum === undefined ? [] : [forum]}
}

// ---------------------------------------------------------------- a spun copy

/**
 * What a spun copy reads, to be put right: short readings only, and nothing
 * that is inferred with little certainty. A substitution that comes again is
 * asked once, at its first row. A single word has many originals: it is asked
 * within its clause, and only where the right word is one of the statement's
 * operative ones. Modal verbs come first: they say what is promised.
 */
function restoreCards(witness: Witness, corpus: Corpus): Card[] {
  const statement = corpus.statements.get(witness.statement)
  if (statement === undefined) return []
  const asked = new Set<string>()
  const quoted = corpus.graph.quoted.get(statement.id) ?? []
  const rows = witness.apparatus.toSorted((a, b) => Number(changesModal(b)) - Number(changesModal(a)))
  return rows.flatMap((row) => {
    const clauses = clausesOf(statement).filter(({from}) =>
      from.some((address) => address.witness === witness.id && address.sentence === row.at),
    )
    const isWord = words(row.reads).length === 1
    const clause = isWord ? clauses.find((candidate) => contextOf(row, candidate, quoted) !== undefined) : clauses[0]
    if (clause === undefined || !isAnswerable(row)) return []
    const front = isWord ? `${row.reads}\n${contextOf(row, clause, quoted) ?? ''}` : row.reads
    const key = `${front}\n${row.should}`.toLowerCase()
    if (asked.has(key)) return []
    asked.add(key)
    const target = {type: 'clause', statement: statement.id, clause: clause.n} as const
    return [
      {
        id: `restore:${witness.id}#${row.row}`,
        deck: 'restore',
        front,
        back: row.should,
        ...(row.certainty === 'high' ? {} : {note: 'likely, not certain'}),
        url: urls.clause(statement.id, clause.n),
        place: targetLabel(target, corpus),
        ...inStatement(statement),
      } satisfies Card,
    ]
  })
}

/** Whether other modal verbs stand in the copy than in the statement. */
function changesModal({reads, should}: Emendation): boolean {
  const [read, right] = [reads, should].map((text) =>
    words(text.toLowerCase())
      .filter((word) => modals.has(word))
      .join(' '),
  )
  return read !== right
}

function isAnswerable({reads, should, certainty}: Emendation): boolean {
  const [read, right] = [words(reads).length, words(should).length]
  // A word and a sign, or a word and two, is a matter of spelling.
  if (certainty === 'low' || read === 0 || (read === 1 && right > 1)) return false
  return read <= longestReading && right > 0 && right <= longestReading
}

/**
 * The clause with a gap for the right word, where the word stands there once
 * and is operative: the edition quotes it, or it is a modal verb.
 *
 * @param quoted the quotations of its statement
 */
function contextOf({should}: Emendation, {n, text}: Clause, quoted: readonly QuotedInClause[]): string | undefined {
  const [found, ...more] = text.matchAll(
    new RegExp(String.raw`(?<![\p{L}\p{N}])${literal(should)}(?![\p{L}\p{N}])`, 'giu'),
  )
  if (found === undefined || more.length > 0) return undefined
  const isQuoted = quoted.some(
    ({clause, range}) => clause === n && range.start <= found.index && found.index < range.end,
  )
  if (!isQuoted && !modals.has(should.toLowerCase())) return undefined
  return `${text.slice(0, found.index)}[…]${text.slice(found.index + should.length)}`
}
