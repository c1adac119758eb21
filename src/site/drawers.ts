/** Has pictures drawn by other processes: to draw one takes longer than to make a page, and some 400 MB. */

import {fork} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import type {Delivery, Order} from './drawer.ts'
import type {PictureSize} from './drawing.ts'
import {shortOfMemory} from './memory.ts'

/** Of more, the memory is more than a small machine has to spare. */
const mostDrawers = Math.min(4, availableParallelism())

/** How long one without a picture to draw is kept for the next, in milliseconds. Whoever has built may serve for days. */
const patience = 1000

/** A process that draws, and what it was asked for and has not delivered. */
interface Drawer {
  readonly child: ChildProcess
  /** Ends it. */
  timer?: NodeJS.Timeout
  readonly orders: Map<number, PromiseWithResolvers<Uint8Array>>
}

const drawers = new Set<Drawer>()
let ordered = 0

/**
 * Draws as `drawPicture` does, in a process that has little else to draw. This process ends without waiting for it.
 *
 * @throws where it cannot be drawn, or what draws it was ended
 */
export async function drawElsewhere(trees: readonly object[], size: PictureSize): Promise<Uint8Array> {
  const drawer = leastAsked()
  const order: Order = {number: ordered++, trees, size}
  const delivery = Promise.withResolvers<Uint8Array>()
  drawer.orders.set(order.number, delivery)
  clearTimeout(drawer.timer)
  drawer.child.ref()
  drawer.child.channel?.ref()
  // Where it cannot be told, it has ended, and says so.
  drawer.child.send(order, () => undefined)
  try {
    return await delivery.promise
  } finally {
    drawer.orders.delete(order.number)
    if (drawer.orders.size === 0) letRest(drawer)
  }
}

/** One that rests, or else a new one, or where there are as many as there may be, that which has least to draw. */
function leastAsked(): Drawer {
  const [least] = Array.from(drawers).toSorted((a, b) => a.orders.size - b.orders.size)
  const isEnough = least !== undefined && (least.orders.size === 0 || drawers.size >= mostDrawers)
  return isEnough ? least : begun()
}

function begun(): Drawer {
  // Bundled, this module stands elsewhere.
  const program = join(process.cwd(), 'src', 'site', 'drawer.ts')
  const child = fork(program, {execArgv: [], serialization: 'advanced'})
  const drawer: Drawer = {child, orders: new Map()}
  const end = (error: Error) => {
    drawers.delete(drawer)
    for (const {reject} of drawer.orders.values()) reject(error)
  }
  child.on('message', (delivery: Delivery) => {
    const order = drawer.orders.get(delivery.number)
    if ('png' in delivery) order?.resolve(delivery.png)
    else order?.reject(new Error(delivery.trouble))
  })
  child.once('error', end)
  child.once('exit', (code, signal) =>
    end(new Error(`What draws pictures was ended (${signal ?? `code ${code}`}). ${shortOfMemory}`)),
  )
  drawers.add(drawer)
  return drawer
}

/** From now on, this process does not wait for it, and ends it before long. */
function letRest(drawer: Drawer): void {
  const {child} = drawer
  child.unref()
  child.channel?.unref()
  drawer.timer = setTimeout(() => {
    drawers.delete(drawer)
    if (child.connected) child.disconnect()
  }, patience)
  drawer.timer.unref()
}
