/** Answers of pages that are too long to be held whole. */

import {jsonPieces} from './json.ts'

/** Letters that are sent together: fewer cost more to send than to hold. */
const pieceLength = 65_536

/**
 * An answer whose text is asked for as far as it is written.
 *
 * @param type as HTTP has it
 */
export function answerWith(text: Iterable<string>, type: string): Response {
  const pieces = encoded(text)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const {done, value} = pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(body, {headers: {'Content-Type': type}})
}

/** An answer with the JSON of an object. */
export function answerWithJson(document: object): Response {
  return answerWith(jsonPieces(Object.entries(document)), 'application/json')
}

function* encoded(text: Iterable<string>): Generator<Uint8Array, undefined> {
  const encoder = new TextEncoder()
  let piece = ''
  for (const more of text) {
    piece += more
    if (piece.length < pieceLength) continue
    yield encoder.encode(piece)
    piece = ''
  }
  yield encoder.encode(piece)
  return undefined
}
