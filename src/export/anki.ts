/**
 * The cards as text that Anki imports: UTF-8, one note a line, fields between
 * tabs, and headers that say which column is what
 * (https://docs.ankiweb.net/importing/text-files.html#file-headers). The
 * columns are those of Anki's own "Notes in Plain Text" export. The card's id
 * is the note's, so that a second import mends the notes and keeps what Anki
 * knows of them; a note that stands in several files is one note.
 */

import type {Card} from '../analysis/cards.ts'
import {remembering} from '../corpus/memo.ts'

/** A file of notes. */
export interface AnkiDeck {
  /** Its address below the folder of decks, without extension: `statement/2p2-2024`. */
  readonly path: string
  /** As a list of decks calls it. */
  readonly label: string
  /** As Anki calls it; `::` stands between a deck and one within it. */
  readonly name: string
  readonly cards: readonly Card[]
}

const headers = [
  '#separator:tab',
  '#html:false',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
] as const

/** What a file says of a card; between the two parts stands the name of the deck. */
interface AnkiNote {
  readonly before: string
  readonly after: string
}

/** The file of a deck, line by line; every line is ended by LF. */
export function* ankiLines({name, cards}: Pick<AnkiDeck, 'name' | 'cards'>): Generator<string> {
  for (const header of headers) yield `${header}\n`
  const deck = field(name)
  for (const card of cards) {
    const {before, after} = card.kind === undefined ? noteOf(card) : noteOfTerm(card)
    yield `${before}\t${deck}\t${after}\n`
  }
}

function noteOf(card: Card): AnkiNote {
  const [front, back] = sidesOf(card)
  const type = card.gap === undefined ? 'Basic' : 'Cloze'
  const joined = (fields: readonly string[]) => fields.map(field).join('\t')
  return {before: joined([card.id, type]), after: joined([front, back, tagsOf(card)])}
}

/** There are few of these, and each stands in the decks of hundreds of statements; any other stands in four. */
const noteOfTerm = remembering(noteOf)

/** Front and Back of Basic; Text and Back Extra of Cloze. */
function sidesOf({deck, front, back, gap, note, place}: Card): readonly [string, string] {
  // A card that is cut from a text says from where.
  const from = deck === 'cloze' || deck === 'restore' ? place : undefined
  const beside = [note, from].filter((part) => part !== undefined).join(' · ')
  if (gap === undefined) return [front, beside === '' ? back : `${back}\n\n${beside}`]
  const [before = '', after = ''] = front.split(gap)
  return [`${withoutMarks(before)}{{c1::${withoutMarks(back)}}}${withoutMarks(after)}`, beside]
}

/** Two braces would begin or end a deletion, two colons its hint. */
function withoutMarks(text: string): string {
  return text.replaceAll(/(?<=\{)(?=\{)|(?<=\})(?=\})|(?<=:)(?=:)/g, ' ')
}

/** A card of more statements than these is of no one of them: its tags name its forums, and the decks of statements have it. */
const mostStatements = 50

/** What its note says of a card: where it stands in one statement more, a card of many says the same. */
export function ankiCard(card: Card): Card {
  return card.statements.length > mostStatements ? {...card, statements: []} : card
}

/** Tags have no spaces; ids have none. */
function tagsOf(card: Card): string {
  const {deck, kind, forums, statements} = ankiCard(card)
  return [
    'linchpin',
    `linchpin::${deck}`,
    ...(kind === undefined ? [] : [`linchpin::kind::${kind}`]),
    ...forums.map((id) => `linchpin::forum::${id}`),
    ...statements.map((id) => `linchpin::statement::${id}`),
  ].join(' ')
}

/** What has a tab, a line end or a quotation mark stands in quotation marks, its own ones doubled. */
function field(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A way of cutting the cards into decks. */
export interface AnkiGroup {
  /** First part of the address: `forum`. */
  readonly id: string
  /** What Anki calls it. */
  readonly label: string
  /** The keys of a card. */
  readonly keysOf: (card: Card) => readonly string[]
  /** What a list calls a key. */
  readonly nameOf: (key: string) => string
}

/** One deck of all cards, then those of each group, each with at least a card, by name. */
export function ankiDecks(cards: readonly Card[], groups: readonly AnkiGroup[]): AnkiDeck[] {
  const all = {path: 'all', label: 'All cards', name: 'Linchpin', cards}
  return [all, ...groups.flatMap((group) => decksOf(cards, group))]
}

function decksOf(cards: readonly Card[], {id, label, keysOf, nameOf}: AnkiGroup): AnkiDeck[] {
  const byKey = new Map<string, Card[]>()
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      const chosen = byKey.get(key)
      if (chosen === undefined) byKey.set(key, [card])
      else chosen.push(card)
    }
  }
  return [...byKey]
    .map(([key, chosen]) => ({
      path: `${id}/${key}`,
      label: nameOf(key),
      name: `Linchpin::${label}::${nameOf(key).replaceAll(/:+/g, ' ')}`,
      cards: chosen,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
}
