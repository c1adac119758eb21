import type {APIRoute, GetStaticPaths} from 'astro'
import {cardsOf} from '../../../analysis/cards.ts'
import {ankiDecksOf} from '../../../components/decks.ts'
import {ankiNote, ankiText} from '../../../export/anki.ts'
import type {AnkiNote} from '../../../export/anki.ts'
import {edition} from '../../../site/edition.ts'

export const getStaticPaths = (() => {
  const corpus = edition()
  return ankiDecksOf(cardsOf(corpus), corpus).map(({path, name, cards}) => ({
    params: {deck: path},
    props: {name, notes: cards.map(ankiNote)},
  }))
}) satisfies GetStaticPaths

/** A deck as text that Anki imports. */
export const GET: APIRoute<{name: string; notes: readonly AnkiNote[]}> = ({props: {name, notes}}) =>
  new Response(ankiText(name, notes), {headers: {'Content-Type': 'text/plain; charset=utf-8'}})
