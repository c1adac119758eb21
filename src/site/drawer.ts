/** The program of a process that draws pictures, one after the other, for the one that has begun it (`drawers.ts`). */

import {drawPicture} from './drawing.ts'
import type {PictureSize} from './drawing.ts'

/** A picture that is to be drawn. */
export interface Order {
  /** Tells the answer to it from others. */
  readonly number: number
  /** As `drawPicture` takes them. */
  readonly trees: readonly object[]
  readonly size: PictureSize
}

/** A PNG, or in some words why there is none. */
export type Delivery =
  {readonly number: number; readonly png: Uint8Array} | {readonly number: number; readonly trouble: string}

// One at a time, for each takes some megabytes of pixels.
let last = Promise.resolve()
process.on('message', (order: Order) => {
  last = deliverAfter(last, order)
})
// Nobody waits for what is left.
process.once('disconnect', () => process.exit())

async function deliverAfter(before: Promise<void>, order: Order): Promise<void> {
  await before
  const delivery = await delivered(order)
  // Whoever asked may have been ended meanwhile.
  process.send?.(delivery, undefined, undefined, () => undefined)
}

async function delivered({number, trees, size}: Order): Promise<Delivery> {
  try {
    return {number, png: await drawPicture(trees, size)}
  } catch (error) {
    return {number, trouble: error instanceof Error ? error.message : String(error)}
  }
}
