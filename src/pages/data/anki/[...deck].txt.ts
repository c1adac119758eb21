import type {APIRoute, GetStaticPaths} from 'astro'
import {cardsOf} from '../../../analysis/cards.ts'
import {ankiDecksOf} from '../../../components/decks.ts'
import {ankiText} from '../../../export/anki.ts'
import type {AnkiDeck} from '../../../export/anki.ts'
import {edition} from '../../../site/edition.ts'

export const getStaticPaths = (() => {
  const corpus = edition()
  return ankiDecksOf(cardsOf(corpus), corpus).map((deck) => ({params: {deck: deck.path}, props: {deck}}))
}) satisfies GetStaticPaths

/** A deck as text that Anki imports. */
export const GET: APIRoute<{deck: AnkiDeck}> = ({props}) =>
  new Response(ankiText(props.deck), {headers: {'Content-Type': 'text/plain; charset=utf-8'}})
