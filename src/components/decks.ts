/** How the pages name the decks, and the decks that are offered for Anki. */

import {cardsOf, decks} from '../analysis/cards.ts'
import type {Card, Deck} from '../analysis/cards.ts'
import {pageSize, spansOf} from '../analysis/spans.ts'
import type {Span} from '../analysis/spans.ts'
import {forumLabel} from '../corpus/label.ts'
import {remembering} from '../corpus/memo.ts'
import {compareText} from '../corpus/message.ts'
import type {Corpus, StatementId, TermId, TermKind} from '../corpus/model.ts'
import {ankiDecks} from '../export/anki.ts'
import type {AnkiDeck, AnkiGroup} from '../export/anki.ts'
import {termKinds} from './labels.ts'

/** The name of each deck and the question that its cards ask. */
export const deckNames: Readonly<Record<Deck, {readonly name: string; readonly asks: string}>> = {
  meaning: {name: 'From the term to what it means', asks: 'What does it mean?'},
  name: {name: 'From what it means to the term', asks: 'Which term is it?'},
  korean: {name: 'From English to Korean', asks: 'What is it in Korean?'},
  english: {name: 'From Korean to English', asks: 'What is it in English?'},
  cloze: {name: 'The exact words of a clause', asks: 'Which words stand here?'},
  pair: {name: 'What is easily confused', asks: 'What is the difference?'},
  restore: {name: 'A spun copy put right', asks: 'A spun copy prints this. What should it read?'},
}

/** The decks for Anki: all cards, then by what is asked, by forum, by kind of term and by statement. */
export function ankiDecksOf(cards: readonly Card[], corpus: Corpus): AnkiDeck[] {
  const groups: readonly AnkiGroup[] = [
    {id: 'cards', label: 'By question', keysOf: ({deck}) => [deck], nameOf: (key) => deckNames[key as Deck].name},
    {id: 'forum', label: 'By forum', keysOf: ({forums}) => forums, nameOf: (key) => forumName(key, corpus)},
    {
      id: 'kind',
      label: 'By kind',
      keysOf: ({kind}) => (kind === undefined ? [] : [kind]),
      nameOf: (key) => termKinds[key as TermKind],
    },
    {
      id: 'statement',
      label: 'By statement',
      keysOf: ({statements}) => statements,
      nameOf: (key) => corpus.statements.get(key as StatementId)?.short ?? key,
    },
  ]
  return ankiDecks(cards, groups)
}

/** A deck as a list has it. */
export interface ListedDeck extends Pick<AnkiDeck, 'path' | 'label'> {
  /** How many cards it has. */
  readonly size: number
}

/** The same decks without their cards, which a list does not show. */
export const listedDecks = remembering((corpus: Corpus): readonly ListedDeck[] =>
  ankiDecksOf(cardsOf(corpus), corpus).map(({path, label, cards: {length}}) => ({path, label, size: length})),
)

/** The stretches of years over which the decks of statements go on; none where one page holds them. */
export function deckSpans(found: readonly ListedDeck[], {statements}: Corpus): Span<ListedDeck>[] {
  const dated = new Map([...statements].map(([id, {date}]): [string, string] => [`statement/${id}`, date]))
  const yearOfDeck = ({path}: ListedDeck) => dated.get(path)?.slice(0, 4)
  const ofStatements = found.filter(({path}) => dated.has(path))
  return spansOf(
    ofStatements.sort((a, b) => compareText(dated.get(a.path) ?? '', dated.get(b.path) ?? '')),
    pageSize,
    yearOfDeck,
  )
}

/** What a list calls a forum. */
export function forumName(id: string, corpus: Corpus): string {
  return forumLabel({forum: id as TermId}, corpus)
}

/** How many cards each deck has; decks without cards are left out. */
export function deckSizes(cards: readonly Card[]): {readonly deck: Deck; readonly count: number}[] {
  return decks
    .map((deck) => ({deck, count: cards.filter((card) => card.deck === deck).length}))
    .filter(({count}) => count > 0)
}
