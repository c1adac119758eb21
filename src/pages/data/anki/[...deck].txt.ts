import type {APIRoute, GetStaticPaths} from 'astro'
import {cardsOf} from '../../../analysis/cards.ts'
import {ankiDecksOf} from '../../../components/decks.ts'
import {ankiCard, ankiLines} from '../../../export/anki.ts'
import type {AnkiDeck} from '../../../export/anki.ts'
import {answerWith} from '../../../export/answers.ts'
import {edition} from '../../../site/edition.ts'

// A card of many statements would otherwise be another with each that is added, and so would the decks that it stands in.
export const getStaticPaths = (() => {
  const corpus = edition()
  const cards = cardsOf(corpus)
  const told = new Map(cards.map((card) => [card, ankiCard(card)]))
  return ankiDecksOf(cards, corpus).map(({path, name, cards: chosen}) => ({
    params: {deck: path},
    props: {name, cards: chosen.flatMap((card) => told.get(card) ?? [])},
  }))
}) satisfies GetStaticPaths

/** A deck as text that Anki imports. */
export const GET: APIRoute<Pick<AnkiDeck, 'name' | 'cards'>> = ({props}) =>
  answerWith(ankiLines(props), 'text/plain; charset=utf-8')
