/** The process that joins indexes (`apart.ts`). */

import {withLists} from './format.ts'
import {deliver, openLast} from './order.ts'
import type {Delivery, LastIndex, Opened, Order} from './order.ts'

/** What the order will have; then the order. */
export type Request = {readonly last: LastIndex} | {readonly order: Order}

/** An index, or why there is none. */
export type Reply = Delivery | {readonly refused: string}

let opened: Opened | undefined

process.on('message', (request: Request) => {
  if ('order' in request) void answer(request.order)
  else opened = withAllLists(request.last)
})
// Whoever ordered the index has it, or has ended.
process.once('disconnect', () => process.exit())

function withAllLists(last: LastIndex): Opened | undefined {
  try {
    return new Map(Array.from(openLast(last), ([folder, files]) => [folder, withLists(files)]))
  } catch {
    // Whatever is wrong with it is said to the order.
    return undefined
  }
}

async function answer(order: Order): Promise<void> {
  process.send?.(await deliver(order, opened).catch(refusalOf))
}

function refusalOf(error: unknown): Reply {
  return {refused: error instanceof Error ? error.message : String(error)}
}
