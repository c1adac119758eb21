import type {APIRoute, GetStaticPaths} from 'astro'
import {cardsOf} from '../../../analysis/cards.ts'
import {ankiDecksOf} from '../../../components/decks.ts'
import {ankiLines, ankiNote} from '../../../export/anki.ts'
import type {AnkiNote} from '../../../export/anki.ts'
import {answerWith} from '../../../export/answers.ts'
import {edition} from '../../../site/edition.ts'

export const getStaticPaths = (() => {
  const corpus = edition()
  const cards = cardsOf(corpus)
  // A card that a term is asked by stands in the decks of hundreds of statements. With the last deck, all notes go.
  const notes = new Map(cards.map((card) => [card, ankiNote(card)]))
  return ankiDecksOf(cards, corpus).map(({path, name, cards: chosen}) => ({
    params: {deck: path},
    props: {name, notes: chosen.flatMap((card) => notes.get(card) ?? [])},
  }))
}) satisfies GetStaticPaths

/** A deck as text that Anki imports. */
export const GET: APIRoute<{name: string; notes: readonly AnkiNote[]}> = ({props: {name, notes}}) =>
  answerWith(ankiLines(name, notes), 'text/plain; charset=utf-8')
